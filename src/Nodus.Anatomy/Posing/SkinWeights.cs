namespace Nodus.Anatomy.Posing;

/// <summary>How much each bone carries each vertex of the skin; the weights of a vertex add up to 1.</summary>
public sealed class SkinWeights
{
    // Below this a bone's part is noise that only costs time.
    private const float Least = 0.012f;

    private readonly int[] first;
    private readonly byte[] bones;
    private readonly float[] weights;

    private SkinWeights(int[] first, byte[] bones, float[] weights)
    {
        this.first = first;
        this.bones = bones;
        this.weights = weights;
    }

    /// <summary>How many vertices there are.</summary>
    public int VertexCount => first.Length - 1;

    /// <summary>The bones that carry a vertex.</summary>
    public ReadOnlySpan<byte> BonesOf(int vertex) => bones.AsSpan(first[vertex], first[vertex + 1] - first[vertex]);

    /// <summary>How much each of <see cref="BonesOf"/> carries it.</summary>
    public ReadOnlySpan<float> WeightsOf(int vertex) => weights.AsSpan(first[vertex], first[vertex + 1] - first[vertex]);

    /// <summary>Weights of a body's skin; exactly symmetric.</summary>
    /// <param name="mesh">The skin, standing.</param>
    /// <param name="skeleton">The skeleton inside it.</param>
    public static SkinWeights Of(BodyMesh mesh, Skeleton skeleton)
    {
        ArgumentNullException.ThrowIfNull(mesh);
        ArgumentNullException.ThrowIfNull(skeleton);
        float[][] dense = SkinSections.Of(mesh, skeleton);
        WeightDiffusion.Run(mesh, SkinSections.SoftnessCm(mesh, skeleton), dense);
        Symmetrize(mesh, dense);
        return Pack(dense);
    }

    /// <summary>For each vertex of a skin whose every cell was cut into four, the two corners it lies between.</summary>
    /// <param name="cells">The skin before.</param>
    /// <param name="fine">The skin cut once; faces 4c to 4c + 3 belong to cell c (corner, corner, corner, middle).</param>
    internal static (int A, int B)[] EndsOf(BodyMesh cells, BodyMesh fine)
    {
        var ends = new (int A, int B)[fine.Positions.Length];
        for (int c = 0; c < cells.CellCount / 2; c++)
        {
            int a = cells.Triangles[3 * c], b = cells.Triangles[3 * c + 1], d = cells.Triangles[3 * c + 2];
            ReadOnlySpan<int> f = fine.Triangles.AsSpan(12 * c, 12);
            (ends[f[0]], ends[f[4]], ends[f[8]]) = ((a, a), (b, b), (d, d));
            (ends[f[1]], ends[f[5]], ends[f[2]]) = ((a, b), (b, d), (d, a));
        }

        for (int v = fine.HalfVertexCount; v < ends.Length; v++)
        {
            (int a, int b) = ends[fine.MirrorVertex(v)];
            ends[v] = (cells.MirrorVertex(a), cells.MirrorVertex(b));
        }

        return ends;
    }

    /// <summary>Weights of vertices that lie half way between two others.</summary>
    internal SkinWeights Between((int A, int B)[] ends)
    {
        var dense = new float[Skeleton.BoneCount];
        var packing = new Packing(ends.Length);
        foreach ((int a, int b) in ends)
        {
            Array.Clear(dense);
            for (int i = first[a]; i < first[a + 1]; i++) dense[bones[i]] += weights[i] / 2;
            for (int i = first[b]; i < first[b + 1]; i++) dense[bones[i]] += weights[i] / 2;
            packing.Add(dense);
        }

        return packing.Done();
    }

    /// <summary>Right from left; on the seam the mean of both, so that a mirrored pose is a mirrored skin to the bit.</summary>
    private static void Symmetrize(BodyMesh mesh, float[][] dense)
    {
        for (int v = 0; v < mesh.HalfVertexCount; v++)
        {
            float[] own = dense[v];
            if (v < mesh.SeamVertexCount)
            {
                for (int b = 0; b < own.Length; b++)
                {
                    int m = Skeleton.MirrorBone(b);
                    if (m > b) own[b] = own[m] = (own[b] + own[m]) / 2;
                }

                continue;
            }

            float[] other = dense[mesh.MirrorVertex(v)];
            for (int b = 0; b < own.Length; b++) other[Skeleton.MirrorBone(b)] = own[b];
        }
    }

    private static SkinWeights Pack(float[][] dense)
    {
        var packing = new Packing(dense.Length);
        foreach (float[] vertex in dense) packing.Add(vertex);
        return packing.Done();
    }

    private sealed class Packing(int vertexCount)
    {
        private readonly List<int> first = new(vertexCount + 1) { 0 };
        private readonly List<byte> bones = new(4 * vertexCount);
        private readonly List<float> weights = new(4 * vertexCount);

        public void Add(ReadOnlySpan<float> vertex)
        {
            double sum = 0;
            foreach (float w in vertex)
                if (w >= Least) sum += w;
            for (int b = 0; b < vertex.Length; b++)
            {
                if (vertex[b] < Least) continue;
                bones.Add((byte)b);
                weights.Add((float)(vertex[b] / sum));
            }

            first.Add(bones.Count);
        }

        public SkinWeights Done() => new([.. first], [.. bones], [.. weights]);
    }
}
