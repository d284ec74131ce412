using System.Collections.Concurrent;
using System.Numerics;
using Nodus.Anatomy;
using Nodus.Anatomy.Paint;
using Nodus.Anatomy.Rendering;
using Nodus.Anatomy.Zones;
using Nodus.Clinical.Knowledge;
using Nodus.Web.Data;

namespace Nodus.Web.Patterns;

/// <summary>A pattern on one view: which part of the picture matters.</summary>
/// <param name="View">The view.</param>
/// <param name="Crop">The part of the picture to show, in its pixels.</param>
/// <param name="Press">Where the point is pressed, in pixels; null where this view does not show it.</param>
public sealed record PatternPicture(BodyView View, PixelRect Crop, Vector2? Press);

/// <summary>
/// Pictures of patterns and zones. They are painted here and not in the browser, because the stipple dots take a browser
/// seconds to scatter; a picture is a few kilobytes and is kept for ever.
/// </summary>
/// <param name="data">Body and patterns.</param>
public sealed class PatternPictures(CompiledData data)
{
    private const int PicturesMax = 2;

    // Around a pattern some body is shown, so that the eye knows where it is; and never less than this.
    private const float MarginCm = 7, SizeCmMin = 30;

    // A zone or danger zone is found by what lies around it.
    private const float PlaceCmMin = 48;

    // A second view is worth its place when it shows at least this part of what the best one shows.
    private const double WorthShowing = 0.3;

    // A place to press is understood when the skin there is turned at least this much to the eye (cosine).
    private const float SquareToEye = 0.5f;

    // An essential pixel says more about a pattern than a dotted one.
    private const double EssentialWeight = 3;

    private const int ZoneTeal = 0x1D7A80, ZoneAlpha = 150;

    private readonly ConcurrentDictionary<(string Build, string View), Lazy<Canvas>> canvases = new();
    private readonly ConcurrentDictionary<(string Kind, string Id, Side Side), Lazy<IReadOnlyList<PatternPicture>>> best = new();
    private readonly ConcurrentDictionary<BodyMesh, Lazy<StippleDots>> dots = new();

    /// <summary>
    /// The one or two views that show a pattern best; of a point that is pressed one of them shows where. None for what has
    /// no place on the skin.
    /// </summary>
    public IReadOnlyList<PatternPicture> Best(BodyPattern pattern, Side side) => best.GetOrAdd(
        (pattern.Kind, pattern.Id, side), _ => new Lazy<IReadOnlyList<PatternPicture>>(() => Choose(pattern, side))).Value;

    /// <summary>The one or two views that show a zone best, closest in; none for a zone without skin.</summary>
    public IReadOnlyList<PatternPicture> Best(ZoneSite site) => best.GetOrAdd(
        ("zones", site.Zone.Id, site.Side), _ => new Lazy<IReadOnlyList<PatternPicture>>(() => Choose(site))).Value;

    /// <summary>The pattern alone on a transparent picture as large as the view, as PNG.</summary>
    public byte[] Layer(BodyBuild build, BodyView view, BodyPattern pattern, Side side)
    {
        var layer = new byte[4 * view.WidthPx * view.HeightPx];
        Painted painted = Paint(build, view, pattern, side);
        StippleMask mask = CanvasOf(build, view).Mask.Value;
        PaintComposer.Referral(painted.Essential, painted.Spillover, mask, painted.Rect, pattern.Colour, layer);
        return PngWriter.Encode(layer, view.WidthPx, view.HeightPx);
    }

    /// <summary>A zone alone on a transparent picture as large as the view, as PNG.</summary>
    public byte[] Layer(BodyBuild build, BodyView view, ZoneSite site)
    {
        var layer = new byte[4 * view.WidthPx * view.HeightPx];
        ushort[] cells = CanvasOf(build, view).Buffer.Cells;
        int[] siteOf = data.Atlas.Zones.SiteOfCell;
        for (int i = 0, o = 0; i < cells.Length; i++, o += 4)
        {
            if (cells[i] == ViewBuffer.None || siteOf[cells[i]] != site.Index) continue;
            (layer[o], layer[o + 1], layer[o + 2], layer[o + 3]) = (ZoneTeal >> 16, ZoneTeal >> 8 & 255, ZoneTeal & 255, ZoneAlpha);
        }

        return PngWriter.Encode(layer, view.WidthPx, view.HeightPx);
    }

