using Nodus.Anatomy.Paint;
using Nodus.Anatomy.Rendering;

namespace Nodus.Anatomy.Tests;

/// <summary>The compiled atlas beside the tests, read once.</summary>
internal static class CompiledBody
{
    private static readonly Lazy<BodyAtlas> Lazily = new(() =>
    {
        using FileStream file = File.OpenRead(Path.Combine(Folder, "atlas.bin"));
        return BodyAtlas.Read(file);
    });

    public static BodyAtlas Atlas => Lazily.Value;

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "data");

    public static SurfacePath Ways() => new(Atlas.Mesh, Atlas.Landmarks);

    public static SurfacePlace At(string id, Side side)
    {
        Assert.True(Atlas.Landmarks.TryFind(id, side, out Landmark? landmark), $"no landmark {id}");
        return Ways().Nearest(new SurfacePlace(landmark.Cell, 0.3f, 0.3f), landmark.Position);
    }

    public static ViewBuffer View(string id)
    {
        using FileStream file = File.OpenRead(Path.Combine(Folder, "views", "neutral", id + ".view"));
        return ViewBufferFormat.Read(file, Atlas.Builds[0].View(id), Atlas.Mesh);
    }
}
