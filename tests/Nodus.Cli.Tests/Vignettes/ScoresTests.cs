using Nodus.Anatomy;
using Nodus.Cli.Vignettes;
using Nodus.Clinical.Assessment;

namespace Nodus.Cli.Tests.Vignettes;

public sealed class ScoresTests
{
    private static readonly Ranking Reading = new(
        [Muscle("a", Side.Left, 0.9), Muscle("b", Side.Right, 0.5), Muscle("b", Side.Left, 0.1)],
        [Rival("r", Side.Midline, 0.7), Rival("s", Side.Left, 0.05)], [], []);

    [Fact]
    public void Of_Causes_AreRankedInTheirOwnListAndTogether()
    {
        CaseRanks ranks = CaseRanks.Of(Case([Cause("b", Side.Right), Cause("c", Side.Left)], []), Reading);

        Assert.Equal([2, CaseRanks.NotRanked], ranks.Own);
        Assert.Equal([3, CaseRanks.NotRanked], ranks.Together);
        Assert.Equal(2, ranks.OwnOrAccepted);
    }

    [Fact]
    public void Of_EitherSide_TheBetterOneCounts() =>
        Assert.Equal([2], CaseRanks.Of(Case([Cause("b", null)], []), Reading).Own);

    [Fact]
    public void Of_Rival_IsRankedAmongRivals()
    {
        CaseRanks ranks = CaseRanks.Of(Case([new CauseName("s", true, Side.Left)], [Cause("a", Side.Left)]), Reading);

        Assert.Equal([2], ranks.Own);
        Assert.Equal([5], ranks.Together);
        Assert.Equal((1, 1), (ranks.OwnOrAccepted, ranks.TogetherOrAccepted));
    }

    [Fact]
    public void RankScore_OfHandMadeRanks_IsCountedByHand()
    {
        RankScore score = RankScore.Of([1, 2, 4, CaseRanks.NotRanked]);

        Assert.Equal((0.25, 0.5, 0.75), (score.Top1, score.Top3, score.Top5));
        Assert.Equal((1 + 0.5 + 0.25) / 4, score.MeanReciprocalRank, 12);
    }

    [Fact]
    public void GroupScore_SeveralCauses_CountsTheFirstFoundAndEachCause()
    {
        GroupScore score = GroupScore.Of("g", [new CaseRanks([1, 4], [2, 6], 1, 2), new CaseRanks([9, CaseRanks.NotRanked], [9, CaseRanks.NotRanked], 3, 3)]);

        Assert.Equal((0.5, 0.5, 0.5), (score.Own.Top1, score.Own.Top3, score.Own.Top5));
        Assert.Equal((0.25, 0.25, 0.5), score.CausesFound);
        Assert.Equal(1, score.OrAccepted.Top3);
        Assert.Equal(0.5, score.Together.Top3);
    }

    [Theory]
    // Newcombe 1998, Stat Med 17:857-872, table I, method 3: 81 of 263, 15 of 148, 0 of 20, 1 of 29.
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void Wilson_PublishedExamples_AreMet(int hits, int n, double low, double high)
    {
        Interval interval = Interval.Wilson(hits, n);

        Assert.Equal(low, interval.Low, 4);
        Assert.Equal(high, interval.High, 4);
    }

    [Fact]
    public void Wilson_NothingSeen_SaysNothing() => Assert.Equal(new Interval(0, 1), Interval.Wilson(0, 0));

    private static Ranked Muscle(string id, Side side, double probability) => new(id, false, side, probability);

    private static Ranked Rival(string id, Side side, double probability) => new(id, true, side, probability);

    private static CauseName Cause(string muscle, Side? side) => new(muscle, false, side);

    private static BenchCase Case(CauseName[] truth, CauseName[] accept) => new("x", CaseKind.Single, "published", truth, accept, new Case(), null);
}
