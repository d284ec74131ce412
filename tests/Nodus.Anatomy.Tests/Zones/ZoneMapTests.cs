using System.Text;
using Nodus.Anatomy.Zones;

namespace Nodus.Anatomy.Tests.Zones;

public sealed class ZoneMapTests
{
    private static readonly BodyMesh Mesh = CompiledBody.Atlas.Mesh;
    private static readonly ZoneMap Map = CompiledBody.Atlas.Zones;

    [Fact]
    public void Zones_AreTheVocabulary_AndOnlyInnerOnesLackSkin()
    {
        Assert.Equal(106, Map.Zones.Count);
        Assert.Equal(
            [
                "anus_rectum", "mouth_throat_intraoral", "teeth_lower_front", "teeth_lower_molar", "teeth_upper_front",
                "teeth_upper_mid", "teeth_upper_molar",
            ],
            Map.Zones.Where(z => !z.HasSkin).Select(z => z.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Sites_FollowTheZones_LeftBeforeRight()
    {
        IEnumerable<(string, Side)> expected = Map.Zones.SelectMany(z => z.Laterality == ZoneLaterality.Paired
            ? new[] { (z.Id, Side.Left), (z.Id, Side.Right) }
            : [(z.Id, Side.Midline)]);

        Assert.Equal(expected, Map.Sites.Select(s => (s.Zone.Id, s.Side)));
        Assert.All(Map.Sites, s => Assert.Equal(s, Map.Sites[s.Index]));
        Assert.All(Map.Sites, s => Assert.True(Map.TryFind(s.Zone.Id, s.Side, out ZoneSite found) && found == s));
        Assert.False(Map.TryFind("cheek", Side.Midline, out _));
        Assert.False(Map.TryFind("chin", Side.Left, out _));
    }

    [Fact]
    public void Mirrored_Twice_IsTheSiteItself()
    {
        Assert.All(Map.Sites, s => Assert.Equal(s, Map.Mirrored(Map.Mirrored(s))));
        for (int cell = 0; cell < Mesh.CellCount; cell++)
        {
            Assert.Equal(
                Map.Mirrored(Map.Sites[Map.SiteOfCell[cell]]).Index, Map.SiteOfCell[Mesh.MirrorCell(cell)]);
        }
    }

    [Fact]
    public void AreaCm2_OfEverySkinZone_IsSensible()
    {
        foreach (ZoneSite site in Map.Sites)
        {
            double area = Map.AreaCm2(site);
            if (site.Zone.HasSkin) Assert.InRange(area, 8, 500);
            else Assert.Equal(0, area);
            Assert.Equal(area, Map.AreaCm2(Map.Mirrored(site)), 6);
        }

        Assert.Equal(Enumerable.Range(0, Mesh.CellCount).Sum(c => (double)Mesh.AreaCm2(c)), Map.BodyAreaCm2, 1);
    }

    [Fact]
    public void EveryZone_IsOnePieceOnEachSide()
    {
        byte[] zoneOf = [.. Map.SiteOfCell.Take(Mesh.CellCount / 2)
            .Select(s => (byte)Map.Zones.ToList().IndexOf(Map.Sites[s].Zone))];

        IEnumerable<string> torn = ZonePieces.Of(Mesh, zoneOf)
            .GroupBy(p => zoneOf[p[0]]).Where(g => g.Count() > 1).Select(g => Map.Zones[g.Key].Id);

        Assert.Empty(torn);
    }

    [Fact]
    public void Neighbours_WithSkin_Touch()
    {
        var touching = new HashSet<(string, string)>();
        for (int cell = 0; cell < Mesh.CellCount / 2; cell++)
        {
            foreach (int next in Mesh.Neighbours.Slice(3 * cell, 3))
                touching.Add((Map.Sites[Map.SiteOfCell[cell]].Zone.Id, Map.Sites[Map.SiteOfCell[next]].Zone.Id));
        }

        HashSet<string> skin = [.. Map.Zones.Where(z => z.HasSkin).Select(z => z.Id)];
        IEnumerable<string> apart =
            from zone in Map.Zones
            where zone.HasSkin
            from neighbour in zone.Neighbours
            where skin.Contains(neighbour) && !touching.Contains((zone.Id, neighbour))
            select $"{zone.Id} - {neighbour}";

        Assert.Empty(apart);
    }

    [Theory]
    [InlineData("vertex", "head_vertex")]
    [InlineData("inion", "head_occiput")]
    [InlineData("suboccipital", "head_suboccipital")]
    [InlineData("pterion", "head_temple")]
    [InlineData("parietal", "head_parietal_side")]
    [InlineData("forehead_mid", "head_forehead")]
    [InlineData("supraorbital_notch", "eye_eyebrow")]
    [InlineData("eye", "eye_deep")]
    [InlineData("ala", "nose_side")]
    [InlineData("malar", "cheek")]
    [InlineData("gonion", "jaw_mandible")]
    [InlineData("pogonion", "chin")]
    [InlineData("tmj", "tmj_preauricular")]
    [InlineData("ear_top", "ear_deep")]
    [InlineData("mastoid", "mastoid_postauricular")]
    [InlineData("thyroid", "throat_front_neck")]
    [InlineData("neck_lat_C5", "neck_side")]
    [InlineData("C6", "neck_back")]
    [InlineData("trap_angle", "neck_shoulder_angle")]
    [InlineData("supraspinatus", "suprascapular")]
    [InlineData("paraspinal_T4", "back_upper_thoracic")]
    [InlineData("scap_med_border", "scapula_medial_border")]
    [InlineData("infraspinatus", "scapula_over")]
    [InlineData("scap_inf_angle", "scapula_inferior_angle")]
    [InlineData("paraspinal_T7", "back_mid_thoracic")]
    [InlineData("paraspinal_T12", "back_low_thoracic")]
    [InlineData("acromion", "acromion_top")]
    [InlineData("deltoid_ant", "shoulder_front")]
    [InlineData("deltoid_mid", "shoulder_lateral")]
    [InlineData("deltoid_post", "shoulder_back")]
    [InlineData("biceps", "arm_front")]
    [InlineData("triceps", "arm_back")]
    [InlineData("arm_lat_mid", "arm_lateral")]
    [InlineData("lat_epicondyle", "elbow_lateral")]
    [InlineData("olecranon", "elbow_olecranon")]
    [InlineData("forearm_radial", "forearm_radial")]
    [InlineData("snuffbox", "thumb_base")]
    [InlineData("thumb_IP", "thumb")]
    [InlineData("palm_centre", "palm")]
    [InlineData("index_PIP", "fingers_dorsal_radial")]
    [InlineData("little_PIP", "fingers_dorsal_ulnar")]
    [InlineData("nipple", "chest_breast")]
    [InlineData("mid_sternum", "sternum")]
    [InlineData("umbilicus", "abdomen_periumbilical")]
    [InlineData("flank", "flank")]
    [InlineData("paraspinal_L3", "back_lumbar")]
    [InlineData("PSIS", "sij")]
    [InlineData("coccyx", "coccyx")]
    [InlineData("glut_max", "buttock")]
    [InlineData("ischial_tuberosity", "buttock_lower")]
    [InlineData("mid_inguinal", "groin")]
    [InlineData("greater_trochanter", "hip_lateral")]
    [InlineData("patella", "knee_front")]
    [InlineData("popliteal", "knee_back")]
    [InlineData("calf_mid", "calf")]
    [InlineData("achilles", "achilles")]
    [InlineData("heel_plantar", "heel")]
    [InlineData("mt3_plantar", "mt_heads")]
    [InlineData("dorsum_mid", "foot_dorsum")]
    public void SiteOfCell_AtALandmark_IsTheZoneOfItsName(string landmark, string zone)
    {
        foreach (Side side in (Side[])[Side.Left, Side.Right])
        {
            int cell = CompiledBody.At(landmark, side).Cell;
            Assert.Equal(zone, Map.Sites[Map.SiteOfCell[cell]].Zone.Id);
        }
    }

    [Fact]
    public void Read_WhatWasWritten_IsTheSame()
    {
        using var memory = new MemoryStream();
        using (var writer = new BinaryWriter(memory, Encoding.UTF8, leaveOpen: true)) Map.Write(writer);
        memory.Position = 0;

        ZoneMap read = ZoneMap.Read(new BinaryReader(memory), Mesh);

        Assert.Equal(Map.SiteOfCell, read.SiteOfCell);
        Assert.Equal(Map.Zones.Select(z => z.ToString()), read.Zones.Select(z => z.ToString()));
    }

    [Theory]
    [InlineData("{\"zones\":{\"nowhere\":[{\"through\":[\"vertex\"]}]}}", "nowhere")]
    [InlineData("{\"zones\":{\"chin\":[{\"through\":[\"chin_of_somebody\"]}]}}", "chin_of_somebody")]
    [InlineData("{\"zones\":{\"chin\":[{\"through\":[]}]}}", "chin")]
    [InlineData("{\"zones\":{\"chin\":[]}}", "chin")]
    [InlineData("{\"zones\":{\"chin\":[{\"through\":[\"pogonion>menton\"]}]}}", "fraction")]
    [InlineData("{\"zones\":", "zone-seeds.json")]
    [InlineData("{}", "zones")]
    public void Grow_FromWrongSeeds_SaysWhatIsWrong(string seeds, string named)
    {
        byte[] zones = Encoding.UTF8.GetBytes(
            """{"zones":[{"id":"chin","name":"Chin","view":"front","laterality":"midline","area":"head_neck","landmarks":"","neighbours":[]}]}""");

        var e = Assert.Throws<InvalidDataException>(
            () => ZoneMap.Grow(Mesh, CompiledBody.Ways(), zones, Encoding.UTF8.GetBytes(seeds)));

        Assert.Contains(named, e.Message, StringComparison.Ordinal);
    }
}
