using System.Diagnostics.CodeAnalysis;

namespace Nodus.Clinical.Knowledge;

/// <summary>The entries that a <see cref="KnowledgeBase"/> is made of; what is not given is empty.</summary>
public sealed record KnowledgeEntries
{
    /// <summary>In the order of the muscle list.</summary>
    public IReadOnlyList<Muscle> Muscles { get; init; } = [];

    /// <summary>Other explanations of pain, sorted by id.</summary>
    public IReadOnlyList<Rival> Rivals { get; init; } = [];

    /// <summary>The movement tests that muscles and rivals name.</summary>
    public IReadOnlyList<Movement> Movements { get; init; } = [];

    /// <summary>The activities that muscles and rivals name.</summary>
    public IReadOnlyList<DailyActivity> Activities { get; init; } = [];

    /// <summary>The signs that muscles and rivals name.</summary>
    public IReadOnlyList<Sign> Signs { get; init; } = [];

    /// <summary>The perpetuating factors that muscles name.</summary>
    public IReadOnlyList<PerpetuatingFactor> Factors { get; init; } = [];

    /// <summary>The circumstances that change what is expected.</summary>
    public IReadOnlyList<PainContext> Contexts { get; init; } = [];
}

/// <summary>
/// What is known about muscles, their trigger points and their rivals, as far as ranking and first screen need it. The
/// long texts are the <see cref="MuscleMonograph"/>, the <see cref="RivalMonograph"/> and the
/// <see cref="KnowledgeLibrary"/>, the painted patterns the <see cref="ReferralPaint"/>; all of them are separate files,
/// so that the browser can rank before it has them.
/// </summary>
public sealed class KnowledgeBase
{
    private readonly Dictionary<string, Muscle> muscleById;
    private readonly Dictionary<string, TriggerPoint> pointById;
    private readonly Dictionary<string, Rival> rivalById;
    private readonly Dictionary<string, Movement> movementById;
    private readonly Dictionary<string, DailyActivity> activityById;
    private readonly Dictionary<string, Sign> signById;
    private readonly Dictionary<string, PerpetuatingFactor> factorById;
    private readonly Dictionary<string, PainContext> contextById;

    /// <summary>Assembles a knowledge base.</summary>
    /// <param name="version">Content hash of everything compiled.</param>
    /// <param name="atlasVersion">Version of the atlas that the referral was compiled with.</param>
    /// <param name="entries">Everything in it.</param>
    /// <exception cref="ArgumentException">An id occurs twice, or an entry names another one that is not there.</exception>
    public KnowledgeBase(string version, string atlasVersion, KnowledgeEntries entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        Version = Require.Text(version);
        AtlasVersion = Require.Text(atlasVersion);
        Entries = entries;
        muscleById = Index(entries.Muscles, muscle => muscle.Id, "muscle");
        Points = [.. entries.Muscles.SelectMany(muscle => muscle.Points)];
        pointById = Index(Points, point => point.Id, "trigger point");
        rivalById = Index(entries.Rivals, rival => rival.Id, "rival");
        movementById = Index(entries.Movements, movement => movement.Id, "movement test");
        activityById = Index(entries.Activities, activity => activity.Id, "activity");
        signById = Index(entries.Signs, sign => sign.Id, "sign");
        factorById = Index(entries.Factors, factor => factor.Id, "perpetuating factor");
        contextById = Index(entries.Contexts, context => context.Id, "context");
        foreach (Muscle muscle in Muscles) CheckReferences(muscle);
        foreach (Rival rival in Rivals) CheckReferences(rival);
    }

    /// <summary>Everything that it was made of.</summary>
    internal KnowledgeEntries Entries { get; }

    /// <summary>Content hash of everything compiled: equal versions mean equal knowledge.</summary>
    public string Version { get; }

    /// <summary>Version of the atlas that the referral was compiled with.</summary>
    public string AtlasVersion { get; }

    /// <summary>All muscles, in the order of the muscle list.</summary>
    public IReadOnlyList<Muscle> Muscles => Entries.Muscles;

