using System.Numerics;
using Nodus.Anatomy.Rendering;

namespace Nodus.Anatomy.Tests.Rendering;

public sealed class SolidTests
{
    public static TheoryData<Solid, double> Solids => new()
    {
        { Solid.Ellipsoid(Material.Tool, new Vector3(3, 2, 1), new Vector3(4), Quaternion.Identity), 4 * Math.PI / 3 * 64 },
        { Solid.Block(Material.Furniture, new Vector3(5, 0, 0), new Vector3(10, 2, 6), Quaternion.Identity, 0.2f), 8 * 120 },
        { Solid.Bar(Material.Cloth, [Vector3.Zero, new Vector3(0, 20, 0)], 2), Math.PI * 4 * 20 },
    };

    [Theory]
    [MemberData(nameof(Solids))]
    public void Surface_IsClosedAndLooksOutward(Solid solid, double volume)
    {
        double sum = 0;
        int[] t = solid.Triangles;
        for (int i = 0; i < t.Length; i += 3)
            sum += Vector3.Dot(solid.Positions[t[i]], Vector3.Cross(solid.Positions[t[i + 1]], solid.Positions[t[i + 2]])) / 6;

        Assert.InRange(sum / volume, 0.93, 1.02);
    }

    [Fact]
    public void TryProject_APlaceBehindAThing_IsNotSeen()
    {
        BodyMesh mesh = CompiledBody.Atlas.Mesh;
        BodyView view = CompiledBody.Atlas.Builds[0].View("front");
        SurfacePlace navel = CompiledBody.At("umbilicus", Side.Left);
        Vector3 at = navel.PositionOn(mesh), normal = navel.NormalOn(mesh);
        Solid ball = Solid.Ellipsoid(Material.Tool, at + new Vector3(0, 0, 12), new Vector3(4), Quaternion.Identity);

        bool free = FigureDepths.Of(mesh.Positions, mesh.Triangles, [], view).TryProject(at, normal, out float x, out float y);
        bool covered = FigureDepths.Of(mesh.Positions, mesh.Triangles, [ball], view).TryProject(at, normal, out _, out _);

        Assert.True(free);
        Assert.False(covered);
        Assert.Equal(view.WidthPx / 2f, x, 2f);
        Assert.InRange(y, 0, view.HeightPx);
    }
}
