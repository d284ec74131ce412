using System.Text;
using Microsoft.AspNetCore.Components.Forms;
using Nodus.Anatomy.Drawing;
using Nodus.Anatomy.Zones;
using Nodus.Clinical.Safety;
using Nodus.Web.Client.Body;
using Nodus.Web.Client.Examine;
using Nodus.Web.Client.Safety;

namespace Nodus.Web.Client.Locate;

/// <content>What the pen does, and how ranking and storage follow.</content>
public sealed partial class LocatePage
{
    // Dabs this part of the radius apart leave scallops of a fortieth of the radius along a stroke.
    private const double DabSpacing = 0.45;

    private int[] hatched = [];
    private bool settling;

    bool IPen.Points(string view, double[] xy, bool begins, bool ends)
    {
        if (!OperatingSystem.IsBrowser() || Drawn is not { } drawn || !layers.TryGetValue(view, out BodyLayer? layer)) return false;
        if (begins)
        {
            drawn.Begin();
            last = null;
        }

        PainStroke pen = drawn.Pen;
        for (int i = 0; i + 1 < xy.Length; i += 2) DrawTo(layer, xy[i], xy[i + 1], pen);
        foreach (BodyLayer shownLayer in ShownLayers()) shownLayer.Flush();
        if (ends)
        {
            drawn.End();
            if (trace is null) OnChanged();
            else StateHasChanged();
            return ranker is not null;
        }

        if (trace is not null) return false;
        if (Clock.GetElapsedTime(rankedAt) < RankingPause) return false;
        bool wasOpen = gateOpen;
        Glance();
        panel?.Follow(ranking, painful.Count > 0);
        if (gateOpen != wasOpen) StateHasChanged();
        return ranker is not null;
    }

    void IPen.Cancel() => Drawn?.Cancel();

    void IPen.Shortcut(string name)
    {
        if (name == "undo") Drawn?.Undo();
        else Drawn?.Redo();
        StateHasChanged();
    }

    /// <summary>Dabs from the last place of the pen to this one; those beside the body are left out.</summary>
    private void DrawTo(BodyLayer layer, double x, double y, PainStroke pen)
    {
        if (!OperatingSystem.IsBrowser()) return;
        DrawingSession drawn = Drawn!;
        double spacing = Math.Max(1, DabSpacing * drawn.RadiusCm * layer.Buffer.PixelsPerCm);
        SurfacePixel from = last ?? new SurfacePixel(x, y);
        double length = Math.Sqrt((x - from.X) * (x - from.X) + (y - from.Y) * (y - from.Y));
        if (last is not null && length < spacing) return;
        int dabs = Math.Max(1, (int)(length / spacing));
        for (int i = 1; i <= dabs; i++)
        {
            int px = (int)(from.X + (x - from.X) * i / dabs), py = (int)(from.Y + (y - from.Y) * i / dabs);
            if (layer.Buffer.CellAt(px, py) < 0) continue;
            foreach (SurfaceSample dab in drawn.Extend(new SurfaceSample(layer.Buffer.PlaceAt(px, py), drawn.RadiusCm)))
            {
                ReadOnlySpan<int> near = atlas!.Surface.CellsNear(dab);
                foreach (BodyLayer shownLayer in ShownLayers()) shownLayer.Add(dab, pen, near);
            }
        }

        last = new SurfacePixel(x, y);
    }

    private void OnReplaced()
    {
        Repaint();
        OnChanged();
    }

    private void Repaint()
    {
        if (!OperatingSystem.IsBrowser() || Drawn is not { } drawn) return;
        foreach (BodyLayer layer in ShownLayers())
        {
            layer.Show(drawn.Drawing);
            layer.Flush();
        }
    }

    /// <summary>Kept and shown at a glance at once; everything else when the browser has a moment.</summary>
    private void OnChanged()
    {
        if (OperatingSystem.IsBrowser() && session is not null)
            DeviceModule.Save(DrawingKey, Encoding.UTF8.GetString(session.Drawing.ToJson()));
        Glance();
        StateHasChanged();
        _ = SettleAsync();
    }

    /// <summary>First everything that is ranked, then the rest; the page breathes in between.</summary>
    private async Task SettleAsync()
    {
        if (settling || !OperatingSystem.IsBrowser()) return;
        settling = true;
        await StageModule.IdleAsync();
        if (IsAtRest)
        {
            Outline();
            StateHasChanged();
            await StageModule.IdleAsync();
        }

        settling = false;
        if (!IsAtRest) return;
        Rank();
        StateHasChanged();
    }

