using Nodus.Anatomy.Surface;

namespace Nodus.Anatomy.Meshing;

/// <summary>Collapses, flips and relaxes a half mesh until its edges have the wanted lengths.</summary>
/// <remarks>
/// After M. Botsch and L. Kobbelt, "A remeshing approach to multiresolution modeling", 2004; vertices are kept on the
/// field rather than on the old mesh. The seam is treated as what it is in the whole body, an ordinary line of edges:
/// its vertices stay on it, and no edge may join two of them except along it.
/// </remarks>
internal sealed class Remeshing
{
    private readonly ImplicitBody body;
    private readonly EdgeLengths target;
    private readonly Vector3d[] position;
    private readonly Vector3d[] normal;
    private readonly bool[] onSeam;
    private readonly int[] corner;
    private readonly bool[] deadFace;
    private readonly List<int>[] facesOf;
    private readonly HashSet<int> ringA = [], ringB = [];

    private Remeshing(ImplicitBody body, HalfMesh mesh)
    {
        this.body = body;
        target = new EdgeLengths(body);
        position = [.. mesh.Positions];
        onSeam = [.. mesh.OnSeam];
        normal = new Vector3d[position.Length];
        corner = [.. mesh.Triangles];
        deadFace = new bool[corner.Length / 3];
        facesOf = new List<int>[position.Length];
        for (int v = 0; v < facesOf.Length; v++) facesOf[v] = new List<int>(7);
        for (int c = 0; c < corner.Length; c++) facesOf[corner[c]].Add(c / 3);
    }

    /// <summary>Remeshes and mirrors.</summary>
    /// <param name="body">The field.</param>
    /// <param name="mesh">A fine closed half mesh near its surface.</param>
    /// <param name="rounds">Rounds of collapsing, flipping and relaxing; 6 settle.</param>
    public static BodyMesh Run(ImplicitBody body, HalfMesh mesh, int rounds)
    {
        var work = new Remeshing(body, mesh);
        work.Settle();
        for (int i = 0; i < rounds; i++)
        {
            work.Collapse();
            work.Flip();
            work.Relax();
        }

        return work.Result();
    }

    /// <summary>Brings the extracted vertices onto the surface, a limited way.</summary>
    private void Settle() => Parallel.For(0, position.Length, v =>
    {
        Vector3d start = position[v], p = start, n = body.Normal(p);
        for (int k = 0; k < 3; k++)
        {
            double d = body.Evaluate(p);
            if (Math.Abs(d) < 0.002) break;
            p = Pin(v, p - n * Math.Clamp(d * 0.9, -0.15, 0.15));
        }

        if ((p - start).Length < 0.25) position[v] = p;
        normal[v] = NormalAt(v);
    });

    private Vector3d Pin(int v, Vector3d p) => onSeam[v] ? p with { X = 0 } : p;

    private Vector3d NormalAt(int v)
    {
        Vector3d n = body.Normal(position[v], 0.06);
        return onSeam[v] ? (n with { X = 0 }).Normalized() : n;
    }

    private void Collapse()
    {
        for (int f = 0; f < deadFace.Length; f++)
        {
            for (int k = 0; k < 3 && !deadFace[f]; k++)
            {
                int a = corner[3 * f + k], b = corner[3 * f + (k + 1) % 3];
                // The seam vertex stays.
                if (onSeam[b] && !onSeam[a]) (a, b) = (b, a);
                if (TryCollapse(a, b)) break;
            }
        }
    }

    private bool TryCollapse(int a, int b)
    {
        Vector3d middle = (position[a] + position[b]) * 0.5;
        double length = target.At(middle);
        if ((position[a] - position[b]).Length >= 0.8 * length || Vector3d.Dot(normal[a], normal[b]) < 0.55) return false;

        // The link condition: two common neighbours for an inner edge, one for an edge of the seam.
        Ring(a, ringA);
        Ring(b, ringB);
        int common = ringA.Count(ringB.Contains);
        bool along = onSeam[a] && onSeam[b];
        if (common != (along ? 1 : 2)) return false;
        int valence = ringA.Count + ringB.Count - 2 - common;
        if (valence is < 4 or > 9) return false;
        if (onSeam[a] && !onSeam[b] && ringB.Any(v => v != a && onSeam[v] && !ringA.Contains(v))) return false;
        if (along && FacesWith(a, b) != 1) return false;

        Vector3d p = onSeam[a] && !onSeam[b] ? position[a] : middle;
        p = Pin(a, p - (normal[a] + normal[b]).Normalized() * body.Evaluate(p));
        if (WouldFold(a, b, p, length) || WouldFold(b, a, p, length)) return false;
        Merge(a, b, p);
        return true;
    }

    private int FacesWith(int a, int b) => facesOf[a].Count(f => Holds(f, b));

    private bool WouldFold(int moved, int other, Vector3d to, double length)
    {
        foreach (int f in facesOf[moved])
        {
            if (Holds(f, other)) continue;
            int i = corner[3 * f], j = corner[3 * f + 1], k = corner[3 * f + 2];
            Vector3d a = i == moved ? to : position[i], b = j == moved ? to : position[j];
            Vector3d c = k == moved ? to : position[k];
            Vector3d before = FaceNormal(i, j, k), after = Vector3d.Cross(b - a, c - a);
            if (after.Length < 1e-6 || Vector3d.Dot(before, after) < 0.5 * before.Length * after.Length) return true;
            double longest = Math.Max((b - a).Length, Math.Max((c - b).Length, (a - c).Length));
            if (longest > 1.5 * length) return true;
        }

        return false;
    }

