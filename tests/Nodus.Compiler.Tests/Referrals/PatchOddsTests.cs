using Nodus.Anatomy;
using Nodus.Anatomy.Zones;
using Nodus.Clinical.Knowledge;
using Nodus.Compiler.Referrals;

namespace Nodus.Compiler.Tests.Referrals;

public sealed class PatchOddsTests
{
    private static readonly BodyAtlas Atlas = CompiledData.ReadAtlas();
    private static readonly KnowledgeBase Knowledge = ReadKnowledge();

    [Fact]
    public void Patches_OfEveryPattern_AreOddsOfEveryPatch()
    {
        IEnumerable<ReferralZone> zones = Knowledge.Points.SelectMany(point => point.Zones).Concat(Knowledge.Rivals.SelectMany(rival => rival.Zones));
        Assert.All(zones, zone =>
        {
            Assert.True(Atlas.Zones.TryFind(zone.Zone, zone.Side, out ZoneSite site));
            // What a pattern says of a zone without painting it, as of the depth of the ear, has no place in it.
            Assert.Equal(zone.Coverage == 1 && zone.Patches.Count == 0 ? 0 : site.Zone.Patches.Count, zone.Patches.Count);
            if (zone.Patches.Count > 0) Assert.Equal(1, zone.Patches.Sum(), 0.031);
            // Charts are wrong for somebody: no place of a zone is out of the question.
            Assert.All(zone.Patches.Zip(site.Zone.Patches), one => Assert.True(one.First >= (0.25 * one.Second.AreaShare) - 0.006));
        });
    }

    [Fact]
    public void Of_PainInOnePatch_IsDrawnThereMost_AndBesideMoreThanFarAway()
    {
        Assert.True(Atlas.Zones.TryFind("thigh_front", Side.Left, out ZoneSite site));
        var odds = new PatchOdds(Atlas.Mesh, Atlas.Zones);
        for (int patch = 0; patch < ZonePatches.Count; patch++)
        {
            var felt = new double[Atlas.Mesh.CellCount];
            for (int cell = 0; cell < felt.Length; cell++)
            {
                if (Atlas.Zones.SiteOfCell[cell] == site.Index && ZonePatches.At(site, Atlas.Mesh.Centroid(cell)) == patch) felt[cell] = Atlas.Mesh.AreaCm2(cell);
            }

            IReadOnlyList<double> of = odds.Of(site, felt);
            int[] byDistance = [.. Enumerable.Range(0, ZonePatches.Count).OrderBy(other => (ZonePatches.CentreOf(site, other) - ZonePatches.CentreOf(site, patch)).Length())];
            Assert.Equal(of.Max(), of[patch]);
            Assert.InRange(of[patch], 0.4, 0.9);
            Assert.True(of[byDistance[1]] > of[byDistance[^1]]);
        }
    }

    [Fact]
    public void Of_PainAllOverTheZone_FollowsTheSkin()
    {
        Assert.True(Atlas.Zones.TryFind("sternum", Side.Midline, out ZoneSite site));
        double[] felt = [.. Enumerable.Range(0, Atlas.Mesh.CellCount).Select(cell => (double)Atlas.Mesh.AreaCm2(cell))];

        IReadOnlyList<double> of = new PatchOdds(Atlas.Mesh, Atlas.Zones).Of(site, felt);

        Assert.All(of.Zip(site.Zone.Patches), one => Assert.Equal(one.Second.AreaShare, one.First, 0.06));
        for (int patch = 0; patch < ZonePatches.Count; patch++) Assert.Equal(of[patch], of[ZonePatches.Mirrored(patch, midline: true)], 0.011);
    }

    /// <summary>Of the two heads that pull at the kneecap the inner one hurts on its inner side.</summary>
    [Fact]
    public void Patches_OfInnerAndOuterHead_LieAsTheChartsHaveThem()
    {
        Assert.True(Atlas.Zones.TryFind("knee_front", Side.Left, out ZoneSite site));
        Assert.True(Outward("vastus_medialis") + 0.5 < Outward("vastus_lateralis"), $"{Outward("vastus_medialis")}, {Outward("vastus_lateralis")}");

        double Outward(string muscle)
        {
            Assert.True(Knowledge.TryFindMuscle(muscle, out Muscle? known));
            ReferralZone[] zones = [.. known.Points.SelectMany(point => point.Zones).Where(one => one.Zone == "knee_front" && one.Side == Side.Left)];
            return zones.Average(one => one.Patches.Select((odds, patch) => odds * ZonePatches.CentreOf(site, patch).X).Sum() / one.Patches.Sum());
        }
    }

    private static KnowledgeBase ReadKnowledge()
    {
        using FileStream file = File.OpenRead(Path.Combine(CompiledData.Output, KnowledgeCompiler.BaseFile));
        return KnowledgeBase.Read(file);
    }
}
