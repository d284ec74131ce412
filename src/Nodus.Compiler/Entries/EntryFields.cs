using Nodus.Clinical.Knowledge;
using Nodus.Compiler.Yaml;

namespace Nodus.Compiler.Entries;

/// <summary>Fields that entries of several kinds have in common.</summary>
internal static class EntryFields
{
    /// <summary>The id of an entry that has a file of its own; the file must be named after it.</summary>
    public static string IdOfFile(this FieldReader fields, string stem)
    {
        string id = fields.Text("id");
        if (id.Length > 0 && !string.Equals(id, stem, StringComparison.Ordinal))
            fields.Fault(fields.At("id"), $"id is '{id}', but the file is named '{stem}.yaml'; the two must be the same.");
        return id;
    }

    /// <summary>A list of texts with at least so many entries; a missing list counts as empty.</summary>
    public static IReadOnlyList<string> Words(this FieldReader fields, string key, int least) =>
        [.. fields.Texts(key, least).Select(text => text.Text)];

    /// <summary><c>grade</c> and <c>sources</c>: what is published names where.</summary>
    public static (Grade Grade, IReadOnlyList<string> Sources) Graded(this FieldReader fields, KnowledgeNames names)
    {
        var grade = fields.Choice<Grade>("grade");
        IReadOnlyList<string> sources = fields.References("sources", 0, names.Of(EntryKind.Source), "source");
        if (grade == Grade.Published && fields.Has("grade") && sources.Count == 0)
            fields.Fault(fields.At("grade"), $"{fields.Name("grade")} is published, so {fields.Name("sources")} must name where.");
        return (grade, sources);
    }

    /// <summary><c>doi</c> and <c>url</c>, both optional.</summary>
    public static (string? Doi, string? Url) Addresses(this FieldReader fields)
    {
        string? doi = fields.OptionalText("doi"), url = fields.OptionalText("url");
        if (doi is not null && !doi.StartsWith("10.", StringComparison.Ordinal))
            fields.Fault(fields.At("doi"), $"{fields.Name("doi")} is '{doi}'; a DOI begins with '10.' and has no resolver address.");
        if (url is not null && !Uri.TryCreate(url, UriKind.Absolute, out _))
            fields.Fault(fields.At("url"), $"{fields.Name("url")} is '{url}'; allowed is an absolute address.");
        return (doi, url);
    }

    /// <summary>The entries of a list of mappings; two that say the same thing are a fault.</summary>
    /// <param name="fields">What has the list.</param>
    /// <param name="key">The field; a missing list counts as empty.</param>
    /// <param name="read">Reads one; null after a fault.</param>
    /// <param name="subject">What an entry is about.</param>
    public static IReadOnlyList<T> Each<T>(this FieldReader fields, string key, Func<FieldReader, T?> read, Func<T, object> subject)
        where T : class
    {
        var entries = new List<T>();
        var seen = new HashSet<object>();
        foreach (FieldReader map in fields.Maps(key))
        {
            if (read(map) is not { } entry) continue;
            if (!seen.Add(subject(entry))) map.Fault(map.Start, $"{map.Title} is about the same as an entry before it.");
            entries.Add(entry);
        }

        return entries;
    }
}
