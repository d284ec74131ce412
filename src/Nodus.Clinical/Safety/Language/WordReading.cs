namespace Nodus.Clinical.Safety.Language;

/// <summary>What words suggest about a fact.</summary>
public enum Suggestion
{
    /// <summary>It seems to be so: counts as a suspicion until it is denied.</summary>
    SeemsYes,

    /// <summary>It seems not to be so: a proposal, never counted as a no.</summary>
    SeemsNo,

    /// <summary>Somebody else, long ago, or only feared: counts for nothing, and is shown.</summary>
    SetAside,
}

/// <summary>A fact that was read in words.</summary>
/// <param name="Fact">Id of the fact.</param>
/// <param name="Suggests">What is suggested.</param>
/// <param name="Quote">The words.</param>
/// <param name="Where">Where they stand: <c>text</c>, <c>history</c> or <c>medication</c>.</param>
/// <param name="Because">Why it is taken so where a cue said it, such as <c>negation</c>; null for none.</param>
public sealed record WordFinding(string Fact, Suggestion Suggests, string Quote, string Where, string? Because);

/// <summary>Everything that was read in a patient's words.</summary>
/// <param name="Findings">Fact by fact, in the order of the vocabulary.</param>
/// <param name="Suspected">Places in the vocabulary of what seems to be so.</param>
/// <param name="Regions">The regions that are named as painful, a bit each.</param>
/// <param name="Age">The age that is told; null for none.</param>
public sealed record WordReading(
    IReadOnlyList<WordFinding> Findings, IReadOnlyList<int> Suspected, ulong Regions, int? Age)
{
    /// <summary>Nothing was said.</summary>
    public static WordReading Nothing { get; } = new([], [], 0, null);
}
