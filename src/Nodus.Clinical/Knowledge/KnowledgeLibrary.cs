using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Nodus.Clinical.Knowledge;

/// <summary>Everyday words and what they mean here: another name, a misspelling, an abbreviation.</summary>
/// <param name="Words">The words, lower case.</param>
/// <param name="Means">What they may mean, most likely first.</param>
public sealed record LayWord(IReadOnlyList<string> Words, IReadOnlyList<LayMeaning> Means)
{
    /// <summary>The words, lower case.</summary>
    public IReadOnlyList<string> Words { get; } = Require.Some(Words);

    /// <summary>What they may mean, most likely first.</summary>
    public IReadOnlyList<LayMeaning> Means { get; } = Require.Some(Means);
}

/// <summary>An entry of the knowledge or a zone of the atlas.</summary>
/// <param name="Kind">Such as <c>muscle</c>, <c>zone</c>, <c>rival</c>.</param>
/// <param name="Id">Its id.</param>
public sealed record LayMeaning(string Kind, string Id);

/// <summary>A pain zone that few muscles refer to, and why that is right.</summary>
/// <param name="Zone">Id of the zone.</param>
/// <param name="Reason">Why.</param>
public sealed record ExemptZone(string Zone, string Reason)
{
    /// <summary>Why.</summary>
    public string Reason { get; } = Require.Text(Reason);
}

/// <summary>The entries that a <see cref="KnowledgeLibrary"/> is made of; what is not given is empty.</summary>
public sealed record LibraryEntries
{
    /// <summary>The works that entries cite, sorted by id.</summary>
    public IReadOnlyList<Source> Sources { get; init; } = [];

    /// <summary>Places where pressing can do harm, sorted by id.</summary>
    public IReadOnlyList<DangerZone> DangerZones { get; init; } = [];

    /// <summary>The texts of the perpetuating factors, sorted by id.</summary>
    public IReadOnlyList<FactorMonograph> Factors { get; init; } = [];

    /// <summary>The texts of the contexts, sorted by id.</summary>
    public IReadOnlyList<ContextMonograph> Contexts { get; init; } = [];

    /// <summary>The techniques, in the order of <see cref="Technique"/>.</summary>
    public IReadOnlyList<TechniqueGuide> Techniques { get; init; } = [];

    /// <summary>The exercises, sorted by id.</summary>
    public IReadOnlyList<Exercise> Exercises { get; init; } = [];

    /// <summary>Studies, reviews, consensus, sorted by id.</summary>
    public IReadOnlyList<EvidenceItem> Evidence { get; init; } = [];

    /// <summary>Claims whose source could not be found.</summary>
    public IReadOnlyList<UntracedClaim> Untraced { get; init; } = [];

    /// <summary>Ways of measuring, sorted by id.</summary>
    public IReadOnlyList<OutcomeInstrument> Instruments { get; init; } = [];

    /// <summary>Pain zones that few muscles refer to, and why.</summary>
    public IReadOnlyList<ExemptZone> ZoneExceptions { get; init; } = [];

    /// <summary>Everyday words.</summary>
    public IReadOnlyList<LayWord> LayWords { get; init; } = [];
}

/// <summary>
/// All that is known beside muscles and rivals and that ranking does not need: <c>library.json</c> of the compiled data,
/// for the pages that are read.
/// </summary>
public sealed class KnowledgeLibrary
{
    private readonly FrozenDictionary<string, Source> sourceById;
    private readonly FrozenDictionary<string, DangerZone> dangerZoneById;
    private readonly FrozenDictionary<string, FactorMonograph> factorById;
    private readonly FrozenDictionary<string, ContextMonograph> contextById;
    private readonly FrozenDictionary<string, Exercise> exerciseById;
    private readonly FrozenDictionary<string, EvidenceItem> evidenceById;
    private readonly FrozenDictionary<string, OutcomeInstrument> instrumentById;
    private readonly FrozenDictionary<Technique, TechniqueGuide> guideOf;

    /// <summary>Assembles a library.</summary>
    /// <exception cref="ArgumentException">An id occurs twice.</exception>
    public KnowledgeLibrary(LibraryEntries entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        Entries = entries;
        sourceById = Index(entries.Sources, source => source.Id);
        dangerZoneById = Index(entries.DangerZones, zone => zone.Id);
        factorById = Index(entries.Factors, factor => factor.Id);
        contextById = Index(entries.Contexts, context => context.Id);
        exerciseById = Index(entries.Exercises, exercise => exercise.Id);
        evidenceById = Index(entries.Evidence, item => item.Id);
        instrumentById = Index(entries.Instruments, instrument => instrument.Id);
        guideOf = Require.List(entries.Techniques).ToFrozenDictionary(guide => guide.Technique);
    }

    /// <summary>Everything that it was made of; also what is stored of it.</summary>
    internal LibraryEntries Entries { get; }

