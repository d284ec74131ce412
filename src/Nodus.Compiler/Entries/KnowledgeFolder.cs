using Nodus.Clinical.Knowledge;
using Nodus.Compiler.Safety;

namespace Nodus.Compiler.Entries;

/// <summary>All that stands in the knowledge folder, read and checked, without a body to lay it on.</summary>
internal sealed record KnowledgeFolder(
    VocabularySet Vocabulary,
    IReadOnlyList<MuscleEntry> Muscles,
    IReadOnlyList<RivalEntry> Rivals,
    IReadOnlyList<DangerZoneEntry> DangerZones,
    IReadOnlyList<FactorEntry> Factors,
    IReadOnlyList<ContextEntry> Contexts,
    LibraryEntries Library,
    SafetyEntries Safety,
    EntryLists Lists)
{
    private const string Untraced = "untraced";

    /// <summary>Reads the texts of the knowledge; faults go into <paramref name="errors"/> and leave entries out.</summary>
    /// <param name="texts">Files with paths like <c>knowledge/muscles/masseter.yaml</c>.</param>
    /// <param name="atlas">The names that the atlas knows.</param>
    /// <param name="elsewhere">Ids that other folders define.</param>
    /// <param name="errors">Takes the faults.</param>
    public static KnowledgeFolder Read(
        IReadOnlyList<KnowledgeText> texts, AtlasNames atlas, ElsewhereIds elsewhere, KnowledgeErrors errors)
    {
        var lists = new EntryLists(errors);
        foreach (EntryKind kind in Enum.GetValues<EntryKind>().Where(kind => kind != EntryKind.Rival))
            lists.Load(kind, texts.In(kind.Folder()).Where(file => !IsUntraced(file)));
        lists.KeepApart(elsewhere, [EntryKind.Activity, EntryKind.Factor, EntryKind.Context]);
        IReadOnlyList<KnowledgeText> rivalFiles = texts.In(EntryKind.Rival.Folder());
        var names = new KnowledgeNames(atlas, kind => kind switch
        {
            EntryKind.Rival => [.. elsewhere.Of(kind), .. rivalFiles.Select(file => file.Stem)],
            _ => [.. elsewhere.Of(kind), .. lists.IdsOf(kind)],
        });
        var words = new VocabularyReader(lists);
        var library = new LibraryReader(lists, names);
        IReadOnlyList<FactorEntry> factors = library.Factors();
        IReadOnlyList<ContextEntry> contexts = new ContextReader(lists, names).Contexts();
        var vocabulary = new VocabularySet(words.Movements(), words.Activities(), words.Signs());
        var shelf = new LibraryEntries
        {
            Sources = words.Sources(),
            Factors = [.. factors.Select(entry => entry.Monograph)],
            Contexts = [.. contexts.Select(entry => entry.Monograph)],
            Techniques = library.Techniques(),
            Exercises = library.Exercises(),
            Evidence = library.Evidence(),
            Untraced = library.Untraced(texts.In("evidence").FirstOrDefault(IsUntraced), errors),
            Instruments = new InstrumentReader(lists).Instruments(),
            ZoneExceptions = library.ZoneExceptions(texts.Named("zone-exceptions"), errors),
            LayWords = library.LayWords(texts.Named("lay-words"), errors),
        };
        var rivalReader = new RivalReader(names, errors);
        RivalEntry[] rivals = [.. rivalFiles.Select(rivalReader.Read).OfType<RivalEntry>()];
        var muscleReader = new MuscleReader(names, errors);
        string[] order = [.. atlas.Muscles.Keys];
        MuscleEntry[] muscles =
            [.. texts.In("muscles").Select(muscleReader.Read).OfType<MuscleEntry>().OrderBy(muscle => Array.IndexOf(order, muscle.Id))];
        SharedSentences.Check(muscles, rivals, errors);
        return new KnowledgeFolder(
            vocabulary, muscles, rivals, new DangerZoneReader(lists, names).DangerZones(), factors, contexts, shelf,
            elsewhere.IsEmpty ? new SafetyReader(texts, lists, names, errors).Read() : SafetyEntries.None, lists);
    }

    /// <summary>What a knowledge base is made of.</summary>
    /// <param name="patterns">Muscles and rivals on the body.</param>
    public KnowledgeEntries EntriesWith(PatternSet patterns) => new()
    {
        Muscles = patterns.Muscles,
        Rivals = patterns.Rivals,
        Movements = Vocabulary.Movements,
        Activities = Vocabulary.Activities,
        Signs = Vocabulary.Signs,
        Factors = [.. Factors.Select(entry => entry.Factor)],
        Contexts = [.. Contexts.Select(entry => entry.Context)],
    };

    /// <summary>Reads the YAML files below <c>knowledge/</c> of the data folder, in a fixed order.</summary>
    public static IReadOnlyList<KnowledgeText> Load(string dataFolder) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(dataFolder, "knowledge"), "*.yaml", SearchOption.AllDirectories)
            .Select(file => new KnowledgeText(
                Path.GetRelativePath(dataFolder, file).Replace('\\', '/'), File.ReadAllText(file)))
            .OrderBy(text => text.Path, StringComparer.Ordinal),
    ];

    private static bool IsUntraced(KnowledgeText file) => string.Equals(file.Path, $"knowledge/evidence/{Untraced}.yaml", StringComparison.Ordinal);
}
