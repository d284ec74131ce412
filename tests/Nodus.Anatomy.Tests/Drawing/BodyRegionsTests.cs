using System.Text;
using Nodus.Anatomy.Drawing;

namespace Nodus.Anatomy.Tests.Drawing;

public sealed class BodyRegionsTests
{
    private static readonly BodyAtlas Atlas = CompiledBody.Atlas;
    private static readonly BodyRegions Regions = Atlas.Regions;

    [Fact]
    public void Segments_Are74_AndEachHasSkin()
    {
        Assert.Equal(74, Regions.Segments.Count);
        Assert.Equal(Enumerable.Range(101, 36).Concat(Enumerable.Range(201, 38)), Regions.Segments.Select(s => s.Code).Order());
        HashSet<int> used = [.. Enumerable.Range(0, Atlas.Mesh.CellCount).Select(c => Regions.SegmentOf(c).Code)];
        Assert.Empty(Regions.Segments.Select(s => s.Code).Except(used));
    }

    [Theory]
    [InlineData("thigh_ant_mid", Side.Left, "Upper Leg (front-left)")]
    [InlineData("thigh_post_mid", Side.Right, "Upper Leg (back-right)")]
    [InlineData("infraspinatus", Side.Left, "Upper Back (back-left)")]
    [InlineData("paraspinal_L3", Side.Right, "Lower Back (back-right)")]
    [InlineData("palm_centre", Side.Left, "Hand (palm-left)")]
    [InlineData("middle_MCP", Side.Right, "Hand (top-right)")]
    [InlineData("heel_plantar", Side.Left, "Foot (bottom-left)")]
    [InlineData("dorsum_mid", Side.Left, "Foot (top-left)")]
    [InlineData("eye", Side.Right, "Face (front-right)")]
    [InlineData("nipple", Side.Left, "Chest (front-left)")]
    [InlineData("C6", Side.Left, "Neck (back-left)")]
    [InlineData("glut_max", Side.Right, "Buttocks (back-right)")]
    public void SegmentOf_ALandmarksCell_IsTheSegmentOfItsName(string landmark, Side side, string segment)
    {
        int cell = CompiledBody.At(landmark, side).Cell;
        // A midline landmark lies on the seam; the cell may be of either half.
        if (Atlas.Mesh.SideOfCell(cell) != side) cell = Atlas.Mesh.MirrorCell(cell);

        Assert.Equal(segment, Regions.SegmentOf(cell).Name);
    }

    [Fact]
    public void Of_PainInFourQuartersAndTheBack_IsGeneralised()
    {
        WidespreadPain pain = Of(
            ("deltoid_mid", Side.Left), ("deltoid_mid", Side.Right), ("thigh_ant_mid", Side.Left), ("calf_mid", Side.Right),
            ("paraspinal_L3", Side.Left));

        Assert.Equal(
            ["left_shoulder_girdle", "right_shoulder_girdle", "left_upper_leg", "right_lower_leg", "lower_back"], pain.WpiAreas);
        Assert.Equal(5, pain.WpiCount);
        Assert.Equal(5, pain.Regions.Count);
        Assert.True(pain.IsGeneralised);
    }

    [Fact]
    public void Of_JawChestAndAbdomen_CountsButIsNotGeneralised()
    {
        WidespreadPain pain = Of(
            ("gonion", Side.Left), ("gonion", Side.Right), ("nipple", Side.Left), ("lower_quadrant", Side.Right));

        Assert.Equal(4, pain.WpiCount);
        Assert.Empty(pain.Regions);
        Assert.False(pain.IsGeneralised);
    }

    [Fact]
    public void Of_NoPain_IsNothing()
    {
        WidespreadPain pain = Of();

        Assert.Empty(pain.SegmentCodes);
        Assert.Equal(0, pain.WpiCount);
    }

    [Fact]
    public void Of_AMarkOnAnInset_CountsItsSegment()
    {
        PainCoverage tooth = PainDrawing.Empty(Atlas.Version).With(new InsetMark("teeth_lower_molar", Side.Right, 5, null))
            .CoverageOn(Atlas.Surface);

        WidespreadPain pain = Regions.Of(tooth);

        Assert.Equal([103], pain.SegmentCodes);
        Assert.Equal(["right_jaw"], pain.WpiAreas);
    }

    [Fact]
    public void Read_OfAWrongText_SaysSo() =>
        Assert.Throws<InvalidDataException>(() => BodyRegions.Read(Encoding.UTF8.GetBytes("{\"segments\":[]}"), Atlas.Surface));

    private static WidespreadPain Of(params (string Landmark, Side Side)[] spots) => Regions.Of(
        Drawings.Of([.. spots.Select(s => PainStroke.Pen(6, null, Drawings.Spot(s.Landmark, s.Side, 2)))]).CoverageOn(Atlas.Surface));
}
