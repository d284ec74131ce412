using System.Text.Json;

namespace Nodus.Clinical.Knowledge;

/// <summary>The ways of treating a trigger point that the knowledge speaks of.</summary>
public enum Technique
{
    /// <summary>Press to the first resistance, wait for release.</summary>
    PressureRelease,

    /// <summary>Sustained firm pressure at the pain threshold.</summary>
    IschemicCompression,

    /// <summary>Sustained low load over a region.</summary>
    MyofascialRelease,

    /// <summary>Gentle contraction, then relaxation into the new length.</summary>
    PostIsometricRelaxation,

    /// <summary>A held stretch.</summary>
    StaticStretch,

    /// <summary>Cold in sweeps, with stretch.</summary>
    SprayAndStretch,

    /// <summary>Moist heat.</summary>
    Heat,

    /// <summary>Instrument-assisted soft tissue mobilisation.</summary>
    Iastm,

    /// <summary>Self-pressure with hand or tool.</summary>
    SelfRelease,

    /// <summary>A needle without drug; denied unless jurisdiction and profession allow it.</summary>
    DryNeedling,

    /// <summary>Exercise.</summary>
    Exercise,
}

/// <summary>Words of <see cref="Technique"/>.</summary>
public static class Techniques
{
    /// <summary>The id of the knowledge format, such as <c>pressure_release</c>.</summary>
    public static string ToId(this Technique technique) => JsonNamingPolicy.SnakeCaseLower.ConvertName(technique.ToString());
}

/// <summary>How a technique is done at one muscle; what holds for it everywhere is said of the technique itself.</summary>
/// <param name="Technique">Which.</param>
/// <param name="Position">How patient and therapist are placed, so that the muscle is slack or lightly stretched.</param>
/// <param name="Contact">What touches, and where exactly.</param>
/// <param name="Direction">Of force, stroke or movement; along or across which fibres.</param>
/// <param name="Seconds">One application (hold, contraction, one set of strokes), 1 to 1200 s.</param>
/// <param name="Repeats">Applications a session, 1 to 30.</param>
/// <param name="Pressure">Discomfort allowed, 0 to 5 of 10, in halves; 0 where nothing is pressed or stretched.</param>
/// <param name="Progression">How the next session differs when this one was well tolerated.</param>
/// <param name="Stop">When to stop, particular to this place.</param>
/// <param name="Grade">Where the dose comes from.</param>
/// <param name="Sources">Ids of sources; may be empty unless the dose is published.</param>
public sealed record TechniqueProtocol(
    Technique Technique,
    string Position,
    string Contact,
    string Direction,
    double Seconds,
    int Repeats,
    double Pressure,
    string Progression,
    string Stop,
    Grade Grade,
    IReadOnlyList<string> Sources)
{
    /// <summary>Shortest application, in seconds.</summary>
    public const double SecondsMin = 1;

    /// <summary>Longest application, in seconds: twenty minutes of heat.</summary>
    public const double SecondsMax = 1200;

    /// <summary>Most applications a session.</summary>
    public const int RepeatsMax = 30;

    /// <summary>No technique may hurt more than this, of 10 (a rule of the house, elicited).</summary>
    public const double PressureMax = 5;

    /// <summary>How patient and therapist are placed, so that the muscle is slack or lightly stretched.</summary>
    public string Position { get; } = Require.Text(Position);

    /// <summary>What touches, and where exactly.</summary>
    public string Contact { get; } = Require.Text(Contact);

    /// <summary>Of force, stroke or movement; along or across which fibres.</summary>
    public string Direction { get; } = Require.Text(Direction);

    /// <summary>One application (hold, contraction, one set of strokes), 1 to 1200 s.</summary>
    public double Seconds { get; } = Require.Between(Seconds, SecondsMin, SecondsMax);

    /// <summary>Applications a session, 1 to 30.</summary>
    public int Repeats { get; } = (int)Require.Between(Repeats, 1, RepeatsMax);

    /// <summary>Discomfort allowed, 0 to 5 of 10, in halves; 0 where nothing is pressed or stretched.</summary>
    public double Pressure { get; } = Require.Between(Pressure, 0, PressureMax);

    /// <summary>How the next session differs when this one was well tolerated.</summary>
    public string Progression { get; } = Require.Text(Progression);

    /// <summary>When to stop, particular to this place.</summary>
    public string Stop { get; } = Require.Text(Stop);

    /// <summary>Ids of sources; may be empty unless the dose is published.</summary>
    public IReadOnlyList<string> Sources { get; } = Require.List(Sources);
}

/// <summary>A stretch as the patient does it.</summary>
/// <param name="How">In words.</param>
/// <param name="Seconds">Held for, 1 to 180 s.</param>
/// <param name="Repeats">1 to 30.</param>
/// <param name="Stop">When to stop.</param>
/// <param name="Grade">Where the dose comes from.</param>
public sealed record Stretch(string How, double Seconds, int Repeats, string Stop, Grade Grade)
{
    /// <summary>Shortest hold, in seconds.</summary>
    public const double SecondsMin = 1;

    /// <summary>Longest hold, in seconds.</summary>
    public const double SecondsMax = 180;

    /// <summary>Most repeats.</summary>
    public const int RepeatsMax = 30;

    /// <summary>In words.</summary>
    public string How { get; } = Require.Text(How);

    /// <summary>Held for, 1 to 180 s.</summary>
    public double Seconds { get; } = Require.Between(Seconds, SecondsMin, SecondsMax);

    /// <summary>1 to 30.</summary>
    public int Repeats { get; } = (int)Require.Between(Repeats, 1, RepeatsMax);

    /// <summary>When to stop.</summary>
    public string Stop { get; } = Require.Text(Stop);

    /// <summary>Id of the figure that shows it; null when there is none.</summary>
    public string? Figure { get; init; }
}

/// <summary>Self-pressure as the patient does it, or the reason why there is none.</summary>
/// <param name="Tool">Ball, hand, roller ...; null when there is none.</param>
/// <param name="How">In words; null when there is none.</param>
/// <param name="Seconds">Held for, 5 to 300 s; null when there is none.</param>
/// <param name="TimesPerDay">1 to 12; null when there is none.</param>
/// <param name="Stop">When to stop; null when there is none.</param>
/// <param name="Grade">Where the dose comes from; null when there is none.</param>
/// <param name="None">Why self-release is not advised; null when it is.</param>
public sealed record SelfRelease(
    string? Tool, string? How, double? Seconds, int? TimesPerDay, string? Stop, Grade? Grade, string? None)
{
    /// <summary>Why self-release is not advised; null when it is.</summary>
    public string? None { get; } = (None is null) == (How is not null)
        ? None
        : throw new ArgumentException("Either how to do it, or why not: one of the two.", nameof(None));

    /// <summary>Id of the figure that shows it; null when there is none.</summary>
    public string? Figure { get; init; }

    /// <summary>Whether self-release is advised at all.</summary>
    public bool Advised() => None is null;
}