    /// <summary>The works that entries cite, sorted by id.</summary>
    public IReadOnlyList<Source> Sources => Entries.Sources;

    /// <summary>Places where pressing can do harm, sorted by id.</summary>
    public IReadOnlyList<DangerZone> DangerZones => Entries.DangerZones;

    /// <summary>The texts of the perpetuating factors, sorted by id.</summary>
    public IReadOnlyList<FactorMonograph> Factors => Entries.Factors;

    /// <summary>The texts of the contexts, sorted by id.</summary>
    public IReadOnlyList<ContextMonograph> Contexts => Entries.Contexts;

    /// <summary>The techniques, in the order of <see cref="Technique"/>.</summary>
    public IReadOnlyList<TechniqueGuide> Techniques => Entries.Techniques;

    /// <summary>The exercises, sorted by id.</summary>
    public IReadOnlyList<Exercise> Exercises => Entries.Exercises;

    /// <summary>Studies, reviews, consensus, sorted by id.</summary>
    public IReadOnlyList<EvidenceItem> Evidence => Entries.Evidence;

    /// <summary>Claims whose source could not be found.</summary>
    public IReadOnlyList<UntracedClaim> Untraced => Entries.Untraced;

    /// <summary>Ways of measuring, sorted by id.</summary>
    public IReadOnlyList<OutcomeInstrument> Instruments => Entries.Instruments;

    /// <summary>Pain zones that few muscles refer to, and why.</summary>
    public IReadOnlyList<ExemptZone> ZoneExceptions => Entries.ZoneExceptions;

    /// <summary>Everyday words.</summary>
    public IReadOnlyList<LayWord> LayWords => Entries.LayWords;

    /// <summary>Looks a source up.</summary>
    public bool TryFindSource(string id, [NotNullWhen(true)] out Source? source) => sourceById.TryGetValue(id, out source);

    /// <summary>Looks a danger zone up.</summary>
    public bool TryFindDangerZone(string id, [NotNullWhen(true)] out DangerZone? zone) => dangerZoneById.TryGetValue(id, out zone);

    /// <summary>Looks the texts of a perpetuating factor up.</summary>
    public bool TryFindFactor(string id, [NotNullWhen(true)] out FactorMonograph? factor) => factorById.TryGetValue(id, out factor);

    /// <summary>Looks the texts of a context up.</summary>
    public bool TryFindContext(string id, [NotNullWhen(true)] out ContextMonograph? context) => contextById.TryGetValue(id, out context);

    /// <summary>Looks an exercise up.</summary>
    public bool TryFindExercise(string id, [NotNullWhen(true)] out Exercise? exercise) => exerciseById.TryGetValue(id, out exercise);

    /// <summary>Looks an evidence item up.</summary>
    public bool TryFindEvidence(string id, [NotNullWhen(true)] out EvidenceItem? item) => evidenceById.TryGetValue(id, out item);

    /// <summary>Looks an instrument up.</summary>
    public bool TryFindInstrument(string id, [NotNullWhen(true)] out OutcomeInstrument? instrument) =>
        instrumentById.TryGetValue(id, out instrument);

    /// <summary>Looks up what holds for a technique wherever it is used.</summary>
    public bool TryFindTechnique(Technique technique, [NotNullWhen(true)] out TechniqueGuide? guide) =>
        guideOf.TryGetValue(technique, out guide);

    /// <summary>The exercises for a muscle.</summary>
    public IEnumerable<Exercise> ExercisesFor(string muscleId) =>
        Exercises.Where(exercise => exercise.Muscles.Contains(muscleId, StringComparer.Ordinal));

    /// <summary>The evidence about a technique.</summary>
    public IEnumerable<EvidenceItem> EvidenceOn(Technique technique) => Evidence.Where(item => item.Techniques.Contains(technique));

    /// <summary>The evidence about a muscle.</summary>
    public IEnumerable<EvidenceItem> EvidenceOn(string muscleId) =>
        Evidence.Where(item => item.Muscles.Contains(muscleId, StringComparer.Ordinal));

    /// <summary>The danger zones through whose skin a trigger point is pressed.</summary>
    public IEnumerable<DangerZone> DangerZonesAt(string pointId) =>
        DangerZones.Where(zone => zone.Points.Contains(pointId, StringComparer.Ordinal));

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">Not a library.</exception>
    public static KnowledgeLibrary Read(Stream stream) =>
        KnowledgeJson.Read(stream, KnowledgeJson.Default.LibraryEntries, "a library of knowledge", entries => new KnowledgeLibrary(entries));

    /// <summary>Writes as JSON, the same bytes for the same content.</summary>
    public void Write(Stream stream) =>
        JsonSerializer.Serialize(stream, Entries, KnowledgeJson.Default.LibraryEntries);

    private static FrozenDictionary<string, T> Index<T>(IReadOnlyList<T> entries, Func<T, string> id)
        where T : class =>
        Require.List(entries).ToFrozenDictionary(id, StringComparer.Ordinal);
}
