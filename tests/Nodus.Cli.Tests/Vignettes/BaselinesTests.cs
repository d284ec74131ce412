using Nodus.Anatomy;
using Nodus.Anatomy.Zones;
using Nodus.Cli.Vignettes;
using Nodus.Clinical.Assessment;
using Nodus.Clinical.Knowledge;

namespace Nodus.Cli.Tests.Vignettes;

/// <summary>On a body of three zones and three muscles.</summary>
public sealed class BaselinesTests
{
    private static readonly KnowledgeBase Knowledge = new("knowledge-1", "atlas-1", new KnowledgeEntries
    {
        Muscles =
        [
            Muscle("first", ("front", ReferralKind.Spillover), ("hand", ReferralKind.Essential)),
            Muscle("second", ("front", ReferralKind.Essential)),
            Muscle("third", ("front", ReferralKind.Essential), ("back", ReferralKind.Essential)),
        ],
    });

    [Fact]
    public void ZoneList_MostIntenseZone_IsLookedUpInTheOrderOfTheList_EssentialFirst()
    {
        Ranking ranking = new Baselines(Knowledge).ZoneList(Case(null, ("hand", 3), ("front", 7)));

        Assert.Equal([("second", Side.Left), ("third", Side.Left), ("first", Side.Left)], ranking.Muscles.Select(one => (one.Id, one.Side)));
        Assert.Empty(ranking.Rivals);
    }

    [Fact]
    public void ZoneList_NoIntensity_TakesWhatWasToldFirst()
    {
        Ranking ranking = new Baselines(Knowledge).ZoneList(Case("hand", ("front", null), ("hand", null)));

        Assert.Equal("first", Assert.Single(ranking.Muscles).Id);
    }

    [Fact]
    public void ZoneOverlap_IsSharedOverCovered()
    {
        Ranking ranking = new Baselines(Knowledge).ZoneOverlap(Case(null, ("front", 5), ("back", 5)));

        Assert.Equal([("third", 1.0), ("second", 0.5), ("first", 1 / 3.0)], ranking.Muscles.Select(one => (one.Id, one.Probability)));
        Assert.All(ranking.Muscles, one => Assert.Equal(Side.Left, one.Side));
    }

    [Fact]
    public void Baselines_NoPain_RankNobody()
    {
        var baselines = new Baselines(Knowledge);

        Assert.Empty(baselines.ZoneList(Case(null, ("front", 0))).Muscles);
        Assert.Empty(baselines.ZoneOverlap(Case(null, ("front", 0))).Muscles);
    }

    private static BenchCase Case(string? firstZone, params (string Zone, double? Intensity)[] pain) => new(
        "x", CaseKind.Single, null, [], [],
        new Case
        {
            Pain = [.. pain.Select((one, i) => new PainReport(
                new ZoneSite(i, new Zone(one.Zone, one.Zone, "front", ZoneLaterality.Paired, "arm", "", [], HasSkin: true), Side.Left), 1, one.Intensity, []))],
        },
        firstZone);

    private static Muscle Muscle(string id, params (string Zone, ReferralKind Kind)[] zones) => new(
        id, id, id, [], "shoulder_arm", "A muscle.", Confidence.High,
        [
            new TriggerPoint(
                id + ".1", id, "there", new PressSite(0, 0, 0, 0, 0, 0), 1, Reach.Flat, ReferralLaterality.Ipsilateral, false, Confidence.High, ["book"],
                [.. zones.Select(zone => new ReferralZone(zone.Zone, Side.Left, zone.Kind, 1, 0.5))]),
        ],
        [], [], [], [], [], ["book"]);
}