    /// <summary>The zone at a pixel of a view; null beside the body.</summary>
    public ZoneSite? ZoneAt(BodyBuild build, BodyView view, int x, int y)
    {
        int cell = CanvasOf(build, view).Buffer.CellAt(x, y);
        return cell < 0 ? null : data.Atlas.Zones.Sites[data.Atlas.Zones.SiteOfCell[cell]];
    }

    private IReadOnlyList<PatternPicture> Choose(BodyPattern pattern, Side side)
    {
        BodyBuild build = data.Atlas.Builds[0];
        SurfacePlace? press = pattern.Press?.On(build.Mesh, side);
        float least = pattern.Kind == BodyPattern.Danger ? PlaceCmMin : SizeCmMin;
        return Choose(build, side, press, least, view => (Share(Paint(build, view, pattern, side), view, out PixelRect used), used));
    }

    private IReadOnlyList<PatternPicture> Choose(ZoneSite site)
    {
        BodyBuild build = data.Atlas.Builds[0];
        return Choose(build, site.Side, null, PlaceCmMin, view =>
        {
            ViewBuffer buffer = CanvasOf(build, view).Buffer;
            int count = 0, x0 = int.MaxValue, y0 = int.MaxValue, x1 = -1, y1 = -1;
            for (int i = 0; i < buffer.Cells.Length; i++)
            {
                if (buffer.Cells[i] == ViewBuffer.None || data.Atlas.Zones.SiteOfCell[buffer.Cells[i]] != site.Index) continue;
                int x = i % buffer.Width, y = i / buffer.Width;
                count++;
                (x0, x1, y0, y1) = (Math.Min(x0, x), Math.Max(x1, x), Math.Min(y0, y), Math.Max(y1, y));
            }

            return (count / (view.PixelsPerCm * view.PixelsPerCm), Bounds(x0, y0, x1, y1));
        });
    }

    private IReadOnlyList<PatternPicture> Choose(
        BodyBuild build, Side side, SurfacePlace? press, float sizeCmMin, Func<BodyView, (double Share, PixelRect Used)> measure)
    {
        var seen = build.Views
            .Where(view => view.Shows == Side.Midline || side == Side.Midline || view.Shows == side)
            .Select(view => (View: view, Shown: measure(view), Facing: FacingOf(CanvasOf(build, view).Buffer, press)))
            .OrderByDescending(one => one.Shown.Share)
            .ToList();
        var chosen = seen.Where(one => one.Shown.Share > 0 && one.Shown.Share >= WorthShowing * seen[0].Shown.Share)
            .Take(PicturesMax).ToList();
        if (!chosen.Exists(one => one.Facing >= SquareToEye) && seen.Exists(one => one.Facing > 0))
        {
            int pressed = seen.FindIndex(one => one.Facing >= SquareToEye);
            if (chosen.Count == PicturesMax) chosen.RemoveAt(PicturesMax - 1);
            var view = pressed >= 0 ? seen[pressed] : seen.MaxBy(one => one.Facing);
            // Chosen for the place: a few dots of the pattern elsewhere need not make it small.
            if (view.Shown.Share < WorthShowing * seen[0].Shown.Share) view.Shown.Used = default;
            chosen.Add(view);
        }

        return [.. chosen.Select(one => Picture(CanvasOf(build, one.View).Buffer, one.Shown.Used, press, sizeCmMin))];
    }

    /// <summary>How squarely a view shows a place, 1 for full; 0 where it does not show it.</summary>
    private static float FacingOf(ViewBuffer buffer, SurfacePlace? place) =>
        place is { } at && buffer.TryProject(at, out _, out _) ? -Vector3.Dot(at.NormalOn(buffer.Mesh), buffer.View.Direction) : 0;

