using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Nodus.Clinical.Knowledge;

/// <summary>
/// What is known about muscles, their trigger points and their rivals, as far as ranking and first screen need it. The
/// long texts are the <see cref="MuscleMonograph"/> and <see cref="RivalMonograph"/>, the painted patterns the
/// <see cref="ReferralPaint"/>; all of them are separate files, so that the browser can rank before it has them.
/// </summary>
public sealed class KnowledgeBase
{
    private readonly FrozenDictionary<string, Muscle> muscleById;
    private readonly FrozenDictionary<string, TriggerPoint> pointById;
    private readonly FrozenDictionary<string, Rival> rivalById;
    private readonly FrozenDictionary<string, Movement> movementById;
    private readonly FrozenDictionary<string, DailyActivity> activityById;
    private readonly FrozenDictionary<string, Sign> signById;
    private readonly FrozenDictionary<string, Source> sourceById;

    /// <summary>Assembles a knowledge base.</summary>
    /// <param name="version">Content hash of everything compiled.</param>
    /// <param name="atlasVersion">Version of the atlas that the referral was compiled with.</param>
    /// <param name="muscles">In the order of the muscle list.</param>
    /// <param name="rivals">Sorted by id.</param>
    /// <param name="movements">The movement tests that muscles name.</param>
    /// <param name="activities">The activities that muscles name.</param>
    /// <param name="signs">The signs that muscles name.</param>
    /// <param name="sources">The sources that entries name.</param>
    /// <exception cref="ArgumentException">An id occurs twice, or a muscle or rival names a test, activity, sign or
    /// source that is not there.</exception>
    public KnowledgeBase(
        string version,
        string atlasVersion,
        IReadOnlyList<Muscle> muscles,
        IReadOnlyList<Rival> rivals,
        IReadOnlyList<Movement> movements,
        IReadOnlyList<DailyActivity> activities,
        IReadOnlyList<Sign> signs,
        IReadOnlyList<Source> sources)
    {
        Version = Require.Text(version);
        AtlasVersion = Require.Text(atlasVersion);
        Muscles = Require.List(muscles);
        Points = [.. muscles.SelectMany(muscle => muscle.Points)];
        Rivals = Require.List(rivals);
        Movements = Require.List(movements);
        Activities = Require.List(activities);
        Signs = Require.List(signs);
        Sources = Require.List(sources);
        muscleById = Index(Muscles, muscle => muscle.Id, "muscle");
        pointById = Index(Points, point => point.Id, "trigger point");
        rivalById = Index(Rivals, rival => rival.Id, "rival");
        movementById = Index(Movements, movement => movement.Id, "movement test");
        activityById = Index(Activities, activity => activity.Id, "activity");
        signById = Index(Signs, sign => sign.Id, "sign");
        sourceById = Index(Sources, source => source.Id, "source");
        foreach (Muscle muscle in Muscles) CheckReferences(muscle);
        foreach (Rival rival in Rivals) CheckReferences(rival);
    }

    /// <summary>Content hash of everything compiled: equal versions mean equal knowledge.</summary>
    public string Version { get; }

    /// <summary>Version of the atlas that the referral was compiled with.</summary>
    public string AtlasVersion { get; }

    /// <summary>All muscles, in the order of the muscle list.</summary>
    public IReadOnlyList<Muscle> Muscles { get; }

    /// <summary>All trigger points, muscle after muscle.</summary>
    public IReadOnlyList<TriggerPoint> Points { get; }

    /// <summary>The other explanations of pain, sorted by id.</summary>
    public IReadOnlyList<Rival> Rivals { get; }

    /// <summary>The movement tests.</summary>
    public IReadOnlyList<Movement> Movements { get; }

    /// <summary>The activities.</summary>
    public IReadOnlyList<DailyActivity> Activities { get; }

    /// <summary>The signs other than pain.</summary>
    public IReadOnlyList<Sign> Signs { get; }

    /// <summary>The sources.</summary>
    public IReadOnlyList<Source> Sources { get; }

    /// <summary>Looks a muscle up.</summary>
    public bool TryFindMuscle(string id, [NotNullWhen(true)] out Muscle? muscle) =>
        muscleById.TryGetValue(id, out muscle);

    /// <summary>Looks a trigger point up.</summary>
    public bool TryFindPoint(string id, [NotNullWhen(true)] out TriggerPoint? point) =>
        pointById.TryGetValue(id, out point);

