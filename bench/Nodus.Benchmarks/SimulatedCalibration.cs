using Nodus.Inference;

namespace Nodus.Benchmarks;

/// <summary>
/// Simulation-based calibration (Talts et al. 2018, arXiv:1804.06788): draw the causes from the prior, findings from the
/// causes, and posterior samples given some of the findings. If the posterior and its samples are right, the drawn causes
/// are one more sample, so the rank of any number computed from them among the samples is uniform. Quantities that are equal
/// are ranked at random. Binary findings.
/// </summary>
internal sealed class SimulatedCalibration
{
    /// <summary>Posterior samples per simulation; ranks lie in 0 to this.</summary>
    public const int Samples = 31;

    /// <summary>Bins of the marginals in the table of frequencies.</summary>
    public const int MarginalBins = 10;

    private readonly NoisyOrNetwork _truth;
    private readonly PosteriorEngine _engine;
    private readonly double _observedShare;
    private readonly double[] _weight;
    private readonly double[] _keep;
    private readonly bool[] _drawn;
    private readonly bool[] _sample;

    /// <summary>Creates a run.</summary>
    /// <param name="truth">The network that cases are drawn from.</param>
    /// <param name="engine">The engine under test; its network is the same but in a test of this test.</param>
    /// <param name="observedShare">Each finding is observed with this probability, whatever it is.</param>
    public SimulatedCalibration(NoisyOrNetwork truth, PosteriorEngine engine, double observedShare)
    {
        _truth = truth;
        _engine = engine;
        _observedShare = observedShare;
        _weight = new double[truth.CauseCount];
        _keep = new double[truth.FindingCount];
        _drawn = new bool[truth.CauseCount];
        _sample = new bool[truth.CauseCount];
    }

    /// <summary>What is ranked. The likelihood is there because it looks at causes and data at once: numbers of the causes
    /// alone cannot see a posterior that ignores the data (Modrak et al. 2023, Bayesian Analysis).</summary>
    public static IReadOnlyList<string> Quantities { get; } =
        ["active causes", "weighted sum of causes", "log likelihood", "pairs of active causes with a finding in common"];

    /// <summary>Counts of each rank, by quantity.</summary>
    public int[][] Ranks { get; } = [.. Quantities.Select(_ => new int[Samples + 1])];

    /// <summary>Causes whose marginal fell into each bin: how many, how many of them were active, the sum of marginals.
    /// </summary>
    public (int Causes, int Active, double Expected)[] Marginals { get; } = new (int, int, double)[MarginalBins];

    /// <summary>Simulations whose posterior was not exact.</summary>
    public int InexactCount { get; private set; }

    /// <summary>Adds simulations.</summary>
    public void Run(int simulations, Random random)
    {
        for (int c = 0; c < _weight.Length; c++)
            _weight[c] = random.NextDouble();
        var evidence = new Evidence(_engine.Network);
        Span<double> own = stackalloc double[Quantities.Count];
        Span<double> other = stackalloc double[Quantities.Count];
        Span<int> below = stackalloc int[Quantities.Count];
        Span<int> equal = stackalloc int[Quantities.Count];
        for (int i = 0; i < simulations; i++)
        {
            Draw(evidence, random);
            _engine.Update(evidence);
            InexactCount += _engine.IsExact ? 0 : 1;
            CountMarginals();
            Describe(_drawn, evidence, own);
            below.Clear();
            equal.Clear();
            for (int s = 0; s < Samples; s++)
            {
                _engine.Sample(random, _sample);
                Describe(_sample, evidence, other);
                for (int q = 0; q < other.Length; q++)
                {
                    below[q] += other[q] < own[q] ? 1 : 0;
                    equal[q] += other[q] == own[q] ? 1 : 0;
                }
            }

            for (int q = 0; q < other.Length; q++)
                Ranks[q][below[q] + random.Next(equal[q] + 1)]++;
        }
    }

    /// <summary>Chi-square of the ranks of one quantity against the uniform distribution; degrees of freedom:
    /// <see cref="Samples"/>.</summary>
    public double ChiSquare(int quantity)
    {
        double expected = Ranks[quantity].Sum() / (Samples + 1.0);
        return Ranks[quantity].Sum(count => (count - expected) * (count - expected) / expected);
    }

    private void Draw(Evidence evidence, Random random)
    {
        for (int c = 0; c < _drawn.Length; c++)
            _drawn[c] = random.NextDouble() < _truth.PriorOf(c);
        FillKeep(_drawn, _truth);
        for (int f = 0; f < _keep.Length; f++)
        {
            var seen = random.NextDouble() < 1 - _keep[f] ? Observation.Present : Observation.Absent;
            evidence[f] = random.NextDouble() < _observedShare ? seen : Observation.Unobserved;
        }
    }

    private void Describe(bool[] isActive, Evidence evidence, Span<double> numbers)
    {
        FillKeep(isActive, _engine.Network);
        numbers.Clear();
        for (int c = 0; c < isActive.Length; c++)
        {
            numbers[0] += isActive[c] ? 1 : 0;
            numbers[1] += isActive[c] ? _weight[c] : 0;
        }

        for (int f = 0; f < _keep.Length; f++)
        {
            if (evidence[f].IsObserved)
                numbers[2] += Math.Log(evidence[f] == Observation.Present ? 1 - _keep[f] : _keep[f]);
        }

        for (int c = 0; c < isActive.Length; c++)
        {
            for (int other = 0; isActive[c] && other < c; other++)
                numbers[3] += isActive[other] && Share(c, other) ? 1 : 0;
        }
    }

    private bool Share(int left, int right) =>
        _truth.FindingsOf(left).IndexOfAny(_truth.FindingsOf(right)) >= 0;

    private void FillKeep(bool[] isActive, NoisyOrNetwork network)
    {
        for (int f = 0; f < _keep.Length; f++)
            _keep[f] = 1 - network.PresentGivenNoCause(f);
        for (int c = 0; c < isActive.Length; c++)
        {
            if (!isActive[c])
                continue;
            foreach (int f in network.FindingsOf(c))
                _keep[f] *= 1 - network.PresentGivenCause(f, c);
        }
    }

    private void CountMarginals()
    {
        for (int c = 0; c < _drawn.Length; c++)
        {
            double marginal = _engine.Marginals[c];
            ref var bin = ref Marginals[Math.Min(MarginalBins - 1, (int)(marginal * MarginalBins))];
            bin = (bin.Causes + 1, bin.Active + (_drawn[c] ? 1 : 0), bin.Expected + marginal);
        }
    }
}
