using Microsoft.Data.Sqlite;
using Nodus.Clinical;
using Nodus.Clinical.Knowledge;
using Nodus.Web.Data;

namespace Nodus.Web.Search;

/// <summary>
/// Finds entries of the knowledge by any of their words, by beginnings of words, by everyday words and by common
/// misspellings. The index is SQLite's full text search (FTS5, Porter stemmer, BM25), in memory, made at the first search.
/// </summary>
/// <param name="data">What is searched.</param>
public sealed class SearchIndex(CompiledData data) : IDisposable
{
    private const int HitsMax = 60, QueryMax = 200, PhraseWordsMax = 6;

    private readonly Lazy<Content> content = new(() => Content.Of(data));

    /// <summary>Searches.</summary>
    /// <param name="query">What somebody typed; anything is allowed, what is beyond 200 characters is left out.</param>
    public SearchResult Find(string? query)
    {
        string[] words = Words(query ?? "");
        if (words.Length == 0) return SearchResult.Empty;
        SearchHit[] meant = [.. Meanings(words)];
        List<SearchHit> found = Match(string.Join(' ', words.Select(Quoted)));
        // All words in one entry is best; any of them is better than nothing.
        if (found.Count == 0 && words.Length > 1) found = Match(string.Join(" OR ", words.Select(Quoted)));
        found.RemoveAll(meant.Contains);
        string suggestion = found.Count + meant.Length > 0 ? "" : NearWord.Suggest(string.Join(' ', words), content.Value.Names);
        return new SearchResult(meant, found, suggestion);
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
        for (int length = Math.Min(PhraseWordsMax, words.Length); length > 0; length--)
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

    private List<SearchHit> Match(string expression)
    {
        using var connection = new SqliteConnection(content.Value.Keeper.ConnectionString);
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        // Weights of key, title, names, says, body: a word in the title says most.
        command.CommandText =
            "select key from entry where entry match $words order by bm25(entry, 0, 10, 8, 3, 1), rowid limit $most";
        command.Parameters.AddWithValue("$words", expression);
        command.Parameters.AddWithValue("$most", HitsMax);
        var hits = new List<SearchHit>();
        using SqliteDataReader reader = command.ExecuteReader();
        while (reader.Read()) hits.Add(content.Value.Hits[reader.GetString(0)]);
        return hits;
    }

    private static string[] Words(string query)
    {
        string cut = query.Length > QueryMax ? query[..QueryMax] : query;
        var letters = cut.ToLowerInvariant().Select(c => char.IsLetterOrDigit(c) ? c : c is '\'' or '’' ? '\0' : ' ').Where(c => c != '\0');
        return string.Concat(letters).Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>A word or the beginning of one, safe from FTS5's own operators.</summary>
    private static string Quoted(string word) => $"\"{word}\"*";

    private sealed record Content(
        SqliteConnection Keeper,
        IReadOnlyDictionary<string, SearchHit> Hits,
        IReadOnlyDictionary<string, IReadOnlyList<string>> Meanings,
        IReadOnlyList<string> Names)
    {
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
                keeper, documents.ToDictionary(one => one.Key, one => one.Hit, StringComparer.Ordinal), MeaningsOf(data.Library),
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
                string[] values = [one.Key, one.Hit.Title, $"{one.Names} {string.Join(' ', lay[one.Key])}", one.Hit.Says, one.Body];
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
                    string phrase = string.Join(' ', Words(word));
                    meanings[phrase] = meanings.TryGetValue(phrase, out IReadOnlyList<string>? before) ? [.. before.Union(keys, StringComparer.Ordinal)] : keys;
                }
            }

            return meanings;
        }
    }
}
