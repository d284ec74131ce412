namespace Nodus.Anatomy.Surface;

/// <summary>A curve with a varying radius, optionally flattened along a direction; two points make a round cone.</summary>
internal sealed class Tube : Mass
{
    private readonly CatmullRom curve;
    private readonly Vector3d[] points;
    private readonly double[] radii;
    private readonly double flatness;
    private readonly Vector3d flatDirection;

    /// <summary>A tube in the frame of its limb.</summary>
    /// <param name="points">At least two points of the axis.</param>
    /// <param name="radii">Radius at each point, centimetres.</param>
    /// <param name="flatness">Factor on the thickness along <paramref name="flatDirection"/>; 1 is round.</param>
    /// <param name="flatDirection">Made orthogonal to the axis where it is used.</param>
    public Tube(Vector3d[] points, double[] radii, double flatness, Vector3d flatDirection)
    {
        this.points = points;
        this.radii = radii;
        this.flatness = flatness;
        this.flatDirection = flatDirection.Normalized();
        curve = new CatmullRom(points);
        (BoundCentre, BoundRadius) = BoundOf(curve, radii);
    }

    public override double LocalDistance(Vector3d q)
    {
        bool round = flatness == 1;
        if (points.Length == 2 && round) return RoundCone(q, points[0], points[1], radii[0], radii[1]);
        double u = curve.Nearest(q, out Vector3d c, out Vector3d tangent);
        double r = CatmullRom.ValueAt(radii, u);
        Vector3d w = q - c;
        if (round) return w.Length - r;

        // |w| with its part h along the flat direction stretched by 1/s is the gauge g; dividing by |grad g| = m
        // turns g - r into a distance near the surface.
        Vector3d n = flatDirection - tangent * (Vector3d.Dot(flatDirection, tangent) / Vector3d.Dot(tangent, tangent));
        double h = Vector3d.Dot(w, n.Normalized()), s2 = flatness * flatness;
        double across = Vector3d.Dot(w, w) - h * h;
        double g = Math.Sqrt(Math.Max(0, across + h * h / s2));
        double m = g > 1e-6 ? Math.Sqrt(Math.Max(1e-9, across + h * h / (s2 * s2))) / g : 1 / flatness;
        return (g - r) / m;
    }

    /// <summary>A sphere round a tube.</summary>
    public static (Vector3d Centre, double Radius) BoundOf(CatmullRom curve, double[] radii)
    {
        ReadOnlySpan<Vector3d> axis = curve.Guesses;
        var centre = default(Vector3d);
        foreach (Vector3d p in axis) centre += p;
        centre *= 1.0 / axis.Length;
        double radius = 0;
        for (int i = 0; i < axis.Length; i++)
        {
            double r = CatmullRom.ValueAt(radii, (double)i * curve.SpanCount / (axis.Length - 1));
            radius = Math.Max(radius, (axis[i] - centre).Length + r);
        }

        // The curve may swing a little beyond its sampled points.
        return (centre, radius * 1.01 + 0.02);
    }

    /// <summary>Exact distance to two spheres and the cone that touches both (I. Quilez, "Round cone", 2018).</summary>
    private static double RoundCone(Vector3d p, Vector3d a, Vector3d b, double ra, double rb)
    {
        Vector3d ba = b - a;
        double l2 = Vector3d.Dot(ba, ba), rr = ra - rb, a2 = l2 - rr * rr;
        if (l2 < 1e-12 || a2 <= 1e-9) return Math.Min((p - a).Length - ra, (p - b).Length - rb);
        Vector3d pa = p - a;
        double y = Vector3d.Dot(pa, ba), z = y - l2;
        Vector3d q = pa * l2 - ba * y;
        double x2 = Vector3d.Dot(q, q), y2 = y * y * l2, z2 = z * z * l2;
        double k = Math.Sign(rr) * rr * rr * x2;
        if (Math.Sign(z) * a2 * z2 > k) return Math.Sqrt(x2 + z2) / l2 - rb;
        if (Math.Sign(y) * a2 * y2 < k) return Math.Sqrt(x2 + y2) / l2 - ra;
        return (Math.Sqrt(x2 * a2 / l2) + y * rr) / l2 - ra;
    }
}

/// <summary>A sculpting stroke along a curve, with its own radius and height factor at each point.</summary>
internal sealed class StrokeBump : Bump
{
    private readonly CatmullRom curve;
    private readonly double[] radii;
    private readonly double[] heightFactors;
    private readonly double widest;

    public StrokeBump(Vector3d[] points, double[] radii, double[] heightFactors)
    {
        curve = new CatmullRom(points);
        this.radii = radii;
        this.heightFactors = heightFactors;
        // Radii are interpolated smoothly and may exceed the largest given one a little.
        widest = radii.Max() * 1.1;
        (BoundCentre, BoundRadius) = Tube.BoundOf(curve, radii);
    }

    public override double LocalHeight(Vector3d q)
    {
        double u = curve.Nearest(q, out Vector3d c, out _);
        double reach = (q - c).Length / CatmullRom.ValueAt(radii, u);
        return reach >= 1 ? 0 : Profile(HeightCm * CatmullRom.ValueAt(heightFactors, u), reach);
    }

    protected override double LocalClearance(Vector3d q)
    {
        curve.Nearest(q, out Vector3d c, out _);
        return (q - c).Length - widest;
    }
}
