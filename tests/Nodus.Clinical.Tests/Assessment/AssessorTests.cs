using System.Text;
using System.Text.Json;
using Nodus.Clinical.Assessment;

namespace Nodus.Clinical.Tests.Assessment;

public sealed class AssessorTests
{
    private const string Shoulder = """{"pain":[{"zone":"shoulder_front","side":"right","intensity":6},{"zone":"arm_front","side":"right","intensity":5}]}""";

    [Fact]
    public void Assess_PainOfOneSide_RanksThatSideAndLeavesTheOtherOut()
    {
        Differential differential = SmallBody.Assess(Shoulder);

        Assert.Equal(("infraspinatus", "right"), (differential.Muscles[0].Muscle, differential.Muscles[0].Side));
        Assert.All(differential.Muscles, rank => Assert.Equal("right", rank.Side));
        Assert.True(differential.Exact);
        Assert.Equal(("frontier-6", "knowledge-1", "atlas-1"), (differential.Engine, differential.Knowledge, differential.Atlas));
    }

    [Fact]
    public void Assess_MirroredCase_GivesTheMirroredRanking()
    {
        Differential right = SmallBody.Assess(Shoulder);
        Differential left = SmallBody.Assess(Shoulder.Replace("right", "left", StringComparison.Ordinal));

        Assert.Equal(
            right.Muscles.Select(rank => (rank.Muscle, rank.Probability)),
            left.Muscles.Select(rank => (rank.Muscle, rank.Probability)));
        Assert.All(left.Muscles, rank => Assert.Equal("left", rank.Side));
    }

    [Fact]
    public void Assess_NothingKnown_RanksNobody()
    {
        Differential differential = SmallBody.Assess("{}");

        Assert.Empty(differential.Muscles);
        Assert.Empty(differential.Together.Points);
        Assert.Empty(differential.Together.Unexplained);
    }

    [Fact]
    public void Assess_MuscleSide_IsMoreProbableThanAnyPointAndLessThanTheirSum()
    {
        MuscleRank rank = SmallBody.Assess(Shoulder).Find("infraspinatus", "right")!;

        Assert.Equal(2, rank.Points.Count);
        Assert.True(rank.Probability > rank.Points[0].Probability);
        Assert.True(rank.Points[0].Probability >= rank.Points[1].Probability);
        Assert.True(rank.Probability <= rank.Points.Sum(point => point.Probability) + 1e-4);
    }

    [Fact]
    public void Assess_Shares_AddUpToAtMostOneAZone()
    {
        Differential differential = SmallBody.Assess(Shoulder);
        foreach (var zone in differential.Muscles.SelectMany(rank => rank.Explains).GroupBy(share => (share.Zone, share.Side)))
            Assert.InRange(zone.Sum(share => share.Share), 0.3, 1.0001);
    }

    [Fact]
    public void Assess_PainWithoutAnyPattern_IsLeftUnexplained()
    {
        Differential differential = SmallBody.Assess(
            """{"pain":[{"zone":"shoulder_front","side":"right","intensity":6},{"zone":"heel","side":"left","intensity":6}]}""");

        Assert.Contains(new ZonePlace("heel", "left"), differential.Together.Unexplained);
        Assert.True(differential.Together.Proven);
        Assert.InRange(differential.Together.Probability, 0.0001, 1);
    }

    [Fact]
    public void Assess_Palpation_MovesItsPointTheRightWayAndNamesIt()
    {
        string Pressed(string signs) => Shoulder[..^1] + $$""","palpation":[{"point":"biceps.1","side":"right",{{signs}}}]}""";
        MuscleRank before = SmallBody.Assess(Shoulder).Find("biceps", "right")!;
        MuscleRank familiar = SmallBody.Assess(Pressed("\"tender\":true,\"recognised\":true")).Find("biceps", "right")!;
        MuscleRank? painless = SmallBody.Assess(Pressed("\"tender\":false")).Find("biceps", "right");
        MuscleRank unexamined = SmallBody.Assess(Pressed("\"tender\":null")).Find("biceps", "right")!;

        Assert.True(familiar.Probability > 2 * before.Probability);
        Assert.Contains(familiar.For, reason => reason.Contains("tender, familiar pain", StringComparison.Ordinal));
        Assert.True(painless is null || painless.Probability < before.Probability);
        Assert.Equal(before.Probability, unexamined.Probability);
    }

    [Fact]
    public void Assess_MovementAndActivity_SupportTheMuscleThatAnswersToThem()
    {
        string Moved(string result) => Shoulder[..^1] + $$""","movements":[{"test":"hand_behind_back","side":"right","result":"{{result}}"}]}""";
        double before = SmallBody.Assess(Shoulder).Find("infraspinatus", "right")!.Probability;
        MuscleRank restricted = SmallBody.Assess(Moved("restricted")).Find("infraspinatus", "right")!;
        double normal = SmallBody.Assess(Moved("normal")).Find("infraspinatus", "right")!.Probability;
        double provoked = SmallBody.Assess(Shoulder[..^1] + ""","factors":["reaching"]}""").Find("infraspinatus", "right")!.Probability;
        double tearing = SmallBody.Assess(Shoulder[..^1] + ""","answers":{"tearing":true}}""").Find("infraspinatus", "right")!.Probability;

        Assert.True(restricted.Probability > before);
        Assert.True(normal < before);
        Assert.True(provoked > before);
        Assert.True(tearing > before);
        Assert.Contains(restricted.For, reason => reason.Contains("Hand behind the back, right: restricted", StringComparison.Ordinal));
    }

