using System.Numerics;

namespace Nodus.Anatomy.Paint;

/// <summary>
/// What touches what on a mesh: cells around a vertex, and vertices one step away with their distance. A step runs
/// along an edge or straight over one to the vertex beyond it; with both kinds the shortest chain of steps is within
/// some 4 % of the true distance, where edges alone are off by up to 15 %.
/// </summary>
internal sealed class SurfaceGraph
{
    private readonly int[] cellStart;
    private readonly int[] cellList;
    private readonly int[] stepStart;
    private readonly int[] stepTo;
    private readonly float[] stepLength;

    public SurfaceGraph(BodyMesh mesh)
    {
        Mesh = mesh;
        (cellStart, cellList) = CellsAround(mesh);
        (stepStart, stepTo, stepLength) = Steps(mesh);
    }

    public BodyMesh Mesh { get; }

    public ReadOnlySpan<int> CellsOf(int vertex) =>
        cellList.AsSpan(cellStart[vertex], cellStart[vertex + 1] - cellStart[vertex]);

    public ReadOnlySpan<int> StepsOf(int vertex, out ReadOnlySpan<float> lengths)
    {
        int start = stepStart[vertex], count = stepStart[vertex + 1] - start;
        lengths = stepLength.AsSpan(start, count);
        return stepTo.AsSpan(start, count);
    }

    /// <summary>
    /// The surface point nearest to <paramref name="target"/> that a downhill walk from <paramref name="start"/>
    /// reaches. It stays on the same sheet of skin: never from one finger to the next.
    /// </summary>
    public SurfacePlace Nearest(SurfacePlace start, Vector3 target)
    {
        SurfacePlace best = CellGeometry.Nearest(Mesh, start.Cell, target, out float distance);
        bool moved = true;
        while (moved)
        {
            moved = false;
            for (int corner = 0; corner < 3 && !moved; corner++)
            {
                foreach (int cell in CellsOf(Mesh.Triangles[3 * best.Cell + corner]))
                {
                    SurfacePlace candidate = CellGeometry.Nearest(Mesh, cell, target, out float d);
                    if (d >= distance - 1e-6f) continue;
                    best = candidate;
                    distance = d;
                    moved = true;
                }
            }
        }

        return best;
    }

    private static (int[] Start, int[] Cells) CellsAround(BodyMesh mesh)
    {
        var start = new int[mesh.Positions.Length + 1];
        foreach (int v in mesh.Triangles) start[v + 1]++;
        for (int v = 0; v < mesh.Positions.Length; v++) start[v + 1] += start[v];
        var fill = start.AsSpan(0, mesh.Positions.Length).ToArray();
        var cells = new int[mesh.Triangles.Length];
        for (int slot = 0; slot < mesh.Triangles.Length; slot++) cells[fill[mesh.Triangles[slot]]++] = slot / 3;
        return (start, cells);
    }

    private static (int[] Start, int[] To, float[] Length) Steps(BodyMesh mesh)
    {
        int[] t = mesh.Triangles;
        ReadOnlySpan<int> across = mesh.Neighbours;
        var from = new List<int>(2 * t.Length);
        var to = new List<int>(2 * t.Length);
        var length = new List<float>(2 * t.Length);
        void Add(int a, int b, float cm)
        {
            from.Add(a);
            to.Add(b);
            length.Add(cm);
        }

        for (int slot = 0; slot < t.Length; slot++)
        {
            int cell = slot / 3, k = slot % 3;
            int a = t[slot], b = t[3 * cell + (k + 1) % 3], c = t[3 * cell + (k + 2) % 3];
            Add(a, b, Vector3.Distance(mesh.Positions[a], mesh.Positions[b]));
            int other = across[slot];
            if (other < 0)
            {
                Add(b, a, Vector3.Distance(mesh.Positions[a], mesh.Positions[b]));
                continue;
            }

            int d = t[3 * other] + t[3 * other + 1] + t[3 * other + 2] - a - b;
            if (CellGeometry.TryUnfold(mesh.Positions[a], mesh.Positions[b], mesh.Positions[c], mesh.Positions[d], out float cm))
                Add(c, d, cm);
        }

        var start = new int[mesh.Positions.Length + 1];
        foreach (int v in from) start[v + 1]++;
        for (int v = 0; v < mesh.Positions.Length; v++) start[v + 1] += start[v];
        var fill = start.AsSpan(0, mesh.Positions.Length).ToArray();
        var steps = new int[to.Count];
        var lengths = new float[to.Count];
        for (int i = 0; i < steps.Length; i++)
        {
            int slot = fill[from[i]]++;
            steps[slot] = to[i];
            lengths[slot] = length[i];
        }

        return (start, steps, lengths);
    }
}
