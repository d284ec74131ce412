namespace Nodus.Compiler.Yaml;

/// <summary>Finds what an author probably meant.</summary>
internal static class NearMiss
{
    private const int Shown = 3;

    /// <summary><c> Did you mean 'a' or 'b'?</c>, or nothing when no known word is near.</summary>
    public static string Suggest(string word, IEnumerable<string> known)
    {
        int farthest = Math.Max(2, word.Length / 3);
        string[] near =
        [
            .. known.Select(candidate => (candidate, distance: Distance(word, candidate)))
                .Where(pair => pair.distance <= farthest)
                .OrderBy(pair => pair.distance)
                .ThenBy(pair => pair.candidate, StringComparer.Ordinal)
                .Take(Shown)
                .Select(pair => $"'{pair.candidate}'"),
        ];
        return near.Length == 0 ? "" : $" Did you mean {string.Join(" or ", near)}?";
    }

    /// <summary>Edit distance (Levenshtein 1966): insertions, deletions and replacements, each at cost 1.</summary>
    public static int Distance(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        var above = new int[b.Length + 1];
        for (int j = 0; j < above.Length; j++) above[j] = j;
        for (int i = 0; i < a.Length; i++)
        {
            int diagonal = above[0];
            above[0] = i + 1;
            for (int j = 0; j < b.Length; j++)
            {
                int replaced = diagonal + (char.ToLowerInvariant(a[i]) == char.ToLowerInvariant(b[j]) ? 0 : 1);
                diagonal = above[j + 1];
                above[j + 1] = Math.Min(replaced, Math.Min(diagonal, above[j]) + 1);
            }
        }

        return above[^1];
    }
}