    [Fact]
    public void Assess_ContextAndFactor_MoveTheOddsOfTheirMusclesByTheirFactors()
    {
        // One point a muscle, one pain each: what the circumstances do to the prior odds they do to the posterior odds.
        const string Neck = """{"pain":[{"zone":"neck_side","side":"right","intensity":6}]}""";
        MuscleRank before = SmallBody.Assess(Neck).Find("scalene", "right")!;
        MuscleRank after = SmallBody.Assess(Neck[..^1] + ""","factors":["violin"]}""").Find("scalene", "right")!;

        Assert.Equal(2 * Odds(before.Probability), Odds(after.Probability), 0.01);
        Assert.Contains(after.For, reason => reason.Contains("Playing the violin", StringComparison.Ordinal));
        MuscleRank kept = SmallBody.Assess(Shoulder[..^1] + ""","factors":["smoking"]}""").Find("infraspinatus", "right")!;
        Assert.True(kept.Probability > SmallBody.Assess(Shoulder).Find("infraspinatus", "right")!.Probability);
        Assert.Contains(kept.For, reason => reason.Contains("kept going by: Smoking", StringComparison.Ordinal));
    }

    [Fact]
    public void Assess_ContextAlone_RanksNobodyAboveItsPrior() =>
        Assert.Empty(SmallBody.Assess("""{"factors":["violin","smoking"]}""").Muscles);

    [Fact]
    public void Assess_ContextAndPalpation_KeepsBoth()
    {
        string Pressed(string factors) => Shoulder[..^1] + $$""","palpation":[{"point":"scalene.1","side":"right","tender":true,"recognised":true}],"factors":[{{factors}}]}""";
        double pressed = SmallBody.Assess(Pressed("")).Find("scalene", "right")!.Probability;
        double both = SmallBody.Assess(Pressed("\"violin\"")).Find("scalene", "right")!.Probability;

        Assert.Equal(2 * Odds(pressed), Odds(both), 0.1);
    }

    [Fact]
    public void Assess_PainDeniedWhereThePatternReaches_CountsMoreThanPainNotTold()
    {
        string told = """{"pain":[{"zone":"shoulder_front","side":"right","intensity":6}]}""";
        string denied = """{"pain":[{"zone":"shoulder_front","side":"right","intensity":6},{"zone":"arm_front","side":"right","intensity":0}]}""";
        double notTold = SmallBody.Assess(told).Find("infraspinatus", "right")!.Probability;
        double saidNo = SmallBody.Assess(denied).Find("infraspinatus", "right")!.Probability;

        Assert.True(saidNo < notTold);
    }

    [Fact]
    public void Assess_PartlyCoveredZone_CountsLessThanAClearOne()
    {
        var site = SmallBody.Sites.Single(s => s.Zone.Id == "sternum");
        double At(double coverage) => SmallBody.NewAssessor()
            .Assess(new Case { Pain = [new PainReport(site, coverage, 5, [])] }).Find("sternalis", "left")?.Probability ?? 0;

        Assert.True(At(0.01) < At(0.1));
        Assert.True(At(0.1) < At(0.5));
        Assert.Equal(At(0.5), At(1));
    }

    [Fact]
    public void Assess_AfterOtherCases_GivesTheSameBytes()
    {
        byte[] fresh = SmallBody.Assess(Shoulder).ToJson();
        Assessor used = SmallBody.NewAssessor();
        used.Assess(SmallBody.Read("""{"pain":[{"zone":"neck_side","side":"both","intensity":9}],"palpation":[{"point":"scalene.1","side":"left","tender":true}]}"""));
        used.Assess(SmallBody.Read("{}"));

        Assert.Equal(Encoding.UTF8.GetString(fresh), Encoding.UTF8.GetString(used.Assess(SmallBody.Read(Shoulder)).ToJson()));
    }

    [Fact]
    public void ToJson_HasTheContractsFieldsAndNoPretendedTriage()
    {
        using var json = JsonDocument.Parse(SmallBody.Assess(Shoulder).ToJson());

        Assert.Equal(
            ["engine", "knowledge", "atlas", "muscles", "rivals", "notToMiss", "zones", "together", "next", "enough", "summary", "exact"],
            json.RootElement.EnumerateObject().Select(property => property.Name));
        Assert.Equal(
            ["muscle", "side", "probability", "band", "points", "explains", "for", "against", "missing"],
            json.RootElement.GetProperty("muscles")[0].EnumerateObject().Select(property => property.Name));
        Assert.Equal(
            ["points", "rivals", "proven", "probability", "unexplained"],
            json.RootElement.GetProperty("together").EnumerateObject().Select(property => property.Name));
    }

    [Fact]
    public void Next_ProposesWhatWasNotDone()
    {
        Differential differential = SmallBody.Assess(Shoulder[..^1] + ""","palpation":[{"point":"infraspinatus.1","side":"right","tender":true}]}""");

        Assert.NotEmpty(differential.Next);
        Assert.DoesNotContain(differential.Next, test => test.Test == "palpate:infraspinatus.1:right");
        Assert.All(differential.Next, test => Assert.InRange(test.Bits, 0, 1));
    }

    private static double Odds(double p) => p / (1 - p);

    [Theory]
    [InlineData(0.19, "unlikely")]
    [InlineData(0.2, "possible")]
    [InlineData(0.5, "likely")]
    [InlineData(0.81, "very likely")]
    public void BandOf_Bounds_AreThoseOfTheContract(double probability, string band) =>
        Assert.Equal(band, Assessor.BandOf(probability));
}
