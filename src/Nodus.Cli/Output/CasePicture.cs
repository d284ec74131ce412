using Nodus.Anatomy;
using Nodus.Anatomy.Paint;
using Nodus.Anatomy.Rendering;
using Nodus.Clinical.Assessment;
using Nodus.Clinical.Knowledge;
using Nodus.Compiler.Pictures;
using SkiaSharp;

namespace Nodus.Cli.Output;

/// <summary>A case on the body: painful zones in the colour of their intensity, and where the first points are pressed.</summary>
internal static class CasePicture
{
    private const float ZoneAlpha = 0.78f;
    private const int MarkedPoints = 3, MarginPx = 24;
    private static readonly string[] ShownViews = ["front", "back"];

    /// <summary>Draws the painted body with an X and a name at the first points once the gate is passed, onto a canvas of the body's size.</summary>
    public static void Draw(SKCanvas canvas, SKBitmap body, CompiledFolder data, Differential? result)
    {
        canvas.DrawBitmap(body, 0, 0);
        using var font = new SKFont(Lettering.SemiBold, 26);
        float left = 0;
        foreach (BodyView view in Views(data.Atlas.Builds[0]))
        {
            ViewBuffer buffer = data.View(data.Atlas.Builds[0], view);
            foreach (MuscleRank rank in result?.Muscles.Take(MarkedPoints) ?? []) Mark(canvas, font, data, buffer, rank, left);
            left += view.WidthPx + MarginPx;
        }
    }

    /// <summary>The painted body alone, transparent around it.</summary>
    public static SKBitmap DrawBody(CompiledFolder data, Case patient)
    {
        BodyBuild build = data.Atlas.Builds[0];
        BodyView[] views = [.. Views(build)];
        int width = views.Sum(v => v.WidthPx) + MarginPx * (views.Length - 1), height = views.Max(v => v.HeightPx);
        var body = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Unpremul));
        using var canvas = new SKCanvas(body);
        float left = 0;
        foreach (BodyView view in views)
        {
            using SKBitmap painted = Paint(data, build, view, patient);
            canvas.DrawBitmap(painted, left, 0);
            left += view.WidthPx + MarginPx;
        }

        return body;
    }

    private static IEnumerable<BodyView> Views(BodyBuild build) => ShownViews.Select(build.View);

    private static SKBitmap Paint(CompiledFolder data, BodyBuild build, BodyView view, Case patient)
    {
        var info = new SKImageInfo(view.WidthPx, view.HeightPx, SKColorType.Rgba8888, SKAlphaType.Unpremul);
        SKBitmap clay = SKBitmap.Decode(data.Picture(build, view), info);
        Span<byte> rgba = clay.GetPixelSpan();
        var colourOfSite = new int[data.Atlas.Zones.Sites.Count];
        Array.Fill(colourOfSite, -1);
        foreach (PainReport report in patient.Pain)
            colourOfSite[report.Site.Index] = PainColours.Standard.Of(report.Intensity ?? 5);

        ViewBuffer buffer = data.View(build, view);
        for (int i = 0; i < buffer.Cells.Length; i++)
        {
            if (buffer.Cells[i] == ViewBuffer.None) continue;
            int site = data.Atlas.Zones.SiteOfCell[buffer.Cells[i]];
            if (site < 0 || colourOfSite[site] < 0) continue;
            for (int c = 0; c < 3; c++)
            {
                // Multiplied, so that the relief of the body stays visible under the colour.
                int colour = (colourOfSite[site] >> (16 - 8 * c)) & 255, skin = rgba[4 * i + c];
                rgba[4 * i + c] = (byte)(skin * (1 - ZoneAlpha) + skin * colour / 255f * ZoneAlpha);
            }
        }

        return clay;
    }

    private static void Mark(SKCanvas canvas, SKFont font, CompiledFolder data, ViewBuffer buffer, MuscleRank rank, float left)
    {
        if (!data.Knowledge.TryFindPoint(rank.Points[0].Point, out TriggerPoint? point)) return;
        Side side = rank.Side == Side.Left.ToWord() ? Side.Left : Side.Right;
        SurfacePlace site = point.Site.On(data.Atlas.Mesh, side);
        if (!buffer.TryProject(site.PositionOn(data.Atlas.Mesh), site.NormalOn(data.Atlas.Mesh), out float x, out float y)) return;
        float arm = 2 * PressMark.ArmCm * buffer.PixelsPerCm;
        PressMark.Draw(canvas, left + x, y, arm);
        using var ink = new SKPaint { Color = new SKColor(0x14, 0x1A, 0x22), IsAntialias = true };
        canvas.DrawText(point.Id, left + x + 1.5f * arm, y + 0.6f * arm, SKTextAlign.Left, font, ink);
    }
}
