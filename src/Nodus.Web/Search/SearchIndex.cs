using Microsoft.Data.Sqlite;
using Nodus.Clinical;
using Nodus.Clinical.Knowledge;
using Nodus.Web.Data;

namespace Nodus.Web.Search;

/// <summary>
/// Finds entries of the knowledge by any of their words, by beginnings of words, by everyday words and by common
/// misspellings. The index is SQLite's full text search (FTS5, Porter stemmer, BM25), in memory, made at the first search.
/// Whose name it is comes before who only mentions it, whatever BM25 says: that measure prefers short entries, and a
/// muscle has the longest.
/// </summary>
/// <param name="data">What is searched.</param>
public sealed class SearchIndex(CompiledData data) : IDisposable
{
    private const int HitsMax = 60, QueryMax = 200;

    private readonly Lazy<Content> content = new(() => Content.Of(data));

    /// <summary>Searches.</summary>
    /// <param name="query">What somebody typed; anything is allowed, what is beyond 200 characters is left out.</param>
    public SearchResult Find(string? query)
    {
        string[] words = Words(query ?? "");
        if (words.Length == 0) return SearchResult.Empty;
        SearchHit[] meant = [.. Meanings(words)];
        List<SearchHit> found = Match(words, " ");
        // All words in one entry is best; any of them is better than nothing.
        if (found.Count == 0 && words.Length > 1) found = Match(words, " OR ");
        found.RemoveAll(meant.Contains);
        IReadOnlyList<string> near = found.Count + meant.Length > 0 ? [] : NearWord.Find(string.Join(' ', words), content.Value.Names);
        return new SearchResult(meant, found, near);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (content.IsValueCreated) content.Value.Keeper.Dispose();
    }

