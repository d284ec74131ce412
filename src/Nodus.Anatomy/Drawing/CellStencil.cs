using System.Numerics;
using System.Runtime.InteropServices;
using Nodus.Anatomy.Paint;

namespace Nodus.Anatomy.Drawing;

/// <summary>Which of a cell's sixteen equal parts lie under a dab.</summary>
internal static class CellStencil
{
    /// <summary>Parts of a cell: each edge is cut in four.</summary>
    public const int Parts = 16;

    /// <summary>All parts.</summary>
    public const ushort Whole = ushort.MaxValue;

    private static readonly Vector2[] Centres = [.. PartCentres()];

    /// <summary>One bit a part whose centre the dab covers.</summary>
    /// <remarks>In plain floats: a browser interprets this while the pen moves.</remarks>
    public static ushort Under(CellIndex index, int cell, in PaintSample dab)
    {
        ReadOnlySpan<float> normal = MemoryMarshal.Cast<Vector3, float>(index.Normals.AsSpan(cell, 1));
        ReadOnlySpan<float> centre = MemoryMarshal.Cast<Vector3, float>(index.Centroids.AsSpan(cell, 1));
        (float px, float py, float pz) = (dab.Position.X, dab.Position.Y, dab.Position.Z);
        float facing = normal[0] * dab.Normal.X + normal[1] * dab.Normal.Y + normal[2] * dab.Normal.Z;
        float covered = PaintFalloff.CoveredRadius(dab.RadiusCm, PaintFalloff.PenCore, facing);
        if (covered < 0) return 0;
        float dx = centre[0] - px, dy = centre[1] - py, dz = centre[2] - pz, extent = index.RadiiCm[cell];
        float distance = MathF.Sqrt(dx * dx + dy * dy + dz * dz);
        if (distance + extent <= covered) return Whole;
        if (distance - extent > covered) return 0;

        int[] t = index.Mesh.Triangles;
        ReadOnlySpan<float> p = MemoryMarshal.Cast<Vector3, float>(index.Mesh.Positions);
        int a = 3 * t[3 * cell], b = 3 * t[3 * cell + 1], c = 3 * t[3 * cell + 2];
        float ax = p[a], ay = p[a + 1], az = p[a + 2];
        float bx = p[b] - ax, by = p[b + 1] - ay, bz = p[b + 2] - az;
        float cx = p[c] - ax, cy = p[c + 1] - ay, cz = p[c + 2] - az;
        (ax, ay, az) = (ax - px, ay - py, az - pz);
        float limit = covered * covered;
        int mask = 0;
        for (int part = 0; part < Parts; part++)
        {
            float u = Centres[part].X, v = Centres[part].Y;
            float x = ax + bx * u + cx * v, y = ay + by * u + cy * v, z = az + bz * u + cz * v;
            if (x * x + y * y + z * z <= limit) mask |= 1 << part;
        }

        return (ushort)mask;
    }

    private static IEnumerable<Vector2> PartCentres()
    {
        for (int i = 0; i < 4; i++)
            for (int k = 0; i + k < 4; k++) yield return new Vector2(i + 1f / 3, k + 1f / 3) / 4;
        for (int i = 0; i < 3; i++)
            for (int k = 0; i + k < 3; k++) yield return new Vector2(i + 2f / 3, k + 2f / 3) / 4;
    }
}
