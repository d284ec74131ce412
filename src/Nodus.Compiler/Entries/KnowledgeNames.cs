using Nodus.Clinical.Knowledge;

namespace Nodus.Compiler.Entries;

/// <summary>Everything that a muscle file may refer to.</summary>
internal sealed record KnowledgeNames(AtlasNames Atlas, VocabularyReader Vocabulary)
{
    /// <summary>Ids of the landmarks.</summary>
    public IReadOnlyCollection<string> Landmarks { get; } = [.. Atlas.Landmarks.Keys];

    /// <summary>Ids of the zones without skin.</summary>
    public IReadOnlyCollection<string> SkinlessZones { get; } =
        [.. Atlas.Zones.Where(zone => !zone.Value.HasSkin).Select(zone => zone.Key)];

    /// <summary>Ids of the muscles.</summary>
    public IReadOnlyCollection<string> Muscles { get; } = [.. Atlas.Muscles.Keys];

    /// <summary>Ids of the muscle groups.</summary>
    public IReadOnlyCollection<string> Groups { get; } = [.. Atlas.Muscles.Values.Distinct(StringComparer.Ordinal)];

    /// <summary>Ids of the sources.</summary>
    public IReadOnlyCollection<string> Sources { get; } = Vocabulary.IdsOf(VocabularyReader.Source);

    /// <summary>Ids of the movement tests.</summary>
    public IReadOnlyCollection<string> Movements { get; } = Vocabulary.IdsOf(VocabularyReader.Movement);

    /// <summary>Ids of the activities.</summary>
    public IReadOnlyCollection<string> Activities { get; } = Vocabulary.IdsOf(VocabularyReader.Activity);

    /// <summary>Ids of the signs.</summary>
    public IReadOnlyCollection<string> Signs { get; } = Vocabulary.IdsOf(VocabularyReader.Sign);
}

/// <summary>The vocabularies, each sorted by id.</summary>
internal sealed record VocabularySet(
    IReadOnlyList<Source> Sources,
    IReadOnlyList<Movement> Movements,
    IReadOnlyList<DailyActivity> Activities,
    IReadOnlyList<Sign> Signs);
