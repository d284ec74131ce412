using SkiaSharp;
using Spectre.Console;

namespace Nodus.Cli.Output;

/// <summary>A picture in the terminal: two pixels a character cell, by the upper half block and its background.</summary>
internal static class TerminalBody
{
    private const int PaintedThreshold = 24, MostColumns = 100;

    /// <summary>Draws a picture as wide as the terminal allows, at most 100 columns.</summary>
    public static void Draw(SKBitmap picture) => Draw(
        AnsiConsole.Console, picture.GetPixelSpan(), picture.Width, picture.Height,
        Math.Clamp(AnsiConsole.Profile.Width - 1, 20, MostColumns));

    /// <summary>Draws straight RGBA; without colours, painted parts are told from plain skin by characters.</summary>
    /// <param name="console">Where to.</param>
    /// <param name="rgba">Four bytes a pixel, row after row; transparent is background.</param>
    /// <param name="width">Pixels a row.</param>
    /// <param name="height">Rows.</param>
    /// <param name="columns">Character cells a row of the output.</param>
    public static void Draw(IAnsiConsole console, ReadOnlySpan<byte> rgba, int width, int height, int columns)
    {
        bool colours = console.Profile.Capabilities is { Ansi: true, ColorSystem: >= ColorSystem.EightBit };
        double step = (double)width / columns;
        int rows = (int)(height / step / 2);
        var paragraph = new Paragraph();
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                Pixel upper = Mean(rgba, width, height, column * step, 2 * row * step, step);
                Pixel lower = Mean(rgba, width, height, column * step, (2 * row + 1) * step, step);
                if (colours) paragraph.Append(Cell(upper, lower, out Style style), style);
                else paragraph.Append(Letter(upper, lower));
            }

            paragraph.Append("\n");
        }

        console.Write(paragraph);
    }

    private static string Cell(Pixel upper, Pixel lower, out Style style)
    {
        (bool u, bool l) = (upper.A > 127, lower.A > 127);
        style = (u, l) switch
        {
            (true, true) => new Style(upper.Colour, lower.Colour),
            (true, false) => new Style(upper.Colour),
            (false, true) => new Style(lower.Colour),
            _ => Style.Plain,
        };
        return (u, l) switch { (true, _) => "▀", (false, true) => "▄", _ => " " };
    }

    private static string Letter(Pixel upper, Pixel lower)
    {
        if (upper.A <= 127 && lower.A <= 127) return " ";
        int redness = Math.Max(upper.Redness, lower.Redness);
        return redness > 3 * PaintedThreshold ? "#" : redness > PaintedThreshold ? "+" : ".";
    }

    private static Pixel Mean(ReadOnlySpan<byte> rgba, int width, int height, double left, double top, double step)
    {
        int x1 = Math.Min(width, (int)(left + step) + 1), y1 = Math.Min(height, (int)(top + step) + 1);
        long r = 0, g = 0, b = 0, a = 0, n = 0;
        for (int y = (int)top; y < y1; y++)
        {
            for (int x = (int)left; x < x1; x++)
            {
                int o = 4 * (y * width + x), alpha = rgba[o + 3];
                (r, g, b, a, n) = (r + rgba[o] * alpha, g + rgba[o + 1] * alpha, b + rgba[o + 2] * alpha, a + alpha, n + 1);
            }
        }

        return a == 0 ? default : new Pixel((byte)(r / a), (byte)(g / a), (byte)(b / a), (byte)(a / n));
    }

    private readonly record struct Pixel(byte R, byte G, byte B, byte A)
    {
        public Color Colour => new(R, G, B);

        public int Redness => R - Math.Max(G, B);
    }
}
