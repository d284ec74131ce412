using Nodus.Clinical.Knowledge;
using Nodus.Compiler.Yaml;
using YamlDotNet.Core;

namespace Nodus.Compiler.Entries;

/// <summary>Reads the files of sources, movement tests, activities and signs; several files of a folder are one list.</summary>
internal sealed class VocabularyReader(KnowledgeErrors errors)
{
    private readonly Dictionary<(EntryKind Kind, string Id), (string Path, Mark At)> defined = [];

    /// <summary>
    /// Ids read so far, those of damaged entries too: who names a damaged entry need not be told that it is unknown.
    /// </summary>
    public IEnumerable<string> IdsOf(EntryKind kind) => defined.Keys.Where(key => key.Kind == kind).Select(key => key.Id);

    /// <summary>Reads sources.</summary>
    public IReadOnlyList<Source> Sources(IEnumerable<KnowledgeText> files) => Read(files, EntryKind.Source, (fields, id) =>
    {
        string cite = fields.Text("cite");
        var kind = fields.Choice<SourceKind>("kind");
        var read = fields.Choice<SourceReading>("read");
        string? doi = fields.OptionalText("doi");
        string? url = fields.OptionalText("url");
        if (doi is not null && !doi.StartsWith("10.", StringComparison.Ordinal))
            fields.Fault(fields.At("doi"), $"{fields.Name("doi")} is '{doi}'; a DOI begins with '10.' and has no resolver address.");
        if (url is not null && !Uri.TryCreate(url, UriKind.Absolute, out _))
            fields.Fault(fields.At("url"), $"{fields.Name("url")} is '{url}'; allowed is an absolute address.");
        fields.End();
        return fields.Sound ? new Source(id, cite, kind, read, doi, url) : null;
    }, source => source.Id);

    /// <summary>Reads movement tests.</summary>
    public IReadOnlyList<Movement> Movements(IEnumerable<KnowledgeText> files) => Read(files, EntryKind.Movement, (fields, id) =>
    {
        string name = fields.Text("name"), how = fields.Text("how"), normal = fields.Text("normal");
        string joint = fields.Text("joint");
        var grade = fields.Choice<Grade>("grade");
        fields.End();
        return fields.Sound ? new Movement(id, name, how, normal, joint, grade) : null;
    }, movement => movement.Id);

    /// <summary>Reads activities.</summary>
    public IReadOnlyList<DailyActivity> Activities(IEnumerable<KnowledgeText> files) => Read(files, EntryKind.Activity, (fields, id) =>
    {
        string name = fields.Text("name"), plain = fields.Text("plain");
        fields.End();
        return fields.Sound ? new DailyActivity(id, name, plain) : null;
    }, activity => activity.Id);

    /// <summary>Reads signs.</summary>
    public IReadOnlyList<Sign> Signs(IEnumerable<KnowledgeText> files) => Read(files, EntryKind.Sign, (fields, id) =>
    {
        string name = fields.Text("name"), plain = fields.Text("plain");
        fields.End();
        return fields.Sound ? new Sign(id, name, plain) : null;
    }, sign => sign.Id);

    private List<T> Read<T>(
        IEnumerable<KnowledgeText> files, EntryKind kind, Func<FieldReader, string, T?> entry, Func<T, string> key)
        where T : class
    {
        var entries = new List<T>();
        foreach (KnowledgeText file in files)
        {
            if (YamlFile.Load(file.Path, file.Text, errors) is not { } root) continue;
            foreach (FieldReader fields in FieldReader.ListOf(root, "", file.Path, errors))
            {
                string id = Id(fields, file.Path, kind);
                if (entry(fields, id) is { } read) entries.Add(read);
            }
        }

        return [.. entries.DistinctBy(key, StringComparer.Ordinal).OrderBy(key, StringComparer.Ordinal)];
    }

    private string Id(FieldReader fields, string path, EntryKind kind)
    {
        string id = fields.Text("id");
        if (id.Length == 0) return id;
        Mark at = fields.At("id");
        if (!id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_'))
            fields.Fault(at, $"{fields.Name("id")} is '{id}'; allowed are lower-case letters, digits and '_'.");
        if (!defined.TryAdd((kind, id), (path, at)))
        {
            (string otherPath, Mark otherAt) = defined[(kind, id)];
            fields.Fault(at, $"The {kind.ToWords()} '{id}' is already defined in {otherPath}({otherAt.Line},{otherAt.Column}).");
        }

        return id;
    }
}

/// <summary>A knowledge file that has been read from disk.</summary>
/// <param name="Path">Relative to the data folder, with '/'.</param>
/// <param name="Text">Its content.</param>
internal sealed record KnowledgeText(string Path, string Text)
{
    /// <summary>The file's name without folder and ending.</summary>
    public string Stem => System.IO.Path.GetFileNameWithoutExtension(Path);
}
