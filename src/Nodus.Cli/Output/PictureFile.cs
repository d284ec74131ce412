using Nodus.Compiler.Pictures;
using SkiaSharp;

namespace Nodus.Cli.Output;

/// <summary>Pictures to a PNG or SVG file, or to the terminal where no file is named.</summary>
internal static class PictureFile
{
    /// <summary>Draws once, on whatever the file's ending asks for. The file appears whole or not at all.</summary>
    public static void Save(FileInfo? file, int width, int height, Action<SKCanvas, SKRect> draw)
    {
        SKRect area = SKRect.Create(width, height);
        if (file is null)
        {
            using SKBitmap bitmap = Raster(width, height, area, draw);
            TerminalBody.Draw(bitmap);
            return;
        }

        switch (file.Extension.ToLowerInvariant())
        {
            case ".png":
                using (SKBitmap bitmap = Raster(width, height, area, draw))
                using (SKData png = bitmap.Encode(SKEncodedImageFormat.Png, 100))
                {
                    Write(file, png.SaveTo);
                }

                break;
            case ".svg":
                Write(file, stream =>
                {
                    using SKCanvas canvas = SKSvgCanvas.Create(area, stream);
                    draw(canvas, area);
                });
                break;
            default:
                throw new BadInputException($"--out: \"{file.Extension}\" is not a picture format. Allowed: .png, .svg.");
        }
    }

    /// <summary>Copies a picture of the atlas.</summary>
    public static void CopyPng(string picture, FileInfo file)
    {
        if (!string.Equals(file.Extension, ".png", StringComparison.OrdinalIgnoreCase))
            throw new BadInputException($"--out: \"{file.Extension}\" is not allowed here. Allowed: .png.");
        Write(file, stream =>
        {
            using FileStream from = File.OpenRead(picture);
            from.CopyTo(stream);
        });
    }

    private static SKBitmap Raster(int width, int height, SKRect area, Action<SKCanvas, SKRect> draw)
    {
        var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Premul));
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.White);
        draw(canvas, area);
        return bitmap;
    }

    private static void Write(FileInfo file, Action<Stream> write)
    {
        string unfinished = file.FullName + ".new";
        using (FileStream stream = File.Create(unfinished)) write(stream);
        File.Move(unfinished, file.FullName, overwrite: true);
        Console.Error.WriteLine($"wrote {file.FullName}");
    }
}
