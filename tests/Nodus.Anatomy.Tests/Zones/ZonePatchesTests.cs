using System.Numerics;
using CsCheck;
using Nodus.Anatomy.Drawing;
using Nodus.Anatomy.Tests.Drawing;
using Nodus.Anatomy.Zones;

namespace Nodus.Anatomy.Tests.Zones;

public sealed class ZonePatchesTests
{
    private static readonly BodyAtlas Atlas = CompiledBody.Atlas;
    private static readonly ZoneMap Map = Atlas.Zones;

    [Fact]
    public void Patches_OfEveryZoneWithSkin_ShareItFairly() => Assert.All(Map.Zones, zone =>
    {
        Assert.Equal(zone.HasSkin ? ZonePatches.Count : 0, zone.Patches.Count);
        Assert.All(zone.Patches, patch => Assert.InRange(patch.AreaShare, 0.04, 0.4));
        if (zone.HasSkin) Assert.Equal(1, zone.Patches.Sum(patch => patch.AreaShare), 9);
    });

    [Fact]
    public void At_CellsOfAZone_MakeTheSharesThatAreWritten() => Assert.All(Map.Sites.Where(site => site.Zone.HasSkin), site =>
    {
        int[] cells = [.. Enumerable.Range(0, Atlas.Mesh.CellCount).Where(cell => Map.SiteOfCell[cell] == site.Index)];
        double whole = cells.Sum(cell => (double)Atlas.Mesh.AreaCm2(cell));
        for (int patch = 0; patch < ZonePatches.Count; patch++)
        {
            double share = cells.Where(cell => ZonePatches.At(site, Atlas.Mesh.Centroid(cell)) == patch).Sum(cell => (double)Atlas.Mesh.AreaCm2(cell)) / whole;
            // Of a midline zone a cell beside the midline may lie nearer to the centre on the other side.
            Assert.Equal(site.Zone.Patches[patch].AreaShare, share, 0.03);
        }
    });

    [Fact]
    public void At_CentreOfAPatch_IsThatPatch() => Assert.All(Map.Sites, site =>
    {
        for (int patch = 0; patch < site.Zone.Patches.Count; patch++) Assert.Equal(patch, ZonePatches.At(site, ZonePatches.CentreOf(site, patch)));
    });

    [Fact]
    public void At_InAMirror_IsTheMirroredPatch() => Gen.Select(Gen.Int[0, Map.Sites.Count - 1], Drawings.Place).Sample((index, place) =>
    {
        ZoneSite site = Map.Sites[index], other = Map.Mirrored(site);
        Vector3 there = place.PositionOn(Atlas.Mesh);
        int? patch = ZonePatches.At(site, there), mirrored = ZonePatches.At(other, there with { X = -there.X });
        return patch is null ? mirrored is null : mirrored == ZonePatches.Mirrored(patch.Value, site.Side == Side.Midline);
    });

    [Fact]
    public void At_ZoneWithoutSkin_IsNone() =>
        Assert.Null(ZonePatches.At(Map.Sites.First(site => !site.Zone.HasSkin), default));

    [Fact]
    public void Coverage_TellsThePatchUnderTheMiddleOfThePaint_AlsoAfterErasing()
    {
        Assert.True(Map.TryFind("thigh_front", Side.Right, out ZoneSite site));
        SurfaceSample upper = On(0), lower = On(1);
        var coverage = new PainCoverage(Atlas.Surface);

        coverage.Add(upper, 5, null);
        Assert.Equal(PatchOf(upper), Told().Patch);
        coverage.Add(lower, 5, null);
        coverage.Erase(upper);
        Assert.Equal(PatchOf(lower), Told().Patch);

        int PatchOf(SurfaceSample sample) => ZonePatches.At(site, sample.Place.PositionOn(Atlas.Mesh))!.Value;
        ZonePain Told() => coverage.Zones().Single(zone => zone.Site == site);
        SurfaceSample On(int patch)
        {
            Vector3 centre = ZonePatches.CentreOf(site, patch);
            int cell = Enumerable.Range(0, Atlas.Mesh.CellCount).Where(one => Map.SiteOfCell[one] == site.Index).MinBy(one => Vector3.DistanceSquared(Atlas.Mesh.Centroid(one), centre));
            return new SurfaceSample(new SurfacePlace(cell, 1f / 3, 1f / 3), 1.5f);
        }
    }

    [Fact]
    public void Coverage_MarkOnAnInset_TellsNoPatch()
    {
        ZoneSite teeth = Map.Sites.First(site => !site.Zone.HasSkin);
        var coverage = new PainCoverage(Atlas.Surface);
        coverage.Add(new InsetMark(teeth.Zone.Id, teeth.Side, 5, null));

        Assert.Null(Assert.Single(coverage.Zones()).Patch);
    }
}
