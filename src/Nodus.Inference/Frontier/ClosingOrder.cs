using System.Numerics;

namespace Nodus.Inference.Frontier;

/// <summary>
/// The order in which causes are applied and findings closed. Finding the best order is as hard as treewidth; the greedy
/// rule "close next what keeps the frontier smallest" is close to it on bodies, where patterns are local, and its cost is
/// known before anything runs.
/// </summary>
internal sealed class ClosingOrder
{
    /// <summary>Above this estimate every finding is tried as the first to close: it then saves more than it costs.</summary>
    internal const long TryAllStartsAbove = 300_000;

    /// <summary>An order this many times over what may be spent is given up at once: on patches of 20 to 40 zones of the
    /// body no start was more than 75 times cheaper than the first.</summary>
    internal const long HopelessTimes = 1000;

    /// <summary>Ranked starts tried by <see cref="TryWithin"/>: three and six found hardly more than one.</summary>
    private const int RankedTried = 1;

    private int _rankedCount;
    private int[] _rankedStart = [];
    private long[] _costOfStart = [];
    private int _words;
    private ulong[] _mask = [];
    private ulong[] _reach = [];
    private ulong[] _open = [];
    private ulong[] _closed = [];
    private int[] _pending = [];
    private bool[] _applied = [];
    private int[] _findingStart = [];
    private int[] _findingCause = [];
    private int[] _order = [];
    private int[] _best = [];

    /// <summary>Local cause numbers in the order of application.</summary>
    public ReadOnlySpan<int> Causes => _best.AsSpan(0, CauseCount);

    /// <summary>Number of causes ordered.</summary>
    public int CauseCount { get; private set; }

    /// <summary>Table entries touched by one forward pass; saturates.</summary>
    public long StateUpdates { get; private set; }

    /// <summary>Table entries stored by one forward pass; saturates.</summary>
    public long StoredStates { get; private set; }

    /// <summary>Most findings open at once.</summary>
    public int Width { get; private set; }

    /// <summary>Chooses an order for the model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="updatesMost">What may be spent: nothing is tried for an order that is hopelessly above it.</param>
    public void Choose(ComponentModel model, long updatesMost)
    {
        _rankedCount = 0;
        ChooseQuickly(model);
        if (StateUpdates <= TryAllStartsAbove || StateUpdates / HopelessTimes > updatesMost)
            return;
        for (int start = 0; start < model.FindingCount; start++)
            Try(model, start);
    }

    /// <summary>Takes the order of the greedy rule's own start.</summary>
    public void ChooseQuickly(ComponentModel model)
    {
        Prepare(model);
        Try(model, -1);
    }

    /// <summary>Looks for an order that fits: from the best starts of the last <see cref="RankStarts"/> and from the greedy
    /// rule's own. Trying ends with the first that does.</summary>
    /// <param name="model">The model, with the findings that were ranked.</param>
    /// <param name="limits">What one run may take.</param>
    /// <param name="updatesMost">The part of its state updates that may be spent.</param>
    public bool TryWithin(ComponentModel model, PosteriorLimits limits, long updatesMost)
    {
        Prepare(model);
        StateUpdates = updatesMost + 1;
        for (int i = Math.Min(_rankedCount, RankedTried) - 1; i >= -1 && !Fits(limits, updatesMost); i--)
            Try(model, i < 0 ? -1 : _rankedStart[i], limits.MaxStoredStates);
        return Fits(limits, updatesMost);
    }

    /// <summary>Looks among all starts for a cheaper order than the last one, within what may be stored.</summary>
    public void Improve(ComponentModel model, PosteriorLimits limits)
    {
        for (int start = 0; start < model.FindingCount; start++)
            Try(model, start, limits.MaxStoredStates);
    }

    /// <summary>Finds which findings are good to close first. Models that differ by few causes share their good starts, so
    /// these alone are tried until an order is chosen for good.</summary>
    public void RankStarts(ComponentModel model)
    {
        Prepare(model);
        _rankedCount = model.FindingCount;
        Grow(ref _rankedStart, _rankedCount);
        Grow(ref _costOfStart, _rankedCount);
        for (int start = 0; start < _rankedCount; start++)
        {
            StateUpdates = long.MaxValue;
            Try(model, start);
            _rankedStart[start] = start;
            _costOfStart[start] = StateUpdates;
        }

        _costOfStart.AsSpan(0, _rankedCount).Sort(_rankedStart.AsSpan(0, _rankedCount));
    }

    /// <summary>Whether the order found last may be run.</summary>
    /// <param name="limits">What one run may take.</param>
    /// <param name="updatesMost">The part of its state updates that may be spent.</param>
    public bool Fits(PosteriorLimits limits, long updatesMost) =>
        StateUpdates <= updatesMost
        && StoredStates <= limits.MaxStoredStates
        && Width <= Math.Min(limits.MaxWidth, 24);