    private void Merge(int a, int b, Vector3d p)
    {
        position[a] = p;
        normal[a] = NormalAt(a);
        foreach (int f in facesOf[b].ToArray())
        {
            if (Holds(f, a))
            {
                deadFace[f] = true;
                for (int k = 0; k < 3; k++) facesOf[corner[3 * f + k]].Remove(f);
                continue;
            }

            corner[3 * f + Array.IndexOf(corner, b, 3 * f, 3) - 3 * f] = a;
            facesOf[a].Add(f);
        }

        facesOf[b].Clear();
    }

    /// <summary>Flips edges where that brings the four valences nearer to six.</summary>
    private void Flip()
    {
        for (int f = 0; f < deadFace.Length; f++)
        {
            if (deadFace[f]) continue;
            for (int k = 0; k < 3; k++)
            {
                if (TryFlip(f, corner[3 * f + k], corner[3 * f + (k + 1) % 3], corner[3 * f + (k + 2) % 3])) break;
            }
        }
    }

    private bool TryFlip(int f, int a, int b, int c)
    {
        int g = -1;
        foreach (int h in facesOf[a])
        {
            if (h != f && Holds(h, b)) g = h;
        }

        if (g < f) return false;
        int d = corner[3 * g] + corner[3 * g + 1] + corner[3 * g + 2] - a - b;
        if (d == c || (onSeam[c] && onSeam[d])) return false;
        int va = Valence(a), vb = Valence(b), vc = Valence(c), vd = Valence(d);
        int now = Math.Abs(va - 6) + Math.Abs(vb - 6) + Math.Abs(vc - 6) + Math.Abs(vd - 6);
        int then = Math.Abs(va - 7) + Math.Abs(vb - 7) + Math.Abs(vc - 5) + Math.Abs(vd - 5);
        if (then >= now || facesOf[a].Count <= 3 || facesOf[b].Count <= 3) return false;
        Ring(c, ringA);
        if (ringA.Contains(d)) return false;

        Vector3d old1 = FaceNormal(a, b, c), old2 = FaceNormal(b, a, d);
        Vector3d new1 = FaceNormal(d, b, c), new2 = FaceNormal(a, d, c);
        if (Bends(new1, old1) || Bends(new1, old2) || Bends(new2, old1) || Bends(new2, old2)) return false;
        (corner[3 * f], corner[3 * f + 1], corner[3 * f + 2]) = (a, d, c);
        (corner[3 * g], corner[3 * g + 1], corner[3 * g + 2]) = (d, b, c);
        facesOf[b].Remove(f);
        facesOf[d].Add(f);
        facesOf[a].Remove(g);
        facesOf[c].Add(g);
        return true;

        static bool Bends(Vector3d m, Vector3d n) => Vector3d.Dot(m, n) < 0.6 * m.Length * n.Length;
    }

    // A seam vertex has as many faces again on the other side.
    private int Valence(int v) => onSeam[v] ? 2 * facesOf[v].Count : facesOf[v].Count;

    /// <summary>Moves each vertex towards the weighted middle of its faces, along the surface.</summary>
    private void Relax()
    {
        var moved = new Vector3d[position.Length];
        Parallel.For(0, position.Length, v =>
        {
            moved[v] = position[v];
            if (facesOf[v].Count == 0) return;
            var sum = default(Vector3d);
            double weight = 0;
            foreach (int f in facesOf[v])
            {
                int i = corner[3 * f], j = corner[3 * f + 1], k = corner[3 * f + 2];
                Vector3d centre = (position[i] + position[j] + position[k]) * (1.0 / 3);
                double length = target.At(centre), w = Math.Max(FaceNormal(i, j, k).Length, 1e-6) / (length * length);
                sum += centre * w;
                weight += w;
            }

            Vector3d step = sum * (1 / weight) - position[v];
            step -= normal[v] * Vector3d.Dot(step, normal[v]);
            Vector3d p = Pin(v, position[v] + step * 0.6);
            for (int k = 0; k < 2; k++) p = Pin(v, p - normal[v] * Math.Clamp(body.Evaluate(p) * 0.95, -0.1, 0.1));
            if (Math.Abs(body.Evaluate(p)) < 0.01) moved[v] = p;
        });
        Parallel.For(0, position.Length, v =>
        {
            position[v] = moved[v];
            if (facesOf[v].Count > 0) normal[v] = NormalAt(v);
        });
    }

    private BodyMesh Result()
    {
        var mesh = new HalfMesh();
        var normals = new List<Vector3d>();
        var number = new int[position.Length];
        for (int v = 0; v < position.Length; v++)
        {
            if (facesOf[v].Count == 0) continue;
            number[v] = mesh.Positions.Count;
            mesh.AddVertex(position[v], onSeam[v]);
            normals.Add(normal[v]);
        }

        for (int f = 0; f < deadFace.Length; f++)
        {
            if (!deadFace[f])
                mesh.Triangles.AddRange([number[corner[3 * f]], number[corner[3 * f + 1]], number[corner[3 * f + 2]]]);
        }

        return mesh.Mirror(normals);
    }

    private void Ring(int v, HashSet<int> into)
    {
        into.Clear();
        foreach (int f in facesOf[v])
        {
            for (int k = 0; k < 3; k++) into.Add(corner[3 * f + k]);
        }

        into.Remove(v);
    }

    private bool Holds(int f, int v) => corner[3 * f] == v || corner[3 * f + 1] == v || corner[3 * f + 2] == v;

    private Vector3d FaceNormal(int a, int b, int c) =>
        Vector3d.Cross(position[b] - position[a], position[c] - position[a]);
}
