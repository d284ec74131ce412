namespace Nodus.Inference.Frontier;

/// <summary>
/// The most probable sets of one component: local search first, then branch and bound, which either proves the best sets or
/// runs out of effort and leaves the best it met.
/// </summary>
internal sealed class LikelySetSolver
{
    /// <summary>Table entries that the bound of a component may have: 8 bytes each.</summary>
    private const long BoundEntriesMost = 1_000_000;

    private readonly ComponentModel _model = new();
    private readonly ClosingOrder _order = new();
    private readonly List<int[]> _sets = [];
    private readonly List<double> _logWeights = [];

    /// <summary>The sets found, best first, as global cause numbers, ascending.</summary>
    public IReadOnlyList<int[]> Sets => _sets;

    /// <summary>Logarithm of P(set, the component's observations) by the set's rank.</summary>
    public IReadOnlyList<double> LogWeights => _logWeights;

    /// <summary>True when no other set is more probable than these.</summary>
    public bool IsProven { get; private set; }

    /// <summary>Table entries touched by the last search.</summary>
    public long EffortSpent { get; private set; }

    /// <summary>Finds the best sets of a component.</summary>
    /// <param name="component">The component, as it was found in the evidence.</param>
    /// <param name="evidence">The evidence.</param>
    /// <param name="marginals">P(active) of every cause of the network, to start from.</param>
    /// <param name="count">How many sets are wanted; fewer may exist.</param>
    /// <param name="effortMost">Table entries that may be touched; the bound itself counts.</param>
    public void Solve(
        ComponentModel component, AbsorbedEvidence evidence, ReadOnlySpan<double> marginals, int count, long effortMost)
    {
        Unfold(component, evidence);
        var set = new ActiveSet(_model);
        new LikelySetSearch(_model, set).Run(marginals);
        _order.ChooseQuickly(_model);
        _sets.Clear();
        _logWeights.Clear();
        IsProven = false;
        EffortSpent = 0;
        if (_order.StateUpdates > effortMost || _order.StoredStates > BoundEntriesMost)
        {
            Add(set);
            return;
        }

        var branching = new SetBranching(_model, new SetBound(_model, _order.Causes), count);
        branching.Suggest(set.IsOn);
        IsProven = branching.Run(effortMost - _order.StateUpdates);
        EffortSpent = _order.StateUpdates + branching.EffortSpent;
        foreach (bool[] found in branching.Best)
        {
            set.Set(found);
            Add(set);
        }
    }

    private void Add(ActiveSet set)
    {
        var causes = new List<int>();
        for (int c = 0; c < _model.CauseCount; c++)
        {
            if (set.IsOn[c])
                causes.Add(_model.Cause[c]);
        }

        _sets.Add([.. causes.Order()]);
        _logWeights.Add(set.LogWeight());
    }

    /// <summary>Copies the component with every folded cause as a cause of its own with one edge.</summary>
    private void Unfold(ComponentModel component, AbsorbedEvidence evidence)
    {
        _model.Clear();
        for (int f = 0; f < component.FindingCount; f++)
        {
            _model.AddFinding(
                component.Finding[f], component.LikelihoodPresent[f], component.LikelihoodAbsent[f], component.Leak[f]);
        }

        for (int c = 0; c < component.CauseCount; c++)
        {
            _model.AddCause(component.Cause[c], component.Active[c], component.Inactive[c]);
            for (int e = component.EdgeStart[c]; e < component.EdgeStart[c + 1]; e++)
                _model.AddEdge(component.EdgeFinding[e], component.EdgeActivation[e]);
        }

        for (int f = 0; f < component.FindingCount; f++)
        {
            for (int i = component.FoldStart[f]; i < component.FoldStart[f + 1]; i++)
            {
                int cause = component.FoldCause[i];
                _model.AddCause(cause, evidence.Active[cause], evidence.Inactive[cause]);
                _model.AddEdge(f, component.FoldActivation[i]);
            }
        }
    }
}