    private void Prepare(ComponentModel model)
    {
        int findings = model.FindingCount, causes = model.CauseCount;
        CauseCount = causes;
        StateUpdates = long.MaxValue;
        _words = (findings + 63) / 64;
        Grow(ref _mask, causes * _words);
        Grow(ref _reach, findings * _words);
        Grow(ref _open, _words);
        Grow(ref _closed, _words);
        Grow(ref _pending, findings);
        Grow(ref _applied, causes);
        Grow(ref _order, causes);
        Grow(ref _best, causes);
        Grow(ref _findingStart, findings + 2);
        Grow(ref _findingCause, model.EdgeCount);
        Array.Clear(_mask, 0, causes * _words);
        Array.Clear(_reach, 0, findings * _words);
        Array.Clear(_findingStart, 0, findings + 2);

        // Counting sort of edges by finding: row f ends up in [start[f], start[f + 1]).
        var edgeStart = model.EdgeStart;
        var edgeFinding = model.EdgeFinding;
        foreach (int f in edgeFinding)
            _findingStart[f + 2]++;
        for (int f = 0; f < findings; f++)
            _findingStart[f + 2] += _findingStart[f + 1];
        for (int c = 0; c < causes; c++)
        {
            var mask = _mask.AsSpan(c * _words, _words);
            for (int e = edgeStart[c]; e < edgeStart[c + 1]; e++)
            {
                int f = edgeFinding[e];
                mask[f >> 6] |= 1UL << f;
                _findingCause[_findingStart[f + 1]++] = c;
            }

            for (int e = edgeStart[c]; e < edgeStart[c + 1]; e++)
            {
                var reach = _reach.AsSpan(edgeFinding[e] * _words, _words);
                for (int w = 0; w < _words; w++)
                    reach[w] |= mask[w];
            }
        }
    }

    /// <summary>Runs the greedy rule from one start (-1: its own choice) and keeps the order if it is cheaper, and stores no more than it may.</summary>
    private void Try(ComponentModel model, int start, long storedMost = long.MaxValue)
    {
        int findings = model.FindingCount, applied = 0, width = 0, widest = 0;
        long updates = 0, stored = 1;
        Array.Clear(_open, 0, _words);
        Array.Clear(_closed, 0, _words);
        Array.Clear(_applied, 0, model.CauseCount);
        for (int f = 0; f < findings; f++)
            _pending[f] = _findingStart[f + 1] - _findingStart[f];

        while (applied < model.CauseCount)
        {
            int next = applied == 0 && start >= 0 && _pending[start] > 0 ? start : SmallestFrontier(findings);
            while (_pending[next] > 0)
            {
                int cause = FewestOpened(next, out int opened);
                _applied[cause] = true;
                _order[applied++] = cause;
                width += opened;
                widest = Math.Max(widest, width);
                long size = 1L << Math.Min(width, 50);
                int edges = model.EdgeStart[cause + 1] - model.EdgeStart[cause];
                updates += size * (edges + 1);
                stored += size;
                for (int e = model.EdgeStart[cause]; e < model.EdgeStart[cause + 1]; e++)
                {
                    int f = model.EdgeFinding[e];
                    _open[f >> 6] |= 1UL << f;
                    if (--_pending[f] > 0)
                        continue;
                    updates += 1L << Math.Min(width, 50);
                    width--;
                    stored += 1L << Math.Min(width, 50);
                    _open[f >> 6] &= ~(1UL << f);
                    _closed[f >> 6] |= 1UL << f;
                }

                if (updates >= StateUpdates || updates < 0 || stored > storedMost)
                    return;
            }
        }

        StateUpdates = updates;
        StoredStates = stored;
        Width = widest;
        (_order, _best) = (_best, _order);
    }

    /// <summary>The finding whose remaining causes reach the fewest findings beyond the open ones; the first of equals
    /// that has the fewest causes left.</summary>
    private int SmallestFrontier(int findings)
    {
        int best = -1, bestWidth = int.MaxValue, bestPending = int.MaxValue;
        for (int f = 0; f < findings; f++)
        {
            if (_pending[f] == 0)
                continue;
            int width = 0;
            for (int w = 0; w < _words; w++)
                width += BitOperations.PopCount(_open[w] | (_reach[(f * _words) + w] & ~_closed[w]));
            if (width > bestWidth || (width == bestWidth && _pending[f] >= bestPending))
                continue;
            best = f;
            bestWidth = width;
            bestPending = _pending[f];
        }

        return best;
    }

    private int FewestOpened(int finding, out int opened)
    {
        int best = -1;
        opened = int.MaxValue;
        for (int i = _findingStart[finding]; i < _findingStart[finding + 1]; i++)
        {
            int cause = _findingCause[i];
            if (_applied[cause])
                continue;
            int count = 0;
            for (int w = 0; w < _words; w++)
                count += BitOperations.PopCount(_mask[(cause * _words) + w] & ~_open[w]);
            if (count >= opened)
                continue;
            best = cause;
            opened = count;
        }

        return best;
    }

    private static void Grow<T>(ref T[] array, int length)
    {
        if (array.Length < length)
            Array.Resize(ref array, Math.Max(length, 2 * array.Length));
    }
}
