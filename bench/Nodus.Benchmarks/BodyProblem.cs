using Nodus.Inference;
using Nodus.Inference.Tests;

namespace Nodus.Benchmarks;

/// <summary>
/// One of the project's neutral networks, shaped like "pain drawing to trigger points": 260 regions in two layers, 275 points a
/// side with local patterns that spill over, and tests of them: pressing, movements, circumstances. The same draws on every
/// platform, so that numbers measured anywhere are of the same 200 cases.
/// </summary>
internal sealed partial class BodyProblem
{
    private const int Rows = 10, Columns = 13, Layers = 2, Regions = Layers * Rows * Columns;
    private const int PointsPerSide = 275, MovementsPerSide = 50, Factors = 50;
    private const int Pressing = Regions, Movement = Pressing + (2 * PointsPerSide), Factor = Movement + (2 * MovementsPerSide);
    private const int EdgesMost = 15;

    private static readonly int[] PointsOfMuscle = [1, 2, 2, 3, 3, 4, 5, 6];

    private readonly SeededGenerator _random;
    private readonly Spec _spec;
    private readonly double[] _leak = new double[Factor + Factors];
    private readonly List<double> _prior = [];
    private readonly List<Edge[]> _edges = [];

    private BodyProblem(Spec spec)
    {
        (_spec, _random) = (spec, new SeededGenerator(spec.Seed));
        DrawLeaks(0, Regions);
        List<Muscle> muscles = DrawMuscles();
        DrawLeaks(Regions, _leak.Length);
        Point[] points = [.. DrawPoints(muscles)];
        for (int side = 0; side < 2; side++)
        {
            foreach (Point point in points) AddCause(point, side);
        }

        Network = Build();
    }

    /// <summary>A typical, B dense: wide patterns, C higher priors, D crowded upper body with 20 to 40 painful regions.</summary>
    public static IEnumerable<BodyProblem> All =>
    [
        new(new Spec("A", 1101, 80, false, 0.002, 0.05, 5, 5)),
        new(new Spec("B", 2202, 40, false, 0.002, 0.05, 8, 5)),
        new(new Spec("C", 3303, 40, false, 0.010, 0.05, 5, 5)),
        new(new Spec("D", 4404, 40, true, 0.002, 0.05, 8, 20)),
    ];

    /// <summary>A, B, C or D.</summary>
    public string Name => _spec.Name;

    /// <summary>The network: causes 0 to 549, left side first; findings 0 to 259 are the regions.</summary>
    public NoisyOrNetwork Network { get; }

    private void DrawLeaks(int first, int end)
    {
        for (int f = first; f < end; f++) _leak[f] = Math.Round(_random.Between(0.01, 0.03), 4);
    }

    /// <summary>Where the muscles of one side lie, and how far from it they refer.</summary>
    private List<Muscle> DrawMuscles()
    {
        var muscles = new List<Muscle>();
        for (int points = 0; points < PointsPerSide; points += muscles[^1].Points)
        {
            int count = Math.Min(PointsPerSide - points, PointsOfMuscle[_random.Below(PointsOfMuscle.Length)]);
            double x = _random.Between(0.3, 6.3);
            double y = _spec.IsCrowded && _random.Chance(0.75) ? _random.Between(-0.3, 3.3) : _random.Between(-0.3, 9.3);
            double angle = _random.Between(0, 2 * Math.PI), distance = _random.Between(0, 3.5);
            muscles.Add(new Muscle(_random.Below(Layers), x, y, distance * Math.Cos(angle), distance * Math.Sin(angle), count));
        }

        return muscles;
    }

    private IEnumerable<Point> DrawPoints(List<Muscle> muscles)
    {
        int number = 0;
        foreach (Muscle muscle in muscles)
        {
            int[] movements = DrawSome(_random.BetweenInclusive(1, 2), MovementsPerSide);
            int[] factors = DrawSome(_random.BetweenInclusive(0, 2), Factors);
            for (int i = 0; i < muscle.Points; i++, number++)
            {
                List<(Place Region, double Activation)> pattern = DrawPattern(muscle);
                List<(int, double)> pressing = [(number, Drawn(0.5, 0.95))];
                if (i > 0 && _random.Chance(0.5)) pressing.Add((number - 1, Drawn(0.1, 0.4)));
                if (i < muscle.Points - 1 && _random.Chance(0.5)) pressing.Add((number + 1, Drawn(0.1, 0.4)));
                List<(int, double)> moved = DrawEdges(movements, 0.8), fed = DrawEdges(factors, 0.5);
                int room = Math.Max(0, EdgesMost - pressing.Count - moved.Count - fed.Count);
                if (pattern.Count > room) pattern.RemoveRange(room, pattern.Count - room);
                yield return new Point(Math.Round(_random.LogBetween(_spec.PriorLow, _spec.PriorHigh), 5), pattern, pressing, moved, fed);
            }
        }
    }

