using System.Collections.Concurrent;
using System.Numerics;
using Nodus.Anatomy;
using Nodus.Anatomy.Paint;
using Nodus.Anatomy.Rendering;
using Nodus.Clinical.Knowledge;
using Nodus.Web.Data;

namespace Nodus.Web.Patterns;

/// <summary>A pattern on one view, cut to what matters.</summary>
/// <param name="View">The view.</param>
/// <param name="Crop">The part of the picture to show, in its pixels.</param>
/// <param name="Press">Where the point is pressed, in pixels; null where this view does not show it.</param>
/// <param name="Png">The pattern alone, as large as <paramref name="Crop"/>.</param>
public sealed record PatternPicture(BodyView View, PixelRect Crop, Vector2? Press, byte[] Png);

/// <summary>Pictures of referral patterns on the neutral body, made when first asked for and kept.</summary>
/// <param name="data">Body and patterns.</param>
public sealed class PatternPictures(CompiledData data)
{
    private const int PicturesMax = 2;

    // Around a pattern some body is shown, so that the eye knows where it is; and never less than this.
    private const float MarginCm = 7, SizeCmMin = 30;

    // A second view is worth its place when it shows at least this part of what the best one shows.
    private const double WorthShowing = 0.3;

    private readonly ConcurrentDictionary<string, Lazy<ViewSurface>> surfaces = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string, Side), Lazy<IReadOnlyList<PatternPicture>>> pictures = new();
    private readonly Lazy<StippleDots> dots = new(() => StippleDots.Scatter(data.Atlas.Mesh));
    private readonly ConcurrentDictionary<string, Lazy<(ViewBuffer Buffer, StippleMask Mask)>> masks = new(StringComparer.Ordinal);

    /// <summary>The one or two views that show a point's pattern best; none for a point without a pattern on the skin.</summary>
    public IReadOnlyList<PatternPicture> Of(TriggerPoint point, Side side) =>
        pictures.GetOrAdd((point.Id, side), _ => new Lazy<IReadOnlyList<PatternPicture>>(() => Draw(point, side))).Value;

    private IReadOnlyList<PatternPicture> Draw(TriggerPoint point, Side side)
    {
        if (data.Referral.Find(point.Id) is not { } pattern) return [];
        BodyMesh mesh = data.Atlas.Mesh;
        PaintSample[] essential = pattern.On(mesh, side, ReferralKind.Essential);
        PaintSample[] spillover = pattern.On(mesh, side, ReferralKind.Spillover);
        var seen = data.Atlas.Views
            .Where(view => view.Shows == Side.Midline || view.Shows == side)
            .Select(view => Paint(view, essential, spillover))
            .Where(painted => painted.Share > 0)
            .OrderByDescending(painted => painted.Share)
            .ToList();
        if (seen.Count == 0) return [];
        return [.. seen.Where(painted => painted.Share >= WorthShowing * seen[0].Share).Take(PicturesMax)
            .Select(painted => Compose(painted, point.Site.On(mesh, side), mesh))];
    }

    private Painted Paint(BodyView view, PaintSample[] essential, PaintSample[] spillover)
    {
        ViewSurface surface = SurfaceOf(view);
        var solid = new PixelPaint(surface);
        var dotted = new PixelPaint(surface);
        PixelRect rect = default;
        foreach (PaintSample dab in essential) rect = rect.Union(solid.Add(dab, PaintFalloff.SoftCore));
        foreach (PaintSample dab in spillover) rect = rect.Union(dotted.Add(dab, PaintFalloff.SoftCore));
        double pixels = 0;
        for (int i = 0; i < solid.Strength.Length; i++) pixels += (3 * solid.Strength[i] + dotted.Strength[i]) / 255.0;
        return new Painted(view, solid, dotted, rect, pixels / (view.PixelsPerCm * view.PixelsPerCm));
    }

    private PatternPicture Compose(Painted painted, SurfacePlace place, BodyMesh mesh)
    {
        BodyView view = painted.View;
        (ViewBuffer buffer, StippleMask mask) = masks.GetOrAdd(
            view.Id, _ => new Lazy<(ViewBuffer, StippleMask)>(() => (Buffer(view), new StippleMask(SurfaceOf(view), dots.Value)))).Value;
        var layer = new byte[4 * view.WidthPx * view.HeightPx];
        PaintComposer.Referral(
            painted.Essential, painted.Spillover, mask, new PixelRect(0, 0, view.WidthPx, view.HeightPx), PainColours.ReferralRed, layer);
        Vector2? press = buffer.TryProject(place.PositionOn(mesh), place.NormalOn(mesh), out float x, out float y)
            ? new Vector2(x, y)
            : null;
        PixelRect crop = Crop(Used(layer, view.WidthPx), press, view);
        return new PatternPicture(view, crop, press, PngWriter.Encode(Cut(layer, view.WidthPx, crop), crop.Width, crop.Height));
    }

    /// <summary>The smallest rectangle around all that is not transparent.</summary>
    private static PixelRect Used(byte[] rgba, int width)
    {
        int x0 = int.MaxValue, y0 = int.MaxValue, x1 = -1, y1 = -1;
        for (int i = 0; i < rgba.Length / 4; i++)
        {
            if (rgba[4 * i + 3] == 0) continue;
            (x0, x1) = (Math.Min(x0, i % width), Math.Max(x1, i % width));
            (y0, y1) = (Math.Min(y0, i / width), Math.Max(y1, i / width));
        }

        return x1 < 0 ? default : new PixelRect(x0, y0, x1 - x0 + 1, y1 - y0 + 1);
    }

    private static PixelRect Crop(PixelRect used, Vector2? press, BodyView view)
    {
        if (press is { } p) used = used.Union(new PixelRect((int)p.X, (int)p.Y, 1, 1));
        int margin = (int)(MarginCm * view.PixelsPerCm);
        int size = Math.Max((int)(SizeCmMin * view.PixelsPerCm), Math.Max(used.Width, used.Height) + 2 * margin);
        int width = Math.Min(view.WidthPx, Math.Max((int)(0.8f * size), used.Width + 2 * margin));
        int height = Math.Min(view.HeightPx, size);
        int x = Math.Clamp(used.X + used.Width / 2 - width / 2, 0, view.WidthPx - width);
        int y = Math.Clamp(used.Y + used.Height / 2 - height / 2, 0, view.HeightPx - height);
        return new PixelRect(x, y, width, height);
    }

    private static byte[] Cut(byte[] rgba, int width, PixelRect crop)
    {
        var part = new byte[4 * crop.Width * crop.Height];
        for (int y = 0; y < crop.Height; y++)
            System.Buffer.BlockCopy(rgba, 4 * ((crop.Y + y) * width + crop.X), part, 4 * y * crop.Width, 4 * crop.Width);
        return part;
    }

    private ViewSurface SurfaceOf(BodyView view) => surfaces.GetOrAdd(view.Id, _ => new Lazy<ViewSurface>(() =>
    {
        ViewBuffer buffer = Buffer(view);
        return new ViewSurface(
            buffer.Mesh, buffer.Cells, buffer.Width, buffer.PixelsPerCm, view.Right, view.Up, view.Centre);
    })).Value;

    private ViewBuffer Buffer(BodyView view)
    {
        BodyBuild build = data.Atlas.Builds[0];
        using FileStream file = File.OpenRead(Path.Combine(data.Folder, "views", build.Id, view.Id + ".view"));
        return ViewBufferFormat.Read(file, view, build.Mesh);
    }

    private sealed record Painted(BodyView View, PixelPaint Essential, PixelPaint Spillover, PixelRect Rect, double Share);
}
