using Nodus.Compiler.Entries;

namespace Nodus.Compiler.Tests.Knowledge;

public sealed class SharedSentencesTests
{
    private const string Caution = "cautions: [The bone is thin here.]";

    [Fact]
    public void LongSentenceInTwoMuscles_IsNamedWithBothMuscles()
    {
        IReadOnlyList<KnowledgeError> errors = WithCautions(
            "Never press so hard that the patient holds the breath. Short one.",
            "Be careful. Never press so hard, that the patient holds the breath!");

        KnowledgeError error = Assert.Single(errors);
        Assert.Equal("knowledge/muscles/masseter.yaml", error.Path);
        Assert.Contains("repeats a sentence of infraspinatus (cautions): \"never press so hard that the patient holds the breath\"", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void EightWordsInTwoMuscles_AreAllowed() =>
        Assert.Empty(WithCautions("One two three four five six seven eight.", "One two three four five six seven eight."));

    private static IReadOnlyList<KnowledgeError> WithCautions(string first, string second)
    {
        string one = Fixture.Muscle.ReplaceLineEndings("\n").Replace(Caution, $"cautions: [\"{first}\"]", StringComparison.Ordinal);
        string two = Fixture.Muscle.ReplaceLineEndings("\n").Replace(Caution, $"cautions: [\"{second}\"]", StringComparison.Ordinal)
            .Replace("id: infraspinatus", "id: masseter", StringComparison.Ordinal)
            .Replace("group: shoulder_arm", "group: head_neck", StringComparison.Ordinal);
        return Fixture.Read([.. Fixture.Texts(one), new KnowledgeText("knowledge/muscles/masseter.yaml", two)]).Errors;
    }
}
