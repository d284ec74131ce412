using System.Numerics;

namespace Nodus.Anatomy.Paint;

/// <summary>
/// Dots scattered evenly over the skin (blue noise), for stippled zones. They belong to the body, so every view shows
/// the same dots; close-up views show finer ones in between. Both sides are mirror images.
/// </summary>
/// <remarks>Dart throwing with a seeded generator: the same mesh gives the same dots.</remarks>
public sealed class StippleDots
{
    private const int DartsPerDot = 7;
    private const uint Seed = 0x9E3779B9;
    private const int SmoothingRounds = 8;

    private StippleDots(BodyMesh mesh, SurfacePlace[] points, float[] spacingCm, int coarseCount)
    {
        Mesh = mesh;
        Points = points;
        SpacingCm = spacingCm;
        CoarseCount = coarseCount;
    }

    /// <summary>The body the dots are on.</summary>
    public BodyMesh Mesh { get; }

    /// <summary>Dots of the left half, the coarse ones first; the right half has their mirror images.</summary>
    public SurfacePlace[] Points { get; }

    /// <summary>Distance to the next dots among all; among the coarse ones it is twice as large.</summary>
    public float[] SpacingCm { get; }

    /// <summary>How many of the dots are coarse.</summary>
    public int CoarseCount { get; }

    /// <summary>Scatters the dots: 0.4 cm apart where the mesh is fine (head, hands, feet), 0.6 cm elsewhere.</summary>
    public static StippleDots Scatter(BodyMesh mesh)
    {
        ArgumentNullException.ThrowIfNull(mesh);
        float[] spacing = Spacing(mesh);
        uint state = Seed;
        SurfacePlace[] darts = Darts(mesh, spacing, ref state);
        Shuffle(darts, ref state);
        var field = new DotField(mesh);
        foreach (SurfacePlace dart in darts) field.TryAdd(dart, 2 * spacing[dart.Cell], spacing[dart.Cell]);
        int coarse = field.Points.Count;
        foreach (SurfacePlace dart in darts) field.TryAdd(dart, spacing[dart.Cell], spacing[dart.Cell]);
        return new StippleDots(mesh, [.. field.Points], [.. field.Spacing], coarse);
    }

    /// <summary>Spacing per cell of the left half, from the mesh's own grading, smoothed.</summary>
    private static float[] Spacing(BodyMesh mesh)
    {
        int half = mesh.CellCount / 2;
        var size = new float[half];
        for (int cell = 0; cell < half; cell++) size[cell] = MathF.Sqrt(mesh.AreaCm2(cell) * 4 / MathF.Sqrt(3));
        for (int round = 0; round < SmoothingRounds; round++)
        {
            float[] before = [.. size];
            for (int cell = 0; cell < half; cell++)
            {
                float sum = before[cell];
                int count = 1;
                foreach (int n in mesh.Neighbours.Slice(3 * cell, 3))
                {
                    if (n < 0 || n >= half) continue;
                    sum += before[n];
                    count++;
                }

                size[cell] = sum / count;
            }
        }

        for (int cell = 0; cell < half; cell++) size[cell] = 0.2f + 0.42f * Math.Clamp(size[cell], 0.4f, 1f);
        return size;
    }

    private static SurfacePlace[] Darts(BodyMesh mesh, float[] spacing, ref uint state)
    {
        var darts = new List<SurfacePlace>();
        float owed = 0;
        for (int cell = 0; cell < spacing.Length; cell++)
        {
            owed += DartsPerDot * mesh.AreaCm2(cell) / (spacing[cell] * spacing[cell]);
            for (; owed >= 1; owed--)
            {
                float u = Next(ref state), v = Next(ref state);
                if (u + v > 1) (u, v) = (1 - u, 1 - v);
                var dart = new SurfacePlace(cell, u, v);
                // Its own mirror image must not come too near.
                if (dart.PositionOn(mesh).X >= spacing[cell] / 2) darts.Add(dart);
            }
        }

        return [.. darts];
    }

    private static void Shuffle(SurfacePlace[] darts, ref uint state)
    {
        for (int i = darts.Length - 1; i > 0; i--)
        {
            int k = Math.Min(i, (int)(Next(ref state) * (i + 1)));
            (darts[i], darts[k]) = (darts[k], darts[i]);
        }
    }

    /// <summary>Marsaglia's xorshift, J Stat Softw 2003;8(14): the same dots on every machine.</summary>
    private static float Next(ref uint state)
    {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        return (state >> 8) * (1f / (1 << 24));
    }

    private sealed class DotField
    {
        private const float BucketCm = 0.65f;

        private readonly BodyMesh mesh;
        private readonly Dictionary<(int, int, int), int> first = [];
        private readonly List<int> next = [];
        private readonly List<Vector3> positions = [];

        public DotField(BodyMesh mesh) => this.mesh = mesh;

        public List<SurfacePlace> Points { get; } = [];

        public List<float> Spacing { get; } = [];

        public void TryAdd(SurfacePlace dart, float clearance, float spacing)
        {
            Vector3 p = dart.PositionOn(mesh);
            (int x, int y, int z) = Bucket(p);
            int reach = (int)MathF.Ceiling(clearance / BucketCm);
            for (int a = x - reach; a <= x + reach; a++)
            {
                for (int b = y - reach; b <= y + reach; b++)
                {
                    for (int c = z - reach; c <= z + reach; c++)
                    {
                        if (!first.TryGetValue((a, b, c), out int dot)) continue;
                        for (; dot >= 0; dot = next[dot])
                            if (Vector3.DistanceSquared(positions[dot], p) < clearance * clearance) return;
                    }
                }
            }

            next.Add(first.TryGetValue((x, y, z), out int old) ? old : -1);
            first[(x, y, z)] = positions.Count;
            positions.Add(p);
            Points.Add(dart);
            Spacing.Add(spacing);
        }

        private static (int, int, int) Bucket(Vector3 p) => (
            (int)MathF.Floor(p.X / BucketCm), (int)MathF.Floor(p.Y / BucketCm), (int)MathF.Floor(p.Z / BucketCm));
    }
}
