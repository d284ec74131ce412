namespace Nodus.Inference.Frontier;

/// <summary>
/// One connected part of the problem after absorbing negatives and folding: the informative findings, the causes with two
/// or more edges among them ("frontier causes"), and the causes folded into a single finding. Local numbering; buffers
/// only grow, so a warm engine allocates nothing.
/// </summary>
internal sealed class ComponentModel
{
    private int[] _finding = [];
    private double[] _likelihoodPresent = [];
    private double[] _likelihoodAbsent = [];
    private double[] _leak = [];
    private int[] _foldStart = [0];
    private int[] _foldCause = [];
    private double[] _foldActive = [];
    private double[] _foldActivation = [];
    private int[] _cause = [];
    private double[] _active = [];
    private double[] _inactive = [];
    private int[] _edgeStart = [0];
    private int[] _edgeFinding = [];
    private double[] _edgeActivation = [];

    public int FindingCount { get; private set; }

    public int CauseCount { get; private set; }

    public int FoldCount => _foldStart[FindingCount];

    public int EdgeCount => _edgeStart[CauseCount];

    /// <summary>Global numbers of the findings.</summary>
    public ReadOnlySpan<int> Finding => _finding.AsSpan(0, FindingCount);

    /// <summary>P(observation | finding present).</summary>
    public ReadOnlySpan<double> LikelihoodPresent => _likelihoodPresent.AsSpan(0, FindingCount);

    /// <summary>P(observation | finding absent).</summary>
    public ReadOnlySpan<double> LikelihoodAbsent => _likelihoodAbsent.AsSpan(0, FindingCount);

    /// <summary>The findings' own leaks, nothing folded in.</summary>
    public ReadOnlySpan<double> Leak => _leak.AsSpan(0, FindingCount);

    /// <summary>Global numbers of the frontier causes.</summary>
    public ReadOnlySpan<int> Cause => _cause.AsSpan(0, CauseCount);

    /// <summary>P(active | absent findings) of each frontier cause.</summary>
    public ReadOnlySpan<double> Active => _active.AsSpan(0, CauseCount);

    /// <summary>1 - <see cref="Active"/>, computed without the subtraction.</summary>
    public ReadOnlySpan<double> Inactive => _inactive.AsSpan(0, CauseCount);

    /// <summary>Start of each frontier cause's edges.</summary>
    public ReadOnlySpan<int> EdgeStart => _edgeStart.AsSpan(0, CauseCount + 1);

    /// <summary>Local finding of each edge.</summary>
    public ReadOnlySpan<int> EdgeFinding => _edgeFinding.AsSpan(0, EdgeCount);

    /// <summary>Activation of each edge.</summary>
    public ReadOnlySpan<double> EdgeActivation => _edgeActivation.AsSpan(0, EdgeCount);

    /// <summary>Start of each finding's folded causes.</summary>
    public ReadOnlySpan<int> FoldStart => _foldStart.AsSpan(0, FindingCount + 1);

    /// <summary>Global numbers of the folded causes.</summary>
    public ReadOnlySpan<int> FoldCause => _foldCause.AsSpan(0, FoldCount);

    /// <summary>P(active | absent findings) of each folded cause.</summary>
    public ReadOnlySpan<double> FoldActive => _foldActive.AsSpan(0, FoldCount);

    /// <summary>Activation of each folded cause's only edge.</summary>
    public ReadOnlySpan<double> FoldActivation => _foldActivation.AsSpan(0, FoldCount);

    public void Clear()
    {
        FindingCount = 0;
        CauseCount = 0;
    }

    /// <summary>Adds a finding; its folded causes follow by <see cref="AddFold"/> before the next finding.</summary>
    public void AddFinding(int finding, double likelihoodPresent, double likelihoodAbsent, double leak)
    {
        int i = FindingCount;
        Put(ref _finding, i, finding);
        Put(ref _likelihoodPresent, i, likelihoodPresent);
        Put(ref _likelihoodAbsent, i, likelihoodAbsent);
        Put(ref _leak, i, leak);
        Put(ref _foldStart, i + 1, _foldStart[i]);
        FindingCount = i + 1;
    }

    /// <summary>Folds a cause into the finding added last.</summary>
    public void AddFold(int cause, double active, double activation)
    {
        int i = FoldCount;
        Put(ref _foldCause, i, cause);
        Put(ref _foldActive, i, active);
        Put(ref _foldActivation, i, activation);
        _foldStart[FindingCount]++;
    }

    /// <summary>Changes P(active) of a folded cause: what the rest of the picture says of it.</summary>
    public void SetFoldActive(int fold, double active) => _foldActive[fold] = active;

    /// <summary>Adds a frontier cause; its edges follow by <see cref="AddEdge"/> before the next cause.</summary>
    public void AddCause(int cause, double active, double inactive)
    {
        int i = CauseCount;
        Put(ref _cause, i, cause);
        Put(ref _active, i, active);
        Put(ref _inactive, i, inactive);
        Put(ref _edgeStart, i + 1, _edgeStart[i]);
        CauseCount = i + 1;
    }

    /// <summary>Adds an edge of the cause added last.</summary>
    public void AddEdge(int localFinding, double activation)
    {
        int i = EdgeCount;
        Put(ref _edgeFinding, i, localFinding);
        Put(ref _edgeActivation, i, activation);
        _edgeStart[CauseCount]++;
    }

    /// <summary>True when every number is the same, so that the other's results are valid for this one.</summary>
    public bool IsSameAs(ComponentModel other) =>
        Finding.SequenceEqual(other.Finding)
        && Cause.SequenceEqual(other.Cause)
        && FoldCause.SequenceEqual(other.FoldCause)
        && LikelihoodPresent.SequenceEqual(other.LikelihoodPresent)
        && LikelihoodAbsent.SequenceEqual(other.LikelihoodAbsent)
        && Leak.SequenceEqual(other.Leak)
        && Active.SequenceEqual(other.Active)
        && Inactive.SequenceEqual(other.Inactive)
        && EdgeStart.SequenceEqual(other.EdgeStart)
        && EdgeFinding.SequenceEqual(other.EdgeFinding)
        && EdgeActivation.SequenceEqual(other.EdgeActivation)
        && FoldStart.SequenceEqual(other.FoldStart)
        && FoldActive.SequenceEqual(other.FoldActive)
        && FoldActivation.SequenceEqual(other.FoldActivation);

    private static void Put<T>(ref T[] array, int index, T value)
    {
        if (index >= array.Length)
            Array.Resize(ref array, Math.Max(16, 2 * array.Length));
        array[index] = value;
    }
}
