using Nodus.Anatomy;
using Nodus.Compiler.Entries;

namespace Nodus.Compiler.Tests;

/// <summary>The repository's own data, and what the build has compiled of it.</summary>
internal static class CompiledData
{
    /// <summary>The folder of sources.</summary>
    public static string Sources { get; } = Path.Combine(Root(), "data");

    /// <summary>The folder that building the compiler fills.</summary>
    public static string Output { get; } = Path.Combine(Root(), "artifacts", "data");

    /// <summary>The compiled body.</summary>
    public static BodyAtlas ReadAtlas()
    {
        using FileStream file = File.OpenRead(Path.Combine(Output, "atlas.bin"));
        return BodyAtlas.Read(file);
    }

    /// <summary>Compiles texts with the compiled body.</summary>
    public static CompiledKnowledge? Compile(BodyAtlas atlas, IReadOnlyList<KnowledgeText> texts, KnowledgeErrors errors) =>
        CompiledKnowledge.From(KnowledgeFolder.Read(texts, AtlasNames.Read(Sources), ElsewhereIds.None, errors), atlas, errors);

    private static string Root()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Nodus.slnx"))) folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException("The tests run outside the repository.");
    }
}
