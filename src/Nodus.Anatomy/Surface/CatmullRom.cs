namespace Nodus.Anatomy.Surface;

/// <summary>A Catmull-Rom curve through points with a value (radius) at each; ends extrapolated linearly.</summary>
/// <remarks>
/// The nearest point is searched on the curve itself (polyline guess, then Newton): measuring to a polyline would show
/// as ribs on the skin.
/// </remarks>
internal sealed class CatmullRom
{
    private const int GuessesPerSpan = 5;
    private readonly Vector3d[] points;
    private readonly Vector3d[] guesses;
    private readonly int perSpan;

    public CatmullRom(Vector3d[] points)
    {
        this.points = points;
        perSpan = points.Length > 2 ? GuessesPerSpan : 1;
        guesses = new Vector3d[(points.Length - 1) * perSpan + 1];
        for (int i = 0; i < guesses.Length; i++) guesses[i] = At((double)i / perSpan, out _);
    }

    public int SpanCount => points.Length - 1;

    public ReadOnlySpan<Vector3d> Guesses => guesses;

    /// <summary>The curve at parameter u in [0, SpanCount].</summary>
    public Vector3d At(double u, out Vector3d tangent)
    {
        int i = Math.Min((int)u, points.Length - 2);
        double t = u - i;
        Vector3d b = points[i], c = points[i + 1];
        Vector3d a = i > 0 ? points[i - 1] : b * 2 - c;
        Vector3d d = i + 2 < points.Length ? points[i + 2] : c * 2 - b;
        Vector3d p1 = c - a, p2 = a * 2 - b * 5 + c * 4 - d, p3 = b * 3 - a - c * 3 + d;
        tangent = (p1 + p2 * (2 * t) + p3 * (3 * t * t)) * 0.5;
        return (b * 2 + p1 * t + p2 * (t * t) + p3 * (t * t * t)) * 0.5;
    }

    /// <summary>A value that runs along with the curve, ends held.</summary>
    public static double ValueAt(double[] values, double u)
    {
        int i = Math.Min((int)u, values.Length - 2);
        double t = u - i;
        double a = values[Math.Max(0, i - 1)], b = values[i], c = values[i + 1];
        double d = values[Math.Min(values.Length - 1, i + 2)];
        double t2 = t * t;
        return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t2 + (3 * b - a - 3 * c + d) * (t2 * t));
    }

    /// <summary>The nearest point of the curve.</summary>
    /// <returns>Its parameter.</returns>
    public double Nearest(Vector3d p, out Vector3d nearest, out Vector3d tangent)
    {
        double best = double.MaxValue, u = 0;
        for (int i = 0; i + 1 < guesses.Length; i++)
        {
            Vector3d span = guesses[i + 1] - guesses[i], w = p - guesses[i];
            double length2 = Vector3d.Dot(span, span);
            double t = length2 < 1e-12 ? 0 : Math.Clamp(Vector3d.Dot(w, span) / length2, 0, 1);
            w -= span * t;
            double d = Vector3d.Dot(w, w);
            if (d >= best) continue;
            best = d;
            u = (i + t) / perSpan;
        }

        nearest = At(u, out tangent);
        if (points.Length == 2) return u;
        for (int k = 0; k < 3; k++)
        {
            double step = Vector3d.Dot(p - nearest, tangent) / Math.Max(1e-9, Vector3d.Dot(tangent, tangent));
            double next = Math.Clamp(u + Math.Clamp(step, -0.3, 0.3), 0, SpanCount);
            bool settled = Math.Abs(next - u) < 1e-5;
            u = next;
            nearest = At(u, out tangent);
            if (settled) break;
        }

        return u;
    }
}
