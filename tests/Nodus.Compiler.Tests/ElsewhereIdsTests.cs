using Nodus.Compiler.Entries;
using Nodus.Compiler.Tests.Knowledge;

namespace Nodus.Compiler.Tests;

public sealed class ElsewhereIdsTests
{
    [Fact]
    public void Read_LinesAndRemarks_GivesIdsByKind()
    {
        ElsewhereIds ids = Fixture.ReadElsewhere("# written by others\n\nrival gout\n  danger_zone  axilla \nmovement hip_flexion\n");

        Assert.Equal(["gout"], ids.Of(EntryKind.Rival));
        Assert.Equal(["axilla"], ids.Of(EntryKind.DangerZone));
        Assert.Equal(["hip_flexion"], ids.Of(EntryKind.Movement));
        Assert.Empty(ids.Of(EntryKind.Factor));
        Assert.False(ids.IsEmpty);
    }

    [Theory]
    [InlineData("rivals gout", "(1): 'rivals' is no kind of entry; allowed is one of source, movement,")]
    [InlineData("\nrival", "(2): a line is a kind and an id")]
    [InlineData("rival gout arthritis", "(1): a line is a kind and an id")]
    public void Read_AnotherForm_NamesTheLine(string text, string message)
    {
        var fault = Assert.Throws<InvalidDataException>(() => Fixture.ReadElsewhere(text));
        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_IdsOfOtherFolders_CountAsKnownInAPart()
    {
        (_, IReadOnlyList<KnowledgeError> whole) = Fixture.Read([.. Part()]);
        (KnowledgeFolder part, IReadOnlyList<KnowledgeError> faults) = Fixture.Read(
            [.. Part()], Fixture.ReadElsewhere("factor prolonged_sitting\nrival radiculopathy_c6\n"));

        Assert.Equal(2, whole.Count);
        Assert.Empty(faults);
        Assert.Single(part.Muscles);

        static IEnumerable<KnowledgeText> Part() =>
            Fixture.Texts().Where(text => !text.Path.Contains("/factors/", StringComparison.Ordinal) && text.Path != Fixture.RivalPath);
    }
}
