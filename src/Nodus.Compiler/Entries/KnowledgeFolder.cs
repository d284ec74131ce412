namespace Nodus.Compiler.Entries;

/// <summary>All that stands in the knowledge folder, read and checked, without a body to lay it on.</summary>
internal sealed record KnowledgeFolder(VocabularySet Vocabulary, IReadOnlyList<MuscleEntry> Muscles)
{
    /// <summary>Reads the texts of the knowledge; faults go into <paramref name="errors"/> and leave entries out.</summary>
    /// <param name="texts">Files with paths like <c>knowledge/muscles/masseter.yaml</c>.</param>
    /// <param name="atlas">The names that the atlas knows.</param>
    /// <param name="errors">Takes the faults.</param>
    public static KnowledgeFolder Read(IReadOnlyList<KnowledgeText> texts, AtlasNames atlas, KnowledgeErrors errors)
    {
        IEnumerable<KnowledgeText> In(string folder) => texts
            .Where(text => text.Path.StartsWith($"knowledge/{folder}/", StringComparison.Ordinal))
            .OrderBy(text => text.Path, StringComparer.Ordinal);

        var reader = new VocabularyReader(errors);
        var vocabulary = new VocabularySet(
            reader.Sources(In("sources")), reader.Movements(In("movements")), reader.Activities(In("activities")),
            reader.Signs(In("signs")));
        var muscleReader = new MuscleReader(new KnowledgeNames(atlas, reader), errors);
        string[] order = [.. atlas.Muscles.Keys];
        MuscleEntry[] muscles =
        [
            .. In("muscles").Select(muscleReader.Read).OfType<MuscleEntry>()
                .OrderBy(muscle => Array.IndexOf(order, muscle.Id)),
        ];
        SharedSentences.Check(muscles, errors);
        return new KnowledgeFolder(vocabulary, muscles);
    }

    /// <summary>Reads the YAML files below <c>knowledge/</c> of the data folder, in a fixed order.</summary>
    public static IReadOnlyList<KnowledgeText> Load(string dataFolder) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(dataFolder, "knowledge"), "*.yaml", SearchOption.AllDirectories)
            .Select(file => new KnowledgeText(
                Path.GetRelativePath(dataFolder, file).Replace('\\', '/'), File.ReadAllText(file)))
            .OrderBy(text => text.Path, StringComparer.Ordinal),
    ];
}
