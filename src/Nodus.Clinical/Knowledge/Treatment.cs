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

/// <summary>What is special about a technique at this muscle.</summary>
/// <param name="Technique">Which.</param>
/// <param name="Dose">Time, repeats, force, in words with units.</param>
/// <param name="Note">What is special here.</param>
/// <param name="Grade">Where the dose comes from.</param>
/// <param name="Sources">Ids of sources; may be empty for an elicited dose.</param>
public sealed record TechniqueNote(
    Technique Technique, string Dose, string Note, Grade Grade, IReadOnlyList<string> Sources)
{
    /// <summary>Time, repeats, force, in words with units.</summary>
    public string Dose { get; } = Require.Text(Dose);

    /// <summary>What is special here.</summary>
    public string Note { get; } = Require.Text(Note);

    /// <summary>Ids of sources; may be empty for an elicited dose.</summary>
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
