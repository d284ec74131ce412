using Nodus.Anatomy;
using Nodus.Anatomy.Zones;
using Nodus.Clinical.Assessment;
using Nodus.Clinical.Knowledge;

namespace Nodus.Benchmarks;

/// <summary>A drawing to be measured: a name that tells what it was made of, and the case.</summary>
internal sealed record NamedCase(string Name, Case Case);

/// <summary>
/// Drawings of the real body. Points send pain into their zones by activation, with levels by the drawing model; nothing
/// that hurts is left out of the picture, which is harder for the engine than what patients draw. Patches and whole areas
/// are painted without any point behind them.
/// </summary>
internal sealed class DrawnPain(KnowledgeBase knowledge, ZoneMap zones, int seed)
{
    /// <summary>An intensity inside each level of the drawing model: none, mild, moderate, severe.</summary>
    private static readonly double[] IntensityOfLevel = [0, 2, 5, 8];

    private const double PatchIntensity = 5;

    private readonly Random _random = new(seed);
    private readonly int[][] _beside = PainNetwork.Neighbours(zones.Sites);
    private readonly TriggerPoint[] _points = [.. knowledge.Points.Where(point => point.Zones.Count > 0)];

    /// <summary>Drawings of so many active points from anywhere on either side.</summary>
    public IEnumerable<NamedCase> OfPoints(int points, int count) =>
        Many(count, () => Sample(_points.SelectMany(Sides), points));

    /// <summary>Drawings of so many active points of one side and one body area.</summary>
    public IEnumerable<NamedCase> OfOneArea(int points, int count)
    {
        var areas = _points.GroupBy(point => knowledge.MuscleOf(point).Group, StringComparer.Ordinal)
            .Where(area => area.Count() >= points).Select(area => area.ToArray()).ToArray();
        return Many(count, () =>
        {
            TriggerPoint[] area = areas[_random.Next(areas.Length)];
            Side side = _random.Next(2) == 0 ? Side.Left : Side.Right;
            return Sample(area.Select(point => (point, side)), points);
        });
    }

    /// <summary>Patches of neighbouring zones, grown from a random one at random.</summary>
    public IEnumerable<NamedCase> Patches(int size, int count)
    {
        for (int i = 0; i < count; i++)
        {
            ZoneSite start;
            do start = zones.Sites[_random.Next(zones.Sites.Count)];
            while (!start.Zone.HasSkin);
            var patch = new SortedSet<int> { start.Index };
            while (patch.Count < size)
            {
                int[] rim = [.. patch.SelectMany(Beside).Where(site => !patch.Contains(site)).Order()];
                if (rim.Length == 0) break;
                patch.Add(rim[_random.Next(rim.Length)]);
            }

            yield return Painted($"{patch.Count} zones around {start}", patch.Select(site => zones.Sites[site]));
        }
    }

    /// <summary>Every area of the body and the whole of it, on the left and on both sides.</summary>
    public IEnumerable<NamedCase> WholeAreas()
    {
        foreach (var area in zones.Sites.GroupBy(site => site.Zone.Area, StringComparer.Ordinal))
        {
            yield return Painted($"{area.Key}, left and midline", area.Where(site => site.Side != Side.Right));
            yield return Painted($"{area.Key}, both sides", area);
        }

        yield return Painted("whole body, left and midline", zones.Sites.Where(site => site.Side != Side.Right));
        yield return Painted("whole body, both sides", zones.Sites);
    }

    private static IEnumerable<(TriggerPoint Point, Side Side)> Sides(TriggerPoint point) => [(point, Side.Left), (point, Side.Right)];

    private static NamedCase Painted(string name, IEnumerable<ZoneSite> sites) =>
        new(name, new Case { Pain = [.. sites.Select(site => new PainReport(site, 1, PatchIntensity, []))] });

    private IEnumerable<NamedCase> Many(int count, Func<NamedCase> sample)
    {
        for (int made = 0; made < count;)
        {
            NamedCase drawing = sample();
            if (drawing.Case.Pain.Count == 0) continue;
            made++;
            yield return drawing;
        }
    }

    private NamedCase Sample(IEnumerable<(TriggerPoint Point, Side Side)> among, int points)
    {
        (TriggerPoint Point, Side Side)[] causes = [.. among];
        _random.Shuffle(causes);
        causes = causes[..points];
        var level = new SortedDictionary<int, int>();
        foreach ((TriggerPoint point, Side side) in causes)
        {
            foreach (ReferralZone zone in point.ZonesOn(side))
            {
                double draw = _random.NextDouble();
                int reached = PainReporting.AboveLevelGivenCause(zone.Activation).Count(above => draw < above);
                if (reached == 0 || !zones.TryFind(zone.Zone, zone.Side, out ZoneSite site)) continue;
                level[site.Index] = Math.Max(reached, level.GetValueOrDefault(site.Index));
            }
        }

        return new NamedCase(
            string.Join(" + ", causes.Select(cause => $"{cause.Point.Id} {cause.Side.ToWord()}").Order(StringComparer.Ordinal)),
            new Case { Pain = [.. level.Select(zone => new PainReport(zones.Sites[zone.Key], 1, IntensityOfLevel[zone.Value], []))] });
    }

    /// <summary>Zones with skin beside a site; a midline zone leads to both sides.</summary>
    private IEnumerable<int> Beside(int index) => _beside[index].Where(other => zones.Sites[other].Zone.HasSkin);
}
