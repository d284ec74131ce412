using System.Numerics;

namespace Nodus.Anatomy.Paint;

/// <summary>Plane geometry of one or two cells.</summary>
internal static class CellGeometry
{
    /// <summary>The point of a cell nearest to <paramref name="p"/>, and its distance squared.</summary>
    /// <remarks>Ericson, Real-Time Collision Detection (2005), section 5.1.5.</remarks>
    public static SurfacePlace Nearest(BodyMesh mesh, int cell, Vector3 p, out float distanceSquared)
    {
        Vector3 a = mesh.Positions[mesh.Triangles[3 * cell]];
        Vector3 b = mesh.Positions[mesh.Triangles[3 * cell + 1]];
        Vector3 c = mesh.Positions[mesh.Triangles[3 * cell + 2]];
        (float u, float v) = NearestWeights(b - a, c - a, p - a, p - b, p - c);
        distanceSquared = Vector3.DistanceSquared(p, a * (1 - u - v) + b * u + c * v);
        return new SurfacePlace(cell, u, v);
    }

    /// <summary>
    /// Unfolds the two cells of edge ab into a plane and measures straight from c to d. False where the straight line
    /// would leave the two cells.
    /// </summary>
    public static bool TryUnfold(Vector3 a, Vector3 b, Vector3 c, Vector3 d, out float length)
    {
        length = 0;
        float edge = Vector3.Distance(a, b);
        if (edge < 1e-6f) return false;
        Vector3 x = (b - a) / edge;
        float cx = Vector3.Dot(c - a, x), dx = Vector3.Dot(d - a, x);
        float cy = (c - a - x * cx).Length(), dy = (d - a - x * dx).Length();
        if (cy + dy < 1e-6f) return false;
        float crossing = cx + (dx - cx) * cy / (cy + dy);
        length = MathF.Sqrt((cx - dx) * (cx - dx) + (cy + dy) * (cy + dy));
        return crossing > 0 && crossing < edge;
    }

    private static (float U, float V) NearestWeights(Vector3 ab, Vector3 ac, Vector3 ap, Vector3 bp, Vector3 cp)
    {
        float d1 = Vector3.Dot(ab, ap), d2 = Vector3.Dot(ac, ap);
        if (d1 <= 0 && d2 <= 0) return (0, 0);
        float d3 = Vector3.Dot(ab, bp), d4 = Vector3.Dot(ac, bp);
        if (d3 >= 0 && d4 <= d3) return (1, 0);
        float d5 = Vector3.Dot(ab, cp), d6 = Vector3.Dot(ac, cp);
        if (d6 >= 0 && d5 <= d6) return (0, 1);
        float vc = d1 * d4 - d3 * d2;
        if (vc <= 0 && d1 >= 0 && d3 <= 0) return (d1 / (d1 - d3), 0);
        float vb = d5 * d2 - d1 * d6;
        if (vb <= 0 && d2 >= 0 && d6 <= 0) return (0, d2 / (d2 - d6));
        float va = d3 * d6 - d5 * d4;
        if (va <= 0 && d4 - d3 >= 0 && d5 - d6 >= 0)
        {
            float w = (d4 - d3) / (d4 - d3 + d5 - d6);
            return (1 - w, w);
        }

        float sum = va + vb + vc;
        return (vb / sum, vc / sum);
    }
}
