using System.Diagnostics;
using System.Security.Cryptography;
using Nodus.Anatomy;
using Nodus.Anatomy.Rendering;
using SkiaSharp;

namespace Nodus.Compiler;

/// <summary>data/atlas to atlas.bin and the views' pictures and buffers.</summary>
/// <param name="dataFolder">The folder that holds <c>atlas/</c>.</param>
/// <param name="outputFolder">Where <c>atlas.bin</c> and <c>views/</c> go.</param>
/// <param name="log">Takes a line for each step.</param>
public sealed class AtlasCompiler(string dataFolder, string outputFolder, TextWriter log)
{
    // To be raised when this class changes what it writes; a change of Nodus.Anatomy is noticed by itself.
    private const byte OutputRevision = 1;

    /// <summary>Compiles unless neither inputs nor programs have changed since the last time.</summary>
    /// <returns>Whether anything was done.</returns>
    /// <exception cref="AtlasFormatException">A source is wrong.</exception>
    public bool Run()
    {
        string atlasFolder = Path.Combine(dataFolder, "atlas");
        string fingerprint = Fingerprint(atlasFolder);
        string stamp = Path.Combine(outputFolder, "atlas.stamp");
        if (File.Exists(stamp) && string.Equals(File.ReadAllText(stamp), fingerprint, StringComparison.Ordinal))
        {
            log.WriteLine("atlas: up to date");
            return false;
        }

        long start = Stopwatch.GetTimestamp();
        Directory.CreateDirectory(outputFolder);
        File.Delete(stamp);
        string buildsFolder = Path.Combine(atlasFolder, "builds");
        AtlasSource[] builds = !Directory.Exists(buildsFolder) ? []
            : [.. Directory.EnumerateFiles(buildsFolder, "*.json").Order(StringComparer.Ordinal).Select(Source)];
        AtlasMaking making = AtlasMaking.From(
            Part("mannequin.json"), builds, Part("landmarks.json"),
            new ZoneSources(Part("zones.json"), Part("zone-seeds.json"), Part("body-regions.json"), Part("insets.json")));
        BodyAtlas atlas = making.Atlas;
        using (FileStream file = File.Create(Path.Combine(outputFolder, "atlas.bin"))) atlas.Write(file);
        log.WriteLine(
            $"atlas: version {atlas.Version}, {atlas.Mesh.Positions.Length} vertices, {atlas.Mesh.CellCount} cells, " +
            $"{atlas.Landmarks.All.Count} landmarks, {Seconds(start)}");
        for (int b = 0; b < atlas.Builds.Count; b++) RenderViews(making, b, start);
        File.WriteAllText(stamp, fingerprint);
        return true;

        AtlasSource Part(string name) => Source(Path.Combine(atlasFolder, name));
    }

    private static AtlasSource Source(string path) => new(path, File.ReadAllBytes(path));

    private static string Seconds(long start) => $"{Stopwatch.GetElapsedTime(start).TotalSeconds:F1} s";

    private void RenderViews(AtlasMaking making, int b, long start)
    {
        BodyBuild build = making.Atlas.Builds[b];
        string folder = Path.Combine(outputFolder, "views", build.Id);
        Directory.CreateDirectory(folder);
        foreach (IGrouping<BodyPose, BodyView> pose in build.Views.GroupBy(v => v.Pose))
        {
            ClayRenderer renderer = making.Renderer(b, pose.Key);
            foreach (BodyView view in pose) RenderView(renderer, view, folder);
        }

        log.WriteLine($"atlas: {build.Views.Count} views of {build.Id}, {Seconds(start)}");
    }

    private static void RenderView(ClayRenderer renderer, BodyView view, string folder)
    {
        (ClayPicture picture, ViewBuffer buffer) = renderer.Render(view);
        using (FileStream file = File.Create(Path.Combine(folder, view.Id + ".view"))) ViewBufferFormat.Write(buffer, file);
        using (FileStream file = File.Create(Path.Combine(folder, view.Id + ".png"))) WritePng(picture, file);
    }

    private static void WritePng(ClayPicture picture, Stream to)
    {
        var info = new SKImageInfo(picture.WidthPx, picture.HeightPx, SKColorType.Rgba8888, SKAlphaType.Unpremul);
        using SKImage image = SKImage.FromPixelCopy(info, picture.Rgba);
        using SKPixmap pixels = image.PeekPixels();
        using SKData? data = pixels.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.AllFilters, 7));
        if (data is null) throw new IOException("The picture cannot be encoded as PNG.");
        data.SaveTo(to);
    }

    /// <summary>Hash of the inputs and of the program that makes the atlas of them.</summary>
    private static string Fingerprint(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(typeof(BodyAtlas).Module.ModuleVersionId.ToByteArray());
        hash.AppendData([OutputRevision]);
        foreach (string file in Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal))
        {
            hash.AppendData(System.Text.Encoding.UTF8.GetBytes(Path.GetRelativePath(folder, file)));
            hash.AppendData(File.ReadAllBytes(file));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
