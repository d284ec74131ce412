using Nodus.Clinical.Knowledge;
using Nodus.Clinical.Tests.Assessment;

namespace Nodus.Clinical.Tests.Knowledge;

public sealed class KnowledgeCountsTests
{
    [Fact]
    public void DistinctProtocols_TwoMusclesShareALongSentence_LeavesThePointsOfBothOut()
    {
        Assert.Equal(6, Of("A short one.", "A short one.").DistinctProtocols);
        const string Long = "Never press here for longer than the patient likes it.";
        Assert.Equal(2, Of(Long, "Be careful. " + Long).DistinctProtocols);
    }

    [Fact]
    public void Sentences_OfAText_AreTheLongOnesAsBareWords() => Assert.Equal(
        ["one two three four five six seven eight nine"],
        ProtocolTexts.Sentences("Short. One, two - three four (five) six seven EIGHT nine! One two three four five six seven eight."));

    /// <summary>Counts with these cautions for the first two muscles: infraspinatus and biceps with two points each.</summary>
    private static KnowledgeCounts Of(string first, string second) => KnowledgeCounts.Of(
        new KnowledgeEntries { Muscles = SmallBody.Knowledge.Muscles },
        new LibraryEntries(),
        [.. SmallBody.Knowledge.Muscles.Select((muscle, i) => Monograph(muscle, i switch { 0 => first, 1 => second, _ => "Mind it." }))],
        []);

    private static MuscleMonograph Monograph(Muscle muscle, string caution) => new(
        muscle.Id, new Dictionary<string, string>(StringComparer.Ordinal), new Attachments("here", "there"), ["Moves"], new Innervation("A nerve", ["C5"]),
        [.. muscle.Points.Select(point => new PointMonograph(point.Id, "here", "Pattern.", null))],
        [], [], null, new SelfRelease(null, null, null, null, null, null, "Not advised."), [caution], [], null);
}
