namespace Nodus.Anatomy.Surface;

/// <summary>Stacked super-ellipse sections along local y, joined by a C2 spline.</summary>
/// <remarks>
/// A kink in the field becomes a visible line even away from the part that causes it (through the smooth union).
/// Hence: second-order continuous spline with zero slope at the ends, division by the full gradient, and the slope term
/// taken at the surface rather than at the query point.
/// </remarks>
internal sealed class Loft : Mass
{
    /// <summary>Columns: y, centre x, centre z, radius x+, x-, z+, z-, exponent for z+ and for z-.</summary>
    public const int Columns = 9;

    private readonly double[][] sections;
    private readonly double[][] slopes;
    private readonly double lowCapCm, highCapCm;

    /// <summary>A loft in the frame of its limb.</summary>
    /// <param name="sections">At least two rows of <see cref="Columns"/> numbers with rising y.</param>
    /// <param name="lowCapCm">Radius of the rounding at the low end.</param>
    /// <param name="highCapCm">Radius of the rounding at the high end.</param>
    public Loft(double[][] sections, double lowCapCm, double highCapCm)
    {
        this.sections = sections;
        this.lowCapCm = lowCapCm;
        this.highCapCm = highCapCm;
        slopes = SplineSlopes(sections);
        double reach = 0;
        foreach (double[] s in sections)
        {
            reach = Math.Max(reach, Math.Abs(s[1]) + Math.Max(s[3], s[4]) + Math.Abs(s[2]) + Math.Max(s[5], s[6]));
        }

        double low = sections[0][0], high = sections[^1][0];
        BoundCentre = new Vector3d(0, (low + high) / 2, 0);
        BoundRadius = (high - low) / 2 + reach * 1.05;
    }

    public override double LocalDistance(Vector3d q)
    {
        Span<double> s = stackalloc double[Columns];
        double low = sections[0][0], high = sections[^1][0];
        double y = Math.Clamp(q.Y, low, high);
        Section(y, s);
        double g = Gauge(q, s, out double gx, out double gz);
        const double step = 0.02;
        Section(Math.Min(y + step, high), s);
        double above = Gauge(q, s, out _, out _);
        Section(Math.Max(y - step, low), s);
        double below = Gauge(q, s, out _, out _);
        double gy = (above - below) / (2 * step);
        if (g > 1) gy /= g;
        double d = (g - 1) / Math.Max(Math.Sqrt(gx * gx + gz * gz + gy * gy), 1e-4);
        d = Blend.RoundedIntersection(d, low - q.Y, lowCapCm);
        return Blend.RoundedIntersection(d, q.Y - high, highCapCm);
    }

    /// <summary>The gauge (|u|^e + |v|^e)^(1/e) of a section, 1 on its outline, and its gradient.</summary>
    private static double Gauge(Vector3d p, ReadOnlySpan<double> s, out double gx, out double gz)
    {
        double x = p.X - s[1], z = p.Z - s[2];
        double rx = x >= 0 ? s[3] : s[4], rz = z >= 0 ? s[5] : s[6], e = z >= 0 ? s[7] : s[8];
        double u = Math.Abs(x) / rx, v = Math.Abs(z) / rz, g;
        if (Math.Abs(e - 2) < 1e-6)
        {
            g = Math.Sqrt(u * u + v * v);
            if (g < 1e-6)
            {
                gx = 1 / rx;
                gz = 0;
                return g;
            }

            gx = u / g / rx;
            gz = v / g / rz;
        }
        else
        {
            double ue = Math.Pow(u, e), ve = Math.Pow(v, e), sum = ue + ve;
            if (sum < 1e-9)
            {
                gx = 1 / rx;
                gz = 0;
                return 0;
            }

            g = Math.Pow(sum, 1 / e);
            double f = g / sum;
            gx = (u > 1e-6 ? ue / u : 0) * f / rx;
            gz = (v > 1e-6 ? ve / v : 0) * f / rz;
        }

        if (x < 0) gx = -gx;
        if (z < 0) gz = -gz;
        return g;
    }

    private void Section(double y, Span<double> into)
    {
        int i = 0, last = sections.Length - 2;
        while (i < last && y > sections[i + 1][0]) i++;
        double[] s0 = sections[i], s1 = sections[i + 1], m0 = slopes[i], m1 = slopes[i + 1];
        double h = s1[0] - s0[0], u = (y - s0[0]) / h, u2 = u * u, u3 = u2 * u;
        double a = 2 * u3 - 3 * u2 + 1, b = (u3 - 2 * u2 + u) * h, c = -2 * u3 + 3 * u2, d = (u3 - u2) * h;
        for (int k = 1; k < Columns; k++) into[k] = a * s0[k] + b * m0[k] + c * s1[k] + d * m1[k];
    }

    /// <summary>Slopes of the cubic spline with zero slope at both ends, one tridiagonal solve a column.</summary>
    private static double[][] SplineSlopes(double[][] s)
    {
        int n = s.Length;
        var result = new double[n][];
        for (int i = 0; i < n; i++) result[i] = new double[Columns];
        var upper = new double[n];
        var right = new double[n];
        for (int c = 1; c < Columns; c++)
        {
            upper[0] = right[0] = 0;
            for (int i = 1; i < n - 1; i++)
            {
                double h0 = s[i][0] - s[i - 1][0], h1 = s[i + 1][0] - s[i][0];
                double d0 = (s[i][c] - s[i - 1][c]) / h0, d1 = (s[i + 1][c] - s[i][c]) / h1;
                double pivot = 2 * (h0 + h1) - h1 * upper[i - 1];
                upper[i] = h0 / pivot;
                right[i] = (3 * (d0 * h1 + d1 * h0) - h1 * right[i - 1]) / pivot;
            }

            for (int i = n - 2; i >= 1; i--) result[i][c] = right[i] - upper[i] * result[i + 1][c];
        }

        return result;
    }
}

/// <summary>The floor: cuts everything below a height, which makes flat soles.</summary>
internal sealed class GroundPlane : Mass
{
    public override Operation Operation => Operation.Clip;

    /// <summary>Height of the floor in centimetres.</summary>
    public double HeightCm { get; init; }

    public override double LocalDistance(Vector3d q) => HeightCm - q.Y;
}
