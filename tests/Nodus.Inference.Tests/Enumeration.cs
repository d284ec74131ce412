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

    public double BothActive(int left, int right) => Sum(set => IsActive(set, left) && IsActive(set, right)) / Evidence;

    /// <summary>P(exactly the causes of this bit set | evidence).</summary>
    public double OfSet(int set) => _joint[set] / Evidence;

    /// <summary>Mutual information in bits between a test's answer and the causes, and P(yes | evidence), or P(level 1 or
    /// more | evidence) for a test that reads the level.</summary>
    public (double Bits, double Positive) Gain(FindingTest test)
    {
        var conditional = Enumerable.Range(0, _joint.Length).Select(set => Answers(test, set)).ToArray();
        var answer = new double[conditional[0].Length];
        for (int set = 0; set < _joint.Length; set++)
        {
            for (int a = 0; a < answer.Length; a++)
                answer[a] += OfSet(set) * conditional[set][a];
        }

        double bits = 0;
        for (int set = 0; set < _joint.Length; set++)
        {
            for (int a = 0; a < answer.Length; a++)
            {
                if (_joint[set] > 0 && conditional[set][a] > 0)
                    bits += OfSet(set) * conditional[set][a] * Math.Log2(conditional[set][a] / answer[a]);
            }
        }

        return (bits, 1 - answer[0]);
    }

    /// <summary>P(exactly these are active | evidence).</summary>
    public double Exactly(IEnumerable<int> causes) => _joint[BitsOf(causes)] / Evidence;

    /// <summary>P(the most probable set | evidence).</summary>
    public double MostProbable() => _joint.Max() / Evidence;

    /// <summary>P(of some causes exactly these are active | evidence), the other causes summed out.</summary>
    public double Exactly(IEnumerable<int> active, IEnumerable<int> among)
    {
        int wanted = BitsOf(active), mask = BitsOf(among);
        return Sum(set => (set & mask) == wanted) / Evidence;
    }

    /// <summary>P(set | evidence) of every set of some causes, the other causes summed out, greatest first.</summary>
    public double[] Ranked(IEnumerable<int> among)
    {
        int mask = BitsOf(among);
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

    /// <summary>P(answer | causes): "no" first, or by level.</summary>
    private double[] Answers(FindingTest test, int set)
    {
        int levels = _problem.Leak[test.Finding].Length + 1;
        var level = new double[levels];
        double previous = 0;
        for (int k = 0; k < levels; k++)
        {
            double atMost = k == levels - 1 ? 1 : AtMost(test.Finding, set, k, detection: 1);
            level[k] = atMost - previous;
            previous = atMost;
        }

        if (test.ReadsLevel)
            return level;
        double present = level.Skip(test.Threshold).Sum();
        double yes = (present * test.PositiveGivenPresent) + ((1 - present) * test.PositiveGivenAbsent);
        return [1 - yes, yes];
    }

    private double AtMost(int finding, int set, int level, double detection)
    {
        double atMost = 1 - (detection * _problem.Leak[finding][level]);
        for (int c = 0; c < _problem.Prior.Count; c++)
        {
            foreach (var (f, exceedance) in _problem.Edges[c])
            {
                if (f == finding && IsActive(set, c))
                    atMost *= 1 - (detection * exceedance[level]);
            }
        }

        return atMost;
    }

    private static int BitsOf(IEnumerable<int> causes) => causes.Sum(c => 1 << c);

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
            double atMost = level == levels - 1 ? 1 : AtMost(finding, set, level, seen.Detection);
            double here = level > seen.Upper ? 0 : level >= seen.Threshold ? seen.LikelihoodAtOrAbove : seen.LikelihoodBelow;
            likelihood += here * (atMost - previous);
            previous = atMost;
        }

        return likelihood;
    }
}
