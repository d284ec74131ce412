using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Nodus.Anatomy.Paint;

/// <summary>Finds the cells near a point, and holds what painting needs of each cell in plain arrays.</summary>
public sealed class CellIndex
{
    private const float BucketCm = 2f;

    private readonly float lowX;
    private readonly float lowY;
    private readonly float lowZ;
    private readonly int across;
    private readonly int up;
    private readonly int deep;
    private readonly int[] bucketStart;
    private readonly int[] bucketCells;
    private float reachCm;

    /// <summary>Indexes a mesh; a few milliseconds.</summary>
    public CellIndex(BodyMesh mesh)
    {
        ArgumentNullException.ThrowIfNull(mesh);
        Mesh = mesh;
        int count = mesh.CellCount;
        Centroids = new Vector3[count];
        Normals = new Vector3[count];
        RadiiCm = new float[count];
        MeasureHalf();
        Mirror();
        Vector3 low = new(float.MaxValue), high = new(float.MinValue);
        foreach (Vector3 c in Centroids.AsSpan(0, count / 2))
        {
            low = Vector3.Min(low, c);
            high = Vector3.Max(high, c);
        }

        (lowX, lowY, lowZ) = (-high.X, low.Y, low.Z);
        across = (int)(2 * high.X / BucketCm) + 1;
        up = (int)((high.Y - low.Y) / BucketCm) + 1;
        deep = (int)((high.Z - low.Z) / BucketCm) + 1;
        bucketStart = new int[across * up * deep + 1];
        bucketCells = new int[count];
        Fill();
    }

    /// <summary>The indexed body.</summary>
    public BodyMesh Mesh { get; }

    internal Vector3[] Centroids { get; }

    internal Vector3[] Normals { get; }

    /// <summary>Distance from a cell's centre to its farthest corner.</summary>
    internal float[] RadiiCm { get; }

    /// <summary>
    /// Writes the cells of which some part may lie within the radius; a superset, cheap to test further.
    /// </summary>
    /// <returns>How many were written.</returns>
    internal int Near(Vector3 centre, float radiusCm, ref int[] cells)
    {
        float reach = radiusCm + reachCm;
        (float cx, float cy, float cz) = (centre.X, centre.Y, centre.Z);
        (int x0, int x1) = Range(cx - lowX, reach, across);
        (int y0, int y1) = Range(cy - lowY, reach, up);
        (int z0, int z1) = Range(cz - lowZ, reach, deep);
        ReadOnlySpan<float> centroids = MemoryMarshal.Cast<Vector3, float>(Centroids);
        int count = 0;
        for (int y = y0; y <= y1; y++)
        {
            for (int z = z0; z <= z1; z++)
            {
                int row = (y * deep + z) * across;
                for (int i = bucketStart[row + x0]; i < bucketStart[row + x1 + 1]; i++)
                {
                    int cell = bucketCells[i], o = 3 * cell;
                    float dx = centroids[o] - cx, dy = centroids[o + 1] - cy, dz = centroids[o + 2] - cz;
                    float limit = radiusCm + RadiiCm[cell];
                    if (dx * dx + dy * dy + dz * dz > limit * limit) continue;
                    if (count == cells.Length) Array.Resize(ref cells, 2 * count);
                    cells[count++] = cell;
                }
            }
        }

        return count;
    }

    private static (int First, int Last) Range(float at, float reach, int count) => (
        Math.Clamp((int)MathF.Floor((at - reach) / BucketCm), 0, count - 1),
        Math.Clamp((int)MathF.Floor((at + reach) / BucketCm), 0, count - 1));

    /// <summary>
    /// Centre, mean normal and extent of the left half's cells. Plain floats, not vectors: a browser interprets this, and
    /// with a call for each vector operation it took more than a second there.
    /// </summary>
    private void MeasureHalf()
    {
        ReadOnlySpan<float> p = MemoryMarshal.Cast<Vector3, float>(Mesh.Positions);
        ReadOnlySpan<float> n = MemoryMarshal.Cast<Vector3, float>(Mesh.Normals);
        Span<float> centroids = MemoryMarshal.Cast<Vector3, float>(Centroids.AsSpan());
        Span<float> normals = MemoryMarshal.Cast<Vector3, float>(Normals.AsSpan());
        int[] t = Mesh.Triangles;
        int half = RadiiCm.Length / 2;
        for (int cell = 0, o = 0; cell < half; cell++, o += 3)
        {
            int a = 3 * t[o], b = 3 * t[o + 1], c = 3 * t[o + 2];
            float x = (p[a] + p[b] + p[c]) / 3, y = (p[a + 1] + p[b + 1] + p[c + 1]) / 3;
            float z = (p[a + 2] + p[b + 2] + p[c + 2]) / 3;
            (centroids[o], centroids[o + 1], centroids[o + 2]) = (x, y, z);
            float nx = n[a] + n[b] + n[c], ny = n[a + 1] + n[b + 1] + n[c + 1], nz = n[a + 2] + n[b + 2] + n[c + 2];
            float length = MathF.Sqrt(nx * nx + ny * ny + nz * nz);
            (normals[o], normals[o + 1], normals[o + 2]) = (nx / length, ny / length, nz / length);
            float da = Squared(p[a] - x, p[a + 1] - y, p[a + 2] - z);
            float db = Squared(p[b] - x, p[b + 1] - y, p[b + 2] - z);
            float dc = Squared(p[c] - x, p[c + 1] - y, p[c + 2] - z);
            float radius = MathF.Sqrt(Math.Max(da, Math.Max(db, dc)));
            RadiiCm[cell] = radius;
            if (radius > reachCm) reachCm = radius;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Squared(float x, float y, float z) => x * x + y * y + z * z;

    private void Mirror()
    {
        int half = RadiiCm.Length / 2;
        Array.Copy(RadiiCm, 0, RadiiCm, half, half);
        Array.Copy(Centroids, 0, Centroids, half, half);
        Array.Copy(Normals, 0, Normals, half, half);
        Span<float> centroids = MemoryMarshal.Cast<Vector3, float>(Centroids.AsSpan(half));
        Span<float> normals = MemoryMarshal.Cast<Vector3, float>(Normals.AsSpan(half));
        for (int o = 0; o < centroids.Length; o += 3)
        {
            centroids[o] = -centroids[o];
            normals[o] = -normals[o];
        }
    }

    private void Fill()
    {
        ReadOnlySpan<float> centroids = MemoryMarshal.Cast<Vector3, float>(Centroids);
        var bucket = new int[Centroids.Length];
        for (int cell = 0, o = 0; cell < bucket.Length; cell++, o += 3)
        {
            int x = (int)((centroids[o] - lowX) / BucketCm), y = (int)((centroids[o + 1] - lowY) / BucketCm);
            int z = (int)((centroids[o + 2] - lowZ) / BucketCm);
            bucket[cell] = (y * deep + z) * across + x;
            bucketStart[bucket[cell] + 1]++;
        }

        for (int b = 1; b < bucketStart.Length; b++) bucketStart[b] += bucketStart[b - 1];
        int[] fill = [.. bucketStart];
        for (int cell = 0; cell < bucket.Length; cell++) bucketCells[fill[bucket[cell]]++] = cell;
    }
}
