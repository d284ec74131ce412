using Nodus.Inference.Frontier;

namespace Nodus.Inference;

/// <summary>
/// Posterior of every cause of one network given evidence: exact, deterministic, and free of allocations once its buffers
/// have grown. Absent findings are absorbed into the causes' weights, causes with one informative finding are folded into
/// its leak, and what remains falls into components, each solved by a frontier programme (<see cref="FrontierComponent"/>).
/// An update re-does only what the evidence changed; the result depends on the evidence alone, not on the way to it.
/// </summary>
/// <remarks>Not thread-safe: one engine per thread. Networks may be shared.</remarks>
public sealed partial class PosteriorEngine
{
    private readonly NoisyOrNetwork _network;
    private readonly PosteriorLimits _limits;
    private readonly AbsorbedEvidence _absorbed;
    private readonly ComponentFinder _finder;
    private readonly double[] _marginals;
    private readonly double[] _previousMarginals;
    private readonly int[] _componentOfFinding;
    private List<FrontierComponent> _components = [];
    private List<FrontierComponent> _previous = [];
    private readonly Stack<FrontierComponent> _spare = new();
    private bool _isUpdated;

    /// <summary>Creates an engine for a network, with the default limits when none are given.</summary>
    public PosteriorEngine(NoisyOrNetwork network, PosteriorLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(network);
        _network = network;
        _limits = limits ?? PosteriorLimits.Default;
        _absorbed = new AbsorbedEvidence(network);
        _finder = new ComponentFinder(network);
        _marginals = new double[network.CauseCount];
        _previousMarginals = new double[network.CauseCount];
        _componentOfFinding = new int[network.FindingCount];
    }

    /// <summary>The network.</summary>
    public NoisyOrNetwork Network => _network;

    /// <summary>False when the evidence has probability zero; there is no posterior then.</summary>
    public bool IsPossible { get; private set; }

    /// <summary>True when every number is exact up to rounding; false when a component was over the limits and its weakest
    /// causes were treated as independent.</summary>
    public bool IsExact { get; private set; }

    /// <summary>P(cause active | evidence) by the cause's number, each in 0 to 1.</summary>
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

    /// <summary>Number of components of the last update.</summary>
    public int ComponentCount => _components.Count;

    /// <summary>Number of components that the last update had to solve anew.</summary>
    public int SolvedComponentCount { get; private set; }

    /// <summary>Table entries touched by one forward pass over all components.</summary>
    public long StateUpdates { get; private set; }

    /// <summary>Most findings open at once in any component.</summary>
    public int Width { get; private set; }

    /// <summary>Largest |&lt;F, B&gt; - 1| over all steps of all components: a free check of the programme itself.</summary>
    public double AdjointDefect { get; private set; }

    /// <summary>Computes the posterior given the evidence.</summary>
    /// <exception cref="ArgumentException">The evidence belongs to another network.</exception>
    public void Update(Evidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        if (!ReferenceEquals(evidence.Network, _network))
            throw new ArgumentException("The evidence belongs to another network.", nameof(evidence));
        Observe(evidence.Observations);
    }

    /// <summary>As above, with observations made on a network of the same findings.</summary>
    internal void Observe(ReadOnlySpan<Observation> observations)
    {
        (_components, _previous) = (_previous, _components);
        _marginals.CopyTo(_previousMarginals, 0);
        bool couldReuse = IsPossible;
        _isUpdated = true;
        _absorbed.Update(observations);
        IsPossible = _absorbed.IsPossible;
        if (IsPossible)
        {
            WriteUnreached();
            IsPossible = Solve(couldReuse);
        }

        foreach (var left in _previous)
            _spare.Push(left);
        _previous.Clear();
        Summarise();
    }

    /// <summary>Natural logarithm of the probability of the evidence; minus infinity when impossible. A likelihood-ratio
    /// observation counts with the likelihoods as given.</summary>
    public double LogEvidence()
    {
        if (!_isUpdated)
            throw new InvalidOperationException("Give evidence first: call Update.");
        if (!IsPossible)
            return double.NegativeInfinity;
        var evidence = ScaledProduct.One;
        _absorbed.AddEvidenceTo(ref evidence);
        foreach (var component in _components)
            component.AddEvidenceTo(ref evidence);
        return evidence.Log;
    }

    /// <summary>
    /// P(the cause is active and its own edge produced the finding | evidence): how much of the finding this cause answers
    /// for. Several causes may produce one finding at once, so these may add up to more than 1. 0 for findings that are
    /// absent, unobserved or not reached.
    /// </summary>
    /// <exception cref="ImpossibleEvidenceException">The evidence has probability zero.</exception>
    public double Produced(int cause, int finding)
    {
        RequirePosterior();
        int k = _componentOfFinding[finding];
        return k < 0 || ComponentOf(cause) != k ? 0 : _components[k].Produced(cause, finding);
    }

    /// <summary>P(no cause of the network produced the finding | evidence), for a finding that was found or is uncertain: the
    /// share left to the leak, that is, to what the network does not know.</summary>
    /// <exception cref="ArgumentException">The finding is unobserved or plainly absent.</exception>
    /// <exception cref="ImpossibleEvidenceException">The evidence has probability zero.</exception>
    public double NotCaused(int finding)
    {
        RequirePosterior();
        int k = _componentOfFinding[finding];
        if (k < 0)
            throw new ArgumentException($"Finding {finding} is not present in the evidence.", nameof(finding));
        return _components[k].NotCaused(finding);
    }

    /// <summary>Causes without an informative finding: their weight is their posterior.</summary>
    private void WriteUnreached()
    {
        for (int c = 0; c < _marginals.Length; c++)
        {
            if (_absorbed.PresentEdges[c] == 0)
                _marginals[c] = _absorbed.Active[c];
        }
    }

    private bool Solve(bool couldReuse)
    {
        SolvedComponentCount = 0;
        Array.Fill(_componentOfFinding, -1);
        int count = _finder.Find(_absorbed);
        bool possible = true;
        for (int k = 0; k < count; k++)
        {
            var component = _spare.Count > 0 ? _spare.Pop() : new FrontierComponent();
            _finder.Describe(k, _absorbed, component.Model);
            int old = couldReuse ? IndexOfSame(component.Model) : -1;
            if (old >= 0)
            {
                _spare.Push(component);
                component = _previous[old];
                _previous.RemoveAt(old);
                component.CopyMarginals(_previousMarginals, _marginals);
            }
            else
            {
                SolvedComponentCount++;
                component.Solve(_limits, _marginals);
            }

            foreach (int finding in component.Model.Finding)
                _componentOfFinding[finding] = _components.Count;
            _components.Add(component);
            possible &= component.IsPossible;
        }

        return possible;
    }

    private int IndexOfSame(ComponentModel model)
    {
        for (int i = 0; i < _previous.Count; i++)
        {
            if (_previous[i].IsPossible && !_previous[i].IsRefined && model.IsSameAs(_previous[i].Model))
                return i;
        }

        return -1;
    }

    private void Summarise()
    {
        IsExact = true;
        StateUpdates = 0;
        Width = 0;
        AdjointDefect = 0;
        foreach (var component in _components)
        {
            IsExact &= component.IsExact;
            StateUpdates += component.StateUpdates;
            Width = Math.Max(Width, component.Width);
            AdjointDefect = Math.Max(AdjointDefect, component.AdjointDefect);
        }
    }

    private void RequirePosterior()
    {
        if (!_isUpdated)
            throw new InvalidOperationException("Give evidence first: call Update.");
        if (!IsPossible)
            throw new ImpossibleEvidenceException();
    }
}
