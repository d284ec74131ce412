using System.Numerics;
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
    public static ushort Under(CellIndex index, int cell, in PaintSample dab)
    {
        float facing = Vector3.Dot(index.Normals[cell], dab.Normal);
        if (PaintFalloff.At(0, dab.RadiusCm, PaintFalloff.PenCore, facing) < PaintFalloff.Covered) return 0;
        float distance = Vector3.Distance(index.Centroids[cell], dab.Position);
        float inside = distance + index.RadiiCm[cell];
        if (Covers(inside * inside, dab.RadiusCm, facing)) return Whole;

        ReadOnlySpan<int> t = index.Mesh.Triangles.AsSpan(3 * cell, 3);
        Vector3 a = index.Mesh.Positions[t[0]] - dab.Position;
        Vector3 ab = index.Mesh.Positions[t[1]] - index.Mesh.Positions[t[0]];
        Vector3 ac = index.Mesh.Positions[t[2]] - index.Mesh.Positions[t[0]];
        int mask = 0;
        for (int part = 0; part < Parts; part++)
        {
            Vector3 p = a + ab * Centres[part].X + ac * Centres[part].Y;
            if (Covers(p.LengthSquared(), dab.RadiusCm, facing)) mask |= 1 << part;
        }

        return (ushort)mask;
    }

    private static bool Covers(float distanceSquared, float radius, float facing) =>
        PaintFalloff.At(distanceSquared, radius, PaintFalloff.PenCore, facing) >= PaintFalloff.Covered;

    private static IEnumerable<Vector2> PartCentres()
    {
        for (int i = 0; i < 4; i++)
            for (int k = 0; i + k < 4; k++) yield return new Vector2(i + 1f / 3, k + 1f / 3) / 4;
        for (int i = 0; i < 3; i++)
            for (int k = 0; i + k < 3; k++) yield return new Vector2(i + 2f / 3, k + 2f / 3) / 4;
    }
}
