using Nodus.Clinical;
using System.Globalization;
using System.Text.Json;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Nodus.Compiler.Yaml;

/// <summary>A text with the place it stands at.</summary>
internal readonly record struct LocatedText(string Text, Mark At);

/// <summary>
/// Reads the fields of one mapping. A missing or wrong field is noted with its place and reading goes on with a
/// harmless value; <see cref="Sound"/> says whether everything so far was right. <see cref="End"/> notes unknown keys.
/// </summary>
internal sealed class FieldReader
{
    private readonly YamlMappingNode map;
    private readonly string field;
    private readonly string path;
    private readonly KnowledgeErrors errors;
    private readonly int errorsBefore;
    private readonly List<string> known = [];

    private FieldReader(YamlMappingNode map, string field, string path, KnowledgeErrors errors)
    {
        this.map = map;
        this.field = field;
        this.path = path;
        this.errors = errors;
        errorsBefore = errors.Count;
    }

    /// <summary>Where the mapping begins.</summary>
    public Mark Start => map.Start;

    /// <summary>True while nothing has gone wrong since this reader was made.</summary>
    public bool Sound => errors.Count == errorsBefore;

    /// <summary>A reader of a node that should be a mapping; null after noting that it is none.</summary>
    public static FieldReader? Of(YamlNode node, string field, string path, KnowledgeErrors errors)
    {
        if (node is YamlMappingNode map) return new FieldReader(map, field, path, errors);
        errors.Add(path, node.Start, $"{(field.Length == 0 ? "the file" : field)} must be a mapping (key: value), not {Kind(node)}.");
        return null;
    }

    /// <summary>Readers of a node that should be a list of mappings.</summary>
    public static IReadOnlyList<FieldReader> ListOf(YamlNode node, string field, string path, KnowledgeErrors errors)
    {
        if (node is YamlSequenceNode list)
        {
            return
            [
                .. list.Children.Select((child, i) => Of(child, $"{field}[{i}]", path, errors)).OfType<FieldReader>(),
            ];
        }

        errors.Add(path, node.Start, $"{(field.Length == 0 ? "the file" : field)} must be a list (- ...), not {Kind(node)}.");
        return [];
    }

    /// <summary>Notes a fault of this mapping or of one of its fields.</summary>
    public void Fault(Mark at, string message) => errors.Add(path, at, message);

    /// <summary>Where a field's value stands; the mapping's own start when the field is missing.</summary>
    public Mark At(string key) => Value(key)?.Start ?? map.Start;

    /// <summary>What messages call the mapping itself.</summary>
    public string Title => this.field.Length == 0 ? "the file" : this.field;

    /// <summary>The full name of a field, as messages call it: <c>points[0].palpation.pressureKg</c>.</summary>
    public string Name(string key) => field.Length == 0 ? key : $"{field}.{key}";

    /// <summary>Whether a field is given and not null.</summary>
    public bool Has(string key)
    {
        known.Add(key);
        return Value(key) is { } node && !IsNull(node);
    }

    /// <summary>Every key of the mapping.</summary>
    public IEnumerable<string> Keys => map.Children.Keys.OfType<YamlScalarNode>().Select(key => key.Value ?? "");

    /// <summary>The node of a field that must be given, for values of several forms; null after a fault.</summary>
    public YamlNode? Node(string key) => Needed(key, "a value");

    /// <summary>A text that must be given; empty after a fault.</summary>
    public string Text(string key)
    {
        YamlNode? node = Needed(key, "a text");
        if (node is null) return "";
        string? text = ScalarText(node, Name(key));
        return text ?? "";
    }

    /// <summary>A text that may be missing.</summary>
    public string? OptionalText(string key) => Has(key) ? ScalarText(Value(key)!, Name(key)) : null;

    /// <summary>A number within bounds; <paramref name="least"/> after a fault.</summary>
    public double Number(string key, double least, double most)
    {
        string allowed = $"a number from {least} to {most}";
        YamlNode? node = Needed(key, allowed);
        if (node is null) return least;
        if (node is YamlScalarNode { Style: ScalarStyle.Plain } scalar
            && double.TryParse(scalar.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double value))
        {
            if (value >= least && value <= most) return value;
            Fault(node.Start, $"{Name(key)} is {scalar.Value}; allowed is {allowed}.");
            return least;
        }

        Fault(node.Start, $"{Name(key)} must be {allowed}, not {Kind(node)}.");
        return least;
    }

