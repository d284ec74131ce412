namespace Nodus.Clinical.Safety.Language;

/// <summary>Words from the first to the last, both included.</summary>
/// <param name="First">The first word.</param>
/// <param name="Last">The last word.</param>
/// <param name="Named">The words that the pattern names, a bit each from the first; the rest stands in its gaps.</param>
internal readonly record struct WordSpan(int First, int Last, ulong Named)
{
    /// <summary>A row of words without gaps.</summary>
    public WordSpan(int first, int last)
        : this(first, last, last - first >= 63 ? ulong.MaxValue : (1UL << (last - first + 1)) - 1)
    {
    }

    /// <summary>Whether the pattern names a word.</summary>
    public bool Names(int word) => word >= First && word <= Last && word - First < 64 && (Named >> (word - First) & 1) != 0;

    /// <summary>The two together.</summary>
    public WordSpan With(WordSpan other)
    {
        int first = Math.Min(First, other.First);
        return new WordSpan(first, Math.Max(Last, other.Last), Shifted(Named, First - first) | Shifted(other.Named, other.First - first));
    }

    private static ulong Shifted(ulong bits, int by) => by >= 64 ? 0 : bits << by;

    public bool Holds(WordSpan other) => First <= other.First && other.Last <= Last;

    public bool Meets(WordSpan other) => First <= other.Last && other.First <= Last;
}

/// <summary>
/// A way of saying something: words in a row, joined by gaps. <c>a|b</c> either word, <c>word*</c> any ending, <c>word?</c>
/// may be missing, <c>#</c> any number; <c>~3</c> up to three other words between, <c>&amp;3</c> the same in either order.
/// Nothing matches across the end of a sentence.
/// </summary>
internal sealed class PhrasePattern
{
    private readonly Phrase[] phrases;

    private PhrasePattern(Phrase[] phrases) => this.phrases = phrases;

    /// <summary>Reads a pattern.</summary>
    /// <param name="text">The pattern.</param>
    /// <param name="keys">Takes its words.</param>
    /// <exception cref="FormatException">It has another form; the message says what is wrong.</exception>
    public static PhrasePattern Parse(string text, PhraseKeys keys)
    {
        var all = new List<Phrase>();
        var row = new List<Place>();
        (int gap, bool eitherOrder) = (0, false);
        foreach (string token in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (token[0] is '~' or '&')
            {
                if (all.Count + row.Count == 0) throw new FormatException($"'{token}' needs words before it.");
                if (!int.TryParse(token.AsSpan(1), out int words) || words is < 0 or > 30) throw new FormatException($"'{token}' needs a number of words from 0 to 30.");
                if (row.All(place => place.Optional))
                {
                    // Words that may be missing only widen the gap.
                    if (all.Count == 0) throw new FormatException($"'{token}' needs a word before it that is needed.");
                    (gap, eitherOrder) = (gap + row.Count + words, eitherOrder || token[0] == '&');
                }
                else
                {
                    all.Add(new Phrase([.. row], gap, eitherOrder, keys));
                    (gap, eitherOrder) = (words, token[0] == '&');
                }

                row.Clear();
                continue;
            }

            bool optional = token.EndsWith('?');
            string[] choices = (optional ? token[..^1] : token).Split('|');
            foreach (string choice in choices)
            {
                if (choice.Length == 0 || choice.TrimEnd('*').Any(c => c != '#' && !char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c)))
                    throw new FormatException($"'{token}' may hold lower-case letters, digits, '|', '*' and '?' only.");
            }

            row.Add(new Place(choices, optional));
        }

        if (row.All(place => place.Optional)) throw new FormatException("It must end with a word that is needed.");
        all.Add(new Phrase([.. row], gap, eitherOrder, keys));
        return new PhrasePattern([.. all]);
    }

    /// <summary>All places where it matches.</summary>
    public List<WordSpan> In(PatientText text)
    {
        // Most patterns have no word in the text at all.
        foreach (Phrase phrase in phrases)
        {
            if (!phrase.MayBeIn(text)) return [];
        }

        List<WordSpan> spans = phrases[0].In(text);
        foreach (Phrase next in phrases.AsSpan(1))
        {
            if (spans.Count == 0) break;
            List<WordSpan> others = next.In(text);
            var joined = new List<WordSpan>();
            foreach (WordSpan one in spans)
            {
                foreach (WordSpan other in others)
                {
                    if (text.Words[one.First].Sentence != text.Words[other.First].Sentence) continue;
                    int after = other.First - one.Last - 1, before = one.First - other.Last - 1;
                    if ((after >= 0 && after <= next.Gap) || (next.EitherOrder && before >= 0 && before <= next.Gap))
                        joined.Add(one.With(other));
                }
            }

            spans = joined;
        }

        return spans;
    }

    private readonly record struct Place(string[] Choices, bool Optional)
    {
        public bool Is(string word)
        {
            foreach (string choice in Choices)
            {
                if (choice[^1] == '*' ? word.AsSpan().StartsWith(choice.AsSpan(0, choice.Length - 1)) : choice == word) return true;
                if (choice == "#" && char.IsAsciiDigit(word[0])) return true;
            }

            return false;
        }
    }

    private sealed class Phrase(Place[] places, int gap, bool eitherOrder, PhraseKeys keys)
    {
        private readonly int[] needed = [.. places.First(place => !place.Optional).Choices.Select(keys.Of)];

        public int Gap => gap;

        public bool EitherOrder => eitherOrder;

        public bool MayBeIn(PatientText text)
        {
            foreach (int key in needed)
            {
                if (text.Holds(key)) return true;
            }

            return false;
        }

        public List<WordSpan> In(PatientText text)
        {
            var found = new List<WordSpan>();
            for (int i = 0; i < text.Words.Length; i++)
            {
                int last = Match(text, i, 0, i);
                if (last >= i) found.Add(new WordSpan(i, last));
            }

            return found;
        }

        /// <summary>The last word of a match that begins here; before the beginning when there is none.</summary>
        private int Match(PatientText text, int at, int place, int begin)
        {
            if (place == places.Length) return at - 1;
            bool fits = at < text.Words.Length && text.Words[at].Sentence == text.Words[begin].Sentence && places[place].Is(text.Words[at].Word);
            if (fits && Match(text, at + 1, place + 1, begin) is var last && last >= begin) return last;
            return places[place].Optional ? Match(text, at, place + 1, begin) : begin - 1;
        }
    }
}
