using System.Text.Json;
using Nodus.Anatomy;
using Nodus.Clinical.Knowledge;
using Nodus.Inference;

namespace Nodus.Clinical.Assessment;

/// <summary>Puts the numbers of one assessment into the parts of a <see cref="Differential"/>.</summary>
internal sealed class Description(PainNetwork pain, PosteriorEngine engine, Responsibility shares)
{
    /// <summary>A painful zone is unexplained when P(something known causes it) is below this. Elicited.</summary>
    private const double ExplainedLeast = 0.5;

    /// <summary>Shares below this are not listed.</summary>
    private const double ShareLeast = 0.05;

    /// <summary>Alternatives listed for a zone.</summary>
    private const int AlternativesListed = 5;

    /// <summary>A muscle with what it explains.</summary>
    public MuscleRank Muscle(Suspect suspect, double probability) =>
        Plainly(suspect, probability, pain, engine) with { Explains = Explains(suspect) };

    /// <summary>A muscle with its points and nothing else.</summary>
    public static MuscleRank Plainly(Suspect suspect, double probability, PainNetwork pain, PosteriorEngine engine)
    {
        var points = suspect.Causes.Select(cause => new PointRank(pain.PointOf(cause).Id, Rounded(engine.Marginals[cause])));
        return new MuscleRank(
            suspect.Id, suspect.Side.ToWord(), Rounded(probability), Assessor.BandOf(probability),
            [.. points.OrderByDescending(point => point.Probability)], [], [], [], []);
    }

    /// <summary>A rival with what it explains.</summary>
    public RivalRank Rival(Suspect suspect, double probability)
    {
        Rival rival = suspect.Rival!.Rival;
        return new RivalRank(
            rival.Id, Word(rival.Kind), suspect.Side.ToWord(), Rounded(probability), Assessor.BandOf(probability), Word(rival.Urgency),
            Explains(suspect), [], [], rival.Separate);
    }

    /// <summary>Each painful zone with its alternatives.</summary>
    public IReadOnlyList<ZoneReading> Zones(IReadOnlyList<Suspect> suspects) =>
    [
        .. shares.Zones.Select((site, z) => new ZoneReading(
            site.Zone.Id, site.Side.ToWord(),
            [
                .. suspects.Select(suspect => (suspect, Share: shares.Of(z, suspect.Causes))).Where(one => one.Share >= ShareLeast)
                    .OrderByDescending(one => Math.Round(one.Share, 12)).Take(AlternativesListed)
                    .Select(one => new CauseShare(one.suspect.Muscle?.Id, one.suspect.Rival?.Rival.Id, one.suspect.Side.ToWord(), Rounded(one.Share))),
            ],
            Rounded(shares.NotCaused(z)))),
    ];

    /// <summary>What nothing explains.</summary>
    public CauseSet Unexplained() => new(
        [], [], false, 0,
        [
            .. shares.Zones.Where((_, z) => 1 - shares.NotCaused(z) < ExplainedLeast)
                .Select(site => new ZonePlace(site.Zone.Id, site.Side.ToWord())),
        ]);

    /// <summary>One set that explains the picture, and what nothing explains.</summary>
    public CauseSet Together()
    {
        LikelySet set = engine.FindLikelySet();
        return new CauseSet(
            [.. set.Causes.Where(pain.IsPoint).Select(cause => $"{pain.PointOf(cause).Id}:{PainNetwork.SideOf(cause).ToWord()}")],
            [.. set.Causes.Where(cause => !pain.IsPoint(cause)).Select(pain.RivalOf).Select(rival => $"{rival.Rival.Id}:{rival.Side.ToWord()}")],
            set.IsProven, Rounded(set.Probability),
            Unexplained().Unexplained);
    }

    private List<ZoneShare> Explains(Suspect suspect) =>
    [
        .. shares.Zones.Select((site, z) => (Site: site, Share: shares.Of(z, suspect.Causes)))
            .Where(zone => zone.Share >= ShareLeast)
            .OrderByDescending(zone => zone.Share)
            .Select(zone => new ZoneShare(zone.Site.Zone.Id, zone.Site.Side.ToWord(), Rounded(zone.Share))),
    ];

    private static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    private static double Rounded(double probability) => Math.Round(probability, 4);
}
