using Nodus.Anatomy.Surface;

namespace Nodus.Anatomy.Tests.Surface;

public sealed class PrimitiveTests
{
    [Fact]
    public void Ellipsoid_OffItsTips_IsAnExactDistance()
    {
        var shape = new EllipsoidShape(new Vector3d(1, 2, 3), new Vector3d(2, 12, 1), default);
        var ellipsoid = new Ellipsoid(shape) { Name = "long" };
        Assert.Equal(5, ellipsoid.LocalDistance(new Vector3d(1, 2 + 17, 3)), 1e-5);
        Assert.Equal(3, ellipsoid.LocalDistance(new Vector3d(1 + 5, 2, 3)), 1e-5);
        Assert.Equal(-1, ellipsoid.LocalDistance(new Vector3d(1, 2, 3)), 1e-4);
    }

    [Fact]
    public void Ellipsoid_AnywhereOutside_HasSlopeOne()
    {
        var ellipsoid = new Ellipsoid(new EllipsoidShape(default, new Vector3d(4, 9, 2), new Vector3d(20, -30, 10))) { Name = "e" };
        var random = new Random(5);
        for (int i = 0; i < 200; i++)
        {
            var p = new Vector3d(random.NextDouble() * 30 - 15, random.NextDouble() * 30 - 15, random.NextDouble() * 30 - 15);
            if (ellipsoid.LocalDistance(p) < 0.5) continue;
            const double h = 1e-3;
            var gradient = new Vector3d(
                Slope(new Vector3d(h, 0, 0)), Slope(new Vector3d(0, h, 0)), Slope(new Vector3d(0, 0, h)));
            Assert.Equal(1, gradient.Length, 1e-3);

            double Slope(Vector3d d) => (ellipsoid.LocalDistance(p + d) - ellipsoid.LocalDistance(p - d)) / (2 * h);
        }
    }

    [Fact]
    public void Tube_OfTwoEqualPoints_IsACapsule()
    {
        var tube = new Tube([default, new Vector3d(0, 10, 0)], [2, 2], 1, new Vector3d(0, 0, 1)) { Name = "capsule" };
        Assert.Equal(3, tube.LocalDistance(new Vector3d(5, 4, 0)), 1e-9);
        Assert.Equal(1, tube.LocalDistance(new Vector3d(0, 13, 0)), 1e-9);
    }

    [Fact]
    public void Tube_Curved_IsZeroAtItsRadiusFromTheCurve()
    {
        Vector3d[] points = [default, new Vector3d(1, 5, 0), new Vector3d(4, 9, 1), new Vector3d(9, 11, 1)];
        var tube = new Tube(points, [1, 1, 1, 1], 1, new Vector3d(0, 0, 1)) { Name = "bent" };
        var curve = new CatmullRom(points);
        for (double u = 0.1; u < 3; u += 0.1)
        {
            Vector3d p = curve.At(u, out Vector3d tangent);
            Vector3d across = Vector3d.Cross(tangent, new Vector3d(0.3, 0, 1)).Normalized();
            Assert.Equal(0, tube.LocalDistance(p + across), 1e-4);
        }
    }

    [Theory]
    [InlineData(1, 3.5)]
    [InlineData(-2, 0.2)]
    [InlineData(0, 0)]
    public void Union_OfDistances_NeverExceedsTheSmallerNorFallsMoreThanASixth(double a, double b)
    {
        const double k = 2;
        double blended = Blend.Union(a, b, k);
        Assert.InRange(blended, Math.Min(a, b) - k / 6, Math.Min(a, b));
        Assert.Equal(blended, Blend.Union(b, a, k));
    }
}
