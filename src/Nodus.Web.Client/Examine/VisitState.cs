using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;
using Nodus.Anatomy;
using Nodus.Anatomy.Drawing;

namespace Nodus.Web.Client.Examine;

/// <summary>All that a visit can undo and a file holds: what is drawn and what was found.</summary>
/// <param name="Drawing">Where it hurts.</param>
/// <param name="Findings">What pressing, moving and asking showed.</param>
public sealed record VisitState(PainDrawing Drawing, Findings Findings)
{
    /// <summary>Reads a file.</summary>
    /// <param name="json">What <see cref="ToJson"/> wrote, or a drawing alone, as files were before they had findings.</param>
    /// <param name="atlasVersion">Version of the atlas at hand.</param>
    /// <param name="surface">Its body and zones.</param>
    /// <exception cref="DrawingFormatException">Anything wrong in it, with the field; nothing else is thrown.</exception>
    public static VisitState Parse(ReadOnlyMemory<byte> json, string atlasVersion, PainSurface surface)
    {
        try
        {
            using var file = JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false });
            JsonElement root = file.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("drawing", out JsonElement drawing))
                return new VisitState(PainDrawing.Parse(json.Span, atlasVersion, surface), Findings.None);
            foreach (JsonProperty part in root.EnumerateObject())
            {
                if (part.Name is not ("drawing" or "findings"))
                    throw new DrawingFormatException(part.Name, "is not a part of such a file; allowed are drawing, findings.");
            }

            return new VisitState(
                PainDrawing.Parse(JsonMarshal.GetRawUtf8Value(drawing), atlasVersion, surface),
                root.TryGetProperty("findings", out JsonElement findings) ? Findings.Parse(findings.GetRawText()) : Findings.None);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            // The second is the reader's word for text that is not valid Unicode.
            throw new DrawingFormatException("file", $"is not JSON: {fault.Message}", fault);
        }
    }

    /// <summary>The file as UTF-8 JSON: <c>{"drawing":…,"findings":…}</c>.</summary>
    public byte[] ToJson()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WritePropertyName("drawing");
            Drawing.WriteTo(writer);
            writer.WritePropertyName("findings");
            writer.WriteRawValue(Findings.ToJson());
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }
}
