using Nodus.Anatomy;
using Nodus.Clinical.Assessment;
using Nodus.Clinical.Knowledge;

namespace Nodus.Cli.Vignettes;

/// <summary>
/// What can be had without a model, on the same patterns: the table of zones as charts print it, and the overlap of picture and
/// pattern. Neither knows rivals, priors or findings.
/// </summary>
internal sealed class Baselines
{
    private readonly Pattern[] patterns;

    /// <summary>Lays out the patterns, in the order of the muscle list, left before right.</summary>
    public Baselines(KnowledgeBase knowledge) => patterns =
    [
        .. knowledge.Muscles.SelectMany(muscle => new[] { Side.Left, Side.Right }.Select(side =>
        {
            ReferralZone[] zones = [.. muscle.Points.SelectMany(point => point.ZonesOn(side))];
            return new Pattern(
                muscle.Id, side, [.. zones.Select(Place)], [.. zones.Where(zone => zone.Kind == ReferralKind.Essential).Select(Place)]);
        })),
    ];

    /// <summary>
    /// Zone list: the muscles that list the most intense painful zone (the one told first where none is), in the fixed order
    /// of the list, those that have it as essential before those that have it as spillover.
    /// </summary>
    public Ranking ZoneList(BenchCase @case)
    {
        PainReport? worst = Painful(@case.Case).OrderByDescending(report => report.Intensity ?? 0)
            .ThenByDescending(report => report.Site.Zone.Id == @case.FirstZone).FirstOrDefault();
        if (worst is null) return new Ranking([], [], [], []);
        (string, Side) zone = (worst.Site.Zone.Id, worst.Site.Side);
        return Ordered(patterns.Select(pattern => (pattern, pattern.Essential.Contains(zone) ? 1.0 : pattern.All.Contains(zone) ? 0.5 : 0)));
    }

    /// <summary>Zone overlap: the zones that picture and pattern share, over those that either has (Jaccard).</summary>
    public Ranking ZoneOverlap(BenchCase @case)
    {
        HashSet<(string, Side)> painted = [.. Painful(@case.Case).Select(report => (report.Site.Zone.Id, report.Site.Side))];
        return Ordered(patterns.Select(pattern =>
        {
            int shared = pattern.All.Count(painted.Contains);
            return (pattern, shared == 0 ? 0 : (double)shared / (pattern.All.Count + painted.Count - shared));
        }));
    }

    private static IEnumerable<PainReport> Painful(Case @case) => @case.Pain.Where(report => report.Intensity is not <= 0);

    private static (string, Side) Place(ReferralZone zone) => (zone.Zone, zone.Side);

    private static Ranking Ordered(IEnumerable<(Pattern Of, double Score)> scored) => new(
        [.. scored.Where(one => one.Score > 0).OrderByDescending(one => one.Score).Select(one => new Ranked(one.Of.Muscle, false, one.Of.Side, one.Score))],
        [], [], []);

    private sealed record Pattern(string Muscle, Side Side, HashSet<(string Zone, Side Side)> All, HashSet<(string Zone, Side Side)> Essential);
}
