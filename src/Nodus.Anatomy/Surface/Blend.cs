using System.Runtime.CompilerServices;

namespace Nodus.Anatomy.Surface;

/// <summary>Smooth unions and intersections of distances.</summary>
internal static class Blend
{
    /// <summary>
    /// The cubic smooth minimum: min(a, b) - h^3 k / 6 with h = max(k - |a - b|, 0) / k. Equal to the plain minimum
    /// where the distances differ by k or more, and twice continuously differentiable in between.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Union(double a, double b, double k)
    {
        double smaller = a < b ? a : b;
        if (k <= 0) return smaller;
        double h = k - Math.Abs(a - b);
        if (h <= 0) return smaller;
        h /= k;
        return smaller - h * h * h * k * (1 / 6.0);
    }

    /// <summary>The smooth maximum, the mirror image of <see cref="Union"/>.</summary>
    public static double Intersection(double a, double b, double k) => -Union(-a, -b, k);

    /// <summary>Intersection of two distances with an edge rounded to a radius; used for the ends of lofts.</summary>
    public static double RoundedIntersection(double a, double b, double radius)
    {
        double x = a + radius, y = b + radius;
        return x > 0 && y > 0 ? Math.Sqrt(x * x + y * y) - radius : Math.Max(a, b);
    }
}
