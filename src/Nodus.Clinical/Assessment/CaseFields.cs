using System.Text.Json;

namespace Nodus.Clinical.Assessment;

/// <summary>Strict access to the fields of a JSON case: every fault becomes a <see cref="CaseFormatException"/> that names the
/// path. A JSON null is the same as a missing field.</summary>
internal static class CaseFields
{
    /// <summary>Most entries a list may have; a person has fewer zones, points and tests.</summary>
    private const int EntriesMost = 2000;

    public static void RequireObject(JsonElement element, string path, params ReadOnlySpan<string> known)
    {
        if (element.ValueKind != JsonValueKind.Object)
            throw new CaseFormatException(path, $"must be an object, not {Kind(element)}.");
        foreach (var property in element.EnumerateObject())
        {
            if (known.Contains(property.Name))
                continue;
            string[] allowed = known.ToArray();
            throw new CaseFormatException(
                Join(path, property.Name),
                $"is not a field here.{NearWord.Suggest(property.Name, allowed)} Allowed: {string.Join(", ", allowed)}.");
        }
    }

    public static bool TryGet(JsonElement owner, string name, out JsonElement value) =>
        owner.TryGetProperty(name, out value) && value.ValueKind != JsonValueKind.Null;

    public static string Word(JsonElement owner, string path, string name) =>
        TryGet(owner, name, out var value)
            ? Text(value, Join(path, name))
            : throw new CaseFormatException(Join(path, name), "is missing.");

    public static string Text(JsonElement value, string path) =>
        value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : throw new CaseFormatException(path, $"must be a text, not {Kind(value)}.");

    public static string? OptionalText(JsonElement owner, string name) =>
        TryGet(owner, name, out var value) ? Text(value, name) : null;

    public static bool? OptionalBoolean(JsonElement owner, string path, string name) =>
        TryGet(owner, name, out var value) ? Boolean(value, Join(path, name)) : null;

    public static bool Boolean(JsonElement value, string path) => value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw new CaseFormatException(path, $"must be true, false or null (unknown), not {Kind(value)}."),
    };

    public static double? OptionalNumber(JsonElement owner, string path, string name, double least, double most)
    {
        if (!TryGet(owner, name, out var value))
            return null;
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetDouble(out double number))
            throw new CaseFormatException(Join(path, name), $"must be a number from {least} to {most}, not {Kind(value)}.");
        if (!(number >= least && number <= most))
            throw new CaseFormatException(Join(path, name), $"must be from {least} to {most}, not {value.GetRawText()}.");
        return number;
    }

    public static IEnumerable<(JsonElement Element, string Path)> List(JsonElement owner, string path, string name)
    {
        if (!TryGet(owner, name, out var list))
            yield break;
        string at = Join(path, name);
        if (list.ValueKind != JsonValueKind.Array)
            throw new CaseFormatException(at, $"must be a list, not {Kind(list)}.");
        if (list.GetArrayLength() > EntriesMost)
            throw new CaseFormatException(at, $"has {list.GetArrayLength()} entries; at most {EntriesMost} are allowed.");
        int index = 0;
        foreach (var element in list.EnumerateArray())
            yield return (element, $"{at}[{index++}]");
    }

    public static string[] Texts(JsonElement owner, string path, string name) =>
        [.. List(owner, path, name).Select(entry => Text(entry.Element, entry.Path))];

    /// <summary>One word of a fixed list, by its position.</summary>
    public static int Choice(JsonElement owner, string path, string name, params ReadOnlySpan<string> allowed)
    {
        string word = Word(owner, path, name);
        int at = allowed.IndexOf(word);
        if (at >= 0)
            return at;
        string[] words = allowed.ToArray();
        throw new CaseFormatException(
            Join(path, name),
            $"\"{Shortened(word)}\" is not known.{NearWord.Suggest(word, words)} Allowed: {string.Join(", ", words)}.");
    }

    public static CaseFormatException Unknown(string path, string what, string word, IEnumerable<string> known, string hint) =>
        new(path, $"there is no {what} \"{Shortened(word)}\".{NearWord.Suggest(word, known)} Allowed: {hint}.");

    public static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    private static string Shortened(string word) => word.Length <= 60 ? word : string.Concat(word.AsSpan(0, 57), "...");

    private static string Kind(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "true or false",
    };
}
