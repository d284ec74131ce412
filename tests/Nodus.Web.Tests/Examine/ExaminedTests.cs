using Nodus.Anatomy;
using Nodus.Anatomy.Drawing;
using Nodus.Anatomy.Zones;
using Nodus.Clinical.Assessment;
using Nodus.Clinical.Knowledge;
using Nodus.Web.Client.Examine;

namespace Nodus.Web.Tests.Examine;

public sealed class ExaminedTests(HostedSite site)
{
    private static readonly ZonePlace Front = new("shoulder_front", "right"), Elsewhere = new("temple", "left");

    private KnowledgeBase Knowledge => site.Data.Knowledge;

    private IReadOnlyList<ZoneSite> Sites => site.Data.Atlas.Zones.Sites;

    [Fact]
    public void With_Findings_PutsThemIntoTheCase()
    {
        TriggerPoint point = Knowledge.Points[0];
        Movement test = Knowledge.Movements[0];
        Case found = Look(Findings.None.With(new PressNote(point.Id, Side.Right, Tender: true).Toggle(Front)).WithMovement(test.Id, Side.Left, MovementResult.Weak)
            .With(new AnswerNote("fever", null)).With(new AnswerNote("fainted", true)) with { Examiner = Examiner.Novice })
            .With(new Case { Answers = new Dictionary<string, bool> { ["fever"] = true } });
        PalpationFinding press = Assert.Single(found.Palpation);
        Assert.Equal((point, Side.Right, true, true, null), (press.Point, press.Side, press.Tender, press.Referred, press.Recognised));
        Assert.Equal("shoulder_front", Assert.Single(press.ReferredTo).Zone.Id);
        Assert.Equal(new MovementObservation(test, Side.Left, MovementResult.Weak), Assert.Single(found.Movements));
        Assert.Equal(Examiner.Novice, found.Examiner);
        Assert.False(found.Answers.ContainsKey("fever"));
        Assert.Contains("fever", found.Unsure);
        Assert.True(found.Answers["fainted"]);
    }

    [Fact]
    public void With_ZonesAskedAbout_AddsThemToThePictureWithoutContradictingIt()
    {
        Examined examined = Look(Findings.None.With(new PainNote(Front, false)).With(new PainNote(new ZonePlace("head_temple", "left"), true))
            .With(new PainNote(new ZonePlace("sternum", "midline"))).With(new PainNote(new ZonePlace("tail", "left"), true)));

        Assert.Equal([("shoulder_front", 0.0), ("head_temple", null)], examined.With([]).Select(one => (one.Site.Zone.Id, one.Intensity)));
        Assert.Equal([5.0, null], examined.With([new PainReport(examined.Site(Front)!, 1, 5, [])]).Select(one => one.Intensity));
        Assert.Equal("pain:sternum:midline", Assert.Single(examined.With(new Case()).Unsure));
    }

    [Fact]
    public void With_IdsNobodyKnows_LeavesThemOut()
    {
        Case found = Look(Findings.None.With(new PressNote("unobtainium.1", Side.Left, Tender: true)).WithMovement("levitation", Side.Left, MovementResult.Weak)
            .With(new PressNote(Knowledge.Points[0].Id, Side.Left).Toggle(new ZonePlace("tail", "left")))).With(new Case());
        Assert.Empty(Assert.Single(found.Palpation).ReferredTo);
        Assert.Empty(found.Movements);
    }

    [Fact]
    public void Map_IsOfEarlierVisits_UnlessSwitchedOffOrPressedToday()
    {
        string point = Knowledge.Points[0].Id;
        Findings visit = Findings.None.With(new PressNote(point, Side.Right).Toggle(Front)).EndVisit();
        Assert.Equal("shoulder_front", Assert.Single(Assert.Single(Look(visit).Map.Entries).Zones).Zone.Id);
        Assert.Same(ReferralMap.Empty, Look(visit with { IgnoresEarlier = true }).Map);
        Assert.Single(Look(visit.With(new PressNote(point, Side.Right, Tender: true))).Map.Entries);
        Assert.Same(ReferralMap.Empty, Look(visit.With(new PressNote(point, Side.Right).Toggle(Elsewhere))).Map);
    }

    [Fact]
    public void Compared_SaysWhetherItWentWhereItHurts()
    {
        ZonePain[] painful = [new ZonePain(Sites.First(one => one.Zone.Id == "shoulder_front" && one.Side == Side.Right), 0.6, 5, 5, [])];
        var note = new PressNote("infraspinatus.1", Side.Right);
        Assert.Null(PressWords.Compared(note.With(PressSign.Referred, true), painful));
        Assert.Equal("went where it hurts", PressWords.Compared(note.Toggle(Front), painful));
        Assert.Equal("went where it hurts, and beyond", PressWords.Compared(note.Toggle(Front).Toggle(Elsewhere), painful));
        Assert.Equal("went elsewhere than it hurts", PressWords.Compared(note.Toggle(Elsewhere), painful));
    }

    private Examined Look(Findings findings) => new(findings, Knowledge, site.Data.Safety, Sites);
}
