using Nodus.Compiler.Yaml;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Nodus.Compiler.Entries;

/// <summary>
/// The files whose entries stand in lists; several files of a folder are one list. All ids are known before the first
/// entry is read, so that entries may refer to each other in any order.
/// </summary>
internal sealed class EntryLists(KnowledgeErrors errors)
{
    private readonly Dictionary<EntryKind, List<(string Path, YamlNode Root)>> roots = [];
    private readonly Dictionary<(EntryKind Kind, string Id), (string Path, Mark At)> defined = [];

    /// <summary>Takes the files of a kind.</summary>
    public void Load(EntryKind kind, IEnumerable<KnowledgeText> files)
    {
        List<(string Path, YamlNode Root)> loaded = roots[kind] = [];
        foreach (KnowledgeText file in files)
        {
            if (YamlFile.Load(file.Path, file.Text, errors) is not { } root) continue;
            loaded.Add((file.Path, root));
            if (root is not YamlSequenceNode list) continue;
            foreach (YamlMappingNode entry in list.Children.OfType<YamlMappingNode>())
            {
                if (IdOf(entry) is { } id) defined.TryAdd((kind, id.Text), (file.Path, id.At));
            }
        }
    }

    /// <summary>
    /// Ids of a kind, those of damaged entries too: who names a damaged entry need not be told that it is unknown.
    /// </summary>
    public IEnumerable<string> IdsOf(EntryKind kind) => defined.Keys.Where(key => key.Kind == kind).Select(key => key.Id);

    /// <summary>Where an entry stands; null for one that is not in a list.</summary>
    public (string Path, Mark At)? Place(EntryKind kind, string id) =>
        defined.TryGetValue((kind, id), out (string Path, Mark At) place) ? place : null;

    /// <summary>Reads all entries of a kind.</summary>
    /// <param name="kind">Which.</param>
    /// <param name="read">Reads one whose id is known; null after a fault.</param>
    /// <returns>What could be read, sorted by id.</returns>
    public IReadOnlyList<T> Read<T>(EntryKind kind, Func<FieldReader, string, T?> read)
        where T : class
    {
        var entries = new SortedDictionary<string, T>(StringComparer.Ordinal);
        foreach ((string path, YamlNode root) in roots[kind])
        {
            foreach (FieldReader fields in FieldReader.ListOf(root, "", path, errors))
            {
                string id = Id(fields, path, kind);
                if (read(fields, id) is { } entry) entries.TryAdd(id, entry);
            }
        }

        return [.. entries.Values];
    }

    /// <summary>Notes ids that two kinds share where a case names either by id alone.</summary>
    /// <param name="elsewhere">Ids that other folders define.</param>
    /// <param name="kinds">The kinds to keep apart.</param>
    public void KeepApart(ElsewhereIds elsewhere, IReadOnlyList<EntryKind> kinds)
    {
        foreach (EntryKind kind in kinds)
        {
            foreach (string id in IdsOf(kind))
            {
                // Between two kinds of this folder the later one is named, as a second definition would be.
                bool Clashes(EntryKind other) => other < kind && defined.ContainsKey((other, id))
                    || other != kind && elsewhere.Of(other).Contains(id, StringComparer.Ordinal);
                foreach (EntryKind other in kinds.Where(Clashes))
                {
                    (string path, Mark at) = defined[(kind, id)];
                    string where = defined.TryGetValue((other, id), out (string Path, Mark At) place) ? place.Path : "another folder";
                    errors.Add(path, at, $"The {kind.ToWords()} '{id}' has the id of the {other.ToWords()} in {where}; a case could not tell them apart.");
                }
            }
        }
    }

    private static LocatedText? IdOf(YamlMappingNode entry)
    {
        foreach ((YamlNode key, YamlNode value) in entry.Children)
        {
            if (key is YamlScalarNode { Value: "id" } && value is YamlScalarNode { Value: { Length: > 0 } id })
                return new LocatedText(id.Trim(), value.Start);
        }

        return null;
    }

    private string Id(FieldReader fields, string path, EntryKind kind)
    {
        string id = fields.Text("id");
        if (id.Length == 0) return id;
        Mark at = fields.At("id");
        if (!id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_'))
            fields.Fault(at, $"{fields.Name("id")} is '{id}'; allowed are lower-case letters, digits and '_'.");
        if (defined.TryGetValue((kind, id), out (string Path, Mark At) first) && first != (path, at))
            fields.Fault(at, $"The {kind.ToWords()} '{id}' is already defined in {first.Path}({first.At.Line},{first.At.Column}).");
        return id;
    }
}
