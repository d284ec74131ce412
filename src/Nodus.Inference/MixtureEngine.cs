namespace Nodus.Inference;

/// <summary>
/// Posterior of a network whose causes share up to three binary factors. Given the factors the causes are independent again,
/// so each of the 2 to the power k states of the factors has a <see cref="PosteriorEngine"/> of its own with its priors, and
/// the answers are mixed by P(state | evidence), which is P(state) * P(evidence | state), normalised. As exact as the engines
/// are, and as free of allocations; the cost is theirs added up.
/// </summary>
/// <remarks>Not thread-safe: one engine per thread. Bit i of a state's number tells whether factor i is present.</remarks>
public sealed class MixtureEngine
{
    /// <summary>The most factors an engine takes: eight states.</summary>
    public const int FactorsMost = 3;

    private readonly NoisyOrNetwork _network;
    private readonly SharedFactor[] _factors;
    private readonly PosteriorEngine[] _engines;
    private readonly double[] _priors;
    private readonly double[] _states;
    private readonly double[] _marginals;
    private readonly double[] _factorMarginals;
    private double _logEvidence = double.NaN;

    /// <summary>Creates an engine.</summary>
    /// <param name="network">The network, its priors being those without any factor.</param>
    /// <param name="factors">Up to three factors; they multiply where they meet in a cause.</param>
    /// <param name="limits">Limits of each state's engine.</param>
    /// <exception cref="ArgumentException">Too many factors, or a factor names a cause that the network does not
    /// have.</exception>
    public MixtureEngine(NoisyOrNetwork network, IReadOnlyList<SharedFactor> factors, PosteriorLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(factors);
        if (factors.Count > FactorsMost)
            throw new ArgumentException($"At most {FactorsMost} factors can be shared; {factors.Count} were given.", nameof(factors));
        foreach (var factor in factors)
        {
            foreach (int cause in factor.OddsRatios.Keys)
            {
                if (cause >= network.CauseCount)
                    throw new ArgumentException($"Causes are numbered 0 to {network.CauseCount - 1}, not {cause}.", nameof(factors));
            }
        }

        _network = network;
        _factors = [.. factors];
        _engines = new PosteriorEngine[1 << factors.Count];
        _priors = [.. factors.Select(f => f.Prior)];
        _states = new double[_engines.Length];
        _marginals = new double[network.CauseCount];
        _factorMarginals = new double[factors.Count];
        for (int state = 0; state < _engines.Length; state++)
            _engines[state] = new PosteriorEngine(state == 0 ? network : network.WithPriors(PriorsIn(state)), limits);
    }

    /// <summary>The network, with its priors without any factor.</summary>
    public NoisyOrNetwork Network => _network;

    /// <summary>The factors.</summary>
    public IReadOnlyList<SharedFactor> Factors => _factors;

    /// <summary>False when the evidence has probability zero; there is no posterior then.</summary>
    public bool IsPossible { get; private set; }

    /// <summary>True when the answer of every state that takes part is exact up to rounding.</summary>
    public bool IsExact { get; private set; }

    /// <summary>P(cause active | evidence) by the cause's number.</summary>
    /// <exception cref="ImpossibleEvidenceException">The evidence has probability zero.</exception>
    /// <exception cref="InvalidOperationException">No evidence was given yet.</exception>
    public ReadOnlySpan<double> Marginals
    {
        get
        {
            RequirePosterior();
            return _marginals;
        }
    }

    /// <summary>P(factor present | evidence) by the factor's number.</summary>
    /// <exception cref="ImpossibleEvidenceException">The evidence has probability zero.</exception>
    /// <exception cref="InvalidOperationException">No evidence was given yet.</exception>
    public ReadOnlySpan<double> FactorMarginals
    {
        get
        {
            RequirePosterior();
            return _factorMarginals;
        }
    }

    /// <summary>P(state | evidence) by the state's number; together 1.</summary>
    /// <exception cref="ImpossibleEvidenceException">The evidence has probability zero.</exception>
    /// <exception cref="InvalidOperationException">No evidence was given yet.</exception>
    public ReadOnlySpan<double> StateProbabilities
    {
        get
        {
            RequirePosterior();
            return _states;
        }
    }

    /// <summary>Computes the posterior given the evidence, each factor as probable as its prior.</summary>
    /// <exception cref="ArgumentException">The evidence belongs to another network.</exception>
    public void Update(Evidence evidence)
    {
        for (int i = 0; i < _priors.Length; i++)
            _priors[i] = _factors[i].Prior;
        Solve(evidence);
    }

