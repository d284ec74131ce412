namespace Nodus.Anatomy.Surface;

/// <summary>Centre, radii and turned axes of an ellipsoid.</summary>
internal sealed class EllipsoidShape
{
    private readonly Vector3d x, y, z;

    /// <summary>An ellipsoid in the frame of its limb.</summary>
    /// <param name="centre">Centre in local coordinates.</param>
    /// <param name="radii">The three half axes, all positive.</param>
    /// <param name="turnDegrees">Euler angles, about x, then y, then z.</param>
    public EllipsoidShape(Vector3d centre, Vector3d radii, Vector3d turnDegrees)
    {
        Centre = centre;
        Radii = radii;
        x = Turn(new Vector3d(1, 0, 0), turnDegrees);
        y = Turn(new Vector3d(0, 1, 0), turnDegrees);
        z = Turn(new Vector3d(0, 0, 1), turnDegrees);
    }

    public Vector3d Centre { get; }

    public Vector3d Radii { get; }

    public double LongestRadius => Math.Max(Radii.X, Math.Max(Radii.Y, Radii.Z));

    public double ShortestRadius => Math.Min(Radii.X, Math.Min(Radii.Y, Radii.Z));

    public Vector3d ToAxes(Vector3d p)
    {
        Vector3d d = p - Centre;
        return new Vector3d(Vector3d.Dot(d, x), Vector3d.Dot(d, y), Vector3d.Dot(d, z));
    }

    private static Vector3d Turn(Vector3d v, Vector3d degrees)
    {
        (double sa, double ca) = Math.SinCos(double.DegreesToRadians(degrees.X));
        (double sb, double cb) = Math.SinCos(double.DegreesToRadians(degrees.Y));
        (double sc, double cc) = Math.SinCos(double.DegreesToRadians(degrees.Z));
        v = new Vector3d(v.X, v.Y * ca - v.Z * sa, v.Y * sa + v.Z * ca);
        v = new Vector3d(v.X * cb + v.Z * sb, v.Y, -v.X * sb + v.Z * cb);
        return new Vector3d(v.X * cc - v.Y * sc, v.X * sc + v.Y * cc, v.Z);
    }
}

/// <summary>An ellipsoid with its exact distance.</summary>
/// <remarks>
/// The popular cheap estimate is badly wrong off the tips of long ellipsoids and would break culling, so the nearest
/// point is found exactly: it is r_i^2 p_i / (t + r_i^2) for the largest root t of
/// sum (r_i p_i / (t + r_i^2))^2 = 1, which Newton's method reaches monotonically from the left.
/// </remarks>
internal sealed class Ellipsoid : Mass
{
    private readonly EllipsoidShape shape;

    public Ellipsoid(EllipsoidShape shape)
    {
        this.shape = shape;
        BoundCentre = shape.Centre;
        BoundRadius = shape.LongestRadius;
    }

    public override double LocalDistance(Vector3d q)
    {
        Vector3d p = shape.ToAxes(q), r = shape.Radii;
        // On the very axes the root runs into a pole; a hair's breadth beside them it does not.
        double px = Math.Max(Math.Abs(p.X), 1e-5 * r.X), py = Math.Max(Math.Abs(p.Y), 1e-5 * r.Y);
        double pz = Math.Max(Math.Abs(p.Z), 1e-5 * r.Z);
        double rx2 = r.X * r.X, ry2 = r.Y * r.Y, rz2 = r.Z * r.Z;
        double t = Math.Max(r.X * px - rx2, Math.Max(r.Y * py - ry2, r.Z * pz - rz2));
        for (int i = 0; i < 10; i++)
        {
            double ix = 1 / (t + rx2), iy = 1 / (t + ry2), iz = 1 / (t + rz2);
            double ax = r.X * px * ix, ay = r.Y * py * iy, az = r.Z * pz * iz;
            double f = ax * ax + ay * ay + az * az - 1;
            if (f < 1e-7 && i > 0) break;
            double slope = -2 * (ax * ax * ix + ay * ay * iy + az * az * iz);
            if (slope > -1e-12) break;
            double step = -f / slope;
            t += step;
            if (Math.Abs(step) < 1e-6 * (1 + Math.Abs(t))) break;
        }

        double dx = px - rx2 * px / (t + rx2), dy = py - ry2 * py / (t + ry2), dz = pz - rz2 * pz / (t + rz2);
        double d = Math.Sqrt(dx * dx + dy * dy + dz * dz);
        double u = px / r.X, v = py / r.Y, w = pz / r.Z;
        return u * u + v * v + w * w < 1 ? -d : d;
    }
}

/// <summary>A bump that fades out at the rim of an ellipsoid.</summary>
internal sealed class EllipsoidBump : Bump
{
    private readonly EllipsoidShape shape;

    public EllipsoidBump(EllipsoidShape shape)
    {
        this.shape = shape;
        BoundCentre = shape.Centre;
        BoundRadius = shape.LongestRadius;
    }

    public override double LocalHeight(Vector3d q) => Profile(HeightCm, Reach(q));

    // q grows by at most 1 / shortest radius a centimetre.
    protected override double LocalClearance(Vector3d q) => (Reach(q) - 1) * shape.ShortestRadius;

    private double Reach(Vector3d q)
    {
        Vector3d p = shape.ToAxes(q);
        double u = p.X / shape.Radii.X, v = p.Y / shape.Radii.Y, w = p.Z / shape.Radii.Z;
        return Math.Sqrt(u * u + v * v + w * w);
    }
}
