using System.Text.Json;

namespace Nodus.Clinical.Knowledge;

/// <summary>An examination that separates a rival from trigger points.</summary>
/// <param name="Name">Its name.</param>
/// <param name="How">How it is done.</param>
/// <param name="Positive">What a positive result is.</param>
/// <param name="Sensitivity">P(positive | the rival is there), 0 to 1; null when no number is known.</param>
/// <param name="Specificity">P(negative | the rival is not there), 0 to 1; null when no number is known.</param>
/// <param name="Grade">Where the numbers come from; of the test itself where there are none.</param>
/// <param name="Sources">Ids of sources; may be empty unless published.</param>
public sealed record SeparatingTest(
    string Name, string How, string Positive, double? Sensitivity, double? Specificity, Grade Grade, IReadOnlyList<string> Sources)
{
    /// <summary>Its name.</summary>
    public string Name { get; } = Require.Text(Name);

    /// <summary>How it is done.</summary>
    public string How { get; } = Require.Text(How);

    /// <summary>What a positive result is.</summary>
    public string Positive { get; } = Require.Text(Positive);

    /// <summary>P(positive | the rival is there), 0 to 1; null when no number is known.</summary>
    public double? Sensitivity { get; } = Sensitivity is { } value ? Require.Fraction(value, nameof(Sensitivity)) : null;

    /// <summary>P(negative | the rival is not there), 0 to 1; null when no number is known.</summary>
    public double? Specificity { get; } = Specificity is { } value ? Require.Fraction(value, nameof(Specificity)) : null;
}

/// <summary>How common a rival is before anything is known of the patient.</summary>
/// <param name="Value">P(it is there), for one side where it is paired; 0.0005 to 0.2.</param>
/// <param name="Grade">Where the number comes from.</param>
/// <param name="Sources">Ids of sources; may be empty unless published.</param>
/// <param name="Note">Of which people; null when nothing is noted.</param>
public sealed record RivalPrior(double Value, Grade Grade, IReadOnlyList<string> Sources, string? Note)
{
    /// <summary>Rarer than this is not ranked but asked for by the safety rules.</summary>
    public const double ValueMin = 0.0005;

    /// <summary>Nothing is commoner than this.</summary>
    public const double ValueMax = 0.2;

    /// <summary>P(it is there), for one side where it is paired; 0.0005 to 0.2.</summary>
    public double Value { get; } = Require.Between(Value, ValueMin, ValueMax);
}

/// <summary>All that is written about one rival and not needed for the ranking; loaded when its page is opened.</summary>
/// <param name="Id">Id of the <see cref="Rival"/>.</param>
/// <param name="Plain">One or two sentences for the patient.</param>
/// <param name="Synonyms">Other names in use.</param>
/// <param name="Description">The pattern in words.</param>
/// <param name="For">All findings that make it more likely, observations too.</param>
/// <param name="Against">All findings that speak against it, observations too.</param>
/// <param name="Tests">What separates it from trigger points, at least one.</param>
/// <param name="Action">What the therapist does.</param>
/// <param name="Tell">What to tell the patient.</param>
/// <param name="Prior">How common it is, of whom, and who says so.</param>
/// <param name="Notes">What was read, what is general knowledge; null when nothing is noted.</param>
public sealed record RivalMonograph(
    string Id,
    string Plain,
    IReadOnlyList<string> Synonyms,
    string Description,
    IReadOnlyList<SupportingFinding> For,
    IReadOnlyList<OpposingFinding> Against,
    IReadOnlyList<SeparatingTest> Tests,
    string Action,
    string Tell,
    RivalPrior Prior,
    string? Notes)
{
    /// <summary>Id of the <see cref="Rival"/>.</summary>
    public string Id { get; } = Require.Text(Id);

    /// <summary>What separates it from trigger points, at least one.</summary>
    public IReadOnlyList<SeparatingTest> Tests { get; } = Require.Some(Tests);

    /// <summary>What the therapist does.</summary>
    public string Action { get; } = Require.Text(Action);

    /// <summary>What to tell the patient.</summary>
    public string Tell { get; } = Require.Text(Tell);

    /// <summary>Reads what <see cref="Write"/> wrote: a file of <c>rivals/</c> in the compiled data.</summary>
    /// <exception cref="InvalidDataException">Not a monograph.</exception>
    public static RivalMonograph Read(Stream stream) => KnowledgeJson.Read(stream, KnowledgeJson.Default.RivalMonograph, "a rival's monograph", monograph => monograph);

    /// <summary>Writes as JSON, the same bytes for the same content.</summary>
    public void Write(Stream stream) => JsonSerializer.Serialize(stream, this, KnowledgeJson.Default.RivalMonograph);
}
