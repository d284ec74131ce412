namespace Nodus.Clinical.Knowledge;

/// <summary>A movement test: what the therapist asks for and what is normal.</summary>
/// <param name="Id">Lower snake case, e.g. <c>shoulder_internal_rotation</c>.</param>
/// <param name="Name">The therapist's name for it.</param>
/// <param name="How">How to do it.</param>
/// <param name="Normal">What is found when nothing is wrong, with its unit.</param>
/// <param name="Joint">The joint or region tested.</param>
/// <param name="Grade">Where <paramref name="Normal"/> comes from.</param>
public sealed record Movement(string Id, string Name, string How, string Normal, string Joint, Grade Grade)
{
    /// <summary>Lower snake case, e.g. <c>shoulder_internal_rotation</c>.</summary>
    public string Id { get; } = Require.Text(Id);

    /// <summary>The therapist's name for it.</summary>
    public string Name { get; } = Require.Text(Name);
}

/// <summary>An everyday activity or posture that provokes or eases pain.</summary>
/// <param name="Id">Lower snake case, e.g. <c>reaching_behind_back</c>.</param>
/// <param name="Name">The therapist's name for it.</param>
/// <param name="Plain">The words put to the patient.</param>
public sealed record DailyActivity(string Id, string Name, string Plain)
{
    /// <summary>Lower snake case, e.g. <c>reaching_behind_back</c>.</summary>
    public string Id { get; } = Require.Text(Id);

    /// <summary>The therapist's name for it.</summary>
    public string Name { get; } = Require.Text(Name);

    /// <summary>The words put to the patient.</summary>
    public string Plain { get; } = Require.Text(Plain);
}

/// <summary>A sign or symptom other than pain, e.g. a watering eye.</summary>
/// <param name="Id">Lower snake case, e.g. <c>tearing</c>.</param>
/// <param name="Name">The therapist's name for it.</param>
/// <param name="Plain">The words put to the patient.</param>
public sealed record Sign(string Id, string Name, string Plain)
{
    /// <summary>Lower snake case, e.g. <c>tearing</c>.</summary>
    public string Id { get; } = Require.Text(Id);

    /// <summary>The therapist's name for it.</summary>
    public string Name { get; } = Require.Text(Name);

    /// <summary>The words put to the patient.</summary>
    public string Plain { get; } = Require.Text(Plain);
}