    /// <summary>All trigger points, muscle after muscle.</summary>
    public IReadOnlyList<TriggerPoint> Points { get; }

    /// <summary>The other explanations of pain, sorted by id.</summary>
    public IReadOnlyList<Rival> Rivals => Entries.Rivals;

    /// <summary>The movement tests.</summary>
    public IReadOnlyList<Movement> Movements => Entries.Movements;

    /// <summary>The activities.</summary>
    public IReadOnlyList<DailyActivity> Activities => Entries.Activities;

    /// <summary>The signs other than pain.</summary>
    public IReadOnlyList<Sign> Signs => Entries.Signs;

    /// <summary>The perpetuating factors.</summary>
    public IReadOnlyList<PerpetuatingFactor> Factors => Entries.Factors;

    /// <summary>The circumstances that change what is expected.</summary>
    public IReadOnlyList<PainContext> Contexts => Entries.Contexts;

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

    /// <summary>Looks a perpetuating factor up.</summary>
    public bool TryFindFactor(string id, [NotNullWhen(true)] out PerpetuatingFactor? factor) =>
        factorById.TryGetValue(id, out factor);

    /// <summary>Looks a context up.</summary>
    public bool TryFindContext(string id, [NotNullWhen(true)] out PainContext? context) =>
        contextById.TryGetValue(id, out context);

    /// <summary>The muscle a point lies in.</summary>
    public Muscle MuscleOf(TriggerPoint point) => muscleById[point.MuscleId];

    /// <summary>Reads what <see cref="Write"/> wrote: <c>knowledge.bin</c> of the compiled data.</summary>
    /// <exception cref="InvalidDataException">Not a knowledge base.</exception>
    public static KnowledgeBase Read(Stream stream) => KnowledgeFormat.Read(stream);

    /// <summary>Writes the file, the same bytes for the same content.</summary>
    public void Write(Stream stream) => KnowledgeFormat.Write(this, stream);

    private static Dictionary<string, T> Index<T>(IReadOnlyList<T> entries, Func<T, string> id, string what)
        where T : class
    {
        var index = new Dictionary<string, T>(Require.List(entries, what).Count, StringComparer.Ordinal);
        foreach (T entry in entries)
        {
            if (!index.TryAdd(id(entry), entry)) throw new ArgumentException($"There are two entries for the {what} '{id(entry)}'.");
        }

        return index;
    }

    private void CheckReferences(Muscle muscle)
    {
        foreach (TriggerPoint point in muscle.Points)
        {
            if (!string.Equals(point.MuscleId, muscle.Id, StringComparison.Ordinal))
                throw new ArgumentException($"The point '{point.Id}' stands under the muscle '{muscle.Id}'.");
        }

        Known(muscle.Movements.Select(effect => effect.Test), movementById, muscle.Id, "movement test");
        Known(muscle.Activities.Select(effect => effect.Activity), activityById, muscle.Id, "activity");
        Known(muscle.Signs.Select(association => association.Sign), signById, muscle.Id, "sign");
        Known(muscle.Factors.Select(odds => odds.Factor), factorById, muscle.Id, "perpetuating factor");
    }

    private void CheckReferences(Rival rival)
    {
        RivalFinding[] findings = [.. rival.For.Select(found => found.Finding), .. rival.Against.Select(found => found.Finding)];
        IEnumerable<string> Of(RivalFindingKind kind) => findings.Where(finding => finding.Kind == kind).Select(finding => finding.Id);
        Known(Of(RivalFindingKind.Movement), movementById, rival.Id, "movement test");
        Known(Of(RivalFindingKind.Activity), activityById, rival.Id, "activity");
        Known(Of(RivalFindingKind.Sign), signById, rival.Id, "sign");
    }

    private static void Known<T>(IEnumerable<string> ids, Dictionary<string, T> known, string who, string what)
    {
        foreach (string id in ids)
        {
            if (!known.ContainsKey(id)) throw new ArgumentException($"'{who}' names the unknown {what} '{id}'.");
        }
    }
}