    /// <summary>Everyday phrases in the query, longer ones first, in their own order of likelihood.</summary>
    private IEnumerable<SearchHit> Meanings(string[] words)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (int length = Math.Min(content.Value.PhraseWordsMax, words.Length); length > 0; length--)
        {
            for (int from = 0; from + length <= words.Length; from++)
            {
                string phrase = string.Join(' ', words[from..(from + length)]);
                if (!content.Value.Meanings.TryGetValue(phrase, out IReadOnlyList<string>? keys)) continue;
                foreach (string key in keys.Where(seen.Add))
                    if (content.Value.Hits.TryGetValue(key, out SearchHit? hit)) yield return hit;
            }

            if (seen.Count > 0) yield break;
        }
    }

    private List<SearchHit> Match(string[] words, string joint)
    {
        using var connection = new SqliteConnection(content.Value.Keeper.ConnectionString);
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        // Weights of key, title, names, says, body: a word in the title says most.
        command.CommandText =
            "select key from entry where entry match $words order by bm25(entry, 0, 10, 8, 3, 1), rowid";
        command.Parameters.AddWithValue("$words", string.Join(joint, words.Select(Quoted)));
        var keys = new List<string>();
        using SqliteDataReader reader = command.ExecuteReader();
        while (reader.Read()) keys.Add(reader.GetString(0));
        string asked = string.Join(' ', words);
        return [.. keys.OrderBy(key => Distance(key, asked)).Take(HitsMax).Select(key => content.Value.Hits[key])];
    }

    /// <summary>0 for a title, 1 for another name, then titles that begin so by their length, then all else, in BM25's order.</summary>
    private int Distance(string key, string asked)
    {
        string[] names = content.Value.NamesOf[key];
        int at = Array.IndexOf(names, asked);
        return at == 0 ? 0 : at > 0 ? 1 : names[0].StartsWith(asked, StringComparison.Ordinal) ? 2 + names[0].Length : int.MaxValue;
    }

    private static string[] Words(string query)
    {
        string cut = query.Length > QueryMax ? query[..QueryMax] : query;
        var letters = cut.ToLowerInvariant().Select(c => char.IsLetterOrDigit(c) ? c : c is '\'' or '’' ? '\0' : ' ').Where(c => c != '\0');
        return string.Concat(letters).Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>A name as <see cref="Words"/> sees it.</summary>
    private static string Plain(string name) => string.Join(' ', Words(name));

    /// <summary>A word or the beginning of one, safe from FTS5's own operators.</summary>
    private static string Quoted(string word) => $"\"{word}\"*";

    private sealed record Content(
        SqliteConnection Keeper,
        IReadOnlyDictionary<string, SearchHit> Hits,
        IReadOnlyDictionary<string, string[]> NamesOf,
        IReadOnlyDictionary<string, IReadOnlyList<string>> Meanings,
        IReadOnlyList<string> Names)
    {
        /// <summary>How many words the longest everyday phrase has.</summary>
        public int PhraseWordsMax { get; } = Meanings.Keys.Select(phrase => phrase.Count(c => c == ' ') + 1).DefaultIfEmpty().Max();

        public static Content Of(CompiledData data)
        {
            SearchDocument[] documents = [.. SearchDocuments.Of(data)];
            // A shared in-memory database lives as long as one connection to it: this one.
            var keeper = new SqliteConnection($"Data Source=search-{Guid.NewGuid():N};Mode=Memory;Cache=Shared");
            keeper.Open();
            ILookup<string, string> lay = data.Library.LayWords
                .SelectMany(entry => entry.Means, (entry, meaning) => (Key: $"{meaning.Kind} {meaning.Id}", entry.Words))
                .SelectMany(pair => pair.Words, (pair, word) => (pair.Key, word))
                .ToLookup(pair => pair.Key, pair => pair.word, StringComparer.Ordinal);
            Fill(keeper, documents, lay);
            return new Content(
                keeper, documents.ToDictionary(one => one.Key, one => one.Hit, StringComparer.Ordinal),
                documents.ToDictionary(one => one.Key, one => (string[])[.. one.Names.Prepend(one.Hit.Title).Select(Plain)], StringComparer.Ordinal),
                MeaningsOf(data.Library),
                [.. documents.Select(one => one.Hit.Title.ToLowerInvariant()), .. data.Library.LayWords.SelectMany(entry => entry.Words)]);
        }

        private static void Fill(SqliteConnection connection, SearchDocument[] documents, ILookup<string, string> lay)
        {
            using SqliteTransaction transaction = connection.BeginTransaction();
            using SqliteCommand create = connection.CreateCommand();
            create.CommandText =
                "create virtual table entry using fts5(key unindexed, title, names, says, body, tokenize = 'porter unicode61 remove_diacritics 2', prefix = '2 3')";
            create.ExecuteNonQuery();
            using SqliteCommand insert = connection.CreateCommand();
            insert.CommandText = "insert into entry values ($key, $title, $names, $says, $body)";
            SqliteParameter[] parameters =
                [.. new[] { "$key", "$title", "$names", "$says", "$body" }.Select(name => insert.Parameters.Add(name, SqliteType.Text))];
            foreach (SearchDocument one in documents)
            {
                string[] values = [one.Key, one.Hit.Title, string.Join(' ', one.Names.Concat(lay[one.Key])), one.Hit.Says, one.Body];
                for (int i = 0; i < values.Length; i++) parameters[i].Value = values[i];
                insert.ExecuteNonQuery();
            }

            transaction.Commit();
        }

        private static Dictionary<string, IReadOnlyList<string>> MeaningsOf(KnowledgeLibrary library)
        {
            var meanings = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
            foreach (LayWord entry in library.LayWords)
            {
                string[] keys = [.. entry.Means.Select(meaning => $"{meaning.Kind} {meaning.Id}")];
                foreach (string word in entry.Words)
                {
                    string phrase = Plain(word);
                    meanings[phrase] = meanings.TryGetValue(phrase, out IReadOnlyList<string>? before) ? [.. before.Union(keys, StringComparer.Ordinal)] : keys;
                }
            }

            return meanings;
        }
    }
}
