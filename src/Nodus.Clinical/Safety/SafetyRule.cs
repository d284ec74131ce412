using Nodus.Clinical.Knowledge;

namespace Nodus.Clinical.Safety;

/// <summary>Where a limit holds.</summary>
public enum LimitPlace
{
    /// <summary>The whole body.</summary>
    Everywhere,

    /// <summary>The painful places and whatever is treated for them.</summary>
    Complaint,

    /// <summary>Only the spot the answer is about: a wound, a device, a vein.</summary>
    There,

    /// <summary>Named regions.</summary>
    Regions,
}

/// <summary>What must not be offered, or only changed, while a rule fires.</summary>
/// <param name="Techniques">Which; all of them when empty.</param>
/// <param name="Place">Where.</param>
/// <param name="Regions">Ids of regions; empty unless <paramref name="Place"/> says regions.</param>
/// <param name="How">How the technique is changed; null when it is forbidden.</param>
/// <param name="Why">The reason.</param>
/// <param name="Instead">What may be done instead; null when nothing stands for it.</param>
public sealed record RuleLimit(
    IReadOnlyList<Technique> Techniques, LimitPlace Place, IReadOnlyList<string> Regions, string? How, string Why, string? Instead)
{
    /// <summary>Whether it speaks of a technique.</summary>
    public bool Concerns(Technique technique) => Techniques.Count == 0 || Techniques.Contains(technique);

    /// <summary>The ids of the techniques; <c>all</c> for every one.</summary>
    public IReadOnlyList<string> TechniqueWords =>
        Techniques.Count == 0 ? ["all"] : [.. Techniques.Select(technique => technique.ToId())];

    /// <summary>Where it holds, in words.</summary>
    public string PlaceWords => Place switch
    {
        LimitPlace.Everywhere => "everywhere",
        LimitPlace.Complaint => "where it hurts and what is treated for it",
        LimitPlace.There => "that spot",
        _ => string.Join(", ", Regions.Select(region => region.Replace('_', ' '))),
    };
}

/// <summary>A red flag, a contraindication or a piece of advice.</summary>
/// <param name="Id"><c>RF12</c>, <c>CI03</c>, <c>AD01</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Disposition">What it comes to.</param>
/// <param name="Suspects">The condition that is feared, for clinicians.</param>
/// <param name="When">What makes it fire.</param>
/// <param name="Unless">What keeps it silent when it is certain; null for none.</param>
/// <param name="Reason">Why, for clinicians.</param>
/// <param name="Tell">What the patient is told.</param>
/// <param name="Act">What the clinician does now.</param>
/// <param name="Limits">What must not be offered.</param>
/// <param name="Grade">Where the rule comes from.</param>
/// <param name="Sources">Ids of sources; empty only when elicited.</param>
public sealed record SafetyRule(
    string Id, string Name, Disposition Disposition, string Suspects, Condition When, Condition? Unless,
    string Reason, string Tell, string Act, IReadOnlyList<RuleLimit> Limits, Grade Grade, IReadOnlyList<string> Sources)
{
    /// <summary>Id.</summary>
    public string Id { get; } = Require.Text(Id);

    /// <summary>Why, for clinicians.</summary>
    public string Reason { get; } = Require.Text(Reason);

    /// <summary>What the patient is told.</summary>
    public string Tell { get; } = Require.Text(Tell);

    /// <summary>
    /// Whether it fires. Certain when no open answer could silence it. As a precaution it also fires on what was only read
    /// in words, and while what would silence it is open; an emergency is silenced by nothing that was only read.
    /// </summary>
    /// <param name="sheet">What is known.</param>
    /// <returns>True when certain, false as a precaution, null when it is silent.</returns>
    public bool? FiresCertainly(FactSheet sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        if (When.Evaluate(sheet, Reading.Suspected) != Truth.Yes) return null;
        Truth silenced = Unless?.Evaluate(sheet, Disposition == Disposition.Emergency ? Reading.Answered : Reading.Suspected) ?? Truth.No;
        if (silenced == Truth.Yes) return null;
        return When.Evaluate(sheet, Reading.Answered) == Truth.Yes && (Unless?.Evaluate(sheet, Reading.Answered) ?? Truth.No) == Truth.No;
    }
}
