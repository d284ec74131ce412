using System.Text.Json;
using System.Text.Json.Serialization;
using Nodus.Clinical.Assessment;
using Nodus.Clinical.Knowledge;
using Nodus.Clinical.Safety;

namespace Nodus.Web.Client.Safety;

/// <summary>Everything of a case that is asked and not drawn, as it is kept on the device.</summary>
public sealed record Intake
{
    /// <summary>Nothing asked yet.</summary>
    public static Intake Empty { get; } = new();

    /// <summary>The person in pain answers; no muscle is named then, and the gate cannot be overridden.</summary>
    public bool IsPatient { get; init; }

    /// <summary>Age in years; null when not told.</summary>
    public int? Age { get; init; }

    /// <summary>Sex.</summary>
    public Sex Sex { get; init; }

    /// <summary>The complaint in the patient's words.</summary>
    public string Text { get; init; } = "";

    /// <summary>Yes and no by question.</summary>
    public IReadOnlyDictionary<string, bool> Answers { get; init; } = new Dictionary<string, bool>(StringComparer.Ordinal);

    /// <summary>Questions answered "not sure".</summary>
    public IReadOnlyList<string> Unsure { get; init; } = [];

    /// <summary>A clinician's decision to open the gate; null for none.</summary>
    public GateOverride? Override { get; init; }

    /// <summary>Reads what <see cref="ToJson"/> wrote; what cannot be read counts as nothing.</summary>
    public static Intake Parse(string? json)
    {
        if (json is null) return Empty;
        try
        {
            // A field that is not there is read as null, whatever the type says.
            return JsonSerializer.Deserialize(json, IntakeJson.Default.Intake) is { } read
                ? read with { Text = read.Text ?? "", Answers = read.Answers ?? Empty.Answers, Unsure = read.Unsure ?? [] }
                : Empty;
        }
        catch (Exception fault) when (fault is JsonException or ArgumentException)
        {
            return Empty;
        }
    }

    /// <summary>As JSON, to be kept.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, IntakeJson.Default.Intake);

    /// <summary>A case with these answers and some pain.</summary>
    public Case With(IReadOnlyList<PainReport> pain) => new()
    {
        Age = Age,
        Sex = Sex,
        Pain = pain,
        Answers = Answers,
        Unsure = Unsure.ToHashSet(StringComparer.Ordinal),
        PatientText = string.IsNullOrWhiteSpace(Text) ? null : Text,
    };

    /// <summary>With some more answers; null is "not sure".</summary>
    public Intake Answer(IEnumerable<string> facts, bool? answer)
    {
        string[] ids = [.. facts];
        var answers = Answers.Where(one => !ids.Contains(one.Key)).ToDictionary(StringComparer.Ordinal);
        if (answer is { } known)
        {
            foreach (string id in ids) answers[id] = known;
        }

        return this with { Answers = answers, Unsure = [.. Unsure.Except(ids), .. answer is null ? ids : []] };
    }

    /// <summary>Without an answer to some questions.</summary>
    public Intake Forget(string fact) => this with
    {
        Answers = Answers.Where(one => one.Key != fact).ToDictionary(StringComparer.Ordinal),
        Unsure = [.. Unsure.Where(one => one != fact)],
    };
}

/// <summary>Writers made at build time, so that trimming in the browser cannot remove what they need.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(Intake))]
internal sealed partial class IntakeJson : JsonSerializerContext;
