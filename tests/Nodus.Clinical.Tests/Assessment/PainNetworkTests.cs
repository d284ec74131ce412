using Nodus.Anatomy;
using Nodus.Anatomy.Zones;
using Nodus.Clinical.Assessment;
using Nodus.Clinical.Knowledge;

namespace Nodus.Clinical.Tests.Assessment;

public sealed class PainNetworkTests
{
    private static readonly PainNetwork Pain = new(SmallBody.WithRivals, SmallBody.Sites, ReferralMap.Empty);

    private static ZoneSite Arm => SmallBody.Sites.Single(site => site.Zone.Id == "arm_front" && site.Side == Side.Right);

    [Fact]
    public void PainOf_EveryPatch_SumsToThePainOfTheZone()
    {
        for (int cause = 0; cause < Pain.Network.CauseCount; cause++)
        {
            double sum = Enumerable.Range(0, Arm.Zone.Patches.Count).Sum(patch => Pain.Network.PresentGivenCause(Pain.PainOf(Arm, patch), cause));
            Assert.Equal(Pain.Network.PresentGivenCause(Pain.PainOf(Arm, null), cause), sum, 12);
        }
    }

    [Fact]
    public void PainOf_NoKnownCause_LiesAnywhere() => Assert.Equal(
        Pain.Network.PresentGivenNoCause(Arm.Index) / 2, Pain.Network.PresentGivenNoCause(Pain.PainOf(Arm, 1)), 12);

    [Fact]
    public void Assess_PlaceInTheZone_RaisesWhatLiesThere()
    {
        double infraspinatus = Of("infraspinatus", ""), scalene = Of("scalene", "");
        Assert.True(Of("infraspinatus", ",\"patch\":1") > infraspinatus && Of("scalene", ",\"patch\":1") < scalene);
        Assert.True(Of("infraspinatus", ",\"patch\":2") < infraspinatus && Of("scalene", ",\"patch\":2") > scalene);

        static double Of(string muscle, string patch) =>
            SmallBody.Assess($$"""{"pain":[{"zone":"arm_front","side":"right"{{patch}}}]}""").Find(muscle, "right")?.Probability ?? 0;
    }

    /// <summary>Biceps' second point is felt in either half alike, and so is pain of no known cause. What is left is that two who
    /// choose their places each on their own coincide a little less often.</summary>
    [Fact]
    public void Assess_PlaceThatSaysNothingOfACause_ChangesNextToNothing()
    {
        KnowledgeBase alone = new("knowledge-9", "atlas-1", SmallBody.Knowledge.Entries with { Muscles = [.. SmallBody.Knowledge.Muscles.Where(muscle => muscle.Id == "biceps")] });
        Assert.Equal(Of(null), Of(0), 0.005);
        Assert.Equal(Of(0), Of(1), 9);

        double Of(int? patch) => new Assessor(alone, SmallBody.Sites, "atlas-1")
            .Assess(new Case { Pain = [new PainReport(Arm, 1, null, []) { Patch = patch }] }).Find("biceps", "right")!.Probability;
    }

    [Fact]
    public void Assess_PlaceInTheZone_IsExplainedAsTheZoneIs()
    {
        Differential told = SmallBody.Assess("""{"pain":[{"zone":"arm_front","side":"right","patch":1}]}""");

        ZoneReading zone = Assert.Single(told.Zones);
        Assert.Equal(("arm_front", "right"), (zone.Zone, zone.Side));
        Assert.Contains(zone.By, share => share.Muscle == "infraspinatus");
        Assert.Contains(told.Find("infraspinatus", "right")!.For, reason => reason.StartsWith("Explains ", StringComparison.Ordinal));
        Assert.DoesNotContain(told.Find("infraspinatus", "right")!.Against, reason => reason.StartsWith("No pain told", StringComparison.Ordinal) && reason.Contains("arm_front", StringComparison.Ordinal));
        Assert.DoesNotContain(told.Next, test => test.Test == "ask:pain:arm_front:right");
    }

    [Fact]
    public void Mirrored_ZoneOnTheMidline_ChangesItsHalves()
    {
        var zone = new ReferralZone("sternum", Side.Midline, ReferralKind.Essential, 1, 0.9) { Patches = [0.4, 0.2, 0.1, 0.1, 0.15, 0.05] };

        Assert.Equal([0.1, 0.15, 0.05, 0.4, 0.2, 0.1], zone.Mirrored().Patches);
        Assert.Equal(zone.Patches, zone.Mirrored().Mirrored().Patches);
    }
}
