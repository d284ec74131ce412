namespace Nodus.Anatomy.Surface;

/// <summary>For each box of space the few primitives that can matter there, in two levels near the surface.</summary>
internal sealed class CullingGrid
{
    private const double BoxCm = 3;
    private const int CountX = 20, CountY = 64, CountZ = 20;

    // The field may fall faster than a distance near blends; lists are made for a ball a quarter larger than the box.
    private const double BallOfBox = 0.866 * 1.25;

    private static readonly Vector3d Low = new(-6, -6, -26);
    private readonly int[][] coarse = new int[CountX * CountY * CountZ][];
    private readonly int[][]?[] fine = new int[CountX * CountY * CountZ][][];

    public CullingGrid(ImplicitBody body, int[] everything)
    {
        Parallel.For(0, CountY, iy =>
        {
            for (int iz = 0; iz < CountZ; iz++)
            {
                for (int ix = 0; ix < CountX; ix++) Fill(body, everything, ix, iy, iz);
            }
        });
    }

    /// <summary>The primitives for a point; null outside the grid.</summary>
    public int[]? ListAt(Vector3d p)
    {
        double x = (p.X - Low.X) / BoxCm, y = (p.Y - Low.Y) / BoxCm, z = (p.Z - Low.Z) / BoxCm;
        if (!(x >= 0 && y >= 0 && z >= 0 && x < CountX && y < CountY && z < CountZ)) return null;
        int ix = (int)x, iy = (int)y, iz = (int)z, box = (iy * CountZ + iz) * CountX + ix;
        int[][]? eighths = fine[box];
        if (eighths is null) return coarse[box];
        return eighths[(x - ix >= 0.5 ? 1 : 0) | (y - iy >= 0.5 ? 2 : 0) | (z - iz >= 0.5 ? 4 : 0)];
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

    private void Fill(ImplicitBody body, int[] everything, int ix, int iy, int iz)
    {
        Vector3d centre = Low + new Vector3d(ix + 0.5, iy + 0.5, iz + 0.5) * BoxCm;
        double radius = BoxCm * BallOfBox;
        int box = (iy * CountZ + iz) * CountX + ix;
        int[] list = coarse[box] = body.Cull(centre, radius, everything);
        if (list.Length <= 3 || Math.Abs(body.EvaluateList(centre, list)) >= radius + 0.6) return;
        var eighths = new int[8][];
        for (int s = 0; s < 8; s++)
        {
            Vector3d c = Low + new Vector3d(
                ix + 0.25 + 0.5 * (s & 1), iy + 0.25 + 0.5 * ((s >> 1) & 1), iz + 0.25 + 0.5 * (s >> 2)) * BoxCm;
            eighths[s] = body.Cull(c, radius / 2, list);
        }

        fine[box] = eighths;
    }
}
