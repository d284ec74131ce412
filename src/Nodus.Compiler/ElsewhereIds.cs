using System.Text.Json;
using Nodus.Clinical;
using Nodus.Compiler.Entries;

namespace Nodus.Compiler;

/// <summary>
/// Ids that stand in other folders than the one being checked: several authors write at the same time, and each one's
/// folder holds a part. A line names one, as in <c>rival radiculopathy_c6</c>; lines that begin with # are remarks.
/// </summary>
public sealed class ElsewhereIds
{
    private static readonly Dictionary<string, EntryKind> Kinds =
        Enum.GetValues<EntryKind>().ToDictionary(kind => JsonNamingPolicy.SnakeCaseLower.ConvertName(kind.ToString()), StringComparer.Ordinal);

    private readonly ILookup<EntryKind, string> ids;

    private ElsewhereIds(HashSet<(EntryKind Kind, string Id)> ids) => this.ids = ids.ToLookup(entry => entry.Kind, entry => entry.Id);

    /// <summary>No such ids: the folder is complete.</summary>
    public static ElsewhereIds None { get; } = new([]);

    /// <summary>Whether the folder is complete by itself.</summary>
    public bool IsEmpty => ids.Count == 0;

    /// <summary>The ids of one kind.</summary>
    public IEnumerable<string> Of(EntryKind kind) => ids[kind];

    /// <summary>Reads files of such ids.</summary>
    /// <exception cref="InvalidDataException">A line has another form; the message names it.</exception>
    public static ElsewhereIds Read(IEnumerable<string> files)
    {
        var found = new HashSet<(EntryKind Kind, string Id)>();
        foreach (string file in files)
        {
            int line = 0;
            foreach (string text in File.ReadLines(file))
            {
                line++;
                string[] words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
                if (words.Length == 0 || words[0].StartsWith('#')) continue;
                if (!Kinds.TryGetValue(words[0], out EntryKind kind))
                    throw new InvalidDataException($"{file}({line}): '{words[0]}' is no kind of entry; allowed is one of {string.Join(", ", Kinds.Keys)}.{NearWord.Suggest(words[0], Kinds.Keys)}");
                if (words.Length != 2)
                    throw new InvalidDataException($"{file}({line}): a line is a kind and an id, as in 'rival radiculopathy_c6'.");
                found.Add((kind, words[1]));
            }
        }

        return new ElsewhereIds(found);
    }
}
