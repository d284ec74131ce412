using Nodus.Clinical.Knowledge;

namespace Nodus.Clinical.Safety;

/// <summary>Who can tell a fact.</summary>
public enum AskedOf
{
    /// <summary>The person in pain, and whoever asks.</summary>
    Everyone,

    /// <summary>Only who has examined; a patient is never asked.</summary>
    Clinician,
}

/// <summary>What a fact is about in time.</summary>
public enum FactTime
{
    /// <summary>This complaint, now.</summary>
    Now,

    /// <summary>The whole life: an illness, a medicine, a device; what was true long ago still counts.</summary>
    Ever,
}

/// <summary>A quantity that a fact measures.</summary>
/// <param name="Unit">Its unit, UCUM where there is one.</param>
/// <param name="Least">The least value that is believed.</param>
/// <param name="Most">The largest value that is believed.</param>
public sealed record FactScale(string Unit, double Least, double Most);

/// <summary>One question of the intake: yes, no or unknown, or a number.</summary>
/// <param name="Id">Lower snake case; stable for ever.</param>
/// <param name="Ask">The question in plain words; null for findings that only an examination shows.</param>
/// <param name="Professional">The same for a clinician.</param>
/// <param name="Help">What is meant, or why it is asked; null where the question says it.</param>
/// <param name="AskedOf">Who can tell.</param>
/// <param name="Time">This complaint or the whole life.</param>
/// <param name="Scale">Of a number; null for yes and no.</param>
/// <param name="Also">Further names that are accepted for it.</param>
/// <param name="Implies">Ids of facts that a yes here makes yes.</param>
public sealed record SafetyFact(
    string Id, string? Ask, string Professional, string? Help, AskedOf AskedOf, FactTime Time, FactScale? Scale,
    IReadOnlyList<string> Also, IReadOnlyList<string> Implies)
{
    /// <summary>Lower snake case; stable for ever.</summary>
    public string Id { get; } = Require.Text(Id);

    /// <summary>The same for a clinician.</summary>
    public string Professional { get; } = Require.Text(Professional);

    /// <summary>Asked and answered in private, such as violence at home: nothing of it is printed or handed on in writing.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>The question in the words for whoever is asked.</summary>
    public string Question => Ask ?? Professional;
}

/// <summary>A part of the body that rules speak of: a union of pain zones.</summary>
/// <param name="Id">Lower snake case.</param>
/// <param name="Zones">Ids of the pain zones.</param>
public sealed record BodyRegion(string Id, IReadOnlyList<string> Zones)
{
    /// <summary>The id as words.</summary>
    public string Name => Id.Replace('_', ' ');
}
