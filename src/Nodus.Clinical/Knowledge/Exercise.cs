namespace Nodus.Clinical.Knowledge;

/// <summary>What an exercise trains.</summary>
public enum ExerciseKind
{
    /// <summary>Force.</summary>
    Strength,

    /// <summary>Control and timing.</summary>
    MotorControl,

    /// <summary>Range.</summary>
    Mobility,

    /// <summary>Endurance of heart and breath.</summary>
    Aerobic,

    /// <summary>Breathing.</summary>
    Breathing,

    /// <summary>Posture.</summary>
    Posture,
}

/// <summary>How much of an exercise.</summary>
/// <param name="Sets">Sets a day, 1 to 10.</param>
/// <param name="Repeats">Repeats a set; null where it is done once and held or kept up.</param>
/// <param name="Seconds">Held or kept up for; null where only repeats count.</param>
/// <param name="PerWeek">Days a week, 1 to 7.</param>
public sealed record ExerciseDose(int Sets, int? Repeats, double? Seconds, int PerWeek)
{
    /// <summary>Sets a day, 1 to 10.</summary>
    public int Sets { get; } = (int)Require.Between(Sets, 1, 10);

    /// <summary>Held or kept up for; null where only repeats count.</summary>
    public double? Seconds { get; } = Seconds is null && Repeats is null
        ? throw new ArgumentException("Repeats or seconds: at least one of the two.", nameof(Seconds))
        : Seconds;

    /// <summary>Days a week, 1 to 7.</summary>
    public int PerWeek { get; } = (int)Require.Between(PerWeek, 1, 7);
}

/// <summary>An exercise as the patient does it.</summary>
/// <param name="Id">Lower snake case, e.g. <c>chin_tuck</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Plain">What it is for, in words a patient understands.</param>
/// <param name="Muscles">Ids of the muscles it is for, at least one.</param>
/// <param name="Kind">What it trains.</param>
/// <param name="How">How it is done.</param>
/// <param name="Dose">How much.</param>
/// <param name="Progression">How it grows.</param>
/// <param name="Stop">When to stop.</param>
/// <param name="Grade">Where the dose comes from.</param>
/// <param name="Sources">Ids of sources; may be empty unless published.</param>
public sealed record Exercise(
    string Id,
    string Name,
    string Plain,
    IReadOnlyList<string> Muscles,
    ExerciseKind Kind,
    string How,
    ExerciseDose Dose,
    string Progression,
    string Stop,
    Grade Grade,
    IReadOnlyList<string> Sources)
{
    /// <summary>Lower snake case, e.g. <c>chin_tuck</c>.</summary>
    public string Id { get; } = Require.Text(Id);

    /// <summary>How it is done.</summary>
    public string How { get; } = Require.Text(How);

    /// <summary>When to stop.</summary>
    public string Stop { get; } = Require.Text(Stop);
}
