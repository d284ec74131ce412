using System.Numerics;
using Nodus.Anatomy.Surface;

namespace Nodus.Anatomy.Meshing;

/// <summary>Moves a mesh from one body to another, a little at a time, so that both share every cell.</summary>
internal sealed class MeshMorph
{
    private const int RelaxRounds = 8;
    private const double StretchFadesBeyond = 1.5;

    private readonly BodyMesh mesh;
    private readonly int count;
    private readonly int[][] ring;
    private readonly Vector3d[] offset;
    private readonly Vector3d[] position;
    private readonly Vector3d[] normal;
    private readonly bool[] still;
    private readonly double[] restRadius;

    private MeshMorph(BodyMesh mesh)
    {
        this.mesh = mesh;
        count = mesh.HalfVertexCount;
        ring = Rings(mesh);
        position = [.. mesh.Positions.Take(count).Select(Vector3d.From)];
        normal = [.. mesh.Normals.Take(count).Select(Vector3d.From)];
        still = new bool[count];
        // Where a vertex stands among its neighbours; kept, so that the grading of the mesh survives the way.
        offset = new Vector3d[count];
        restRadius = new double[count];
        for (int v = 0; v < count; v++)
        {
            offset[v] = position[v] - RingMiddle(v, position);
            restRadius[v] = RingRadius(v);
        }
    }

    /// <summary>Carries a mesh along a way of bodies.</summary>
    /// <param name="mesh">A mesh on the way's start.</param>
    /// <param name="start">The body it lies on.</param>
    /// <param name="way">The bodies to pass, the goal last, each close to the one before.</param>
    public static BodyMesh Along(BodyMesh mesh, ImplicitBody start, IEnumerable<ImplicitBody> way)
    {
        var morph = new MeshMorph(mesh);
        ImplicitBody from = start;
        foreach (ImplicitBody to in way)
        {
            morph.Step(from, to);
            from = to;
        }

        return morph.Result();
    }

    private void Step(ImplicitBody from, ImplicitBody to)
    {
        Parallel.For(0, count, v =>
        {
            // Most of the body does not notice a lifted arm.
            Vector3d p = position[v], carried = LimbMotion.Carry(from, to, p, normal[v]);
            still[v] = (carried - p).Length < 1e-6 && Math.Abs(to.Evaluate(p)) < 0.004;
            if (still[v]) return;
            // The place among the neighbours turns with the limb.
            offset[v] = LimbMotion.Carry(from, to, p + offset[v], normal[v]) - carried;
            position[v] = Settle(v, Pin(v, carried), to, 3);
            normal[v] = NormalAt(v, to);
        });
        for (int round = 0; round < RelaxRounds; round++)
        {
            var moved = new Vector3d[count];
            Parallel.For(0, count, v =>
            {
                moved[v] = position[v];
                if (still[v]) return;
                // Skin that is drawn out wide (the armpit of a lifted arm) forgets its old grading and evens out.
                Vector3d step = RingMiddle(v, position) - position[v];
                if (RingRadius(v) < StretchFadesBeyond * restRadius[v]) step += offset[v];
                step -= normal[v] * Vector3d.Dot(step, normal[v]);
                moved[v] = Settle(v, Pin(v, position[v] + step * 0.4), to, 2);
            });
            moved.CopyTo(position, 0);
        }

        Parallel.For(0, count, v =>
        {
            if (!still[v]) normal[v] = NormalAt(v, to);
        });
    }

    private Vector3d Settle(int v, Vector3d p, ImplicitBody body, int steps)
    {
        Vector3d n = normal[v];
        for (int k = 0; k < steps; k++)
        {
            double d = body.Evaluate(p);
            if (Math.Abs(d) < 0.002) break;
            // The old normal serves while it points uphill; where relief has turned, the field's own is asked.
            if (k > 0) n = body.Normal(p, 0.06);
            p = Pin(v, p - n * Math.Clamp(0.95 * d, -0.6, 0.6));
        }

        return p;
    }

    private Vector3d Pin(int v, Vector3d p) =>
        v < mesh.SeamVertexCount ? p with { X = 0 } : p with { X = Math.Max(p.X, 0.01) };

    private Vector3d NormalAt(int v, ImplicitBody body)
    {
        Vector3d n = body.Normal(position[v], 0.06);
        return v < mesh.SeamVertexCount ? (n with { X = 0 }).Normalized() : n;
    }

    /// <summary>The middle of a vertex's neighbours; those of a seam vertex on the right count as on the left.</summary>
    private Vector3d RingMiddle(int v, Vector3d[] at)
    {
        var sum = default(Vector3d);
        foreach (int w in ring[v])
        {
            if (w < count) sum += at[w];
            else sum += at[mesh.MirrorVertex(w)].Mirrored;
        }

        return sum * (1.0 / ring[v].Length);
    }

    private double RingRadius(int v)
    {
        double sum = 0;
        foreach (int w in ring[v])
            sum += ((w < count ? position[w] : position[mesh.MirrorVertex(w)].Mirrored) - position[v]).Length;
        return sum / ring[v].Length;
    }

    private static int[][] Rings(BodyMesh mesh)
    {
        var rings = new HashSet<int>[mesh.HalfVertexCount];
        for (int v = 0; v < rings.Length; v++) rings[v] = [];
        for (int i = 0; i < mesh.Triangles.Length; i++)
        {
            int a = mesh.Triangles[i], b = mesh.Triangles[i % 3 == 2 ? i - 2 : i + 1];
            if (a < rings.Length) rings[a].Add(b);
            if (b < rings.Length) rings[b].Add(a);
        }

        return [.. rings.Select(r => r.Order().ToArray())];
    }

    private BodyMesh Result()
    {
        Vector3[] positions = [.. position.Select(p => p.ToSingle())], normals = [.. normal.Select(n => n.ToSingle())];
        return new BodyMesh(positions, normals, mesh.Triangles.AsSpan(0, mesh.Triangles.Length / 2), mesh.SeamVertexCount);
    }
}