    /// <summary>A number within bounds that may be missing.</summary>
    public double? OptionalNumber(string key, double least, double most) => Has(key) ? Number(key, least, most) : null;

    /// <summary>A whole number within bounds; <paramref name="least"/> after a fault.</summary>
    public int Count(string key, int least, int most)
    {
        double value = Number(key, least, most);
        if (Math.Floor(value) == value) return (int)value;
        Fault(At(key), $"{Name(key)} is {value.ToString(CultureInfo.InvariantCulture)}; allowed is a whole number from {least} to {most}.");
        return least;
    }

    /// <summary>true or false; false when missing, which is a fault where it is needed.</summary>
    public bool Flag(string key, bool needed = false)
    {
        YamlNode? node = needed ? Needed(key, "true or false") : Has(key) ? Value(key) : null;
        if (node is null) return false;
        if (node is YamlScalarNode { Style: ScalarStyle.Plain } scalar)
        {
            if (scalar.Value is "true") return true;
            if (scalar.Value is "false") return false;
        }

        Fault(node.Start, $"{Name(key)} must be true or false, not {Kind(node)}.");
        return false;
    }

    /// <summary>One of the words of an enumeration, in lower snake case; its first member after a fault.</summary>
    public T Choice<T>(string key)
        where T : struct, Enum
    {
        YamlNode? node = Needed(key, $"one of {string.Join(", ", Words<T>())}");
        if (node is null) return default;
        return ScalarText(node, Name(key)) is { } word ? Choice<T>(new LocatedText(word, node.Start), Name(key)) : default;
    }

    /// <summary>A list of different words of an enumeration with at least so many entries; a missing list counts as empty.</summary>
    public IReadOnlyList<T> Choices<T>(string key, int least)
        where T : struct, Enum
    {
        var choices = new List<T>();
        foreach (LocatedText word in Texts(key, least))
        {
            T choice = Choice<T>(word, Name(key));
            if (choices.Contains(choice) && Sound) Fault(word.At, $"{Name(key)} names '{word.Text}' twice.");
            choices.Add(choice);
        }

        return choices;
    }

    private T Choice<T>(LocatedText word, string name)
        where T : struct, Enum
    {
        string[] words = Words<T>();
        int index = Array.IndexOf(words, word.Text);
        if (index >= 0) return Enum.GetValues<T>()[index];
        Fault(word.At, $"{name} is '{word.Text}'; allowed is one of {string.Join(", ", words)}.{NearWord.Suggest(word.Text, words)}");
        return default;
    }

    private static string[] Words<T>()
        where T : struct, Enum =>
        [.. Enum.GetNames<T>().Select(JsonNamingPolicy.SnakeCaseLower.ConvertName)];

    /// <summary>A word that must be among known ones.</summary>
    public string Reference(string key, IReadOnlyCollection<string> among, string what)
    {
        string word = Text(key);
        if (word.Length > 0) CheckKnown(new LocatedText(word, At(key)), Name(key), among, what);
        return word;
    }

    /// <summary>A list of words that must be among known ones.</summary>
    public IReadOnlyList<string> References(string key, int least, IReadOnlyCollection<string> among, string what)
    {
        IReadOnlyList<LocatedText> words = Texts(key, least);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (LocatedText word in words)
        {
            CheckKnown(word, Name(key), among, what);
            if (!seen.Add(word.Text)) Fault(word.At, $"{Name(key)} names '{word.Text}' twice.");
        }

        return [.. words.Select(word => word.Text)];
    }

    /// <summary>A list of texts with at least so many entries; a missing list counts as empty.</summary>
    public IReadOnlyList<LocatedText> Texts(string key, int least)
    {
        if (!Has(key))
        {
            if (least > 0) Fault(At(key), $"{Name(key)} is missing; at least {least} {(least == 1 ? "entry is" : "entries are")} needed.");
            return [];
        }

        YamlNode node = Value(key)!;
        if (node is not YamlSequenceNode list)
        {
            Fault(node.Start, $"{Name(key)} must be a list, not {Kind(node)}.");
            return [];
        }

        if (list.Children.Count < least)
            Fault(node.Start, $"{Name(key)} has {list.Children.Count} entries; at least {least} {(least == 1 ? "is" : "are")} needed.");
        var texts = new List<LocatedText>(list.Children.Count);
        for (int i = 0; i < list.Children.Count; i++)
        {
            if (ScalarText(list.Children[i], $"{Name(key)}[{i}]") is { } text)
                texts.Add(new LocatedText(text, list.Children[i].Start));
        }

        return texts;
    }

