namespace Nodus.Inference.Tests;

/// <summary>A network kept as plain lists, so that a test can renumber, merge or enumerate it without the product's code.</summary>
internal sealed class Problem
{
    /// <summary>Per cause: prior.</summary>
    public List<double> Prior { get; } = [];

    /// <summary>Per finding: P(level above k | no cause).</summary>
    public List<double[]> Leak { get; } = [];

    /// <summary>Per cause: finding and P(level above k | cause).</summary>
    public List<List<(int Finding, double[] Exceedance)>> Edges { get; } = [];

    public List<Observation> Observed { get; } = [];

    public NoisyOrNetwork BuildNetwork()
    {
        var builder = new NoisyOrNetworkBuilder();
        foreach (var leak in Leak)
            builder.AddFinding(leak);
        for (int c = 0; c < Prior.Count; c++)
        {
            builder.AddCause(Prior[c]);
            foreach (var (finding, exceedance) in Edges[c])
                builder.AddEdge(c, finding, exceedance);
        }

        return builder.Build();
    }

    public Evidence BuildEvidence(NoisyOrNetwork network)
    {
        var evidence = new Evidence(network);
        for (int f = 0; f < Observed.Count; f++)
            evidence[f] = Observed[f];
        return evidence;
    }

    /// <summary>An engine that has seen its evidence.</summary>
    public PosteriorEngine Solve()
    {
        var network = BuildNetwork();
        var engine = new PosteriorEngine(network);
        engine.Update(BuildEvidence(network));
        return engine;
    }

    /// <summary>Renumbers causes and findings; old number i becomes causeTo[i] and findingTo[i].</summary>
    public Problem Renumber(int[] causeTo, int[] findingTo)
    {
        var other = new Problem();
        for (int f = 0; f < Leak.Count; f++)
        {
            other.Leak.Add([]);
            other.Observed.Add(default);
        }

        for (int c = 0; c < Prior.Count; c++)
        {
            other.Prior.Add(0);
            other.Edges.Add([]);
        }

        for (int f = 0; f < Leak.Count; f++)
        {
            other.Leak[findingTo[f]] = Leak[f];
            other.Observed[findingTo[f]] = Observed[f];
        }

        for (int c = 0; c < Prior.Count; c++)
        {
            other.Prior[causeTo[c]] = Prior[c];
            other.Edges[causeTo[c]] = [.. Edges[c].Select(e => (findingTo[e.Finding], e.Exceedance))];
        }

        return other;
    }

    /// <summary>Puts another problem beside this one; nothing connects them.</summary>
    public Problem Beside(Problem other)
    {
        var both = new Problem();
        both.Prior.AddRange([.. Prior, .. other.Prior]);
        both.Leak.AddRange([.. Leak, .. other.Leak]);
        both.Observed.AddRange([.. Observed, .. other.Observed]);
        both.Edges.AddRange(Edges);
        both.Edges.AddRange(other.Edges.Select(
            list => list.Select(e => (e.Finding + Leak.Count, e.Exceedance)).ToList()));
        return both;
    }

    /// <summary>A small network with every awkward value: leaks, activations and priors of 0 and 1, findings of two to four
    /// levels, causes without edges, and every kind of observation.</summary>
    public static Problem RandomSmall(SeededGenerator random)
    {
        var problem = new Problem();
        int findings = random.BetweenInclusive(1, 9), causes = random.BetweenInclusive(1, 9);
        bool awkward = random.Chance(0.5), ordinal = random.Chance(0.5), quiet = random.Chance(0.1);
        for (int f = 0; f < findings; f++)
        {
            int levels = ordinal ? random.BetweenInclusive(2, 4) : 2;
            problem.Leak.Add(Exceedance(random, levels, awkward, 0.001, 0.2));
            problem.Observed.Add(Observe(random, levels, quiet));
        }

        for (int c = 0; c < causes; c++)
        {
            problem.Prior.Add(awkward && random.Chance(0.15) ? random.Below(2) : random.LogBetween(0.001, 0.6));
            var edges = new List<(int, double[])>();
            for (int f = 0; f < findings; f++)
            {
                if (random.Chance(0.45))
                    edges.Add((f, Exceedance(random, problem.Leak[f].Length + 1, awkward, 0.05, 0.98)));
            }

            problem.Edges.Add(edges);
        }

        return problem;
    }

    private static double[] Exceedance(SeededGenerator random, int levels, bool awkward, double low, double high)
    {
        var values = new double[levels - 1];
        double above = awkward && random.Chance(0.2) ? random.Below(2) : random.Between(low, high);
        for (int k = 0; k < values.Length; k++)
        {
            values[k] = above;
            above *= awkward && random.Chance(0.2) ? random.Below(2) : random.Unit();
        }

        return values;
    }

    private static Observation Observe(SeededGenerator random, int levels, bool quiet)
    {
        int kind = quiet ? random.Below(2) : random.Below(8);
        int level = random.BetweenInclusive(1, levels - 1);
        return kind switch
        {
            0 => Observation.Unobserved,
            1 => Observation.Absent,
            2 => Observation.NotReported(random.Between(0.1, 1)),
            3 or 4 => Observation.AtLevel(level),
            5 => Observation.AtLeast(level),
            6 => Observation.Uncertain(level, random.Between(0, 2), random.Between(0, 2)),
            _ => random.Chance(0.5)
                ? Observation.Uncertain(random.Between(0.1, 5), 1)
                : Observation.Uncertain(random.Below(2), 1),
        };
    }
}
