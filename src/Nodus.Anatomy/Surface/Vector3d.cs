using System.Numerics;
using System.Runtime.CompilerServices;

namespace Nodus.Anatomy.Surface;

/// <summary>A point or direction in double precision, centimetres.</summary>
/// <remarks>The field is differentiated numerically over 0.1 mm at 175 cm, more than single precision can hold.</remarks>
public readonly record struct Vector3d(double X, double Y, double Z)
{
    /// <summary>Euclidean length.</summary>
    public double Length => Math.Sqrt(X * X + Y * Y + Z * Z);

    /// <summary>The image in the plane of symmetry x = 0.</summary>
    public Vector3d Mirrored => new(-X, Y, Z);

    /// <summary>The same direction with length 1; z for a vector too short to have a direction.</summary>
    public Vector3d Normalized()
    {
        double length = Length;
        return length < 1e-12 ? new Vector3d(0, 0, 1) : this * (1 / length);
    }

    /// <summary>Rounds to single precision.</summary>
    public Vector3 ToSingle() => new((float)X, (float)Y, (float)Z);

    /// <summary>Widens a single-precision vector.</summary>
    public static Vector3d From(Vector3 v) => new(v.X, v.Y, v.Z);

    /// <summary>The three coordinates.</summary>
    /// <remarks>Written out, because a record would print its mirror image, and that one's, for ever.</remarks>
    public override string ToString() => $"({X:0.###}, {Y:0.###}, {Z:0.###})";

    /// <summary>The scalar product.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Dot(Vector3d a, Vector3d b) => a.X * b.X + a.Y * b.Y + a.Z * b.Z;

    /// <summary>The vector product.</summary>
    public static Vector3d Cross(Vector3d a, Vector3d b) =>
        new(a.Y * b.Z - a.Z * b.Y, a.Z * b.X - a.X * b.Z, a.X * b.Y - a.Y * b.X);

    /// <summary>Component-wise sum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector3d operator +(Vector3d a, Vector3d b) => new(a.X + b.X, a.Y + b.Y, a.Z + b.Z);

    /// <summary>Component-wise difference.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector3d operator -(Vector3d a, Vector3d b) => new(a.X - b.X, a.Y - b.Y, a.Z - b.Z);

    /// <summary>The opposite direction.</summary>
    public static Vector3d operator -(Vector3d a) => new(-a.X, -a.Y, -a.Z);

    /// <summary>Scales by a factor.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector3d operator *(Vector3d a, double s) => new(a.X * s, a.Y * s, a.Z * s);
}
