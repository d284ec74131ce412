using Nodus.Anatomy.Drawing;

namespace Nodus.Anatomy.Tests.Drawing;

public sealed class PainSurfaceTests
{
    [Fact]
    public void CellsNear_OfALargeDabFirst_ListsThemAll()
    {
        BodyAtlas atlas = CompiledBody.Atlas;
        var dab = new SurfaceSample(new SurfacePlace(0, 1 / 3f, 1 / 3f), SurfaceSample.RadiusCmMax);
        int[] first = new PainSurface(atlas.Mesh, atlas.Zones).CellsNear(dab).ToArray();
        Assert.True(first.Length > 256, $"{first.Length} cells need no more room than there is.");
        Assert.Contains(0, first);
        Assert.Equal(first.Length, first.Distinct().Count());
    }
}
