namespace Nodus.Inference.Gain;

/// <summary>
/// Exact joint posteriors of pairs of causes that some unobserved test depends on both of, as far as one of the pair is
/// strong and the other not negligible. A row of conditionals is computed for each strong cause, and only as far as its
/// co-parents need it; a pair of strong causes is taken from the row of the one that came first.
/// </summary>
internal sealed class StrongPairs
{
    /// <summary>Below this a cause counts as independent of all others.</summary>
    private const double NegligibleMarginal = 0.002;

    private readonly PosteriorEngine _engine;
    private readonly NoisyOrNetwork _network;
    private readonly bool[] _isTested;
    private readonly bool[] _isWanted;
    private readonly int[] _row;
    private readonly int[] _component;
    private double[] _given = [];
    private int _rowCount;

    public StrongPairs(PosteriorEngine engine, ReadOnlySpan<FindingTest> tests)
    {
        _engine = engine;
        _network = engine.Network;
        _isTested = new bool[_network.FindingCount];
        _isWanted = new bool[_network.CauseCount];
        _row = new int[_network.CauseCount];
        _component = new int[_network.CauseCount];
        foreach (var test in tests)
            _isTested[test.Finding] = true;
    }

    /// <summary>Computes the rows for the engine's present posterior.</summary>
    public void Update(ReadOnlySpan<double> marginals)
    {
        _rowCount = 0;
        Array.Fill(_row, int.MaxValue);
        for (int c = 0; c < _row.Length; c++)
            _component[c] = marginals[c] >= NegligibleMarginal ? _engine.ComponentOf(c) : -1;
        for (int c = 0; c < _row.Length; c++)
        {
            // A certain cause tells nothing of the others that their marginals do not already.
            if (marginals[c] < InformationGain.StrongMarginal || marginals[c] == 1 || _component[c] < 0)
                continue;
            if (Mark(c, isWanted: true))
                AddRow(c);
            Mark(c, isWanted: false);
        }
    }

    /// <summary>The component of a cause whose dependence on others is looked at, or -1.</summary>
    public int ComponentOf(int cause) => _component[cause];

    /// <summary>P(both active | evidence); the product of the marginals where the pair is not known.</summary>
    public double Both(int left, int right, ReadOnlySpan<double> marginals)
    {
        int row = Math.Min(_row[left], _row[right]);
        if (row == int.MaxValue || _component[left] != _component[right])
            return marginals[left] * marginals[right];
        var (given, other) = row == _row[left] ? (left, right) : (right, left);
        return marginals[given] * _given[(row * _row.Length) + other];
    }

    /// <summary>Marks the causes whose pair with this one is needed and not yet known; false when there is none.</summary>
    private bool Mark(int cause, bool isWanted)
    {
        bool any = false;
        foreach (int f in _network.FindingsOf(cause))
        {
            if (!_isTested[f] || !_engine.IsOpen(f))
                continue;
            for (int i = _network.FindingStart[f]; i < _network.FindingStart[f + 1]; i++)
            {
                int other = _network.EdgeCause[_network.FindingEdge[i]];
                if (other == cause || _component[other] != _component[cause] || _row[other] < _rowCount)
                    continue;
                _isWanted[other] = isWanted;
                any = true;
            }
        }

        return any;
    }

    private void AddRow(int cause)
    {
        int start = _rowCount * _row.Length;
        if (_given.Length < start + _row.Length)
            Array.Resize(ref _given, 2 * (start + _row.Length));
        _engine.WriteGivenActive(cause, _isWanted, _given.AsSpan(start, _row.Length));
        _row[cause] = _rowCount++;
    }
}
