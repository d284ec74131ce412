using Nodus.Inference.Gain;

namespace Nodus.Inference;

/// <summary>
/// How much each of a list of tests is expected to tell about all causes together: the mutual information in bits between
/// its answer and the causes given the evidence, I = H(answer) - E[H(answer | causes)] (Lindley 1956, Ann Math Stat
/// 27:986-1005). A reusable table over one engine: update the engine, then this. No allocation when warm.
/// </summary>
/// <remarks>
/// An answer depends on the causes of its finding only, and there often are several that exclude or support each other.
/// Their joint is taken as a tree over the exact pairwise posteriors (Chow and Liu 1968, IEEE Trans Inf Theory 14:462-467)
/// wherever one of the pair has at least <see cref="StrongMarginal"/>; weaker pairs are taken as independent. So tests of
/// one cause are exact, and so are tests of two causes one of which is strong. A test that could be among the best and has
/// three or more likely causes is then taken with the exact joint of the strongest four: rivals are no tree. How near the
/// numbers come is in bench/reports/posterior.md.
/// Not thread-safe, like the engine.
/// </remarks>
public sealed class InformationGain
{
    /// <summary>Causes at least this probable have their exact joint with others taken into account.</summary>
    public const double StrongMarginal = 0.05;

    /// <summary>Tests that seem to tell at least this share of what the best one does are looked at again.</summary>
    private const double SecondLookShare = 0.25;

    private readonly PosteriorEngine _engine;
    private readonly FindingTest[] _tests;
    private readonly double[] _bits;
    private readonly double[] _positive;
    private readonly StrongPairs _pairs;
    private readonly AnswerInformation _answer;

    /// <summary>Creates a table of tests.</summary>
    /// <exception cref="ArgumentException">A test asks about a finding or a level that the network does not have.</exception>
    public InformationGain(PosteriorEngine engine, ReadOnlySpan<FindingTest> tests)
    {
        ArgumentNullException.ThrowIfNull(engine);
        foreach (var test in tests)
            RequireKnown(engine.Network, test);
        _engine = engine;
        _tests = tests.ToArray();
        _bits = new double[tests.Length];
        _positive = new double[tests.Length];
        _pairs = new StrongPairs(engine, tests);
        _answer = new AnswerInformation(engine.Network, _pairs, new JointCore(engine, _pairs));
    }

    /// <summary>The tests, in the order given.</summary>
    public ReadOnlySpan<FindingTest> Tests => _tests;

    /// <summary>Expected gain of each test, 0 or more; 0 for a finding that is observed already. One that merely was not
    /// reported (<see cref="Observation.NotReported"/>) can still be asked about.</summary>
    public ReadOnlySpan<double> Bits => _bits;

    /// <summary>P(answer yes | evidence) of each test, or P(level 1 or more | evidence) where the level is read; NaN for a
    /// finding that is observed already or a test that is not wanted. From the same joint of the causes as the gain;
    /// <see cref="PosteriorEngine.PresentGivenEvidence"/> is exact for every test.</summary>
    public ReadOnlySpan<double> PositiveGivenEvidence => _positive;

    /// <summary>Place in the list of the test with the highest gain, the first of equals; -1 when no test tells anything.
    /// </summary>
    public int Best { get; private set; } = -1;

    /// <summary>Computes the table for the engine's present evidence.</summary>
    /// <exception cref="ImpossibleEvidenceException">The evidence has probability zero.</exception>
    /// <exception cref="InvalidOperationException">The engine has no evidence yet.</exception>
    public void Update() => Update([]);

    /// <summary>Computes the table for those tests alone that somebody may want to do.</summary>
    /// <param name="isWanted">Of each test; empty for all. The others gain nothing.</param>
    /// <exception cref="ArgumentException">There are not as many as tests.</exception>
    public void Update(ReadOnlySpan<bool> isWanted)
    {
        if (isWanted.Length != 0 && isWanted.Length != _tests.Length)
            throw new ArgumentException($"There are {_tests.Length} tests.", nameof(isWanted));
        var marginals = _engine.Marginals;
        _pairs.Update(marginals);
        for (int i = 0; i < _tests.Length; i++)
        {
            (_bits[i], _positive[i]) = (isWanted.Length == 0 || isWanted[i]) && _engine.IsOpen(_tests[i].Finding)
                ? _answer.Evaluate(_tests[i], marginals, _engine.NoticedAlready(_tests[i].Finding), withCore: false)
                : (0, double.NaN);
        }

        double enough = SecondLookShare * Most(_bits);
        for (int i = 0; i < _tests.Length; i++)
        {
            if (_bits[i] > 0 && _bits[i] >= enough)
                (_bits[i], _positive[i]) = _answer.Evaluate(_tests[i], marginals, _engine.NoticedAlready(_tests[i].Finding), withCore: true);
        }

        double most = Most(_bits);
        Best = most > 0 ? Array.IndexOf(_bits, most) : -1;
    }

    private static double Most(ReadOnlySpan<double> values)
    {
        double most = 0;
        foreach (double value in values)
            most = Math.Max(most, value);
        return most;
    }

    private static void RequireKnown(NoisyOrNetwork network, FindingTest test)
    {
        if (test.Finding >= network.FindingCount)
            throw new ArgumentException($"There is no finding {test.Finding}.", nameof(test));
        if (test.Threshold >= network.LevelCount(test.Finding))
        {
            throw new ArgumentException(
                $"Finding {test.Finding} has levels 0 to {network.LevelCount(test.Finding) - 1}; the test speaks of level " +
                $"{test.Threshold}.", nameof(test));
        }
    }
}
