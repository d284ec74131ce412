using System.Text.Json;
using Nodus.Clinical.Safety;

namespace Nodus.Clinical.Assessment;

/// <summary>
/// An assessment as it is kept: what went in, and what came out with the versions that made it. Run again with the same
/// engine, knowledge and atlas it gives the same bytes.
/// </summary>
/// <param name="Made">When it was made.</param>
/// <param name="Case">The case as it was given: UTF-8 JSON of the machine interface.</param>
/// <param name="NoToTheRest">Whether every question left open was said to be answered by no.</param>
/// <param name="By">A clinician's decision to open the gate; null for none.</param>
/// <param name="Result">What came out: <see cref="SealedDifferential.ToJson"/>.</param>
public sealed record SavedAssessment(DateTimeOffset Made, ReadOnlyMemory<byte> Case, bool NoToTheRest, GateOverride? By, ReadOnlyMemory<byte> Result)
{
    private const string Format = "nodus-assessment-1";

    /// <summary>The file: one JSON object.</summary>
    public byte[] ToJson()
    {
        using var memory = new MemoryStream();
        using (var writer = new Utf8JsonWriter(memory))
        {
            writer.WriteStartObject();
            writer.WriteString("format", Format);
            writer.WriteString("made", Made);
            writer.WriteBoolean("noToTheRest", NoToTheRest);
            if (By is { } by)
            {
                writer.WriteStartObject("override");
                writer.WriteString("clinician", by.Clinician);
                writer.WriteString("reason", by.Reason.ToWord());
                writer.WriteString("text", by.Text);
                writer.WriteStartArray("rules");
                foreach (string rule in by.Rules) writer.WriteStringValue(rule);
                writer.WriteEndArray();
                writer.WriteEndObject();
            }

            writer.WritePropertyName("case");
            writer.WriteRawValue(Case.Span);
            writer.WritePropertyName("result");
            writer.WriteRawValue(Result.Span);
            writer.WriteEndObject();
        }

        return memory.ToArray();
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidDataException">Something else, or damaged; the message names the field.</exception>
    public static SavedAssessment Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            JsonElement root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("format", out JsonElement format) || !format.ValueEquals(Format))
                throw new InvalidDataException($"Not a saved assessment: format must be \"{Format}\".");
            return new SavedAssessment(
                Field(root, "made").GetDateTimeOffset(), Raw(Field(root, "case")), Field(root, "noToTheRest").GetBoolean(),
                root.TryGetProperty("override", out JsonElement by) ? Override(by) : null, Raw(Field(root, "result")));
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw new InvalidDataException($"Not a saved assessment: {fault.Message}", fault);
        }
    }

    private static GateOverride Override(JsonElement by)
    {
        string reason = Field(by, "reason").GetString() ?? "";
        OverrideReason? known = Enum.GetValues<OverrideReason>().Cast<OverrideReason?>().FirstOrDefault(one => one!.Value.ToWord() == reason);
        return new GateOverride(
            Field(by, "clinician").GetString()!, known ?? throw new InvalidDataException($"Not a saved assessment: override.reason is \"{reason}\"."),
            Field(by, "text").GetString()!, [.. Field(by, "rules").EnumerateArray().Select(rule => rule.GetString()!)]);
    }

    private static JsonElement Field(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out JsonElement value) ? value : throw new InvalidDataException($"Not a saved assessment: {name} is missing.");

    private static byte[] Raw(JsonElement value) => System.Text.Encoding.UTF8.GetBytes(value.GetRawText());
}
