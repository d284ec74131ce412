namespace Nodus.Clinical.Knowledge;

/// <summary>Which way a score is better.</summary>
public enum ScoreDirection
{
    /// <summary>Less is better.</summary>
    LowerBetter,

    /// <summary>More is better.</summary>
    HigherBetter,
}

/// <summary>What the owner of an instrument allows.</summary>
public enum LicenceClass
{
    /// <summary>The text of the items may ship with the product.</summary>
    ShipText,

    /// <summary>It may ship once the owner's terms are accepted.</summary>
    ShipWithConditions,

    /// <summary>Only code, formula, thresholds and a form for the score may ship.</summary>
    MetadataOnlyLicenceRequired,

    /// <summary>As the strictest class until the owner answers.</summary>
    UnclearAskOwner,
}

/// <summary>The scores an instrument can give.</summary>
public sealed record ScoreRange(double Min, double Max)
{
    /// <summary>Highest score.</summary>
    public double Max { get; } = Max > Min ? Max : throw new ArgumentException("A range has its lower end first.", nameof(Max));
}

/// <summary>A part of the range with a name.</summary>
public sealed record ScoreBand(double From, double To, string Name);

/// <summary>A smallest change that means something.</summary>
/// <param name="Value">In <paramref name="Unit"/>; null where only the relative one is known.</param>
/// <param name="Unit">Of the value.</param>
/// <param name="Relative">Part of the first score, 0 to 1; null where not known.</param>
/// <param name="Context">Of whom.</param>
/// <param name="Provenance">How it came here.</param>
public sealed record ScoreChange(double? Value, string Unit, double? Relative, string Context, EvidenceProvenance Provenance);

/// <summary>What may be done with the text of an instrument.</summary>
public sealed record InstrumentLicence(LicenceClass Class, string Detail, EvidenceProvenance Provenance);

/// <summary>Codes of an instrument. A code is no permission to use its text.</summary>
public sealed record InstrumentCodes(string? Panel, string? Score, IReadOnlyList<string> Also, string Provenance);

/// <summary>One item of an instrument whose licence lets its text ship.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Text">The words put to the patient.</param>
/// <param name="Min">Lowest answer.</param>
/// <param name="Max">Highest answer.</param>
/// <param name="Anchors">Words at some answers.</param>
public sealed record InstrumentQuestion(string Id, string Text, double Min, double Max, IReadOnlyDictionary<string, string> Anchors);

/// <summary>A way of measuring how somebody is.</summary>
/// <param name="Id">Lower-case key, e.g. <c>nprs</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Domain">What it measures.</param>
/// <param name="Items">How many items it has.</param>
/// <param name="Recall">Over what time.</param>
/// <param name="Range">The scores it can give.</param>
/// <param name="Direction">Which way is better.</param>
/// <param name="Scoring">How the score comes of the answers.</param>
/// <param name="Missing">What is done with unanswered items.</param>
/// <param name="Bands">Named parts of the range; may be empty.</param>
/// <param name="Mcid">Smallest changes that patients notice.</param>
/// <param name="Mdc">Smallest changes beyond the error of measurement.</param>
/// <param name="Licence">What may be done with its text.</param>
/// <param name="Loinc">Codes.</param>
/// <param name="Questions">Item texts; empty unless the licence lets them ship.</param>
/// <param name="Note">Remark; null when there is none.</param>
public sealed record OutcomeInstrument(
    string Id,
    string Name,
    string Domain,
    int Items,
    string Recall,
    ScoreRange Range,
    ScoreDirection Direction,
    string Scoring,
    string Missing,
    IReadOnlyList<ScoreBand> Bands,
    IReadOnlyList<ScoreChange> Mcid,
    IReadOnlyList<ScoreChange> Mdc,
    InstrumentLicence Licence,
    InstrumentCodes Loinc,
    IReadOnlyList<InstrumentQuestion> Questions,
    string? Note)
{
    /// <summary>Lower-case key, e.g. <c>nprs</c>.</summary>
    public string Id { get; } = Require.Text(Id);

    /// <summary>Item texts; empty unless the licence lets them ship.</summary>
    public IReadOnlyList<InstrumentQuestion> Questions { get; } = Questions.Count == 0 || Licence.Class == LicenceClass.ShipText
        ? Questions
        : throw new ArgumentException("The licence does not let the text of the items ship.", nameof(Questions));
}