    private Painted Paint(BodyBuild build, BodyView view, BodyPattern pattern, Side side)
    {
        ViewSurface surface = CanvasOf(build, view).Surface;
        BodyMesh mesh = build.MeshOf(view);
        var solid = new PixelPaint(surface);
        var dotted = new PixelPaint(surface);
        PixelRect rect = default;
        foreach (PaintSample dab in pattern.Dabs(mesh, side, ReferralKind.Essential))
            rect = rect.Union(solid.Add(dab, PaintFalloff.SoftCore));
        foreach (PaintSample dab in pattern.Dabs(mesh, side, ReferralKind.Spillover))
            rect = rect.Union(dotted.Add(dab, PaintFalloff.SoftCore));
        return new Painted(solid, dotted, rect);
    }

    /// <summary>How much of a pattern a view shows, in weighted square centimetres, and where.</summary>
    private static double Share(Painted painted, BodyView view, out PixelRect used)
    {
        int x0 = int.MaxValue, y0 = int.MaxValue, x1 = -1, y1 = -1;
        double sum = 0;
        for (int y = painted.Rect.Y; y < painted.Rect.Y + painted.Rect.Height; y++)
        {
            for (int x = painted.Rect.X; x < painted.Rect.X + painted.Rect.Width; x++)
            {
                int solid = painted.Essential.Strength[y * view.WidthPx + x], dotted = painted.Spillover.Strength[y * view.WidthPx + x];
                if ((solid | dotted) == 0) continue;
                sum += (EssentialWeight * solid + dotted) / 255;
                (x0, x1, y0, y1) = (Math.Min(x0, x), Math.Max(x1, x), Math.Min(y0, y), Math.Max(y1, y));
            }
        }

        used = Bounds(x0, y0, x1, y1);
        return sum / (view.PixelsPerCm * view.PixelsPerCm);
    }

    private static PixelRect Bounds(int x0, int y0, int x1, int y1) =>
        x1 < 0 ? default : new PixelRect(x0, y0, x1 - x0 + 1, y1 - y0 + 1);

    private static PatternPicture Picture(ViewBuffer buffer, PixelRect used, SurfacePlace? place, float sizeCmMin)
    {
        BodyView view = buffer.View;
        Vector2? press = place is { } at && buffer.TryProject(at, out float x, out float y) ? new Vector2(x, y) : null;
        if (press is { } p) used = used.Union(new PixelRect((int)p.X, (int)p.Y, 1, 1));
        int margin = (int)(MarginCm * view.PixelsPerCm);
        int size = Math.Max((int)(sizeCmMin * view.PixelsPerCm), Math.Max(used.Width, used.Height) + 2 * margin);
        int width = Math.Min(view.WidthPx, Math.Max((int)(0.8f * size), used.Width + 2 * margin));
        int height = Math.Min(view.HeightPx, size);
        int left = Math.Clamp(used.X + used.Width / 2 - width / 2, 0, view.WidthPx - width);
        int top = Math.Clamp(used.Y + used.Height / 2 - height / 2, 0, view.HeightPx - height);
        return new PatternPicture(view, new PixelRect(left, top, width, height), press);
    }

    private Canvas CanvasOf(BodyBuild build, BodyView view) => canvases.GetOrAdd((build.Id, view.Id), _ => new Lazy<Canvas>(() =>
    {
        using FileStream file = File.OpenRead(Path.Combine(data.Folder, "views", build.Id, view.Id + ".view"));
        ViewBuffer buffer = build.ReadView(view.Id, file);
        ViewSurface surface = ViewSurface.Of(buffer);
        return new Canvas(buffer, surface, new Lazy<StippleMask>(() => new StippleMask(surface, DotsOf(buffer.Mesh))));
    })).Value;

    private StippleDots DotsOf(BodyMesh mesh) =>
        dots.GetOrAdd(mesh, _ => new Lazy<StippleDots>(() => StippleDots.Scatter(mesh))).Value;

    private sealed record Canvas(ViewBuffer Buffer, ViewSurface Surface, Lazy<StippleMask> Mask);

    private sealed record Painted(PixelPaint Essential, PixelPaint Spillover, PixelRect Rect);
}
