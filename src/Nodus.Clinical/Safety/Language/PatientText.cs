using System.Globalization;

namespace Nodus.Clinical.Safety.Language;

/// <summary>A word of a text.</summary>
/// <param name="Word">In lower case, without apostrophes and accents.</param>
/// <param name="Stem">What stands before a shortened verb or a possessive: "face" of "face's"; otherwise the word itself.</param>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Sentence">Number of its sentence.</param>
/// <param name="Clause">Number of its part of a sentence; commas, brackets and dashes part them.</param>
internal readonly record struct PatientWord(string Word, string Stem, int Start, int End, int Sentence, int Clause)
{
    /// <summary>Whether the word, or what stands before its apostrophe, is one of a set.</summary>
    public bool IsIn(HashSet<string> words) => words.Contains(Word) || words.Contains(Stem);
}

/// <summary>A text in the patient's own words, cut into words, clauses and sentences.</summary>
internal sealed class PatientText
{
    /// <summary>Longer texts are read up to here: about ten pages.</summary>
    public const int LengthMost = 20_000;

    /// <summary>Longer words are cut.</summary>
    public const int WordMost = 64;

    /// <summary>What follows an apostrophe and is a word of its own: is or has or possessive, have, are, will, had or would.</summary>
    private static readonly HashSet<string> Shortened = new(["s", "ve", "re", "ll", "d"], StringComparer.Ordinal);

    private readonly bool[] held;

    private readonly HashSet<int> questions;

    private PatientText(string text, PatientWord[] words, HashSet<int> questions, PhraseKeys keys) =>
        (Text, Words, this.questions, held) = (text, words, questions, keys.HeldBy(words));

    /// <summary>As it was written.</summary>
    public string Text { get; }

    /// <summary>Its words.</summary>
    public PatientWord[] Words { get; }

    /// <summary>Cuts a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="keys">The words of all patterns that will be tried on it.</param>
    public static PatientText Of(string text, PhraseKeys keys)
    {
        if (text.Length > LengthMost) text = text[..LengthMost];
        var words = new List<PatientWord>();
        var asked = new HashSet<int>();
        Span<char> word = stackalloc char[WordMost];
        int length = 0, stem = 0, start = 0, sentence = 0, clause = 0;
        for (int i = 0; i <= text.Length; i++)
        {
            char c = i < text.Length ? text[i] : ' ';
            if (char.IsLetterOrDigit(c) || (c == '.' && IsDecimal(text, i)))
            {
                if (length == 0) (start, stem) = (i, 0);
                if (length < word.Length) word[length++] = Plain(c);
                continue;
            }

            // An apostrophe within a word is dropped: can't, cant.
            if (length > 0 && c is '\'' or '’' or '‘' or '`' && i + 1 < text.Length && char.IsLetter(text[i + 1]))
            {
                stem = length;
                continue;
            }

            if (length > 0)
            {
                string whole = word[..length].ToString();
                words.Add(new PatientWord(whole, stem > 0 && Shortened.Contains(whole[stem..]) ? whole[..stem] : whole, start, i, sentence, clause));
                length = 0;
            }

            if (c == '?') asked.Add(sentence);
            if (c is '.' or '!' or '?' or ';' or '\n') (sentence, clause) = (sentence + 1, clause + 1);
            else if (c is ',' or '(' or ')' or ':' or '–' or '—') clause++;
            else if (c is '-' && i > 0 && i + 1 < text.Length && text[i - 1] == ' ' && text[i + 1] == ' ') clause++;
        }

        return new PatientText(text, [.. words], asked, keys);
    }

    /// <summary>Whether a sentence ends with a question mark.</summary>
    public bool IsQuestion(int sentence) => questions.Contains(sentence);

    /// <summary>Whether a word of a pattern is there, by its number in the keys.</summary>
    public bool Holds(int key) => held[key];

    /// <summary>The written words of a span.</summary>
    public string Quote(int first, int last) => Text[Words[first].Start..Words[last].End];

    /// <summary>Whether a full stop is a decimal point.</summary>
    private static bool IsDecimal(string text, int i) =>
        i > 0 && i + 1 < text.Length && char.IsAsciiDigit(text[i - 1]) && char.IsAsciiDigit(text[i + 1]);

    /// <summary>A letter in lower case and without its accent.</summary>
    private static char Plain(char c)
    {
        c = char.ToLower(c, CultureInfo.InvariantCulture);
        return c switch
        {
            'à' or 'á' or 'â' or 'ä' => 'a',
            'è' or 'é' or 'ê' or 'ë' => 'e',
            'ì' or 'í' or 'ï' => 'i',
            'ò' or 'ó' or 'ô' or 'ö' => 'o',
            'ù' or 'ú' or 'û' or 'ü' => 'u',
            _ => c,
        };
    }
}