    /// <summary>Computes the posterior given the evidence and what is known of the factors.</summary>
    /// <param name="evidence">The evidence.</param>
    /// <param name="factorPresent">P(present) of each factor before the evidence; 0 or 1 where it is known.</param>
    /// <exception cref="ArgumentException">The evidence belongs to another network, or not every factor has a
    /// probability.</exception>
    public void Update(Evidence evidence, ReadOnlySpan<double> factorPresent)
    {
        if (factorPresent.Length != _priors.Length)
            throw new ArgumentException($"There are {_priors.Length} factors.", nameof(factorPresent));
        foreach (double present in factorPresent)
        {
            if (!(present >= 0 && present <= 1))
                throw new ArgumentOutOfRangeException(nameof(factorPresent), present, "A probability must lie between 0 and 1.");
        }

        factorPresent.CopyTo(_priors);
        Solve(evidence);
    }

    /// <summary>Natural logarithm of the probability of the evidence, factors summed out; minus infinity when
    /// impossible.</summary>
    /// <exception cref="InvalidOperationException">No evidence was given yet.</exception>
    public double LogEvidence()
    {
        RequireUpdate();
        return _logEvidence;
    }

    /// <summary>P(none of these causes is active | evidence).</summary>
    /// <exception cref="ImpossibleEvidenceException">The evidence has probability zero.</exception>
    public double NoneActive(ReadOnlySpan<int> causes)
    {
        RequirePosterior();
        double none = 0;
        for (int state = 0; state < _states.Length; state++)
            none += _states[state] > 0 ? _states[state] * _engines[state].NoneActive(causes) : 0;
        return none;
    }

    /// <summary>The posterior given the evidence and a state of the factors, for questions that this engine has no answer to:
    /// what is linear in the posterior mixes by <see cref="StateProbabilities"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such state.</exception>
    /// <exception cref="ImpossibleEvidenceException">The state has probability zero.</exception>
    public PosteriorEngine Given(int state)
    {
        RequirePosterior();
        if ((uint)state >= (uint)_states.Length)
            throw new ArgumentOutOfRangeException(nameof(state), state, $"States are numbered 0 to {_states.Length - 1}.");
        if (_states[state] == 0)
            throw new ImpossibleEvidenceException($"State {state} of the factors is impossible given the evidence.");
        return _engines[state];
    }

    private void Solve(Evidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        if (!ReferenceEquals(evidence.Network, _network))
            throw new ArgumentException("The evidence belongs to another network.", nameof(evidence));
        double largest = double.NegativeInfinity;
        IsExact = true;
        for (int state = 0; state < _states.Length; state++)
        {
            double prior = PriorOf(state);
            _states[state] = double.NegativeInfinity;
            if (prior == 0)
                continue;
            _engines[state].Observe(evidence.Observations);
            _states[state] = Math.Log(prior) + _engines[state].LogEvidence();
            largest = Math.Max(largest, _states[state]);
            IsExact &= _engines[state].IsExact;
        }

        IsPossible = largest > double.NegativeInfinity;
        _logEvidence = largest;
        if (IsPossible)
            Mix(largest);
    }

    private void Mix(double largest)
    {
        double total = 0;
        foreach (ref double state in _states.AsSpan())
        {
            state = Math.Exp(state - largest);
            total += state;
        }

        _logEvidence = largest + Math.Log(total);
        Array.Clear(_marginals);
        Array.Clear(_factorMarginals);
        for (int state = 0; state < _states.Length; state++)
        {
            double share = _states[state] /= total;
            if (share == 0)
                continue;
            for (int i = 0; i < _factors.Length; i++)
                _factorMarginals[i] += (state >> i & 1) == 1 ? share : 0;
            var marginals = _engines[state].Marginals;
            for (int c = 0; c < _marginals.Length; c++)
                _marginals[c] += share * marginals[c];
        }

        // Shares add up to 1 only up to rounding.
        foreach (ref double marginal in _marginals.AsSpan())
            marginal = Math.Min(1, marginal);
        foreach (ref double marginal in _factorMarginals.AsSpan())
            marginal = Math.Min(1, marginal);
    }

    private double PriorOf(int state)
    {
        double prior = 1;
        for (int i = 0; i < _priors.Length; i++)
            prior *= (state >> i & 1) == 1 ? _priors[i] : 1 - _priors[i];
        return prior;
    }

    private double[] PriorsIn(int state)
    {
        var prior = new double[_network.CauseCount];
        for (int c = 0; c < prior.Length; c++)
        {
            double ratio = 1;
            for (int i = 0; i < _factors.Length; i++)
                ratio *= (state >> i & 1) == 1 ? _factors[i].OddsRatios.GetValueOrDefault(c, 1) : 1;
            double p = _network.PriorOf(c);
            prior[c] = p * ratio / ((1 - p) + (p * ratio));
        }

        return prior;
    }

    private void RequireUpdate()
    {
        if (double.IsNaN(_logEvidence))
            throw new InvalidOperationException("Give evidence first: call Update.");
    }

    private void RequirePosterior()
    {
        RequireUpdate();
        if (!IsPossible)
            throw new ImpossibleEvidenceException();
    }
}
