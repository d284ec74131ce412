namespace Nodus.Inference.Frontier;

/// <summary>
/// Branch and bound for the most probable sets of one component: causes are decided in closing order, the likelier side
/// first, and a branch is left when its bound does not exceed the least of the best sets found.
/// </summary>
internal sealed class SetBranching
{
    /// <summary>Two worths nearer than this, relatively, are equal up to rounding.</summary>
    private const double Tie = 1e-11;

    private readonly ComponentModel _model;
    private readonly SetBound _bound;
    private readonly int _count;
    private readonly bool[] _isOn;
    private readonly PrefixState _prefix;
    private readonly List<(double Worth, bool[] IsOn)> _best = [];
    private long _effort;

    /// <summary>Prepares a search.</summary>
    /// <param name="model">An unfolded model.</param>
    /// <param name="bound">Its bound.</param>
    /// <param name="count">How many sets are wanted; 1 or more.</param>
    public SetBranching(ComponentModel model, SetBound bound, int count)
    {
        _model = model;
        _bound = bound;
        _count = count;
        _isOn = new bool[model.CauseCount];
        _prefix = new PrefixState(bound.Program);
    }

    /// <summary>The best sets found, best first.</summary>
    public IEnumerable<bool[]> Best => _best.Select(b => b.IsOn);

    /// <summary>Table entries touched.</summary>
    public long EffortSpent { get; private set; }

    /// <summary>Takes a set found otherwise, so that worse branches are left at once.</summary>
    public void Suggest(ReadOnlySpan<bool> isOn)
    {
        isOn.CopyTo(_isOn);
        double worth = 1;
        for (int i = 0; i < _bound.Program.StepCount; i++)
        {
            var step = _bound.Program.Steps[i];
            worth *= step.Cause < 0 ? Close(i) : Decide(i, _isOn[step.Cause]);
        }

        Keep(worth);
    }

    /// <summary>Searches; true when the search was completed, so that no set is better than those found.</summary>
    /// <param name="effortMost">Table entries that may be touched.</param>
    public bool Run(long effortMost)
    {
        _effort = effortMost;
        Branch(0, 1);
        EffortSpent = effortMost - _effort;
        return _effort >= 0;
    }

    private double Least => _best.Count < _count ? 0 : _best[^1].Worth * (1 + Tie);

    private void Branch(int index, double worth)
    {
        var steps = _bound.Program.Steps;
        while (index < steps.Length && steps[index].Cause < 0)
            worth *= Close(index++);
        if (index == steps.Length)
        {
            Keep(worth);
            return;
        }

        int cause = steps[index].Cause;
        double off = worth * Decide(index, on: false), offBound = off > 0 ? off * Bound(index + 1) : 0;
        double on = worth * Decide(index, on: true), onBound = on > 0 ? on * Bound(index + 1) : 0;
        bool onFirst = onBound > offBound;
        if (onFirst && onBound > Least && _effort >= 0)
        {
            _isOn[cause] = true;
            Branch(index + 1, on);
        }

        if (offBound > Least && _effort >= 0)
        {
            _isOn[cause] = false;
            Decide(index, on: false);
            Branch(index + 1, off);
        }

        if (!onFirst && onBound > Least && _effort >= 0)
        {
            _isOn[cause] = true;
            Decide(index, on: true);
            Branch(index + 1, on);
        }
    }

    private double Bound(int index)
    {
        var table = _bound.Table(index);
        _effort -= table.Length;
        return _prefix.Value(index, table);
    }

    /// <summary>Decides a cause; returns its factor.</summary>
    private double Decide(int index, bool on)
    {
        _prefix.Decide(index, on);
        int cause = _bound.Program.Steps[index].Cause;
        return on ? _model.Active[cause] : _model.Inactive[cause];
    }

    /// <summary>Closes a finding; returns its likelihood, scaled.</summary>
    private double Close(int index)
    {
        int f = _bound.Program.Steps[index].Finding;
        double keep = (1 - _model.Leak[f]) * _prefix.Close(index);
        double likelihood = (_model.LikelihoodPresent[f] * (1 - keep)) + (_model.LikelihoodAbsent[f] * keep);
        return likelihood * _bound.Scale(index);
    }

    private void Keep(double worth)
    {
        if (!(worth > Least) || _best.Exists(b => b.IsOn.AsSpan().SequenceEqual(_isOn)))
            return;
        _best.Add((worth, [.. _isOn]));
        _best.Sort((a, b) => b.Worth.CompareTo(a.Worth));
        if (_best.Count > _count)
            _best.RemoveAt(_count);
    }
}