    /// <summary>One list of texts, or a list of such lists; at least one text in each.</summary>
    public IReadOnlyList<IReadOnlyList<LocatedText>> TextLists(string key)
    {
        if (!(Has(key) && Value(key) is YamlSequenceNode { Children: [YamlSequenceNode, ..] } lists)) return [Texts(key, 1)];
        var all = new List<IReadOnlyList<LocatedText>>();
        for (int i = 0; i < lists.Children.Count; i++)
        {
            string name = $"{Name(key)}[{i}]";
            if (lists.Children[i] is not YamlSequenceNode { Children.Count: > 0 } list)
            {
                Fault(lists.Children[i].Start, $"{name} must be a list with at least one entry, not {Kind(lists.Children[i])}.");
                continue;
            }

            all.Add([.. list.Children.Select((child, j) => ScalarText(child, $"{name}[{j}]") is { } text ? new LocatedText(text, child.Start) : default)
                .Where(text => text.Text is not null)]);
        }

        return all;
    }

    /// <summary>A mapping that must be given; null after a fault.</summary>
    public FieldReader? Map(string key) =>
        Needed(key, "a mapping (key: value)") is { } node ? Of(node, Name(key), path, errors) : null;

    /// <summary>A mapping that may be missing.</summary>
    public FieldReader? OptionalMap(string key) => Has(key) ? Of(Value(key)!, Name(key), path, errors) : null;

    /// <summary>A list of mappings; a missing list counts as empty.</summary>
    public IReadOnlyList<FieldReader> Maps(string key) =>
        Has(key) ? ListOf(Value(key)!, Name(key), path, errors) : [];

    /// <summary>All keys with text values, for mappings whose keys are free.</summary>
    public IReadOnlyDictionary<string, string> FreeTexts()
    {
        var texts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach ((YamlNode keyNode, YamlNode value) in map.Children)
        {
            string? key = ScalarText(keyNode, field);
            if (key is not null && ScalarText(value, Name(key)) is { } text) texts[key] = text;
        }

        return texts;
    }

    /// <summary>Notes every key that was never asked for.</summary>
    public void End()
    {
        foreach (YamlNode keyNode in map.Children.Keys)
        {
            string key = (keyNode as YamlScalarNode)?.Value ?? "";
            if (known.Contains(key, StringComparer.Ordinal)) continue;
            Fault(keyNode.Start, $"{Name(key)} is not a field of the format.{NearWord.Suggest(key, known)} Fields here: {string.Join(", ", known.Distinct(StringComparer.Ordinal))}.");
        }
    }

    /// <summary>Notes a word that is not among the known ones, with what was perhaps meant.</summary>
    public void CheckKnown(LocatedText word, string name, IReadOnlyCollection<string> among, string what)
    {
        if (!among.Contains(word.Text))
            Fault(word.At, $"{name}: there is no {what} '{word.Text}'.{NearWord.Suggest(word.Text, among)}");
    }

    private YamlNode? Value(string key)
    {
        foreach ((YamlNode keyNode, YamlNode value) in map.Children)
        {
            if (keyNode is YamlScalarNode scalar && string.Equals(scalar.Value, key, StringComparison.Ordinal))
                return value;
        }

        return null;
    }

    private YamlNode? Needed(string key, string allowed)
    {
        known.Add(key);
        YamlNode? node = Value(key);
        if (node is not null && !IsNull(node)) return node;
        Fault(node?.Start ?? map.Start, $"{Name(key)} is missing; needed is {allowed}.");
        return null;
    }

    private string? ScalarText(YamlNode node, string name)
    {
        if (node is not YamlScalarNode scalar)
        {
            Fault(node.Start, $"{name} must be a text, not {Kind(node)}.");
            return null;
        }

        string text = (scalar.Value ?? "").Trim();
        if (text.Length > 0 && !IsNull(node)) return text;
        Fault(node.Start, $"{name} must not be empty.");
        return null;
    }

    private static bool IsNull(YamlNode node) =>
        node is YamlScalarNode { Style: ScalarStyle.Plain, Value: null or "" or "null" or "~" };

    private static string Kind(YamlNode node) => node switch
    {
        YamlMappingNode => "a mapping",
        YamlSequenceNode => "a list",
        YamlScalarNode { Style: ScalarStyle.Plain } scalar => $"'{scalar.Value}'",
        YamlScalarNode scalar => $"the text '{scalar.Value}'",
        _ => "something else",
    };
}
