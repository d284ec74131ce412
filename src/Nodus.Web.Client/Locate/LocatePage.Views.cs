using System.Globalization;
using System.Numerics;
using Nodus.Anatomy;
using Nodus.Anatomy.Rendering;
using Nodus.Web.Client.Body;

namespace Nodus.Web.Client.Locate;

/// <content>Which views are shown, and what lies on them.</content>
public sealed partial class LocatePage
{
    private const float TurnedAway = -0.05f, CoveredCm = 0.8f;

    // A spot is shown with so much of the body around it, on views that see it at a fair angle.
    private const float LookHeightCm = 45, LookScaleMin = 1.4f, LookScaleMax = 4, LeastFacing = 0.3f;

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
        layer.Show(Drawn!.Drawing);
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
    private IReadOnlyList<PressMark> MarksOn(string view) =>
        shownPoint is not null && layers.TryGetValue(view, out BodyLayer? layer) && Seen(layer.Buffer, shownPoint) is { } at
            ? [new PressMark(Percent(at.X), Percent(at.Y))]
            : [];

    /// <summary>Where a view shows a point, in parts of its width and height; null where it does not.</summary>
    private static Vector2? Seen(ViewBuffer buffer, RankedPoint point)
    {
        SurfacePlace place = point.Of.Site.On(buffer.Mesh, point.Side);
        Vector3 at = place.PositionOn(buffer.Mesh), normal = place.NormalOn(buffer.Mesh);
        Vector3 seen = buffer.View.Project(at);
        int column = (int)seen.X, row = (int)seen.Y;
        if (Vector3.Dot(normal, buffer.View.Direction) > TurnedAway || buffer.CellAt(column, row) < 0) return null;
        // One pixel is asked; ViewBuffer.TryProject would work out the depth of them all, seconds in a browser.
        float nearer = seen.Z - buffer.View.Project(buffer.PointAt(column, row)).Z;
        return nearer > CoveredCm ? null : new Vector2(seen.X / buffer.Width, seen.Y / buffer.Height);
    }

    /// <summary>Shows a point large, on the first view that faces it and shows it: the sides of the body, then close-ups.</summary>
    private async Task ZoomToAsync(RankedPoint point)
    {
        ShowPoint(point);
        if (!OperatingSystem.IsBrowser() || Build is not { } build) return;
        // Close-ups are asked last: some show the body with its arms lifted, a skin that is unfolded only when needed.
        foreach (BodyView view in FacingFirst(whole: true).Concat(FacingFirst(whole: false)))
        {
            ViewBuffer buffer = await Files.ViewAsync(build, view.Id);
            if (Seen(buffer, point) is not { } at) continue;
            await ShowAsync(view.Id);
            StageModule.Look(view.Id, at.X, at.Y, Math.Clamp(2 * view.HalfHeightCm / LookHeightCm, LookScaleMin, LookScaleMax));
            return;
        }

        IEnumerable<BodyView> FacingFirst(bool whole) => build.Views
            .Where(view => ViewBar.Sides.Contains(view.Id) == whole)
            .Select(view => (View: view, Away: Away(view)))
            .Where(one => one.Away < -LeastFacing)
            .OrderBy(one => one.Away)
            .Select(one => one.View);

        float Away(BodyView view)
        {
            BodyMesh mesh = build.MeshOf(view);
            return Vector3.Dot(point.Of.Site.On(mesh, point.Side).NormalOn(mesh), view.Direction);
        }
    }

    private static string Percent(float part) => string.Create(CultureInfo.InvariantCulture, $"{100 * part:0.##}%");

    private void Zoom(string how)
    {
        if (!OperatingSystem.IsBrowser()) return;
        foreach (StageCard card in ShownCards) StageModule.Zoom(card.Id, how);
    }
}
