namespace Nodus.Inference.Frontier;

/// <summary>
/// A closing order spelled out as steps over tables: which slots a cause touches, which it opens, where each table lies
/// in the arena. Compiled once per component and evidence, run forward and backward, and re-run in part for questions such
/// as "what if none of these causes were active".
/// </summary>
internal sealed class FrontierProgram
{
    private Step[] _steps = [];
    private StepEdge[] _edges = [];
    private int[] _slotOf = [];
    private int[] _open = [];
    private int[] _pending = [];
    private int[] _stepOfCause = [];
    private int[] _stepOfFinding = [];
    private int _edgeCount;

    public int StepCount { get; private set; }

    /// <summary>Entries of the arena that all tables together take.</summary>
    public int ArenaLength { get; private set; }

    /// <summary>Entries of the largest table.</summary>
    public int LargestTable { get; private set; }

    public ReadOnlySpan<Step> Steps => _steps.AsSpan(0, StepCount);

    public ReadOnlySpan<StepEdge> Edges => _edges.AsSpan(0, _edgeCount);

    public int StepOfCause(int cause) => _stepOfCause[cause];

    /// <summary>The step that closes a finding; -1 when no frontier cause reaches it.</summary>
    public int StepOfFinding(int finding) => _stepOfFinding[finding];

    /// <summary>Spells out the order.</summary>
    public void Compile(ComponentModel model, ReadOnlySpan<int> causes)
    {
        StepCount = 0;
        _edgeCount = 0;
        ArenaLength = 1;
        LargestTable = 1;
        Grow(ref _steps, model.CauseCount + model.FindingCount);
        Grow(ref _edges, model.EdgeCount);
        Grow(ref _slotOf, model.FindingCount);
        Grow(ref _open, model.FindingCount);
        Grow(ref _pending, model.FindingCount);
        Grow(ref _stepOfCause, model.CauseCount);
        Grow(ref _stepOfFinding, model.FindingCount);
        Array.Fill(_slotOf, -1, 0, model.FindingCount);
        Array.Fill(_stepOfFinding, -1, 0, model.FindingCount);
        Array.Clear(_pending, 0, model.FindingCount);
        foreach (int f in model.EdgeFinding)
            _pending[f]++;

        int width = 0, offset = 0;
        var edgeStart = model.EdgeStart;
        var edgeFinding = model.EdgeFinding;
        foreach (int cause in causes)
        {
            int first = _edgeCount, before = width;
            for (int e = edgeStart[cause]; e < edgeStart[cause + 1]; e++)
            {
                int f = edgeFinding[e];
                if (_slotOf[f] >= 0)
                    _edges[_edgeCount++] = new StepEdge(f, _slotOf[f], model.EdgeActivation[e]);
            }

            int opening = _edgeCount;
            for (int e = edgeStart[cause]; e < edgeStart[cause + 1]; e++)
            {
                int f = edgeFinding[e];
                if (_slotOf[f] >= 0)
                    continue;
                _open[width] = f;
                _slotOf[f] = width;
                _edges[_edgeCount++] = new StepEdge(f, width++, model.EdgeActivation[e]);
            }

            _stepOfCause[cause] = StepCount;
            Add(new Step(cause, -1, before, offset, first, opening, _edgeCount));
            offset += 1 << before;
            Reserve(offset, width);
            for (int e = edgeStart[cause]; e < edgeStart[cause + 1]; e++)
            {
                int f = edgeFinding[e];
                if (--_pending[f] > 0)
                    continue;
                Close(f, width, offset);
                offset += 1 << width;
                width--;
                Reserve(offset, width);
            }
        }
    }

    private void Close(int finding, int width, int offset)
    {
        int slot = _slotOf[finding];
        _stepOfFinding[finding] = StepCount;
        Add(new Step(-1, finding, width, offset, slot, 0, 0));
        for (int s = slot + 1; s < width; s++)
        {
            _open[s - 1] = _open[s];
            _slotOf[_open[s]] = s - 1;
        }
    }

    private void Add(Step step) => _steps[StepCount++] = step;

    private void Reserve(int offset, int width)
    {
        ArenaLength = offset + (1 << width);
        LargestTable = Math.Max(LargestTable, 1 << width);
    }

    private static void Grow<T>(ref T[] array, int length)
    {
        if (array.Length < length)
            Array.Resize(ref array, Math.Max(length, 2 * array.Length));
    }

    /// <summary>
    /// Applies a cause (<paramref name="Cause"/> is not -1) or closes a finding. The table before the step lies at
    /// <paramref name="Offset"/> and has 2 to the power <paramref name="Width"/> entries. For a cause,
    /// <paramref name="First"/> to <paramref name="Opening"/> are edges to open findings, from there to
    /// <paramref name="End"/> edges that open one; for a closing, <paramref name="First"/> is the slot.
    /// </summary>
    internal readonly record struct Step(
        int Cause, int Finding, int Width, int Offset, int First, int Opening, int End)
    {
        public int Size => 1 << Width;

        public int SizeAfter => Cause >= 0 ? 1 << (Width + End - Opening) : 1 << (Width - 1);

        public int Stride => 1 << First;
    }

    /// <summary>An edge of a step: local finding, its slot and the activation.</summary>
    internal readonly record struct StepEdge(int Finding, int Slot, double Activation);
}
