using SkiaSharp;

namespace Nodus.Cli.Output;

/// <summary>Pictures to a PNG or SVG file, or to the terminal where no file is named.</summary>
internal static class PictureFile
{
    /// <summary>Draws once, on whatever the file's ending asks for. The file appears whole or not at all.</summary>
    /// <exception cref="BadInputException">The file's ending is not a picture format.</exception>
    public static void Save(FileInfo? file, SKSizeI size, Action<SKCanvas> draw)
    {
        if (file is null)
        {
            using SKBitmap shown = Raster(size, draw);
            TerminalBody.Draw(shown);
            return;
        }

        switch (file.Extension.ToLowerInvariant())
        {
            case ".png":
                using (SKBitmap bitmap = Raster(size, draw))
                using (SKData png = bitmap.Encode(SKEncodedImageFormat.Png, 100))
                    Write(file, png.SaveTo);
                break;
            case ".svg":
                Write(file, stream =>
                {
                    using SKCanvas canvas = SKSvgCanvas.Create(SKRect.Create(size), stream);
                    draw(canvas);
                });
                break;
            default:
                throw new BadInputException($"\"{file.Name}\": \"{file.Extension}\" is not a picture format. Allowed: .png, .svg.");
        }
    }

    private static SKBitmap Raster(SKSizeI size, Action<SKCanvas> draw)
    {
        var bitmap = new SKBitmap(new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Premul));
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.White);
        draw(canvas);
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
