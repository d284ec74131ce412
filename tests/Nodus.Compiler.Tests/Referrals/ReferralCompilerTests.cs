using Nodus.Anatomy;
using Nodus.Anatomy.Paint;
using Nodus.Clinical.Knowledge;

namespace Nodus.Compiler.Tests.Referrals;

/// <summary>What the textbooks say of well-known points must come out of the strokes.</summary>
public sealed class ReferralCompilerTests
{
    private static readonly KnowledgeBase Knowledge = Read(KnowledgeCompiler.BaseFile, KnowledgeBase.Read);
    private static readonly ReferralPaint Paint = Read(KnowledgeCompiler.ReferralFile, ReferralPaint.Read);

    [Theory]
    [InlineData("infraspinatus.1", "shoulder_front")]
    [InlineData("infraspinatus.1", "arm_front")]
    [InlineData("trapezius.upper_1", "head_temple")]
    [InlineData("trapezius.upper_1", "mastoid_postauricular")]
    [InlineData("levator_scapulae.1", "neck_shoulder_angle")]
    [InlineData("masseter.superficial_1", "teeth_upper_molar")]
    [InlineData("supraspinatus.1", "shoulder_lateral")]
    [InlineData("teres_minor.1", "shoulder_back")]
    [InlineData("brachialis.1", "thumb_base")]
    [InlineData("extensor_carpi_radialis_longus.1", "elbow_lateral")]
    [InlineData("subscapularis.1", "wrist_dorsal")]
    [InlineData("sternalis.1", "sternum")]
    public void Zones_WellKnownPoint_HasItsChartsZoneAsEssential(string id, string zone)
    {
        Assert.True(Knowledge.TryFindPoint(id, out TriggerPoint? point));
        ReferralZone found = Assert.Single(point.Zones, candidate => candidate.Zone == zone && candidate.Side != Side.Right);

        Assert.Equal(ReferralKind.Essential, found.Kind);
        Assert.InRange(found.Activation, 0.45, 0.9);
    }

    [Fact]
    public void Zones_EveryPoint_AreOrderedAboveTheFloorAndNamedOnce() =>
        Assert.All(Knowledge.Points, point =>
        {
            Assert.Equal(point.Zones.OrderByDescending(zone => zone.Activation).Select(zone => zone.Activation), point.Zones.Select(zone => zone.Activation));
            Assert.All(point.Zones, zone => Assert.InRange(zone.Activation, 0.12, 0.9));
            Assert.Equal(point.Zones.Count, point.Zones.Select(zone => (zone.Zone, zone.Side)).Distinct().Count());
            Assert.Equal(point.Painless, point.Zones.Count == 0);
        });

    [Fact]
    public void Sites_EveryPoint_LieOnTheLeftHalf() =>
        Assert.All(Knowledge.Points, point => Assert.True(point.Site.X >= -0.5, point.Id));

    [Fact]
    public void Paint_RightSide_IsTheMirrorImageOfTheLeft()
    {
        BodyMesh mesh = CompiledData.ReadAtlas().Mesh;
        Assert.All(Paint.Patterns.Where(pattern => pattern.Paired), pattern =>
        {
            PaintSample[] left = pattern.On(mesh, Side.Left, ReferralKind.Essential);
            PaintSample[] right = pattern.On(mesh, Side.Right, ReferralKind.Essential);
            Assert.Equal(left.Length, right.Length);
            for (int i = 0; i < left.Length; i++)
                Assert.True((left[i].Mirrored().Position - right[i].Position).Length() < 1e-3f, pattern.Id);
        });
    }

    [Fact]
    public void Paint_WholeFile_IsSmallEnoughForThePhone() =>
        Assert.InRange(new FileInfo(Path.Combine(CompiledData.Output, KnowledgeCompiler.ReferralFile)).Length, 1_000, 400_000);

    private static T Read<T>(string file, Func<Stream, T> read)
    {
        using FileStream stream = File.OpenRead(Path.Combine(CompiledData.Output, file));
        return read(stream);
    }
}
