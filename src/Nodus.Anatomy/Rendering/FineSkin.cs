using System.Numerics;
using Nodus.Anatomy.Surface;

namespace Nodus.Anatomy.Rendering;

/// <summary>
/// The skin for pictures: each cell cut into sixteen faces (or four) whose corners lie on the field, with normals and
/// ambient occlusion from the field. Face f belongs to cell f / 16.
/// </summary>
internal sealed class FineSkin
{
    /// <summary>Faces a cell after both cuts.</summary>
    public const int FacesPerCell = 16;

    /// <summary>Faces a cell after the first cut.</summary>
    public const int CoarseFacesPerCell = 4;

    private FineSkin(BodyMesh mesh, float[] openness)
    {
        Mesh = mesh;
        Openness = openness;
    }

    public BodyMesh Mesh { get; }

    /// <summary>Share of the sky each vertex sees, 0 to 1.</summary>
    public float[] Openness { get; }

    public static FineSkin Of(BodyMesh cells, ImplicitBody body) => Cut(cells, body, twice: true);

    /// <summary>The skin cut once only: enough for small pictures, and four times quicker to move.</summary>
    public static FineSkin CoarseOf(BodyMesh cells, ImplicitBody body) => Cut(cells, body, twice: false);

    private static FineSkin Cut(BodyMesh cells, ImplicitBody body, bool twice)
    {
        var half = new Half(cells);
        half.Subdivide(body);
        // Occlusion is soft: it is measured here and interpolated over the next cut.
        half.MeasureOpenness(body);
        if (twice) half.Subdivide(body);
        int count = half.Positions.Length;
        var normals = new Vector3[count];
        Parallel.For(0, count, v => normals[v] = body.Normal(Vector3d.From(half.Positions[v]), 0.05).ToSingle());

        var mesh = new BodyMesh(half.Positions, normals, half.Triangles, half.SeamCount);
        var all = new float[mesh.Positions.Length];
        for (int v = 0; v < count; v++) all[v] = all[mesh.MirrorVertex(v)] = half.Openness[v];
        return new FineSkin(mesh, all);
    }

    /// <summary>The left half under subdivision, seam first.</summary>
    private sealed class Half
    {
        public Half(BodyMesh cells)
        {
            Positions = cells.Positions[..cells.HalfVertexCount];
            Normals = cells.Normals[..cells.HalfVertexCount];
            Triangles = cells.Triangles[..(cells.Triangles.Length / 2)];
            SeamCount = cells.SeamVertexCount;
            Openness = new float[Positions.Length];
        }

        public Vector3[] Positions { get; private set; }

        public Vector3[] Normals { get; private set; }

        public int[] Triangles { get; private set; }

        public int SeamCount { get; private set; }

        public float[] Openness { get; private set; }

        public void MeasureOpenness(ImplicitBody body) => Parallel.For(0, Positions.Length, v => Openness[v] =
            (float)AmbientOcclusion.Openness(body, Vector3d.From(Positions[v]), Vector3d.From(Normals[v])));

        public void Subdivide(ImplicitBody body)
        {
            // No edge joins two seam vertices except along the seam (Remeshing), so such an edge's middle is on it too.
            var middles = new Dictionary<(int, int), int>(Triangles.Length);
            var ends = new List<(int A, int B)>(Triangles.Length);
            var slots = new int[Triangles.Length];
            for (int i = 0; i < Triangles.Length; i++)
            {
                int a = Triangles[i], b = Triangles[i % 3 == 2 ? i - 2 : i + 1];
                (int, int) key = (Math.Min(a, b), Math.Max(a, b));
                if (!middles.TryGetValue(key, out slots[i]))
                {
                    middles[key] = slots[i] = ends.Count;
                    ends.Add(key);
                }
            }

            int old = Positions.Length, seam = SeamCount;
            int seamMiddles = ends.Count(e => e.B < seam);
            int nextSeam = seam, nextInner = old + seamMiddles;
            var middleNumber = new int[ends.Count];
            for (int m = 0; m < ends.Count; m++) middleNumber[m] = ends[m].B < seam ? nextSeam++ : nextInner++;
            int Moved(int v) => v < seam ? v : v + seamMiddles;

            var positions = new Vector3[old + ends.Count];
            var normals = new Vector3[positions.Length];
            var openness = new float[positions.Length];
            for (int v = 0; v < old; v++)
            {
                positions[Moved(v)] = Positions[v];
                normals[Moved(v)] = Normals[v];
                openness[Moved(v)] = Openness[v];
            }

            Parallel.For(0, ends.Count, m =>
            {
                (int a, int b) = ends[m];
                Vector3 n = Vector3.Normalize(Normals[a] + Normals[b]);
                Vector3d p = Vector3d.From((Positions[a] + Positions[b]) / 2), direction = Vector3d.From(n);
                for (int k = 0; k < 6; k++)
                {
                    double d = body.Evaluate(p);
                    p -= direction * Math.Clamp(d, -0.6, 0.6);
                    if (Math.Abs(d) < 0.004) break;
                }

                bool onSeam = b < seam;
                openness[middleNumber[m]] = (Openness[a] + Openness[b]) / 2;
                positions[middleNumber[m]] = (onSeam ? p with { X = 0 } : p).ToSingle();
                normals[middleNumber[m]] = onSeam ? Vector3.Normalize(n with { X = 0 }) : n;
            });

            var triangles = new int[4 * Triangles.Length];
            for (int t = 0, o = 0; t < Triangles.Length; t += 3, o += 12)
            {
                int a = Moved(Triangles[t]), b = Moved(Triangles[t + 1]), c = Moved(Triangles[t + 2]);
                int ab = middleNumber[slots[t]], bc = middleNumber[slots[t + 1]], ca = middleNumber[slots[t + 2]];
                ReadOnlySpan<int> four = [a, ab, ca, ab, b, bc, ca, bc, c, ab, bc, ca];
                four.CopyTo(triangles.AsSpan(o));
            }

            (Positions, Normals, Triangles, SeamCount) = (positions, normals, triangles, seam + seamMiddles);
            Openness = openness;
        }
    }
}
