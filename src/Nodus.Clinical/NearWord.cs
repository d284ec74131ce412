namespace Nodus.Clinical;

/// <summary>What a mistyped word was probably meant to be.</summary>
public static class NearWord
{
    /// <summary>Words with this much of a common beginning are near, however they go on.</summary>
    private const int BeginningLeast = 5;

    /// <summary><c> Did you mean "a" or "b"?</c>, or nothing when no known word is near.</summary>
    public static string Suggest(string word, IEnumerable<string> known)
    {
        IReadOnlyList<string> near = Find(word, known);
        return near.Count == 0 ? "" : $" Did you mean {string.Join(" or ", near.Select(one => $"\"{one}\""))}?";
    }

    /// <summary>The known words that are near, at most three, nearest first.</summary>
    public static IReadOnlyList<string> Find(string word, IEnumerable<string> known)
    {
        int farthest = Math.Max(2, word.Length / 3);
        return
        [
            .. known.Select(candidate => (candidate, distance: Distance(word, candidate)))
                .Where(pair => pair.distance <= farthest || Shared(word, pair.candidate) >= BeginningLeast)
                .OrderBy(pair => pair.distance).ThenByDescending(pair => Shared(word, pair.candidate))
                .ThenBy(pair => pair.candidate, StringComparer.Ordinal)
                .Take(3).Select(pair => pair.candidate),
        ];
    }

    private static int Shared(string a, string b) => a.AsSpan().CommonPrefixLength(b);

    /// <summary>Edits between two words (Levenshtein 1966).</summary>
    private static int Distance(string a, string b)
    {
        if (a.Length > 100)
            return int.MaxValue;
        var above = Enumerable.Range(0, b.Length + 1).ToArray();
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
