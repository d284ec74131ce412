using Nodus.Compiler.Yaml;

namespace Nodus.Compiler.Entries;

/// <summary>A knowledge file that has been read from disk.</summary>
/// <param name="Path">Relative to the data folder, with '/'.</param>
/// <param name="Text">Its content.</param>
internal sealed record KnowledgeText(string Path, string Text)
{
    /// <summary>The file's name without folder and ending.</summary>
    public string Stem => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>The entries of a file that is a list of mappings.</summary>
    public IReadOnlyList<FieldReader> Entries(KnowledgeErrors errors) =>
        YamlFile.Load(Path, Text, errors) is { } root ? FieldReader.ListOf(root, "", Path, errors) : [];

    /// <summary>The same, read; what has a fault is left out.</summary>
    public IReadOnlyList<T> Entries<T>(Func<FieldReader, T?> read, KnowledgeErrors errors)
        where T : class => [.. Entries(errors).Select(read).OfType<T>()];
}

/// <summary>The files of the knowledge by folder and by name.</summary>
internal static class KnowledgeTexts
{
    /// <summary>The files of a folder below <c>knowledge/</c>, in a fixed order.</summary>
    public static IReadOnlyList<KnowledgeText> In(this IReadOnlyList<KnowledgeText> texts, string folder) =>
    [
        .. texts.Where(text => text.Path.StartsWith($"knowledge/{folder}/", StringComparison.Ordinal))
            .OrderBy(text => text.Path, StringComparer.Ordinal),
    ];

    /// <summary>A file below <c>knowledge/</c> by its name without ending; null where there is none.</summary>
    public static KnowledgeText? Named(this IReadOnlyList<KnowledgeText> texts, string name) =>
        texts.FirstOrDefault(text => string.Equals(text.Path, $"knowledge/{name}.yaml", StringComparison.Ordinal));
}
