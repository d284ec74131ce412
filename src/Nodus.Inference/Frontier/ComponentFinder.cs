namespace Nodus.Inference.Frontier;

/// <summary>
/// Groups informative findings that share a cause, directly or through others. Union by smallest number keeps the grouping,
/// and the order of components, independent of the order in which anything was observed.
/// </summary>
internal sealed class ComponentFinder(NoisyOrNetwork network)
{
    private readonly int[] _parent = new int[network.FindingCount];
    private readonly int[] _local = new int[network.FindingCount];
    private readonly int[] _root = new int[network.FindingCount];
    private readonly bool[] _isListed = new bool[network.CauseCount];
    private readonly int[] _listed = new int[network.CauseCount];

    /// <summary>Finds the components; returns how many.</summary>
    public int Find(AbsorbedEvidence evidence)
    {
        int findings = network.FindingCount;
        for (int f = 0; f < findings; f++)
            _parent[f] = f;
        for (int c = 0; c < network.CauseCount; c++)
        {
            if (evidence.PresentEdges[c] < 2)
                continue;
            int first = -1;
            for (int e = network.CauseStart[c]; e < network.CauseStart[c + 1]; e++)
            {
                if (!evidence.IsInformative(e))
                    continue;
                if (first < 0)
                    first = network.EdgeFinding[e];
                else
                    Join(first, network.EdgeFinding[e]);
            }
        }

        int count = 0;
        for (int f = 0; f < findings; f++)
        {
            if (evidence.IsInformativeFinding[f] && Root(f) == f)
                _root[count++] = f;
        }

        return count;
    }

    /// <summary>Writes the component into a model.</summary>
    public void Describe(int component, AbsorbedEvidence evidence, ComponentModel model)
    {
        model.Clear();
        int root = _root[component], listed = 0;
        for (int f = root; f < network.FindingCount; f++)
        {
            if (!evidence.IsInformativeFinding[f] || Root(f) != root)
                continue;
            _local[f] = model.FindingCount;
            model.AddFinding(f, evidence.LikelihoodPresent[f], evidence.LikelihoodAbsent[f], evidence.Leak[f]);
            for (int i = network.FindingStart[f]; i < network.FindingStart[f + 1]; i++)
            {
                int edge = network.FindingEdge[i], cause = network.EdgeCause[edge];
                if (!evidence.IsInformative(edge) || evidence.PresentEdges[cause] == 0)
                    continue;
                if (evidence.PresentEdges[cause] == 1)
                {
                    model.AddFold(cause, evidence.Active[cause], evidence.Activation(edge));
                }
                else if (!_isListed[cause])
                {
                    _isListed[cause] = true;
                    _listed[listed++] = cause;
                }
            }
        }

        for (int i = 0; i < listed; i++)
        {
            int cause = _listed[i];
            _isListed[cause] = false;
            model.AddCause(cause, evidence.Active[cause], evidence.Inactive[cause]);
            for (int e = network.CauseStart[cause]; e < network.CauseStart[cause + 1]; e++)
            {
                if (evidence.IsInformative(e))
                    model.AddEdge(_local[network.EdgeFinding[e]], evidence.Activation(e));
            }
        }
    }

    private int Root(int finding)
    {
        while (_parent[finding] != finding)
        {
            _parent[finding] = _parent[_parent[finding]];
            finding = _parent[finding];
        }

        return finding;
    }

    private void Join(int left, int right)
    {
        int a = Root(left), b = Root(right);
        _parent[Math.Max(a, b)] = Math.Min(a, b);
    }
}
