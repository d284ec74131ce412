using Nodus.Anatomy.Drawing;
using Nodus.Clinical.Assessment;
using Nodus.Web.Client.Body;
using Nodus.Web.Client.Examine;

namespace Nodus.Web.Client.Locate;

/// <content>What is found by hand, and where the patient shows a sensation to have gone.</content>
public sealed partial class LocatePage
{
    private const string FindingsKey = "nodus.findings", PanelId = "answers-panel";

    private Examined examined = Examined.Nothing;
    private Case told = new();
    private RankedPoint? held;
    private Trace? trace;

    /// <summary>A drawing of where pressing one point was felt; the pain is put away meanwhile, so that it leads nobody.</summary>
    private sealed record Trace(DrawingSession Session, RankedPoint Point);

    /// <summary>What the pen draws on.</summary>
    private DrawingSession? Drawn => trace?.Session ?? session;

    private Findings Found => session?.Found ?? Findings.None;

    /// <summary>The point under the finger: the one taken up, otherwise the one proposed. A ranking that moves does not exchange it.</summary>
    private RankedPoint? InHand => held ?? ranking.Press;

    /// <summary>Looks up once what the gate and the ranking need at each stroke.</summary>
    private void LookUpFindings()
    {
        examined = new Examined(Found, ranker?.Knowledge, gate?.Knowledge, sites);
        told = examined.With(intake.With([]));
    }

    /// <summary>Findings change the case: the gate is asked again, and the ranking follows.</summary>
    private void OnNoted()
    {
        if (OperatingSystem.IsBrowser()) DeviceModule.Save(FindingsKey, Found.ToJson());
        LookUpFindings();
        Glance();
        StateHasChanged();
        _ = SettleAsync();
    }

    private void Hold(RankedPoint? point)
    {
        bool comesUp = tab != AnswerTab.Examine || point is null || !point.IsSpot(InHand);
        held = point;
        ShowPoint(point);
        tab = AnswerTab.Examine;
        if (comesUp && OperatingSystem.IsBrowser()) DeviceModule.ToTop(PanelId, focus: true);
    }

    private void Turn(AnswerTab to)
    {
        tab = to;
        if (OperatingSystem.IsBrowser()) DeviceModule.ToTop(PanelId, focus: false);
    }

    private void BeginTrace(RankedPoint point)
    {
        if (atlas is null || session is null) return;
        var drawing = new DrawingSession(atlas.Surface, atlas.Version) { Intensity = session.Intensity, RadiusCm = session.RadiusCm };
        foreach (ZonePlace place in Found.Press(point.Id, point.Side).ReferredTo)
            if (examined.Site(place) is { } site) drawing.SetZone(site, drawing.Intensity);
        drawing.Replaced = () =>
        {
            Repaint();
            StateHasChanged();
        };
        (trace, sheetOpen, held) = (new Trace(drawing, point), false, point);
        MarkUnexplained();
        Repaint();
        Zoom("whole");
    }

    private void EndTrace(bool keep)
    {
        if (trace is not { } done || session is null) return;
        trace = null;
        sheetOpen = true;
        tab = AnswerTab.Examine;
        MarkUnexplained();
        Repaint();
        if (!keep) return;
        ZonePlace[] zones = [.. TracedZones(done).Select(zone => Examined.PlaceOf(zone.Site))];
        session.Note(Found.With(Found.Press(done.Point.Id, done.Point.Side).FeltIn(zones)));
    }

    private static IEnumerable<ZonePain> TracedZones(Trace done) =>
        done.Session.Coverage.Zones().Where(zone => zone.Coverage >= DrawingSession.MarkedCoverage);
}