    /// <summary>A stroke that has begun settles when it ends.</summary>
    private bool IsAtRest => session is { IsDrawing: false };

    private void OnToolChanged()
    {
        if (OperatingSystem.IsBrowser() && session is not null) StageModule.SetPenRadius(Drawn!.RadiusCm);
    }

    private void SetZone((ZoneSite Site, int Intensity) choice) => Drawn?.SetZone(choice.Site, choice.Intensity);

    /// <summary>Brings up to date what is seen while the pen moves.</summary>
    private void Glance()
    {
        if (session is null) return;
        painful = session.Coverage.Zones();
        (areaCm2, percentOfBody) = (session.Coverage.AreaCm2, session.Coverage.PercentOfBody);
        CheckGate();
        long begun = Clock.GetTimestamp();
        ranking = pass is null || ranker is null ? Ranking.Empty : ranker.Glance(pass, wholeRanking, RankingPanel.FirstMuscles);
        rankedAt = Clock.GetTimestamp();
        Tell("glance", begun);
    }

    /// <summary>Brings up to date what is ranked.</summary>
    private void Outline() => Bring("ranking", (ranker, pass) => ranker.Outline(pass, wholeRanking));

    /// <summary>Brings everything up to date.</summary>
    private void Rank() => Bring("assessment", (ranker, pass) => ranker.Rank(pass));

    private void Bring(string measure, Func<Ranker, GatePass, Ranking> ask)
    {
        if (session is null || ranker is null) return;
        painful = session.Coverage.Zones();
        CheckGate();
        long begun = Clock.GetTimestamp();
        ranking = wholeRanking = pass is null ? Ranking.Empty : ask(ranker, pass);
        Tell(measure, begun);
        MarkUnexplained();
    }

    /// <summary>A ranking goes into the browser's record of performance, where measurements find it.</summary>
    private void Tell(string name, long begun)
    {
        if (OperatingSystem.IsBrowser() && !ReferenceEquals(ranking, Ranking.Empty))
            StageModule.Took(name, Clock.GetElapsedTime(begun).TotalMilliseconds);
    }

    /// <summary>Zones that nothing explains are hatched, once the pen rests.</summary>
    private void MarkUnexplained()
    {
        int[] now = trace is null ? [.. ranking.Unexplained.Select(site => site.Index)] : [];
        if (atlas is null || now.SequenceEqual(hatched)) return;
        hatched = now;
        var marked = new bool[now.Length == 0 ? 0 : sites.Count];
        foreach (int site in now) marked[site] = true;
        foreach (BodyLayer layer in layers.Values) layer.MarkUnexplained(marked, atlas.Zones.SiteOfCell);
    }

    private void Export()
    {
        if (OperatingSystem.IsBrowser() && session is not null)
            DeviceModule.Download("pain-drawing.json", Encoding.UTF8.GetString(session.Visit.ToJson()));
    }

    private static void Choose()
    {
        if (OperatingSystem.IsBrowser()) DeviceModule.Choose("drawing-file");
    }

    private async Task ImportAsync(IBrowserFile file)
    {
        if (session is null || atlas is null) return;
        problem = null;
        if (file.Size > FileBytesMax)
        {
            problem = $"{file.Name} is larger than {FileBytesMax / 1024 / 1024} MB: not a pain drawing.";
            return;
        }

        try
        {
            using var content = new MemoryStream();
            await using (Stream stream = file.OpenReadStream(FileBytesMax)) await stream.CopyToAsync(content);
            var visit = VisitState.Parse(content.GetBuffer().AsMemory(0, (int)content.Length), atlas.Version, atlas.Surface);
            // What the patient was about to draw belongs to another point of another visit.
            if (trace is not null) EndTrace(keep: false);
            held = null;
            session.Open(visit);
            // A file may be of another person: what was answered to the gate, and an override of it, are not.
            await ChangeIntake(Intake.Empty);
        }
        catch (DrawingFormatException fault)
        {
            problem = $"{file.Name} was not opened. {fault.Message}";
        }
        catch (IOException)
        {
            problem = $"{file.Name} could not be read.";
        }
    }
}
