using System.Numerics;

namespace Nodus.Anatomy.Paint;

/// <summary>
/// The shortest way over the skin between two points: first a shortest chain of steps on the mesh, then the chain is
/// pulled tight like a string, coarse first and finer after, each point staying on the skin.
/// </summary>
/// <remarks>
/// A string is tight where every point lies at the middle of its neighbours except for the part that presses into the
/// skin; replacing each point by the skin point nearest to that middle converges to it. Coarse to fine makes the number
/// of rounds independent of the length. Not safe for use from several threads at once.
/// </remarks>
internal sealed class GeodesicCurve
{
    private const float CoarseCm = 1.6f;
    private const float FineCm = 0.5f;
    private const int CoarseRounds = 24;
    private const int FineRounds = 6;

    private readonly SurfaceGraph graph;
    private readonly float[] distance;
    private readonly int[] previous;
    private readonly int[] stamp;
    private readonly PriorityQueue<int, float> queue = new();
    private int round;

    public GeodesicCurve(SurfaceGraph graph)
    {
        this.graph = graph;
        int count = graph.Mesh.Positions.Length;
        distance = new float[count];
        previous = new int[count];
        stamp = new int[count];
    }

    /// <summary>Points from one end to the other, both included, about half a centimetre apart.</summary>
    /// <exception cref="InvalidOperationException">The points lie on different surfaces.</exception>
    public SurfacePlace[] Between(SurfacePlace from, SurfacePlace to)
    {
        BodyMesh mesh = graph.Mesh;
        List<SurfacePlace> chain = Chain(from, to);
        SurfacePlace[] points = Resample(chain, CoarseCm);
        Tighten(points, CoarseRounds);
        while (MeanGap(points, mesh) > FineCm)
        {
            points = Subdivide(points);
            Tighten(points, FineRounds);
        }

        return points;
    }

    private List<SurfacePlace> Chain(SurfacePlace from, SurfacePlace to)
    {
        BodyMesh mesh = graph.Mesh;
        Vector3 start = from.PositionOn(mesh), goal = to.PositionOn(mesh);
        ReadOnlySpan<int> last = mesh.Triangles.AsSpan(3 * to.Cell, 3);
        queue.Clear();
        round++;
        foreach (int v in mesh.Triangles.AsSpan(3 * from.Cell, 3)) Reach(v, -1, Vector3.Distance(start, mesh.Positions[v]), goal);
        var result = new List<SurfacePlace> { from };
        if (from.Cell != to.Cell)
        {
            int end = Search(last, goal);
            var way = new List<int>();
            for (int v = end; v >= 0; v = previous[v]) way.Add(v);
            for (int i = way.Count - 1; i >= 0; i--) result.Add(AtVertex(way[i]));
        }

        result.Add(to);
        return result;
    }

    private int Search(ReadOnlySpan<int> last, Vector3 goal)
    {
        while (queue.TryDequeue(out int v, out float estimate))
        {
            // A vertex reached again by a shorter way leaves its older entry in the queue.
            if (estimate > distance[v] + Vector3.Distance(graph.Mesh.Positions[v], goal) + 1e-3f) continue;
            if (last.Contains(v)) return v;
            ReadOnlySpan<int> next = graph.StepsOf(v, out ReadOnlySpan<float> lengths);
            for (int i = 0; i < next.Length; i++) Reach(next[i], v, distance[v] + lengths[i], goal);
        }

        throw new InvalidOperationException("No way over the skin leads from one point to the other.");
    }

    private void Reach(int vertex, int from, float cm, Vector3 goal)
    {
        if (stamp[vertex] == round && distance[vertex] <= cm) return;
        stamp[vertex] = round;
        distance[vertex] = cm;
        previous[vertex] = from;
        queue.Enqueue(vertex, cm + Vector3.Distance(graph.Mesh.Positions[vertex], goal));
    }

    private SurfacePlace AtVertex(int vertex)
    {
        int cell = graph.CellsOf(vertex)[0];
        ReadOnlySpan<int> corners = graph.Mesh.Triangles.AsSpan(3 * cell, 3);
        return corners[0] == vertex ? new SurfacePlace(cell, 0, 0)
            : corners[1] == vertex ? new SurfacePlace(cell, 1, 0)
            : new SurfacePlace(cell, 0, 1);
    }

    private SurfacePlace[] Resample(List<SurfacePlace> chain, float gapCm)
    {
        BodyMesh mesh = graph.Mesh;
        float length = 0;
        for (int i = 1; i < chain.Count; i++)
            length += Vector3.Distance(chain[i - 1].PositionOn(mesh), chain[i].PositionOn(mesh));
        int pieces = Math.Max(2, (int)MathF.Ceiling(length / gapCm));
        var points = new SurfacePlace[pieces + 1];
        points[0] = chain[0];
        points[pieces] = chain[^1];
        float done = 0;
        int next = 1;
        for (int i = 1; i < chain.Count && next < pieces; i++)
        {
            Vector3 a = chain[i - 1].PositionOn(mesh), b = chain[i].PositionOn(mesh);
            float piece = Vector3.Distance(a, b);
            while (next < pieces && done + piece >= length * next / pieces)
            {
                float t = piece > 0 ? (length * next / pieces - done) / piece : 0;
                points[next++] = graph.Nearest(chain[i], Vector3.Lerp(a, b, t));
            }

            done += piece;
        }

        // Rounding can leave the last places unfilled; they lie at the end.
        while (next < pieces) points[next++] = chain[^1];
        return points;
    }

    private void Tighten(SurfacePlace[] points, int rounds)
    {
        BodyMesh mesh = graph.Mesh;
        for (int r = 0; r < rounds; r++)
        {
            for (int i = 1; i < points.Length - 1; i++)
            {
                Vector3 middle = (points[i - 1].PositionOn(mesh) + points[i + 1].PositionOn(mesh)) / 2;
                points[i] = graph.Nearest(points[i], middle);
            }
        }
    }

    private SurfacePlace[] Subdivide(SurfacePlace[] points)
    {
        BodyMesh mesh = graph.Mesh;
        var finer = new SurfacePlace[2 * points.Length - 1];
        for (int i = 0; i < points.Length; i++)
        {
            finer[2 * i] = points[i];
            if (i == 0) continue;
            Vector3 middle = (points[i - 1].PositionOn(mesh) + points[i].PositionOn(mesh)) / 2;
            finer[2 * i - 1] = graph.Nearest(points[i - 1], middle);
        }

        return finer;
    }

    private static float MeanGap(SurfacePlace[] points, BodyMesh mesh)
    {
        float length = 0;
        for (int i = 1; i < points.Length; i++)
            length += Vector3.Distance(points[i - 1].PositionOn(mesh), points[i].PositionOn(mesh));
        return length / (points.Length - 1);
    }
}
