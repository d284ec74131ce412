namespace Nodus.Anatomy.Surface;

/// <summary>For each box of space the few primitives that can matter there, in two levels near the surface.</summary>
/// <remarks>
/// Boxes are filled when first asked for; most of space never is. Two threads may fill one box at once, with the same
/// result.
/// </remarks>
internal sealed class CullingGrid(ImplicitBody body, int[] everything)
{
    // Wide and high enough for lifted arms.
    private const double BoxCm = 3;
    private const int CountX = 36, CountY = 74, CountZ = 20;

    // The field may fall faster than a distance near blends; lists are made for a ball a quarter larger than the box.
    private const double BallRadius = BoxCm * 0.866 * 1.25;

    private static readonly Vector3d Low = new(-6, -6, -26);
    private readonly Box?[] boxes = new Box[CountX * CountY * CountZ];

    /// <summary>The primitives for a point; null outside the grid.</summary>
    public int[]? ListAt(Vector3d p)
    {
        double x = (p.X - Low.X) / BoxCm, y = (p.Y - Low.Y) / BoxCm, z = (p.Z - Low.Z) / BoxCm;
        if (!(x >= 0 && y >= 0 && z >= 0 && x < CountX && y < CountY && z < CountZ)) return null;
        int ix = (int)x, iy = (int)y, iz = (int)z, index = (iy * CountZ + iz) * CountX + ix;
        Box box = boxes[index] ??= Fill(ix, iy, iz);
        if (box.Eighths is null) return box.List;
        int e = (x - ix >= 0.5 ? 1 : 0) | (y - iy >= 0.5 ? 2 : 0) | (z - iz >= 0.5 ? 4 : 0);
        return box.Eighths[e] ??= body.Cull(EighthCentre(ix, iy, iz, e), BallRadius / 2, box.List);
    }

    /// <summary>The nearest point just inside the grid.</summary>
    public static Vector3d Clamp(Vector3d p)
    {
        const double inset = 0.1;
        return new Vector3d(
            Math.Clamp(p.X, Low.X + inset, Low.X + CountX * BoxCm - inset),
            Math.Clamp(p.Y, Low.Y + inset, Low.Y + CountY * BoxCm - inset),
            Math.Clamp(p.Z, Low.Z + inset, Low.Z + CountZ * BoxCm - inset));
    }

    private static Vector3d EighthCentre(int ix, int iy, int iz, int e) => Low + new Vector3d(
        ix + 0.25 + 0.5 * (e & 1), iy + 0.25 + 0.5 * ((e >> 1) & 1), iz + 0.25 + 0.5 * (e >> 2)) * BoxCm;

    private Box Fill(int ix, int iy, int iz)
    {
        Vector3d centre = Low + new Vector3d(ix + 0.5, iy + 0.5, iz + 0.5) * BoxCm;
        int[] list = body.Cull(centre, BallRadius, everything);
        bool split = list.Length > 3 && Math.Abs(body.EvaluateList(centre, list)) < BallRadius + 0.6;
        return new Box(list, split ? new int[8][] : null);
    }

    private sealed record Box(int[] List, int[]?[]? Eighths);
}
