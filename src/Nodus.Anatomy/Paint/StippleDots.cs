using System.Numerics;

namespace Nodus.Anatomy.Paint;

/// <summary>
/// Dots scattered evenly over the skin (blue noise), for stippled zones. They belong to the body, so every view shows
/// the same dots; close-up views show finer ones in between. Both sides are mirror images.
/// </summary>
/// <remarks>Dart throwing with a seeded generator: the same mesh gives the same dots.</remarks>
public sealed class StippleDots
{
    private const int DartsPerDot = 6;
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
        Vector3[] positions = [.. darts.Select(d => d.PositionOn(mesh))];
        var chosen = new List<int>();
        var taken = new bool[darts.Length];
        Throw(darts, positions, spacing, 2, taken, chosen);
        int coarse = chosen.Count;
        Throw(darts, positions, spacing, 1, taken, chosen);
        return new StippleDots(mesh, [.. chosen.Select(i => darts[i])], [.. chosen.Select(i => spacing[darts[i].Cell])], coarse);
    }

    /// <summary>Takes every dart that keeps so many spacings' distance from all taken before it.</summary>
    private static void Throw(
        SurfacePlace[] darts, Vector3[] positions, float[] spacing, float clearances, bool[] taken, List<int> chosen)
    {
        var field = new DotField(positions, clearances * spacing.Max());
        foreach (int i in chosen) field.Add(i);
        for (int i = 0; i < darts.Length; i++)
        {
            if (taken[i] || !field.IsClear(i, clearances * spacing[darts[i].Cell])) continue;
            taken[i] = true;
            chosen.Add(i);
            field.Add(i);
        }
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

    /// <summary>Dots in boxes as wide as the widest clearance, so that only the boxes around a dart are searched.</summary>
    private sealed class DotField
    {
        private readonly Vector3[] positions;
        private readonly Vector3 low;
        private readonly float boxCm;
        private readonly int across;
        private readonly int deep;
        private readonly int[] first;
        private readonly int[] next;

        public DotField(Vector3[] positions, float boxCm)
        {
            this.positions = positions;
            this.boxCm = boxCm;
            // One box more on every side spares the search a test for the rim.
            low = positions.Aggregate(Vector3.Min) - new Vector3(boxCm);
            Vector3 size = (positions.Aggregate(Vector3.Max) - low) / boxCm;
            across = (int)size.X + 2;
            deep = (int)size.Z + 2;
            first = new int[across * deep * ((int)size.Y + 2)];
            next = new int[positions.Length];
            Array.Fill(first, -1);
        }

        public void Add(int dot)
        {
            int box = Box(positions[dot]);
            next[dot] = first[box];
            first[box] = dot;
        }

        public bool IsClear(int dart, float clearance)
        {
            Vector3 p = positions[dart];
            int centre = Box(p);
            float limit = clearance * clearance;
            for (int y = -1; y <= 1; y++)
            {
                for (int z = -1; z <= 1; z++)
                {
                    int row = centre + (y * deep + z) * across;
                    for (int box = row - 1; box <= row + 1; box++)
                    {
                        for (int dot = first[box]; dot >= 0; dot = next[dot])
                            if (Vector3.DistanceSquared(positions[dot], p) < limit) return false;
                    }
                }
            }

            return true;
        }

        private int Box(Vector3 p)
        {
            Vector3 q = (p - low) / boxCm;
            return ((int)q.Y * deep + (int)q.Z) * across + (int)q.X;
        }
    }
}
