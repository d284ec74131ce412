using Nodus.Clinical.Knowledge;

namespace Nodus.Compiler.Entries;

/// <summary>Everything that an entry may refer to.</summary>
/// <param name="atlas">The names of body and muscle list.</param>
/// <param name="ids">The ids of entries, by kind.</param>
internal sealed class KnowledgeNames(AtlasNames atlas, Func<EntryKind, IEnumerable<string>> ids)
{
    private readonly Dictionary<EntryKind, HashSet<string>> known =
        Enum.GetValues<EntryKind>().ToDictionary(kind => kind, kind => ids(kind).ToHashSet(StringComparer.Ordinal));

    /// <summary>The names of body and muscle list.</summary>
    public AtlasNames Atlas { get; } = atlas;

    /// <summary>Ids of the landmarks.</summary>
    public IReadOnlyCollection<string> Landmarks { get; } = [.. atlas.Landmarks.Keys];

    /// <summary>Ids of the zones without skin.</summary>
    public IReadOnlyCollection<string> SkinlessZones { get; } =
        [.. atlas.Zones.Where(zone => !zone.Value.HasSkin).Select(zone => zone.Key)];

    /// <summary>Ids of the muscles.</summary>
    public IReadOnlyCollection<string> Muscles { get; } = [.. atlas.Muscles.Keys];

    /// <summary>Ids of the muscle groups.</summary>
    public IReadOnlyCollection<string> Groups { get; } = [.. atlas.Muscles.Values.Distinct(StringComparer.Ordinal)];

    /// <summary>Ids of the entries of a kind.</summary>
    public IReadOnlyCollection<string> Of(EntryKind kind) => known[kind];
}

/// <summary>What can be asked and examined, each sorted by id.</summary>
internal sealed record VocabularySet(
    IReadOnlyList<Movement> Movements,
    IReadOnlyList<DailyActivity> Activities,
    IReadOnlyList<Sign> Signs);
