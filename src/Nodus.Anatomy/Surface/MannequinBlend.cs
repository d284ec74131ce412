using System.Text.Json;

namespace Nodus.Anatomy.Surface;

/// <summary>A body between two descriptions of the same structure.</summary>
internal static class MannequinBlend
{
    /// <summary>Every number moved part of the way from one description to the other.</summary>
    /// <param name="from">The description at 0: name and text.</param>
    /// <param name="to">The description at 1; the same fields in lists of the same lengths.</param>
    /// <param name="t">Part of the way, 0 to 1.</param>
    /// <returns>The text of the description in between; words are those of <paramref name="from"/>.</returns>
    /// <exception cref="AtlasFormatException">The structures differ.</exception>
    public static byte[] Between(AtlasSource from, AtlasSource to, double t)
    {
        using var a = new SourceText(from.Path, from.Text);
        using var b = new SourceText(to.Path, to.Text);
        using var memory = new MemoryStream();
        using (var writer = new Utf8JsonWriter(memory)) Write(writer, a.Root, b.Root, b, t, "the body");
        return memory.ToArray();
    }

    private static void Write(
        Utf8JsonWriter writer, JsonElement a, JsonElement b, SourceText text, double t, string owner)
    {
        if (a.ValueKind != b.ValueKind) throw text.Error(b, $"{owner} is of another kind than in the neutral build");
        switch (a.ValueKind)
        {
            case JsonValueKind.Object:
                if (a.TryGetProperty("name", out JsonElement name) && name.ValueKind == JsonValueKind.String)
                    owner = $"\"{name.GetString()}\"";
                writer.WriteStartObject();
                foreach (JsonProperty p in a.EnumerateObject())
                {
                    if (IsComment(p.Name)) continue;
                    if (!b.TryGetProperty(p.Name, out JsonElement other))
                        throw text.Error(b, $"{owner} lacks \"{p.Name}\", which the neutral build has");
                    writer.WritePropertyName(p.Name);
                    Write(writer, p.Value, other, text, t, $"{owner}: \"{p.Name}\"");
                }

                foreach (JsonProperty p in b.EnumerateObject())
                {
                    if (!IsComment(p.Name) && !a.TryGetProperty(p.Name, out _))
                        throw text.Error(p.Value, $"{owner} has \"{p.Name}\", which the neutral build lacks");
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                int count = a.GetArrayLength();
                if (count != b.GetArrayLength())
                    throw text.Error(b, $"{owner} has {b.GetArrayLength()} entries, in the neutral build {count}");
                writer.WriteStartArray();
                for (int i = 0; i < count; i++) Write(writer, a[i], b[i], text, t, owner);
                writer.WriteEndArray();
                break;
            case JsonValueKind.Number:
                double x = text.Number(a, owner), y = text.Number(b, owner);
                writer.WriteNumberValue(x + (y - x) * t);
                break;
            case JsonValueKind.String when !string.Equals(a.GetString(), b.GetString(), StringComparison.Ordinal):
                throw text.Error(b, $"{owner} says \"{b.GetString()}\", in the neutral build \"{a.GetString()}\"");
            default:
                a.WriteTo(writer);
                break;
        }
    }

    // Fields of the whole file that say something to a reader, and remarks on primitives.
    private static bool IsComment(string field) => field is "note" or "units" or "height" or "axes" or "label" or "about";
}
