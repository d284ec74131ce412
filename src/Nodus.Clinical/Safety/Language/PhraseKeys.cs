namespace Nodus.Clinical.Safety.Language;

/// <summary>
/// The words that patterns are made of, numbered: a text is compared with this list once, and then most patterns are known
/// not to match without being tried.
/// </summary>
internal sealed class PhraseKeys
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);

    /// <summary>The number of a word of a pattern, such as <c>chest</c>, <c>numb*</c> or <c>#</c>.</summary>
    public int Of(string word)
    {
        if (numbers.TryGetValue(word, out int number)) return number;
        numbers.Add(word, numbers.Count);
        return numbers.Count - 1;
    }

    /// <summary>Which words a text holds, by number: a word itself, what stands before its apostrophe, with any ending, or any number.</summary>
    public bool[] HeldBy(IEnumerable<PatientWord> words)
    {
        var held = new bool[numbers.Count];
        Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup = numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> start = stackalloc char[PatientText.WordMost + 1];
        foreach (string word in words.SelectMany(one => new[] { one.Word, one.Stem }).Distinct(StringComparer.Ordinal))
        {
            if (lookup.TryGetValue(word, out int whole)) held[whole] = true;
            if (char.IsAsciiDigit(word[0]) && lookup.TryGetValue("#", out int number)) held[number] = true;
            for (int length = 1; length <= word.Length; length++)
            {
                word.AsSpan(0, length).CopyTo(start);
                start[length] = '*';
                if (lookup.TryGetValue(start[..(length + 1)], out int prefix)) held[prefix] = true;
            }
        }

        return held;
    }
}
