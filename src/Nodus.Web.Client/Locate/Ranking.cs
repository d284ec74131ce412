using Nodus.Anatomy;
using Nodus.Anatomy.Zones;
using Nodus.Clinical.Knowledge;

namespace Nodus.Web.Client.Locate;

/// <summary>What the answers show for a case: what may cause the pain, what it leaves open, and what to do next.</summary>
public sealed record Ranking
{
    /// <summary>Nothing drawn, nothing ranked.</summary>
    public static Ranking Empty { get; } = new();

    /// <summary>The muscles worth a look, best first.</summary>
    public IReadOnlyList<RankedMuscle> Muscles { get; init; } = [];

    /// <summary>Other explanations, best first.</summary>
    public IReadOnlyList<RankedRival> Rivals { get; init; } = [];

    /// <summary>What must not be missed here, however rare, what fits best first.</summary>
    public IReadOnlyList<GraveRival> NotToMiss { get; init; } = [];

    /// <summary>Painful zones that probably nothing known causes.</summary>
    public IReadOnlyList<ZoneSite> Unexplained { get; init; } = [];

    /// <summary>Each painful zone with what may cause it.</summary>
    public IReadOnlyList<RankedZone> Zones { get; init; } = [];

    /// <summary>One set of causes that together explain the picture; null where there is none.</summary>
    public TogetherReading? Together { get; init; }

    /// <summary>What to press, move or ask next, what tells most for its effort first.</summary>
    public IReadOnlyList<Proposal> Next { get; init; } = [];

    /// <summary>Further tests would change little.</summary>
    public bool Enough { get; init; }

    /// <summary>That the pain is widespread, in words; null where it is not.</summary>
    public string? Widespread { get; init; }

    /// <summary>All of it in a paragraph.</summary>
    public string Summary { get; init; } = "";

    /// <summary>Another explanation than a muscle is the most probable.</summary>
    public bool RivalLeads => Rivals.Count > 0 && Rivals[0].Probability > (Muscles.Count > 0 ? Muscles[0].Probability : 0);

    /// <summary>The point whose pressing would tell most; null where none would.</summary>
    public RankedPoint? Press => Next.OfType<PressProposal>().FirstOrDefault()?.Point;
}

/// <summary>A muscle of one side.</summary>
/// <param name="Id">The muscle's id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Side">Left or right.</param>
/// <param name="Probability">That an expert would call one of its points an active trigger point, 0 to 1.</param>
/// <param name="Band">The probability in a word.</param>
/// <param name="Points">Its points, best first.</param>
/// <param name="Explains">The painful zones it accounts for, largest share first.</param>
/// <param name="Why">What speaks for and against it.</param>
public sealed record RankedMuscle(
    string Id, string Name, Side Side, double Probability, string Band,
    IReadOnlyList<RankedPoint> Points, IReadOnlyList<ExplainedZone> Explains, Reasoning Why)
{
    /// <summary>Whether it is the same muscle of the same side, however probable.</summary>
    public bool IsSame(RankedMuscle other) => (other.Id, other.Side) == (Id, Side);
}

/// <summary>What speaks for and against something, strongest first.</summary>
/// <param name="For">For it.</param>
/// <param name="Against">Against it.</param>
/// <param name="Missing">What nobody has looked for yet.</param>
public sealed record Reasoning(IReadOnlyList<string> For, IReadOnlyList<string> Against, IReadOnlyList<string> Missing)
{
    /// <summary>No reasons known.</summary>
    public static Reasoning None { get; } = new([], [], []);
}

/// <summary>Another explanation than a muscle.</summary>
/// <param name="Of">What is known of it.</param>
/// <param name="Side">Its side; the midline for one of the whole body.</param>
/// <param name="Probability">That it is there, 0 to 1.</param>
/// <param name="Band">The probability in a word.</param>
/// <param name="Explains">The painful zones it accounts for, largest share first.</param>
/// <param name="Why">What speaks for and against it.</param>
public sealed record RankedRival(
    Rival Of, Side Side, double Probability, string Band, IReadOnlyList<ExplainedZone> Explains, Reasoning Why)
{
    /// <summary>Whether it is the same condition on the same side, however probable.</summary>
    public bool IsSame(RankedRival other) => (other.Of.Id, other.Side) == (Of.Id, Side);
}

/// <summary>A condition that can hurt like this and must not wait.</summary>
/// <param name="Of">What is known of it.</param>
/// <param name="Side">Its side; the midline for one of the whole body.</param>
/// <param name="Ask">What would point to it and was neither told nor ruled out.</param>
public sealed record GraveRival(Rival Of, Side Side, IReadOnlyList<string> Ask);

/// <summary>A trigger point of one side.</summary>
/// <param name="Of">What is known of it.</param>
/// <param name="Side">Left or right.</param>
/// <param name="Probability">That an expert would call it active, 0 to 1.</param>
public sealed record RankedPoint(TriggerPoint Of, Side Side, double Probability)
{
    /// <summary>The point's id.</summary>
    public string Id => Of.Id;

    /// <summary>The therapist's name.</summary>
    public string Name => Of.Name;

    /// <summary>Such as <c>Infraspinatus 1, right</c>.</summary>
    public string Full => $"{Of.Name}, {Side.ToWord()}";

    /// <summary>Its name where the muscle's is said already: <c>Upper lateral</c>.</summary>
    public string Within(string muscle) => Name.Length > muscle.Length + 2 && Name.StartsWith($"{muscle}, ", StringComparison.Ordinal)
        ? char.ToUpperInvariant(Name[muscle.Length + 2]) + Name[(muscle.Length + 3)..]
        : Name;

    /// <summary>Whether it is the same spot, however probable.</summary>
    public bool IsSpot(RankedPoint? other) => other is not null && other.Id == Id && other.Side == Side;
}

/// <summary>A painful zone that something accounts for.</summary>
/// <param name="Site">The zone and its side.</param>
/// <param name="Share">How much of its pain, 0 to 1.</param>
public sealed record ExplainedZone(ZoneSite Site, double Share);

/// <summary>A painful zone and what may cause it.</summary>
/// <param name="Site">The zone and its side.</param>
/// <param name="By">What may cause it, largest share first.</param>
/// <param name="Unknown">How much is left to the unknown, 0 to 1.</param>
public sealed record RankedZone(ZoneSite Site, IReadOnlyList<ZoneCause> By, double Unknown);

/// <summary>What accounts for a part of a zone.</summary>
/// <param name="Name">Its name with its side.</param>
/// <param name="Address">Where one reads about it.</param>
/// <param name="Share">How much, 0 to 1.</param>
public sealed record ZoneCause(string Name, string Address, double Share);

/// <summary>One set of causes that together explain the picture: one reading of it, never the answer.</summary>
/// <param name="Points">Its points.</param>
/// <param name="Rivals">Its other causes, in words.</param>
/// <param name="Probability">That it is exactly these, 0 to 1.</param>
public sealed record TogetherReading(IReadOnlyList<RankedPoint> Points, IReadOnlyList<string> Rivals, double Probability);
