namespace Nodus.Inference.Tests;

/// <summary>The posterior by summing over every combination of causes and every level of each finding: the definition.</summary>
internal sealed class Enumeration
{
    private readonly Problem _problem;
    private readonly double[] _joint;

    public Enumeration(Problem problem)
    {
        _problem = problem;
        _joint = new double[1 << problem.Prior.Count];
        for (int set = 0; set < _joint.Length; set++)
        {
            double weight = 1;
            for (int c = 0; c < problem.Prior.Count; c++)
                weight *= IsActive(set, c) ? problem.Prior[c] : 1 - problem.Prior[c];
            for (int f = 0; f < problem.Leak.Count && weight > 0; f++)
                weight *= Likelihood(f, set);
            _joint[set] = weight;
        }

        Evidence = _joint.Sum();
    }

    public double Evidence { get; }

    public double Marginal(int cause) => Sum(set => IsActive(set, cause)) / Evidence;

    public double NoneActive(IReadOnlyCollection<int> causes) =>
        Sum(set => causes.All(c => !IsActive(set, c))) / Evidence;

    /// <summary>P(exactly these are active | evidence).</summary>
    public double Exactly(IEnumerable<int> causes) => _joint[Bits(causes)] / Evidence;

    /// <summary>P(the most probable set | evidence).</summary>
    public double MostProbable() => _joint.Max() / Evidence;

    /// <summary>P(of some causes exactly these are active | evidence), the other causes summed out.</summary>
    public double Exactly(IEnumerable<int> active, IEnumerable<int> among)
    {
        int wanted = Bits(active), mask = Bits(among);
        return Sum(set => (set & mask) == wanted) / Evidence;
    }

    /// <summary>P(set | evidence) of every set of some causes, the other causes summed out, greatest first.</summary>
    public double[] Ranked(IEnumerable<int> among)
    {
        int mask = Bits(among);
        return [.. Enumerable.Range(0, _joint.Length).GroupBy(set => set & mask, set => _joint[set])
            .Select(sets => sets.Sum() / Evidence).OrderDescending()];
    }

    /// <summary>P(cause active and its edge produced the finding | evidence), binary findings: what is left when the
    /// cause's edge is known to have failed, taken from the whole.</summary>
    public double Produced(int cause, int finding)
    {
        double q = _problem.Edges[cause].Where(e => e.Finding == finding).Select(e => e.Exceedance[0]).FirstOrDefault();
        double sum = 0;
        for (int set = 0; set < _joint.Length; set++)
        {
            double likelihood = Likelihood(finding, set);
            if (IsActive(set, cause) && likelihood > 0)
                sum += _joint[set] / likelihood * q * _problem.Observed[finding].LikelihoodAtOrAbove;
        }

        return sum / Evidence;
    }

    /// <summary>P(no cause produced the finding | evidence), binary findings.</summary>
    public double NotCaused(int finding)
    {
        double sum = 0;
        for (int set = 0; set < _joint.Length; set++)
        {
            double likelihood = Likelihood(finding, set);
            if (likelihood == 0)
                continue;
            double silent = 1;
            for (int c = 0; c < _problem.Prior.Count; c++)
            {
                foreach (var (f, exceedance) in _problem.Edges[c])
                    silent *= f == finding && IsActive(set, c) ? 1 - exceedance[0] : 1;
            }

            var seen = _problem.Observed[finding];
            double leak = _problem.Leak[finding][0];
            double byLeak = (seen.LikelihoodAtOrAbove * leak) + (seen.LikelihoodBelow * (1 - leak));
            sum += _joint[set] / likelihood * silent * byLeak;
        }

        return sum / Evidence;
    }

    private static int Bits(IEnumerable<int> causes) => causes.Sum(c => 1 << c);

    private static bool IsActive(int set, int cause) => (set >> cause & 1) == 1;

    private double Sum(Func<int, bool> holds)
    {
        double sum = 0;
        for (int set = 0; set < _joint.Length; set++)
            sum += holds(set) ? _joint[set] : 0;
        return sum;
    }

    private double Likelihood(int finding, int set)
    {
        var seen = _problem.Observed[finding];
        if (!seen.IsObserved)
            return 1;
        int levels = _problem.Leak[finding].Length + 1;
        double previous = 0, likelihood = 0;
        for (int level = 0; level < levels; level++)
        {
            double atMost = 1;
            if (level < levels - 1)
            {
                atMost = 1 - (seen.Detection * _problem.Leak[finding][level]);
                for (int c = 0; c < _problem.Prior.Count; c++)
                {
                    foreach (var (f, exceedance) in _problem.Edges[c])
                    {
                        if (f == finding && IsActive(set, c))
                            atMost *= 1 - (seen.Detection * exceedance[level]);
                    }
                }
            }

            double here = level > seen.Upper ? 0 : level >= seen.Threshold ? seen.LikelihoodAtOrAbove : seen.LikelihoodBelow;
            likelihood += here * (atMost - previous);
            previous = atMost;
        }

        return likelihood;
    }
}
