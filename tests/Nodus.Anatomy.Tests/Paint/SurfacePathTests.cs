using System.Numerics;
using Nodus.Anatomy.Paint;

namespace Nodus.Anatomy.Tests.Paint;

public sealed class SurfacePathTests
{
    private static readonly BodyMesh Mesh = CompiledBody.Atlas.Mesh;

    [Fact]
    public void Between_OnASphere_IsTheGreatCircle()
    {
        BodyMesh sphere = Sphere.Of(10, 6);
        var path = new SurfacePath(sphere, new LandmarkSet([]));
        SurfacePlace Near(Vector3 p) => new(Enumerable.Range(0, sphere.CellCount).MinBy(c => Vector3.Distance(sphere.Centroid(c), p)), 0.3f, 0.3f);
        SurfacePlace a = Near(new Vector3(9, 3, 3)), b = Near(new Vector3(-4, 9, -2));

        SurfacePlace[] way = path.Between(a, b);

        float length = way.Zip(way.Skip(1), (p, q) => Vector3.Distance(p.PositionOn(sphere), q.PositionOn(sphere))).Sum();
        float arc = 10 * MathF.Acos(Vector3.Dot(Vector3.Normalize(a.PositionOn(sphere)), Vector3.Normalize(b.PositionOn(sphere))));
        Assert.InRange(length, arc * 0.99f, arc * 1.01f);
        Vector3 pole = Vector3.Normalize(Vector3.Cross(a.PositionOn(sphere), b.PositionOn(sphere)));
        Assert.All(way, p => Assert.InRange(Vector3.Dot(p.PositionOn(sphere), pole), -0.35f, 0.35f));
    }

    [Theory]
    [InlineData("trap_angle", "mastoid", 0.3f)]
    [InlineData("deltoid_ant", "deltoid_post", 0.5f)]
    [InlineData("wrist_volar", "wrist_dorsal", 0.5f)]
    [InlineData("palm_centre", "index_tip", 0.6f)]
    public void Resolve_OfAFraction_DividesTheWay(string from, string to, float t)
    {
        SurfacePath path = CompiledBody.Ways();
        SurfacePlace a = path.Resolve(from, Side.Left), b = path.Resolve(to, Side.Left);
        SurfacePlace middle = path.Resolve($"{from}>{to}:{t}", Side.Left);

        float Length(SurfacePlace p, SurfacePlace q)
        {
            SurfacePlace[] way = path.Between(p, q);
            return way.Zip(way.Skip(1), (m, n) => Vector3.Distance(m.PositionOn(Mesh), n.PositionOn(Mesh))).Sum();
        }

        float whole = Length(a, b);
        Assert.Equal(t, Length(a, middle) / whole, 0.04f);
        Assert.Equal(1 - t, Length(middle, b) / whole, 0.04f);
    }

    [Fact]
    public void Resolve_OfTheOtherSide_IsTheMirrorImage()
    {
        SurfacePath path = CompiledBody.Ways();

        Vector3 left = path.Resolve("mastoid>temporal_post:0.5", Side.Left).PositionOn(Mesh);
        Vector3 right = path.Resolve("mastoid>temporal_post:0.5", Side.Right).PositionOn(Mesh);
        Vector3 opposite = path.Resolve("~mastoid>~temporal_post:0.5", Side.Left).PositionOn(Mesh);

        Assert.InRange(Vector3.Distance(left with { X = -left.X }, right), 0, 0.3f);
        Assert.Equal(right, opposite);
    }

    [Fact]
    public void Stroke_ThroughPlaces_IsDenseAndOnTheSkin()
    {
        PaintSample[] stroke = CompiledBody.Ways().Stroke(
            ["deltoid_ant @3.2", "biceps>arm_lat_mid:0.4 @2", "cubital_fossa"], Side.Left, 0.9f, 1.4f);

        Assert.Equal(3.2f, stroke[0].RadiusCm);
        Assert.Equal(1.4f, stroke[^1].RadiusCm);
        Assert.All(stroke, s => Assert.Equal(0.9f, s.Strength));
        Assert.All(stroke, s => Assert.Equal(1, s.Normal.Length(), 0.001f));
        Assert.All(
            stroke.Zip(stroke.Skip(1)),
            p => Assert.InRange(Vector3.Distance(p.First.Position, p.Second.Position), 0, 0.4f * p.First.RadiusCm));
    }

    [Fact]
    public void Stroke_AtOnePlace_IsARoundSpot() =>
        Assert.Single(CompiledBody.Ways().Stroke(["vertex @2"], Side.Right, 1, 1));

    [Fact]
    public void Resolve_OfAnUnknownLandmark_NamesIt()
    {
        var e = Assert.Throws<FormatException>(() => CompiledBody.Ways().Resolve("gluteus_maximus", Side.Left));

        Assert.Contains("gluteus_maximus", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Stroke_WithAStrengthOutOfRange_IsRefused()
    {
        SurfacePath path = CompiledBody.Ways();

        Assert.Throws<ArgumentException>(() => path.Stroke(["vertex"], Side.Left, 1.1f, 1));
        Assert.Throws<ArgumentException>(() => path.Stroke(["vertex"], Side.Left, 1, 10));
        Assert.Throws<ArgumentException>(() => path.Stroke([], Side.Left, 1, 1));
    }
}
