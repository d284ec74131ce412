using Nodus.Anatomy.Surface;

namespace Nodus.Anatomy.Meshing;

/// <summary>Finds the left half of the surface by dual marching cubes.</summary>
/// <remarks>
/// One vertex for each closed loop of crossed edges in a box, so that touching sheets stay apart (plain surface nets
/// leave edges with four faces at fingers and toes). The first layer of boxes straddles the plane of symmetry; its
/// corners have the same signs on both sides, so its vertices lie on the plane and form the seam, and no face crosses it.
/// </remarks>
internal static class SurfaceExtraction
{
    private const int Block = 4;

    // Corner k of a box: bit 0 is x, bit 1 is y, bit 2 is z. Edges 0-3 run along x, 4-7 along y, 8-11 along z.
    private static readonly (int A, int B)[] Edges =
        [(0, 1), (2, 3), (4, 5), (6, 7), (0, 2), (1, 3), (4, 6), (5, 7), (0, 4), (1, 5), (2, 6), (3, 7)];

    private static readonly int[][] FaceCorners =
        [[0, 1, 3, 2], [4, 5, 7, 6], [0, 1, 5, 4], [2, 3, 7, 6], [0, 2, 6, 4], [1, 3, 7, 5]];

    private static readonly int[][] FaceEdges = [.. FaceCorners.Select(f =>
        Enumerable.Range(0, 4).Select(k => EdgeBetween(f[k], f[(k + 1) % 4])).ToArray())];

    /// <summary>Extracts the half x &gt;= 0.</summary>
    public static HalfMesh Run(ImplicitBody body)
    {
        var samples = new Samples(body, ExtractionLattice.X, ExtractionLattice.Y, ExtractionLattice.Z);
        var mesh = new HalfMesh();
        var vertices = new Dictionary<int, int[]>();
        for (int y = 0; y + 1 < samples.CountY; y++)
        {
            for (int z = 0; z + 1 < samples.CountZ; z++)
            {
                for (int x = 0; x + 1 < samples.CountX; x++) AddVertices(samples, x, y, z, mesh, vertices);
            }
        }

        for (int y = 1; y + 1 < samples.CountY; y++)
        {
            for (int z = 1; z + 1 < samples.CountZ; z++)
            {
                for (int x = 1; x + 1 < samples.CountX; x++) AddFaces(samples, x, y, z, mesh, vertices);
            }
        }

        return mesh;
    }

    private static void AddVertices(
        Samples s, int x, int y, int z, HalfMesh mesh, Dictionary<int, int[]> vertices)
    {
        Span<float> v = stackalloc float[8];
        int inside = 0;
        for (int k = 0; k < 8; k++)
        {
            v[k] = s[x + (k & 1), y + ((k >> 1) & 1), z + (k >> 2)];
            if (v[k] < 0) inside++;
        }

        if (inside is 0 or 8) return;
        Span<int> loop = stackalloc int[12];
        JoinLoops(v, loop);
        var ids = new int[12];
        Array.Fill(ids, -1);
        for (int e = 0; e < 12; e++)
        {
            if (!Crosses(v, e) || ids[e] >= 0) continue;
            int root = Root(loop, e), count = 0;
            var sum = default(Vector3d);
            for (int g = e; g < 12; g++)
            {
                if (!Crosses(v, g) || Root(loop, g) != root) continue;
                (int i, int j) = Edges[g];
                Vector3d a = s.At(x + (i & 1), y + ((i >> 1) & 1), z + (i >> 2));
                Vector3d b = s.At(x + (j & 1), y + ((j >> 1) & 1), z + (j >> 2));
                sum += a + (b - a) * (v[i] / (v[i] - v[j]));
                count++;
                ids[g] = mesh.Positions.Count;
            }

            bool seam = x == 0;
            Vector3d p = sum * (1.0 / count);
            mesh.AddVertex(seam ? p with { X = 0 } : p, seam);
        }

        vertices[s.Index(x, y, z)] = ids;
    }

