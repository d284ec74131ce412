using System.Numerics;
using SkiaSharp;

namespace Nodus.Compiler.Figures;

/// <summary>Draws the arrows of a figure over its picture.</summary>
internal static class ArrowPen
{
    // Between the site's accents for light and for dark pages, so that it stands out on both.
    private static readonly SKColor Teal = new(0x1F, 0x8A, 0x8C);
    private static readonly SKColor Halo = new(0xFF, 0xFF, 0xFF, 0xE6);

    private const float WidthPx = 6, HeadPx = 19, HaloPx = 2.6f;

    /// <summary>Draws one arrow.</summary>
    /// <param name="canvas">Where to.</param>
    /// <param name="from">Where it begins, pixels.</param>
    /// <param name="to">Where its tip is.</param>
    /// <param name="bend">How far it swings to its left, as a part of its length.</param>
    public static void Draw(SKCanvas canvas, Vector2 from, Vector2 to, float bend)
    {
        Vector2 way = to - from;
        // Left of the way on a screen whose y runs down.
        Vector2 control = (from + to) / 2 + new Vector2(way.Y, -way.X) * bend;
        Vector2 end = Vector2.Normalize(to - control), side = new(-end.Y, end.X), neck = to - end * HeadPx * 0.85f;
        using var shaft = new SKPath();
        shaft.MoveTo(from.X, from.Y);
        shaft.QuadTo(control.X, control.Y, neck.X, neck.Y);
        using var head = new SKPath();
        Vector2 left = to - end * HeadPx + side * HeadPx * 0.6f, right = to - end * HeadPx - side * HeadPx * 0.6f;
        head.MoveTo(to.X, to.Y);
        head.LineTo(left.X, left.Y);
        head.QuadTo(neck.X, neck.Y, right.X, right.Y);
        head.Close();
        foreach ((SKColor colour, float more) in ((SKColor, float)[])[(Halo, HaloPx), (Teal, 0)])
        {
            using var line = new SKPaint
            {
                Color = colour, IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = WidthPx + 2 * more, StrokeCap = SKStrokeCap.Round,
            };
            using var fill = new SKPaint
            {
                Color = colour, IsAntialias = true, Style = SKPaintStyle.StrokeAndFill, StrokeWidth = 2 + 2 * more, StrokeJoin = SKStrokeJoin.Round,
            };
            canvas.DrawPath(shaft, line);
            canvas.DrawPath(head, fill);
        }
    }
}
