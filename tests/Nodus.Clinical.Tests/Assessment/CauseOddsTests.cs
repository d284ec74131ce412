using CsCheck;
using Nodus.Anatomy;
using Nodus.Clinical.Assessment;

namespace Nodus.Clinical.Tests.Assessment;

/// <summary>Through the ranking: what each thing that speaks of a cause itself does to it.</summary>
public sealed class CauseOddsTests
{
    private const string Shoulder = """{"pain":[{"zone":"shoulder_front","side":"right"},{"zone":"arm_front","side":"right"}]""";

    private static double P(string more, string point = "infraspinatus.1") =>
        SmallBody.Assess(Shoulder + more + "}").Muscles.SelectMany(rank => rank.Points.Select(one => (rank.Side, one)))
            .Where(one => one.one.Point == point && one.Side == "right").Select(one => one.one.Probability).FirstOrDefault();

    [Fact]
    public void Examiner_Novice_MovesTheSameWayButLess()
    {
        const string Found = ""","palpation":[{"point":"infraspinatus.1","side":"right","tender":true,"tautBand":true}]""";
        const string Missing = ""","palpation":[{"point":"infraspinatus.1","side":"right","tender":false}]""";
        const string Novice = ""","examiner":"novice" """;

        Assert.True(P("") < P(Found + Novice) && P(Found + Novice) < P(Found));
        Assert.True(P("") > P(Missing + Novice) && P(Missing + Novice) > P(Missing));
    }

    [Fact]
    public void ReferredTo_IntoTheComplaint_CountsMoreThanElsewhere()
    {
        string Pressed(string zone) =>
            $$""","palpation":[{"point":"infraspinatus.1","side":"right","tender":true,"referredTo":[{"zone":"{{zone}}","side":"right"}]}]""";

        Assert.True(P(Pressed("arm_front")) > P(Pressed("heel")));
    }

    [Fact]
    public void Quality_OfMuscle_RaisesPointsAndOfNerveLowersThem()
    {
        // One candidate against the unknown: among several, lower odds of all favour the one that explains most.
        static double Scalene(string quality) =>
            SmallBody.Assess($$"""{"pain":[{"zone":"neck_side","side":"right"{{quality}}}]}""").Find("scalene", "right")!.Probability;

        double With(string word) => Scalene($",\"quality\":[\"{word}\"]");
        double without = Scalene("");

        Assert.True(With("aching") > without);
        Assert.True(With("numb") < without);
        Assert.Equal(without, With("burning"));
    }

    [Fact]
    public void Satellite_OfAPressedAndFoundPoint_IsRaisedOnItsSideAndOnlyByThePressing()
    {
        Case found = SmallBody.Read("""{"palpation":[{"point":"infraspinatus.1","side":"right","tender":true,"recognised":true}]}""");
        Case missing = SmallBody.Read("""{"palpation":[{"point":"infraspinatus.1","side":"right","tender":false}]}""");

        Assert.InRange(Ratio(found, "biceps.1", Side.Right), 1.05, 2);
        Assert.Equal(1, Ratio(found, "biceps.1", Side.Left));
        Assert.Equal(1, Ratio(missing, "biceps.1", Side.Right));
        Assert.Equal(1, Ratio(SmallBody.Read(Shoulder + "}"), "biceps.1", Side.Right));
    }

    [Fact]
    public void RatioOf_AnyPalpation_IsPositiveAndFinite()
    {
        Gen<bool?> sign = Gen.OneOf(Gen.Const((bool?)null), Gen.Bool.Select(value => (bool?)value));
        var pain = new PainNetwork(SmallBody.Knowledge, SmallBody.Sites, ReferralMap.Empty);
        var odds = new CauseOdds(pain);
        Gen.Select(sign, sign, sign, sign, sign, Gen.Bool).Sample((tender, recognised, referred, band, twitch, novice) =>
        {
            var finding = new PalpationFinding(SmallBody.Knowledge.Points[0], Side.Left, tender, recognised, referred, band, twitch);
            odds.Set(new Case { Palpation = [finding], Examiner = novice ? Examiner.Novice : Examiner.Trained }, new bool[SmallBody.Sites.Count]);
            return Enumerable.Range(0, pain.Network.CauseCount).All(cause => odds.RatioOf(cause) is > 0 and < 1000);
        });
    }

    private static double Ratio(Case @case, string point, Side side)
    {
        var pain = new PainNetwork(SmallBody.WithSatellite, SmallBody.Sites, ReferralMap.Empty);
        var odds = new CauseOdds(pain);
        odds.Set(@case, new bool[SmallBody.Sites.Count]);
        Assert.True(SmallBody.WithSatellite.TryFindPoint(point, out var found));
        return odds.RatioOf(pain.CauseOf(found, side));
    }
}
