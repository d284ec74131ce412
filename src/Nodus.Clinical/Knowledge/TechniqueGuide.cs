namespace Nodus.Clinical.Knowledge;

/// <summary>Who may use a technique.</summary>
public enum Practitioner
{
    /// <summary>The patient, alone.</summary>
    Patient,

    /// <summary>A massage therapist.</summary>
    Massage,

    /// <summary>A physiotherapist.</summary>
    Physiotherapy,

    /// <summary>A chiropractor.</summary>
    Chiropractic,

    /// <summary>An osteopath.</summary>
    Osteopathy,

    /// <summary>A physician.</summary>
    Medical,

    /// <summary>Whoever is licensed to needle where the law allows it.</summary>
    LicensedNeedling,
}

/// <summary>What a contraindication does to a technique.</summary>
public enum ContraindicationLevel
{
    /// <summary>It must not be used.</summary>
    No,

    /// <summary>It may be used when changed.</summary>
    Modify,
}

/// <summary>Something that forbids or changes a technique.</summary>
/// <param name="Answer">Id of the question of the intake that a yes raises; null when no question asks for it.</param>
/// <param name="Text">In words; null when a question asks for it.</param>
/// <param name="Level">What it does.</param>
/// <param name="How">How the technique is changed; null when it is forbidden.</param>
public sealed record Contraindication(string? Answer, string? Text, ContraindicationLevel Level, string? How)
{
    /// <summary>In words; null when a question asks for it.</summary>
    public string? Text { get; } = (Answer is null) == (Text is not null)
        ? Text
        : throw new ArgumentException("Either an answer or a text: one of the two.", nameof(Text));

    /// <summary>How the technique is changed; null when it is forbidden.</summary>
    public string? How { get; } = Level == ContraindicationLevel.No || How is not null
        ? How
        : throw new ArgumentException("What modifies a technique says how.", nameof(How));
}

/// <summary>Limits of a technique wherever it is used.</summary>
/// <param name="SecondsMin">Shortest application.</param>
/// <param name="SecondsMax">Longest application.</param>
/// <param name="RepeatsMin">Fewest applications a session.</param>
/// <param name="RepeatsMax">Most applications a session.</param>
/// <param name="PressureMax">Most discomfort, 0 to 5 of 10.</param>
/// <param name="PerWeekMax">Most sessions a week.</param>
/// <param name="Note">Remark; null when there is none.</param>
public sealed record DoseLimits(
    double SecondsMin, double SecondsMax, int RepeatsMin, int RepeatsMax, double PressureMax, int PerWeekMax, string? Note)
{
    /// <summary>Most discomfort, 0 to 5 of 10.</summary>
    public double PressureMax { get; } = Require.Between(PressureMax, 0, TechniqueProtocol.PressureMax);

    /// <summary>What of a protocol lies outside; null when nothing does.</summary>
    public string? Breach(TechniqueProtocol protocol)
    {
        ArgumentNullException.ThrowIfNull(protocol);
        if (protocol.Seconds < SecondsMin || protocol.Seconds > SecondsMax)
            return $"seconds is {protocol.Seconds}; the technique allows {SecondsMin} to {SecondsMax}";
        if (protocol.Repeats < RepeatsMin || protocol.Repeats > RepeatsMax)
            return $"repeats is {protocol.Repeats}; the technique allows {RepeatsMin} to {RepeatsMax}";
        return protocol.Pressure > PressureMax ? $"pressure is {protocol.Pressure}; the technique allows at most {PressureMax}" : null;
    }
}

/// <summary>What holds for a technique wherever it is used; how it is done at a muscle is a <see cref="TechniqueProtocol"/>.</summary>
/// <param name="Technique">Which.</param>
/// <param name="Name">Its name.</param>
/// <param name="Plain">In words a patient understands.</param>
/// <param name="How">How it is done.</param>
/// <param name="Who">Who may use it, at least one.</param>
/// <param name="Dose">Its limits.</param>
/// <param name="Expect">What is usual during and afterwards.</param>
/// <param name="Harms">What can go wrong.</param>
/// <param name="Contraindications">What forbids or changes it.</param>
/// <param name="Evidence">Ids of evidence items about it.</param>
/// <param name="Grade">Where the limits come from.</param>
/// <param name="Sources">Ids of sources; may be empty unless published.</param>
public sealed record TechniqueGuide(
    Technique Technique,
    string Name,
    string Plain,
    string How,
    IReadOnlyList<Practitioner> Who,
    DoseLimits Dose,
    string Expect,
    string Harms,
    IReadOnlyList<Contraindication> Contraindications,
    IReadOnlyList<string> Evidence,
    Grade Grade,
    IReadOnlyList<string> Sources)
{
    /// <summary>Its name.</summary>
    public string Name { get; } = Require.Text(Name);

    /// <summary>How it is done.</summary>
    public string How { get; } = Require.Text(How);

    /// <summary>Whether somebody may use it.</summary>
    public bool IsFor(Practitioner who) => Who.Contains(who);
}
