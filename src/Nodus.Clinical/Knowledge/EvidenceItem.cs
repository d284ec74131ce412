namespace Nodus.Clinical.Knowledge;

/// <summary>How sure a result is, in GRADE's words.</summary>
public enum EvidenceCertainty
{
    /// <summary>High.</summary>
    High,

    /// <summary>Moderate.</summary>
    Moderate,

    /// <summary>Low.</summary>
    Low,

    /// <summary>Very low.</summary>
    VeryLow,

    /// <summary>Not a result of which certainty can be said.</summary>
    None,
}

/// <summary>Which way a work speaks.</summary>
public enum EvidenceStance
{
    /// <summary>For the claim that it works, or that the thing exists.</summary>
    Supports,

    /// <summary>Both ways.</summary>
    Mixed,

    /// <summary>Neither way.</summary>
    Neutral,

    /// <summary>Against it.</summary>
    Against,

    /// <summary>About harm.</summary>
    Safety,

    /// <summary>About how to measure or to name.</summary>
    Method,
}

/// <summary>How its content came here.</summary>
public enum EvidenceProvenance
{
    /// <summary>Abstract or text was seen.</summary>
    Retrieved,

    /// <summary>The work was seen, some figures are from memory.</summary>
    PartlyRetrieved,

    /// <summary>From memory; to be verified before it is cited to anybody.</summary>
    Knowledge,
}

/// <summary>A study, review or consensus, and what may honestly be said of it.</summary>
/// <param name="Id">Lower-case key, e.g. <c>denneny2019</c>.</param>
/// <param name="Cite">The reference.</param>
/// <param name="Year">Year of publication.</param>
/// <param name="Doi">Digital object identifier, without resolver address; null when there is none.</param>
/// <param name="Url">Address; null when there is none.</param>
/// <param name="Design">What sort of work.</param>
/// <param name="Population">Who was studied.</param>
/// <param name="N">How many, in words; null when not known.</param>
/// <param name="Intervention">What was done or measured.</param>
/// <param name="Comparator">Against what; null when nothing.</param>
/// <param name="Effect">What came out, with numbers.</param>
/// <param name="Certainty">How sure that is.</param>
/// <param name="Stance">Which way it speaks.</param>
/// <param name="Claim">One plain sentence that may be said.</param>
/// <param name="DoesNotShow">What it does not show.</param>
/// <param name="Provenance">How its content came here.</param>
/// <param name="Techniques">Techniques it is about.</param>
/// <param name="Muscles">Ids of muscles it is about.</param>
/// <param name="Topics">Free words.</param>
public sealed record EvidenceItem(
    string Id,
    string Cite,
    int Year,
    string? Doi,
    string? Url,
    string Design,
    string Population,
    string? N,
    string Intervention,
    string? Comparator,
    string Effect,
    EvidenceCertainty Certainty,
    EvidenceStance Stance,
    string Claim,
    string DoesNotShow,
    EvidenceProvenance Provenance,
    IReadOnlyList<Technique> Techniques,
    IReadOnlyList<string> Muscles,
    IReadOnlyList<string> Topics)
{
    /// <summary>Lower-case key, e.g. <c>denneny2019</c>.</summary>
    public string Id { get; } = Require.Text(Id);

    /// <summary>One plain sentence that may be said.</summary>
    public string Claim { get; } = Require.Text(Claim);

    /// <summary>What it does not show.</summary>
    public string DoesNotShow { get; } = Require.Text(DoesNotShow);
}

/// <summary>A claim in circulation whose source could not be found.</summary>
/// <param name="Claim">What is claimed.</param>
/// <param name="Nearest">Ids of evidence items that come nearest.</param>
/// <param name="Advice">What to do with it.</param>
public sealed record UntracedClaim(string Claim, IReadOnlyList<string> Nearest, string Advice)
{
    /// <summary>What is claimed.</summary>
    public string Claim { get; } = Require.Text(Claim);
}
