using System.Numerics;
using Nodus.Anatomy.Paint;

namespace Nodus.Anatomy.Zones;

/// <summary>Distances over the skin of the left half of the body from given vertices.</summary>
/// <remarks>
/// Fast marching on triangles (Kimmel and Sethian, PNAS 1998;95:8431-8435): the front crosses a cell as a straight
/// wave, so that the distance does not depend on how the mesh is cut. At obtuse corners it runs along the edges.
/// </remarks>
internal sealed class FastMarching
{
    private readonly SurfaceGraph graph;
    private readonly int halfCellCount;
    private readonly PriorityQueue<int, float> queue = new();
    private readonly List<int> touched = [];
    private readonly bool[] settled;

    public FastMarching(SurfaceGraph graph)
    {
        this.graph = graph;
        halfCellCount = graph.Mesh.CellCount / 2;
        settled = new bool[graph.Mesh.HalfVertexCount];
        Distance = new float[graph.Mesh.HalfVertexCount];
        Array.Fill(Distance, float.PositiveInfinity);
    }

    /// <summary>Distances of the last run; infinite where the front did not come.</summary>
    public float[] Distance { get; }

    /// <summary>Lets the front run until it is behind <paramref name="horizon"/> everywhere.</summary>
    /// <param name="sources">Vertices of the left half with the distance they start from.</param>
    /// <param name="horizon">One distance a vertex; beyond it the front is not followed.</param>
    public void Run(IEnumerable<(int Vertex, float Distance)> sources, float[] horizon)
    {
        foreach (int v in touched)
        {
            Distance[v] = float.PositiveInfinity;
            settled[v] = false;
        }

        touched.Clear();
        queue.Clear();
        foreach ((int v, float d) in sources) Offer(v, d);
        while (queue.TryDequeue(out int v, out float d))
        {
            if (settled[v]) continue;
            settled[v] = true;
            if (d > horizon[v]) continue;
            foreach (int cell in graph.CellsOf(v))
                if (cell < halfCellCount) Cross(cell, v);
        }
    }

    private void Offer(int v, float d)
    {
        if (d >= Distance[v]) return;
        if (float.IsPositiveInfinity(Distance[v])) touched.Add(v);
        Distance[v] = d;
        queue.Enqueue(v, d);
    }

    private void Cross(int cell, int v)
    {
        ReadOnlySpan<int> t = graph.Mesh.Triangles.AsSpan(3 * cell, 3);
        int k = t[0] == v ? 0 : t[1] == v ? 1 : 2;
        int a = t[(k + 1) % 3], b = t[(k + 2) % 3];
        if (!settled[a]) Offer(a, Arrival(v, b, a));
        if (!settled[b]) Offer(b, Arrival(v, a, b));
    }

    /// <summary>When the front reaches c, coming from a, and from b if it has been there.</summary>
    private float Arrival(int a, int b, int c)
    {
        Vector3[] p = graph.Mesh.Positions;
        float ac = Vector3.Distance(p[a], p[c]);
        float along = Distance[a] + ac;
        if (!settled[b]) return along;
        float bc = Vector3.Distance(p[b], p[c]);
        along = Math.Min(along, Distance[b] + bc);
        if (Distance[b] < Distance[a])
        {
            (a, b) = (b, a);
            (ac, bc) = (bc, ac);
        }

        // With u = T(b) - T(a) and theta the angle at c, the arrival is T(a) + s where
        // (bc^2 + ac^2 - 2 bc ac cos) s^2 + 2 ac u (bc cos - ac) s + ac^2 (u^2 - bc^2 sin^2) = 0.
        float u = Distance[b] - Distance[a];
        float cos = Vector3.Dot(p[a] - p[c], p[b] - p[c]) / (ac * bc);
        float qa = bc * bc + ac * ac - 2 * bc * ac * cos;
        float qb = 2 * ac * u * (bc * cos - ac);
        float qc = ac * ac * (u * u - bc * bc * (1 - cos * cos));
        float root = qb * qb - 4 * qa * qc;
        if (root < 0 || qa < 1e-9f) return along;
        float s = (-qb + MathF.Sqrt(root)) / (2 * qa);
        if (s <= u) return along;
        float inside = ac * (s - u) / s;
        return inside > bc * cos && (cos <= 0 || inside < bc / cos) ? Math.Min(along, Distance[a] + s) : along;
    }
}
