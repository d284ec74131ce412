using System.Numerics;

namespace Nodus.Anatomy.Paint;

/// <summary>Finds the cells near a point, and holds what painting needs of each cell in plain arrays.</summary>
public sealed class CellIndex
{
    private const float BucketCm = 2f;

    private readonly Vector3 low;
    private readonly int across;
    private readonly int up;
    private readonly int deep;
    private readonly int[] bucketStart;
    private readonly int[] bucketCells;
    private readonly float reachCm;

    /// <summary>Indexes a mesh; a few milliseconds.</summary>
    public CellIndex(BodyMesh mesh)
    {
        ArgumentNullException.ThrowIfNull(mesh);
        Mesh = mesh;
        int count = mesh.CellCount;
        Centroids = new Vector3[count];
        Normals = new Vector3[count];
        AreasCm2 = new float[count];
        RadiiCm = new float[count];
        low = new Vector3(float.MaxValue);
        var high = new Vector3(float.MinValue);
        for (int cell = 0; cell < count / 2; cell++)
        {
            Vector3 c = mesh.Centroid(cell), n = mesh.CellNormal(cell);
            float radius = 0;
            foreach (int v in mesh.Triangles.AsSpan(3 * cell, 3))
                radius = Math.Max(radius, Vector3.Distance(c, mesh.Positions[v]));
            int mirror = mesh.MirrorCell(cell);
            Centroids[cell] = c;
            Centroids[mirror] = c with { X = -c.X };
            Normals[cell] = n;
            Normals[mirror] = n with { X = -n.X };
            RadiiCm[cell] = RadiiCm[mirror] = radius;
            AreasCm2[cell] = AreasCm2[mirror] = mesh.AreaCm2(cell);
            reachCm = Math.Max(reachCm, radius);
            low = Vector3.Min(low, Vector3.Min(c, Centroids[mirror]));
            high = Vector3.Max(high, Vector3.Max(c, Centroids[mirror]));
        }

        across = (int)((high.X - low.X) / BucketCm) + 1;
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

    internal float[] AreasCm2 { get; }

    /// <summary>Distance from a cell's centre to its farthest corner.</summary>
    internal float[] RadiiCm { get; }

    /// <summary>
    /// Writes the cells of which some part may lie within the radius; a superset, cheap to test further.
    /// </summary>
    /// <returns>How many were written.</returns>
    internal int Near(Vector3 centre, float radiusCm, ref int[] cells)
    {
        float reach = radiusCm + reachCm;
        (int x0, int x1) = Range(centre.X - low.X, reach, across);
        (int y0, int y1) = Range(centre.Y - low.Y, reach, up);
        (int z0, int z1) = Range(centre.Z - low.Z, reach, deep);
        int count = 0;
        for (int y = y0; y <= y1; y++)
        {
            for (int z = z0; z <= z1; z++)
            {
                int row = (y * deep + z) * across;
                for (int i = bucketStart[row + x0]; i < bucketStart[row + x1 + 1]; i++)
                {
                    int cell = bucketCells[i];
                    float limit = radiusCm + RadiiCm[cell];
                    if (Vector3.DistanceSquared(Centroids[cell], centre) > limit * limit) continue;
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

    private void Fill()
    {
        var bucket = new int[Centroids.Length];
        for (int cell = 0; cell < bucket.Length; cell++)
        {
            Vector3 p = (Centroids[cell] - low) / BucketCm;
            bucket[cell] = ((int)p.Y * deep + (int)p.Z) * across + (int)p.X;
            bucketStart[bucket[cell] + 1]++;
        }

        for (int b = 1; b < bucketStart.Length; b++) bucketStart[b] += bucketStart[b - 1];
        int[] fill = [.. bucketStart];
        for (int cell = 0; cell < bucket.Length; cell++) bucketCells[fill[bucket[cell]]++] = cell;
    }
}
