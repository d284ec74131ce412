using SkiaSharp;

namespace Nodus.Compiler.Pictures;

/// <summary>The X that says where to press, as trigger point charts have it; readable on any skin.</summary>
public static class PressMark
{
    /// <summary>Half the width of the X on the body, in centimetres.</summary>
    public const float ArmCm = 0.55f;

    private static readonly SKColor Ink = new(0x14, 0x1A, 0x22);

    /// <summary>Draws it around a point.</summary>
    /// <param name="canvas">Where to.</param>
    /// <param name="x">Centre.</param>
    /// <param name="y">Centre.</param>
    /// <param name="arm">Half its width, in units of the canvas.</param>
    public static void Draw(SKCanvas canvas, float x, float y, float arm)
    {
        ArgumentNullException.ThrowIfNull(canvas);
        Stroke(canvas, x, y, arm, SKColors.White, arm * 0.75f);
        Stroke(canvas, x, y, arm, Ink, arm * 0.36f);
    }

    private static void Stroke(SKCanvas canvas, float x, float y, float arm, SKColor colour, float width)
    {
        using var pen = new SKPaint
        {
            Color = colour, IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = width, StrokeCap = SKStrokeCap.Round,
        };
        canvas.DrawLine(x - arm, y - arm, x + arm, y + arm, pen);
        canvas.DrawLine(x - arm, y + arm, x + arm, y - arm, pen);
    }
}
