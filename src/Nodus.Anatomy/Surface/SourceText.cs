using System.Runtime.InteropServices;
using System.Text.Json;

namespace Nodus.Anatomy.Surface;

/// <summary>A JSON file together with where its values stand, so that a complaint names file and line.</summary>
internal sealed class SourceText : IDisposable
{
    private readonly byte[] bytes;
    private readonly JsonDocument document;

    public SourceText(string path, byte[] bytes)
    {
        Path = path;
        this.bytes = bytes;
        try
        {
            document = JsonDocument.Parse(bytes);
        }
        catch (JsonException e)
        {
            throw new AtlasFormatException(path, (int)(e.LineNumber ?? 0) + 1, "not valid JSON: " + e.Message, e);
        }
    }

    public string Path { get; }

    public JsonElement Root => document.RootElement;

    public AtlasFormatException Error(JsonElement at, string problem)
    {
        ReadOnlySpan<byte> value = JsonMarshal.GetRawUtf8Value(at);
        int line = bytes.AsSpan().Overlaps(value, out int offset) ? 1 + bytes.AsSpan(0, offset).Count((byte)'\n') : 1;
        return new AtlasFormatException(Path, line, problem);
    }

    public JsonElement Require(JsonElement parent, string field, JsonValueKind kind, string owner)
    {
        if (parent.ValueKind != JsonValueKind.Object) throw Error(parent, $"{owner} must be an object");
        if (!parent.TryGetProperty(field, out JsonElement value)) throw Error(parent, $"{owner} lacks \"{field}\"");
        return value.ValueKind == kind
            ? value
            : throw Error(value, $"{owner}: \"{field}\" must be {Word(kind)}, not {Word(value.ValueKind)}");
    }

    public double Number(JsonElement value, string owner) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out double number) && double.IsFinite(number)
            ? number
            : throw Error(value, $"{owner} must be a finite number, not {Word(value.ValueKind)}");

    public double[] Numbers(JsonElement value, string owner, int least, int most)
    {
        if (value.ValueKind != JsonValueKind.Array) throw Error(value, $"{owner} must be a list of numbers");
        int n = value.GetArrayLength();
        if (n < least || n > most)
            throw Error(value, $"{owner} must hold {(least == most ? least : $"{least} to {most}")} numbers, not {n}");
        return [.. value.EnumerateArray().Select(e => Number(e, owner))];
    }

    public void Dispose() => document.Dispose();

    private static string Word(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Array => "a list",
        JsonValueKind.Object => "an object",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.True or JsonValueKind.False => "true or false",
        _ => "null",
    };
}
