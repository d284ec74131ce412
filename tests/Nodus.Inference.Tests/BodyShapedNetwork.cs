namespace Nodus.Inference.Tests;

/// <summary>
/// Networks shaped like "pain drawing to trigger points": 260 regions in two layers, 275 causes a side, local patterns with
/// spill-over, one palpation finding per cause, and if asked for, tests that many causes share. Clustered = crowded upper body with wide patterns.
/// </summary>
internal sealed class BodyShapedNetwork
{
    private const int RegionCount = 260;
    private const int PointsPerSide = 275;
    private readonly List<(double Prior, List<(int Finding, double Activation)> Edges)> _causes = [];
    private readonly double[] _leak;

    public BodyShapedNetwork(
        ulong seed, double priorLow, double priorHigh, int spillMost, bool clustered, int sharedTests = 0)
    {
        _leak = new double[RegionCount + (2 * PointsPerSide) + sharedTests];
        var random = new SeededGenerator(seed);
        for (int f = 0; f < _leak.Length; f++)
            _leak[f] = random.Between(0.01, 0.03);
        var right = Enumerable.Range(0, PointsPerSide)
            .Select(_ => Pattern(random, spillMost, clustered)).ToArray();
        for (int side = 0; side < 2; side++)
        {
            for (int point = 0; point < PointsPerSide; point++)
            {
                var edges = right[point]
                    .Select(r => (Region(r.Layer, side == 0 ? -r.X : r.X, r.Y), r.Activation))
                    .Append((RegionCount + (side * PointsPerSide) + point, random.Between(0.5, 0.95)))
                    .OrderBy(e => e.Item1).ToList();
                _causes.Add((random.LogBetween(priorLow, priorHigh), edges));
            }
        }

        foreach (var (_, edges) in _causes)
        {
            int first = random.Below(Math.Max(1, sharedTests));
            for (int i = 0; i < 2 && sharedTests > 1; i++)
                edges.Add((_leak.Length - 1 - ((first + i) % sharedTests), random.Between(0.1, 0.8)));
        }

        var builder = new NoisyOrNetworkBuilder();
        foreach (double leak in _leak)
            builder.AddFinding(leak);
        foreach (var (prior, edges) in _causes)
        {
            int cause = builder.AddCause(prior);
            foreach (var (finding, activation) in edges)
                builder.AddEdge(cause, finding, activation);
        }

        Network = builder.Build();
    }

    public NoisyOrNetwork Network { get; }

    /// <summary>A case drawn from the network itself: all regions answered, nothing else, with the given number painful.</summary>
    public Evidence SampleCase(SeededGenerator random, int fewest, int most)
    {
        while (true)
        {
            var keep = _leak.Select(l => 1 - l).ToArray();
            foreach (var (prior, edges) in _causes)
            {
                if (!random.Chance(prior))
                    continue;
                foreach (var (finding, activation) in edges)
                    keep[finding] *= 1 - activation;
            }

            var painful = keep.Take(RegionCount).Select(k => random.Chance(1 - k)).ToArray();
            int count = painful.Count(p => p);
            if (count < fewest || count > most)
                continue;
            var evidence = new Evidence(Network);
            for (int f = 0; f < RegionCount; f++)
                evidence[f] = painful[f] ? Observation.Present : Observation.Absent;
            return evidence;
        }
    }

    private static int Region(int layer, int x, int y) => (layer * 130) + (y * 13) + x + 6;

    private static List<(int Layer, int X, int Y, double Activation)> Pattern(
        SeededGenerator random, int spillMost, bool clustered)
    {
        double x = random.Between(-0.4, 6.4);
        double y = clustered && random.Chance(0.75) ? random.Between(0, 3.5) : random.Between(0, 9);
        int layer = random.Below(2), essential = random.BetweenInclusive(1, 3);
        int spill = random.BetweenInclusive(1, spillMost);
        var nearest = Enumerable.Range(0, 130).Select(i => (X: (i % 13) - 6, Y: i / 13))
            .OrderBy(r => ((r.X - x) * (r.X - x)) + ((r.Y - y) * (r.Y - y))).ToArray();
        var pattern = new List<(int, int, int, double)>();
        for (int i = 0; i < essential; i++)
            pattern.Add((layer, nearest[i].X, nearest[i].Y, random.Between(0.6, 0.95)));
        for (int i = essential; i < essential + (3 * spill) && pattern.Count < essential + spill; i++)
        {
            if (random.Chance(0.6))
                pattern.Add((layer, nearest[i].X, nearest[i].Y, random.Between(0.1, 0.5)));
        }

        return pattern;
    }
}
