using Nodus.Anatomy;
using Nodus.Anatomy.Zones;
using Nodus.Clinical.Assessment;
using Nodus.Web.Client.Examine;
using Nodus.Web.Client.Locate;

namespace Nodus.Web.Tests.Locate;

public sealed class DrawingSessionTests(HostedSite site)
{
    [Fact]
    public void Undo_WalksStrokesAndFindingsInOneHistory()
    {
        var session = new DrawingSession(site.Data.Atlas.Surface, site.Data.Atlas.Version);
        var told = new List<string>();
        session.Replaced = () => told.Add("drawing");
        session.Noted = () => told.Add("findings");
        ZoneSite front = site.Data.Atlas.Zones.Sites.First(one => one.Zone.Id == "shoulder_front" && one.Side == Side.Right);
        session.SetZone(front, 6);
        session.Note(session.Found.With(new PressNote("infraspinatus.1", Side.Right, Tender: true)));
        session.Note(session.Found.WithMovement("shoulder_abduction", Side.Right, MovementResult.Painful));
        session.Note(session.Found.With(new AnswerNote("fever", false)));
        session.Mirror();
        Assert.Equal(["drawing", "findings", "findings", "findings", "drawing"], told);

        told.Clear();
        session.Undo();
        session.Undo();
        Assert.Empty(session.Found.Answers);
        session.Undo();
        Assert.Empty(session.Found.Movements);
        session.Undo();
        Assert.Equal(["drawing", "findings", "findings", "findings"], told);
        Assert.Equal((0, false), (session.Found.Count, session.Drawing.IsEmpty));
        session.Undo();
        Assert.Equal((true, false), (session.Drawing.IsEmpty, session.CanUndo));

        session.Redo();
        session.Redo();
        Assert.Equal((1, front.Index), (session.Found.Count, session.Coverage.Zones().MaxBy(zone => zone.Coverage)!.Site.Index));
    }

    [Fact]
    public void Open_ExchangesDrawingAndFindings_InOneStep()
    {
        var session = new DrawingSession(site.Data.Atlas.Surface, site.Data.Atlas.Version);
        session.SetZone(site.Data.Atlas.Zones.Sites[0], 6);
        session.Note(session.Found.With(new AnswerNote("fever", false)));
        VisitState first = session.Visit;
        session.Open(new VisitState(PainDrawing.Empty(first.Drawing.AtlasVersion), Findings.None.With(new PressNote("infraspinatus.1", Side.Right, Tender: true))));
        Assert.Equal((true, 1, 0), (session.Drawing.IsEmpty, session.Found.Presses.Count, session.Found.Answers.Count));
        session.Undo();
        Assert.Same(first, session.Visit);
        Assert.NotEmpty(session.Coverage.Zones());
    }

    [Fact]
    public void Clear_LeavesTheFindings()
    {
        var session = new DrawingSession(site.Data.Atlas.Surface, site.Data.Atlas.Version);
        session.SetZone(site.Data.Atlas.Zones.Sites[0], 6);
        session.Note(session.Found.With(new PressNote("infraspinatus.1", Side.Right, Tender: true)));
        session.Clear();
        Assert.Equal((true, 1), (session.Drawing.IsEmpty, session.Found.Count));
    }
}
