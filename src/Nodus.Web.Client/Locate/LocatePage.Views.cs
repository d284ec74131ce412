using System.Globalization;
using System.Numerics;
using Nodus.Anatomy;
using Nodus.Anatomy.Rendering;
using Nodus.Clinical.Knowledge;
using Nodus.Web.Client.Body;

namespace Nodus.Web.Client.Locate;

/// <content>Which views are shown, and what lies on them.</content>
public sealed partial class LocatePage
{
    private const float TurnedAway = -0.05f, CoveredCm = 0.8f;

    private BodyBuild? Build => atlas?.Builds.FirstOrDefault(build => build.Id == settings.Build);

    private async Task ShowAsync(string view)
    {
        shown = view;
        await OpenViewsAsync();
    }

    private async Task ApplySettingsAsync(LookSettings next)
    {
        bool otherBuild = next.Build != settings.Build;
        settings = next;
        if (!OperatingSystem.IsBrowser()) return;
        DeviceModule.SetStyle("--skin", settings.Skin);
        DeviceModule.Save(SettingsKey, settings.ToText());
        if (!otherBuild) return;
        layers.Clear();
        StageModule.CloseAll();
        await OpenViewsAsync();
    }

    /// <summary>Loads what the shown views lack, and puts strokes and pattern on their canvases.</summary>
    private async Task OpenViewsAsync()
    {
        if (!OperatingSystem.IsBrowser() || Build is not { } build || session is null) return;
        StageCard[] cards = [.. ShownCards];
        StateHasChanged();
        // One after the other: the first can be drawn on while the others are still on their way.
        foreach (StageCard card in cards)
        {
            ViewBuffer buffer = await Files.ViewAsync(build, card.Id);
            // Another choice may have been made in the meantime.
            if (build != Build || !cards.SequenceEqual(ShownCards)) return;
            Open(buffer);
            if (ready) continue;
            ready = true;
            StateHasChanged();
            StageModule.Mark("open");
            await StageModule.IdleAsync();
        }
    }

    private void Open(ViewBuffer buffer)
    {
        BodyView view = buffer.View;
        if (!layers.TryGetValue(view.Id, out BodyLayer? layer)) layers[view.Id] = layer = new BodyLayer(buffer, atlas!.Surface);
        layer.Show(session!.Drawing);
        layer.Flush();
        if (hatched.Length > 0)
        {
            hatched = [];
            MarkUnexplained();
        }

        layer.Resend();
        StageModule.Open(view.Id);
    }

    private IEnumerable<BodyLayer> ShownLayers()
    {
        foreach (StageCard card in ShownCards)
            if (layers.TryGetValue(card.Id, out BodyLayer? layer)) yield return layer;
    }

    private void ShowPoint(RankedPoint? point) => shownPoint = point;

    /// <summary>The picture of the shown point's pattern on a view; null for none.</summary>
    private string? PatternOn(string view) => shownPoint is null
        ? null
        : $"{PatternAddress}/{settings.Build}/{view}/{shownPoint.Id}/{shownPoint.Side.ToWord()}.png";

    /// <summary>The cross of the shown point, where the view shows its place.</summary>
    private IReadOnlyList<PressMark> MarksOn(string view)
    {
        if (shownPoint is null || ranker is null || !layers.TryGetValue(view, out BodyLayer? layer)) return [];
        if (!ranker.Knowledge.TryFindPoint(shownPoint.Id, out TriggerPoint? point)) return [];
        ViewBuffer buffer = layer.Buffer;
        SurfacePlace place = point.Site.On(buffer.Mesh, shownPoint.Side);
        Vector3 at = place.PositionOn(buffer.Mesh), normal = place.NormalOn(buffer.Mesh);
        Vector3 seen = buffer.View.Project(at);
        int column = (int)seen.X, row = (int)seen.Y;
        if (Vector3.Dot(normal, buffer.View.Direction) > TurnedAway || buffer.CellAt(column, row) < 0) return [];
        // One pixel is asked; ViewBuffer.TryProject would work out the depth of them all, seconds in a browser.
        float nearer = seen.Z - buffer.View.Project(buffer.PointAt(column, row)).Z;
        return nearer > CoveredCm ? [] : [new PressMark(Percent(seen.X / buffer.Width), Percent(seen.Y / buffer.Height))];
    }

    private static string Percent(float part) => string.Create(CultureInfo.InvariantCulture, $"{100 * part:0.##}%");

    private void Zoom(string how)
    {
        if (!OperatingSystem.IsBrowser()) return;
        foreach (StageCard card in ShownCards) StageModule.Zoom(card.Id, how);
    }
}
