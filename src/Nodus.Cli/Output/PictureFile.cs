using SkiaSharp;

namespace Nodus.Cli.Output;

/// <summary>Pictures to a PNG file, or to the terminal where no file is named.</summary>
internal static class PictureFile
{
    /// <summary>Writes a picture and disposes of it. The file appears whole or not at all.</summary>
    /// <exception cref="BadInputException">The file's ending is not a picture format.</exception>
    public static void Save(FileInfo? file, SKBitmap picture)
    {
        using (picture)
        {
            if (file is null)
            {
                TerminalBody.Draw(picture);
                return;
            }

            using SKData png = picture.Encode(SKEncodedImageFormat.Png, 100);
            Write(file, png.SaveTo);
        }
    }

    /// <summary>Writes a picture that is PNG already.</summary>
    public static void Save(FileInfo file, byte[] png) => Write(file, stream => stream.Write(png));

    private static void Write(FileInfo file, Action<Stream> write)
    {
        if (!string.Equals(file.Extension, ".png", StringComparison.OrdinalIgnoreCase))
            throw new BadInputException($"\"{file.Name}\": \"{file.Extension}\" is not a picture format that is written here. Allowed: .png.");
        string unfinished = file.FullName + ".new";
        using (FileStream stream = File.Create(unfinished)) write(stream);
        File.Move(unfinished, file.FullName, overwrite: true);
        Console.Error.WriteLine($"wrote {file.FullName}");
    }
}
