using Nodus.Compiler.Entries;

namespace Nodus.Compiler.Tests.Knowledge;

public sealed class VocabularyReaderTests
{
    [Theory]
    [InlineData("kind: textbook", "kind: book", 3, 9, "kind is 'book'; allowed is one of textbook, review")]
    [InlineData("read: secondary", "", 1, 3, "[0].read is missing; needed is one of full, abstract, secondary, none")]
    [InlineData("10.1093/pm/pnx207", "https://doi.org/10.1093/pm/pnx207", 5, 90, "a DOI begins with '10.'")]
    [InlineData("doi: 10.1093/pm/pnx207", "url: nowhere", 5, 90, "allowed is an absolute address")]
    public void Sources_OneDamage_NamesFilePlaceAndField(string right, string wrong, int line, int column, string message)
    {
        string text = Fixture.Sources.ReplaceLineEndings("\n").Replace(right, wrong, StringComparison.Ordinal);
        IReadOnlyList<KnowledgeError> errors = Fixture.Read([.. Fixture.Texts().Where(t => !t.Path.Contains("sources")), new("knowledge/sources/a.yaml", text)]).Errors;

        // Only this: a damaged source is still a known one, so that muscles naming it are not blamed as well.
        KnowledgeError error = Assert.Single(errors);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Equal(new KnowledgeError("knowledge/sources/a.yaml", line, column, error.Message), error);
    }

    [Fact]
    public void TwoFilesDefineOneId_NamesBothPlaces()
    {
        KnowledgeError error = Assert.Single(
            Fixture.Read([.. Fixture.Texts(), new KnowledgeText("knowledge/signs/b.yaml", "\n" + Fixture.Signs)]).Errors);

        Assert.Equal("knowledge/signs/b.yaml(2,9): The sign 'tearing' is already defined in knowledge/signs/a.yaml(1,9).", error.ToString());
    }

    [Theory]
    [InlineData("a: b", "the file must be a list (- ...), not a mapping.")]
    [InlineData("- { id: Wet eye, name: a, plain: b }", "[0].id is 'Wet eye'; allowed are lower-case letters, digits and '_'.")]
    [InlineData("- just words", "[0] must be a mapping (key: value), not 'just words'.")]
    [InlineData("", "One document is expected, not 0.")]
    [InlineData("- a\n---\n- b", "One document is expected, not 2.")]
    public void WrongShape_SaysWhatIsExpected(string text, string message)
    {
        IReadOnlyList<KnowledgeError> errors = Fixture.Read([.. Fixture.Texts(), new KnowledgeText("knowledge/activities/b.yaml", text)]).Errors;

        Assert.Contains(errors, error => string.Equals(error.Message, message, StringComparison.Ordinal));
    }
}