    /// <summary>Unites crossed edges that a face joins; a face crossed four times keeps its inside corners apart.</summary>
    private static void JoinLoops(ReadOnlySpan<float> v, Span<int> loop)
    {
        for (int e = 0; e < 12; e++) loop[e] = e;
        for (int f = 0; f < 6; f++)
        {
            int first = -1, second = -1, crossed = 0;
            foreach (int e in FaceEdges[f])
            {
                if (!Crosses(v, e)) continue;
                crossed++;
                if (first < 0) first = e;
                else second = e;
            }

            if (crossed == 2) loop[Root(loop, first)] = Root(loop, second);
            if (crossed != 4) continue;
            for (int k = 0; k < 4; k++)
            {
                if (v[FaceCorners[f][k]] < 0) loop[Root(loop, FaceEdges[f][k])] = Root(loop, FaceEdges[f][(k + 3) % 4]);
            }
        }
    }

    private static void AddFaces(Samples s, int x, int y, int z, HalfMesh mesh, Dictionary<int, int[]> ids)
    {
        float v = s[x, y, z];
        bool outside = v >= 0;
        if (outside != s[x + 1, y, z] >= 0)
        {
            mesh.AddQuad(
                ids[s.Index(x, y - 1, z - 1)][3], ids[s.Index(x, y, z - 1)][2],
                ids[s.Index(x, y, z)][0], ids[s.Index(x, y - 1, z)][1], outside);
        }

        if (outside != s[x, y + 1, z] >= 0)
        {
            mesh.AddQuad(
                ids[s.Index(x - 1, y, z - 1)][7], ids[s.Index(x - 1, y, z)][5],
                ids[s.Index(x, y, z)][4], ids[s.Index(x, y, z - 1)][6], outside);
        }

        if (outside != s[x, y, z + 1] >= 0)
        {
            mesh.AddQuad(
                ids[s.Index(x - 1, y - 1, z)][11], ids[s.Index(x, y - 1, z)][10],
                ids[s.Index(x, y, z)][8], ids[s.Index(x - 1, y, z)][9], outside);
        }
    }

    private static bool Crosses(ReadOnlySpan<float> v, int edge) => v[Edges[edge].A] < 0 != v[Edges[edge].B] < 0;

    private static int Root(Span<int> loop, int e)
    {
        while (loop[e] != e) e = loop[e];
        return e;
    }

    private static int EdgeBetween(int a, int b) =>
        Array.FindIndex(Edges, e => e == (Math.Min(a, b), Math.Max(a, b)));

    /// <summary>The field on a lattice; only blocks near the surface are sampled point by point.</summary>
    private sealed class Samples
    {
        private readonly float[] values;
        private readonly double[] xs, ys, zs;

        public Samples(ImplicitBody body, double[] xs, double[] ys, double[] zs)
        {
            (this.xs, this.ys, this.zs) = (xs, ys, zs);
            values = new float[xs.Length * ys.Length * zs.Length];
            Parallel.For(0, (ys.Length + Block - 1) / Block, by =>
            {
                for (int bz = 0; bz < zs.Length; bz += Block)
                {
                    for (int bx = 0; bx < xs.Length; bx += Block) FillBlock(body, bx, by * Block, bz);
                }
            });
        }

        public int CountX => xs.Length;

        public int CountY => ys.Length;

        public int CountZ => zs.Length;

        public float this[int x, int y, int z] => values[Index(x, y, z)];

        public int Index(int x, int y, int z) => (y * zs.Length + z) * xs.Length + x;

        public Vector3d At(int x, int y, int z) => new(xs[x], ys[y], zs[z]);

        private void FillBlock(ImplicitBody body, int bx, int by, int bz)
        {
            int ex = Math.Min(bx + Block, CountX), ey = Math.Min(by + Block, CountY), ez = Math.Min(bz + Block, CountZ);
            Vector3d low = At(bx, by, bz), high = At(ex - 1, ey - 1, ez - 1);
            double d = body.Evaluate((low + high) * 0.5);
            // Far from the surface the signs are known; the field falls at most a little faster than a distance.
            bool far = Math.Abs(d) > 0.75 * (high - low).Length + 2;
            for (int y = by; y < ey; y++)
            {
                for (int z = bz; z < ez; z++)
                {
                    for (int x = bx; x < ex; x++) values[Index(x, y, z)] = (float)(far ? d : body.Evaluate(At(x, y, z)));
                }
            }
        }
    }
}
