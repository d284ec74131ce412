using Nodus.Anatomy.Surface;

namespace Nodus.Anatomy.Tests;

/// <summary>The atlas's source texts, found in the working copy the tests run in.</summary>
internal static class SourceFiles
{
    private static readonly Lazy<ImplicitBody> NeutralLazily =
        new(() => MannequinReader.Read("mannequin.json", Neutral.Text));

    public static AtlasSource Neutral => Read("mannequin.json");

    public static AtlasSource Feminine => Read(Path.Combine("builds", "feminine.json"));

    public static ImplicitBody NeutralBody => NeutralLazily.Value;

    private static AtlasSource Read(string name)
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Nodus.slnx"))) folder = folder.Parent;
        Assert.NotNull(folder);
        return new AtlasSource(name, File.ReadAllBytes(Path.Combine(folder.FullName, "data", "atlas", name)));
    }
}