    /// <summary>Looks a rival up.</summary>
    public bool TryFindRival(string id, [NotNullWhen(true)] out Rival? rival) => rivalById.TryGetValue(id, out rival);

    /// <summary>Looks a movement test up.</summary>
    public bool TryFindMovement(string id, [NotNullWhen(true)] out Movement? movement) =>
        movementById.TryGetValue(id, out movement);

    /// <summary>Looks an activity up.</summary>
    public bool TryFindActivity(string id, [NotNullWhen(true)] out DailyActivity? activity) =>
        activityById.TryGetValue(id, out activity);

    /// <summary>Looks a sign up.</summary>
    public bool TryFindSign(string id, [NotNullWhen(true)] out Sign? sign) => signById.TryGetValue(id, out sign);

    /// <summary>Looks a source up.</summary>
    public bool TryFindSource(string id, [NotNullWhen(true)] out Source? source) =>
        sourceById.TryGetValue(id, out source);

    /// <summary>The muscle a point lies in.</summary>
    public Muscle MuscleOf(TriggerPoint point) => muscleById[point.MuscleId];

    /// <summary>Reads what <see cref="Write"/> wrote: <c>knowledge.json</c> of the compiled data.</summary>
    /// <exception cref="InvalidDataException">Not a knowledge base.</exception>
    public static KnowledgeBase Read(Stream stream)
    {
        try
        {
            KnowledgeDocument document = JsonSerializer.Deserialize(stream, KnowledgeJson.Default.KnowledgeDocument)
                ?? throw new InvalidDataException("The knowledge base is empty.");
            return new KnowledgeBase(
                document.Version, document.Atlas, document.Muscles, document.Rivals, document.Movements,
                document.Activities, document.Signs, document.Sources);
        }
        catch (Exception fault) when (fault is JsonException or ArgumentException)
        {
            throw new InvalidDataException($"Not a knowledge base: {fault.Message}", fault);
        }
    }

    /// <summary>Writes as JSON, the same bytes for the same content.</summary>
    public void Write(Stream stream) => JsonSerializer.Serialize(
        stream,
        new KnowledgeDocument(Version, AtlasVersion, Muscles, Rivals, Movements, Activities, Signs, Sources),
        KnowledgeJson.Default.KnowledgeDocument);

    private static FrozenDictionary<string, T> Index<T>(IReadOnlyList<T> entries, Func<T, string> id, string what)
        where T : class
    {
        var index = new Dictionary<string, T>(entries.Count, StringComparer.Ordinal);
        foreach (T entry in entries)
        {
            if (!index.TryAdd(id(entry), entry)) throw new ArgumentException($"There are two entries for the {what} '{id(entry)}'.");
        }

        return index.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private void CheckReferences(Muscle muscle)
    {
        foreach (TriggerPoint point in muscle.Points)
        {
            if (!string.Equals(point.MuscleId, muscle.Id, StringComparison.Ordinal))
                throw new ArgumentException($"The point '{point.Id}' stands under the muscle '{muscle.Id}'.");
            Known(point.Sources, sourceById, point.Id, "source");
        }

        Known(muscle.Sources, sourceById, muscle.Id, "source");
        Known(muscle.Movements.Select(effect => effect.Test), movementById, muscle.Id, "movement test");
        Known(muscle.Activities.Select(effect => effect.Activity), activityById, muscle.Id, "activity");
        Known(muscle.Signs.Select(association => association.Sign), signById, muscle.Id, "sign");
    }

    private void CheckReferences(Rival rival)
    {
        RivalFinding[] findings = [.. rival.For.Select(found => found.Finding), .. rival.Against.Select(found => found.Finding)];
        IEnumerable<string> Of(RivalFindingKind kind) => findings.Where(finding => finding.Kind == kind).Select(finding => finding.Id);
        Known(rival.Sources, sourceById, rival.Id, "source");
        Known(Of(RivalFindingKind.Movement), movementById, rival.Id, "movement test");
        Known(Of(RivalFindingKind.Activity), activityById, rival.Id, "activity");
        Known(Of(RivalFindingKind.Sign), signById, rival.Id, "sign");
    }

    private static void Known<T>(IEnumerable<string> ids, FrozenDictionary<string, T> known, string who, string what)
    {
        foreach (string id in ids)
        {
            if (!known.ContainsKey(id)) throw new ArgumentException($"'{who}' names the unknown {what} '{id}'.");
        }
    }
}
