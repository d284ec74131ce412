using System.Numerics;

namespace Nodus.Anatomy.Rendering;

/// <summary>What a thing in a figure is made of; it decides the colour.</summary>
public enum Material
{
    /// <summary>Wood, wall, floor: warm grey.</summary>
    Furniture,

    /// <summary>Balls, rollers, tools: darker.</summary>
    Tool,

    /// <summary>Pillows, towels, straps: lighter.</summary>
    Cloth,
}

/// <summary>A thing beside the body in a figure: a closed surface of simple form.</summary>
/// <param name="Material">What it is made of.</param>
/// <param name="Positions">Vertices, centimetres in the room.</param>
/// <param name="Normals">Unit outward normals, one a vertex.</param>
/// <param name="Triangles">Three vertices a face, counter-clockwise seen from outside.</param>
public sealed record Solid(Material Material, Vector3[] Positions, Vector3[] Normals, int[] Triangles)
{
    /// <summary>A block with rounded edges.</summary>
    /// <param name="material">What it is made of.</param>
    /// <param name="centre">Its middle.</param>
    /// <param name="half">Half its extent along x, y, z.</param>
    /// <param name="turn">How it is turned.</param>
    /// <param name="roundCm">Radius of the edges, at most the smallest half extent.</param>
    public static Solid Block(Material material, Vector3 centre, Vector3 half, Quaternion turn, float roundCm = 0.8f)
    {
        float round = Math.Min(roundCm, Math.Min(half.X, Math.Min(half.Y, half.Z)));
        Vector3 inner = half - new Vector3(round);
        // A sphere pulled apart along the three planes: every octant keeps its quarter round.
        return Sphere(material, 24, 16, n =>
        {
            var corner = new Vector3(MathF.CopySign(inner.X, n.X), MathF.CopySign(inner.Y, n.Y), MathF.CopySign(inner.Z, n.Z));
            return (centre + Vector3.Transform(corner + n * round, turn), Vector3.Transform(n, turn));
        });
    }

    /// <summary>A ball, or a cushion when its radii differ.</summary>
    public static Solid Ellipsoid(Material material, Vector3 centre, Vector3 radii, Quaternion turn) =>
        Sphere(material, 40, 26, n => (centre + Vector3.Transform(n * radii, turn), Vector3.Normalize(Vector3.Transform(n / radii, turn))));

    /// <summary>A cushion: a block blown up, with thin edges.</summary>
    public static Solid Cushion(Material material, Vector3 centre, Vector3 half, Quaternion turn) => Sphere(material, 48, 26, n =>
    {
        // A superellipsoid: square in plan, round in section.
        float most = Math.Max(MathF.Abs(n.X), MathF.Abs(n.Z)), flat = MathF.Sqrt(n.X * n.X + n.Z * n.Z);
        float out1 = flat > 1e-5f ? 1 + 0.55f * (flat / Math.Max(most, 1e-5f) - 1) : 1;
        var p = new Vector3(n.X * out1 * half.X, MathF.CopySign(MathF.Pow(MathF.Abs(n.Y), 0.8f), n.Y) * half.Y, n.Z * out1 * half.Z);
        return (centre + Vector3.Transform(p, turn), Vector3.Normalize(Vector3.Transform(n / half, turn)));
    });

    /// <summary>A round bar along a line through points, its ends closed.</summary>
    /// <param name="material">What it is made of.</param>
    /// <param name="points">Two points or more.</param>
    /// <param name="radiusCm">Its radius.</param>
    public static Solid Bar(Material material, IReadOnlyList<Vector3> points, float radiusCm)
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentOutOfRangeException.ThrowIfLessThan(points.Count, 2);
        const int Round = 24;
        var positions = new List<Vector3>();
        var normals = new List<Vector3>();
        var triangles = new List<int>();
        Vector3 side = Vector3.Zero;
        for (int i = 0; i < points.Count; i++)
        {
            Vector3 along = Vector3.Normalize(points[Math.Min(i + 1, points.Count - 1)] - points[Math.Max(i - 1, 0)]);
            Vector3 guess = side == Vector3.Zero ? (MathF.Abs(along.Y) < 0.9f ? Vector3.UnitY : Vector3.UnitX) : side;
            side = Vector3.Normalize(guess - along * Vector3.Dot(guess, along));
            Vector3 other = Vector3.Cross(along, side);
            if (i == 0) Ring(points[i], -along, side, other, capped: true);
            Ring(points[i], along, side, other, capped: false);
            if (i == points.Count - 1) Ring(points[i], along, side, other, capped: true);
        }

        for (int ring = 0; ring + 1 < positions.Count / Round; ring++)
        {
            for (int k = 0; k < Round; k++)
            {
                int a = ring * Round + k, b = ring * Round + (k + 1) % Round;
                triangles.AddRange([a, b, a + Round, b, b + Round, a + Round]);
            }
        }

        int last = positions.Count - Round;
        for (int k = 1; k + 1 < Round; k++) triangles.AddRange([0, k + 1, k, last, last + k, last + k + 1]);
        return new Solid(material, [.. positions], [.. normals], [.. triangles]);

        void Ring(Vector3 at, Vector3 along, Vector3 x, Vector3 y, bool capped)
        {
            for (int k = 0; k < Round; k++)
            {
                (float sin, float cos) = MathF.SinCos(2 * MathF.PI * k / Round);
                Vector3 n = x * cos + y * sin;
                positions.Add(at + n * radiusCm);
                normals.Add(capped ? along : n);
            }
        }
    }

    private static Solid Sphere(Material material, int around, int down, Func<Vector3, (Vector3 Position, Vector3 Normal)> map)
    {
        var positions = new Vector3[around * (down + 1)];
        var normals = new Vector3[positions.Length];
        var triangles = new List<int>(6 * around * down);
        for (int j = 0; j <= down; j++)
        {
            (float sin, float cos) = MathF.SinCos(MathF.PI * j / down);
            for (int i = 0; i < around; i++)
            {
                // Half a step off the axes: no vertex lies on a plane along which a block is pulled apart.
                (float s, float c) = MathF.SinCos(2 * MathF.PI * (i + 0.5f) / around);
                (positions[j * around + i], normals[j * around + i]) = map(new Vector3(sin * c, cos, sin * s));
                if (j == down) continue;
                int a = j * around + i, b = j * around + (i + 1) % around;
                triangles.AddRange([a, b, a + around, b, b + around, a + around]);
            }
        }

        // The first and last rings are points of a ball, but the flat faces of a block.
        int last = around * down;
        for (int k = 1; k + 1 < around; k++) triangles.AddRange([0, k + 1, k, last, last + k, last + k + 1]);
        return new Solid(material, positions, normals, [.. triangles]);
    }
}