    /// <summary>Essential regions, the ring around them in part, and now and then a place on the other layer.</summary>
    private List<(Place Region, double Activation)> DrawPattern(Muscle muscle)
    {
        double x = Math.Clamp(muscle.X + muscle.RefersX + _random.Between(-1.2, 1.2), -0.4, 6.4);
        double y = Math.Clamp(muscle.Y + muscle.RefersY + _random.Between(-1.2, 1.2), 0, 9);
        int essential = _random.BetweenInclusive(1, 3), spill = _random.BetweenInclusive(1, _spec.SpillMost);
        Place[] near = Nearest(muscle.Layer, x, y);
        var pattern = new List<(Place, double)>();
        for (int i = 0; i < essential; i++) pattern.Add((near[i], Drawn(0.6, 0.95)));
        for (int i = essential; pattern.Count < essential + spill && i < essential + (3 * spill); i++)
        {
            if (_random.Chance(0.6)) pattern.Add((near[i], Drawn(0.1, 0.5)));
        }

        if (!_random.Chance(0.15)) return pattern;
        double farX = Math.Clamp(muscle.X + _random.Between(-3, 3), 0, 6), farY = Math.Clamp(muscle.Y + _random.Between(-3, 3), 0, 9);
        Place[] far = Nearest(1 - muscle.Layer, farX, farY);
        int remote = _random.BetweenInclusive(1, 2);
        for (int i = 0; i < remote; i++) pattern.Add((far[i], Drawn(0.1, 0.6)));
        return pattern;
    }

    private static Place[] Nearest(int layer, double x, double y) =>
    [
        .. from row in Enumerable.Range(0, Rows)
           from column in Enumerable.Range(-(Columns / 2), Columns)
           orderby ((column - x) * (column - x)) + ((row - y) * (row - y)), column, row
           select new Place(layer, column, row),
    ];

    private int[] DrawSome(int count, int among) => [.. Enumerable.Range(0, count).Select(_ => _random.Below(among)).Distinct()];

    private List<(int, double)> DrawEdges(int[] to, double most)
    {
        var edges = new List<(int, double)>();
        foreach (int one in to)
        {
            if (_random.Chance(0.7)) edges.Add((one, Drawn(0.1, most)));
        }

        return edges;
    }

    private double Drawn(double low, double high) => Math.Round(_random.Between(low, high), 3);

    /// <summary>A point of one side: side 0 is the left, where regions have negative columns.</summary>
    private void AddCause(Point point, int side)
    {
        int mirror = side == 0 ? -1 : 1;
        _prior.Add(point.Prior);
        _edges.Add(
        [
            .. point.Pattern.Select(one => new Edge(one.Region.Finding(mirror), one.Activation))
                .Concat(point.Pressing.Select(one => new Edge(Pressing + (side * PointsPerSide) + one.To, one.Activation)))
                .Concat(point.Moved.Select(one => new Edge(Movement + (side * MovementsPerSide) + one.To, one.Activation)))
                .Concat(point.Fed.Select(one => new Edge(Factor + one.To, one.Activation)))
                .OrderBy(edge => edge.Finding),
        ]);
    }

    private NoisyOrNetwork Build()
    {
        var builder = new NoisyOrNetworkBuilder();
        foreach (double leak in _leak) builder.AddFinding(leak);
        for (int c = 0; c < _prior.Count; c++)
        {
            builder.AddCause(_prior[c]);
            foreach (Edge edge in _edges[c]) builder.AddEdge(c, edge.Finding, edge.Activation);
        }

        return builder.Build();
    }

    private sealed record Spec(
        string Name, ulong Seed, int Cases, bool IsCrowded, double PriorLow, double PriorHigh, int SpillMost, int PainfulLeast);

    private sealed record Muscle(int Layer, double X, double Y, double RefersX, double RefersY, int Points);

    private sealed record Point(
        double Prior, List<(Place Region, double Activation)> Pattern,
        List<(int To, double Activation)> Pressing, List<(int To, double Activation)> Moved, List<(int To, double Activation)> Fed);

    private readonly record struct Edge(int Finding, double Activation);

    private readonly record struct Place(int Layer, int Column, int Row)
    {
        public int Finding(int mirror) => (Layer * Rows * Columns) + (Row * Columns) + (mirror * Column) + (Columns / 2);
    }
}
