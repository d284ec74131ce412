namespace Nodus.Clinical.Safety.Language;

/// <summary>Finds the cues of a text.</summary>
internal sealed class CueReader(IReadOnlyList<CueWords> cues, PhraseKeys keys)
{
    private static readonly HashSet<string> Today = new(
        ["now", "today", "yesterday", "since", "currently", "new", "recent", "recently", "week", "days", "this", "tonight", "morning"], StringComparer.Ordinal);

    private static readonly HashSet<string> Present = new(
        ["is", "isnt", "has", "hasnt", "hes", "shes", "cant", "wont", "keeps", "says", "looks", "feels", "complains", "now", "today"], StringComparer.Ordinal);

    private static readonly HashSet<string> OfOneself = new(
        ["have", "had", "feel", "felt", "get", "got", "am", "was", "cant", "couldnt", "woke", "do", "dont", "need", "suffer", "hurt", "take", "keep"], StringComparer.Ordinal);

    private static readonly HashSet<string> Relatives = new(
        ["mum", "mom", "mother", "dad", "father", "son", "daughter", "husband", "wife", "partner", "brother", "sister", "gran", "nan", "grandma", "grandad", "granddad", "grandpa", "grandmother", "grandfather", "child", "boy", "girl", "baby", "toddler", "kid", "lad", "uncle", "aunt", "patient", "client"],
        StringComparer.Ordinal);

    private readonly (CueKind Kind, PhrasePattern[] Before, PhrasePattern[] After)[] patterns =
        [.. cues.Select(cue => (cue.Kind, Parsed(cue.Before, keys), Parsed(cue.After, keys)))];

    private static PhrasePattern[] Parsed(IReadOnlyList<string> patterns, PhraseKeys keys) => [.. patterns.Select(pattern => PhrasePattern.Parse(pattern, keys))];

    /// <summary>Whether an entry of the history speaks of the present.</summary>
    public static bool SpeaksOfToday(PatientText text) => text.Words.Any(word => Today.Contains(word.Word));

    /// <summary>
    /// Whether somebody speaks for the person in pain ("Mum is 84, she tripped"): a relative is named, nobody says what I have, and it
    /// is told as of today. Then the relative is the patient.
    /// </summary>
    private static bool SpeaksForAnother(PatientText text)
    {
        bool relative = false, present = false;
        for (int i = 0; i < text.Words.Length; i++)
        {
            string word = text.Words[i].Word, next = i + 1 < text.Words.Length ? text.Words[i + 1].Word : "";
            if (word is "im" or "ive" or "me" or "mine" or "myself" || (word is "i" && OfOneself.Contains(next))) return false;
            relative |= Relatives.Contains(word);
            present |= Present.Contains(word);
            // "My mum", "my old mum", "my 4 year old son" speak of another; "my leg" of oneself.
            if (word is "my" && !Enumerable.Range(i + 1, Math.Min(5, text.Words.Length - i - 1)).Any(at => Relatives.Contains(text.Words[at].Word))) return false;
        }

        return relative && present;
    }

    /// <summary>All cues of a text, those that only look like one left out.</summary>
    public CueSpans In(PatientText text)
    {
        var found = new List<Cue>();
        foreach ((CueKind kind, PhrasePattern[] before, PhrasePattern[] after) in patterns)
        {
            found.AddRange(before.SelectMany(pattern => pattern.In(text)).Select(span => new Cue(kind, span, true)));
            found.AddRange(after.SelectMany(pattern => pattern.In(text)).Select(span => new Cue(kind, span, false)));
        }

        if (SpeaksForAnother(text)) found.RemoveAll(cue => cue.Kind == CueKind.Family);
        WordSpan[] none = [.. found.Where(cue => cue.Kind == CueKind.NoCue).Select(cue => cue.Span)];
        return new CueSpans(text, [.. found.Where(cue => cue.Kind != CueKind.NoCue && !none.Any(one => one.Holds(cue.Span)))]);
    }
}

/// <summary>A cue in a text.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Span">Where it stands.</param>
/// <param name="ActsForward">On what follows it; otherwise on what precedes.</param>
internal readonly record struct Cue(CueKind Kind, WordSpan Span, bool ActsForward);

/// <summary>The cues of a text, and what they do to a phrase.</summary>
internal sealed class CueSpans(PatientText text, Cue[] all)
{
    private readonly Cue[] cues = [.. all];
    private Cue[] acting = [.. all];

    /// <summary>How far a cue reaches, in words. Elicited.</summary>
    private const int Reach = 14;

    /// <summary>How far a negation in a gap may stand before the word it turns. Elicited.</summary>
    private const int GapMost = 5;

    /// <summary>The longest piece between commas that still is an item of a list.</summary>
    private const int ItemMost = 6;

    private static readonly HashSet<string> NewClause = new(
        ["i", "im", "ive", "it", "its", "my", "he", "she", "we", "they", "the", "this", "that", "then", "now", "just", "only", "but", "so", "because", "started", "which", "there", "since", "feels", "feel"],
        StringComparer.Ordinal);

    /// <summary>What the strongest cue does to a phrase; null where none reaches it.</summary>
    /// <param name="span">The phrase. A cue inside it is part of it.</param>
    /// <param name="lasts">It is about the whole life: the past does not undo it, and worry may.</param>
    public CueKind? On(WordSpan span, bool lasts)
    {
        CueKind? strongest = IsAnsweredNo(span) ? CueKind.Negation : null;
        // "It is not like my period, which never came": a phrase with a no of its own is not denied by one before it.
        bool hasItsOwnNo = cues.Any(cue => cue.Kind == CueKind.Negation && IsNamed(cue.Span, span));
        foreach (Cue cue in acting)
        {
            if (hasItsOwnNo && cue.Kind == CueKind.Negation) continue;
            if (cue.Kind == CueKind.Barrier || (cue.Kind == CueKind.Past && lasts) || (cue.Kind == CueKind.Worry && !lasts)) continue;
            if (cue.Span.Meets(span))
            {
                // "My dad had a clot": the cue shares its last word with the phrase.
                if (cue.Kind != CueKind.Negation && cue.ActsForward && cue.Span.First < span.First) strongest ??= cue.Kind;
                if (cue.Kind == CueKind.Negation && TurnsWithin(cue.Span, span)) strongest = CueKind.Negation;
                continue;
            }

            if (Reaches(cue, span) && (strongest is null || Rank(cue.Kind) < Rank(strongest.Value))) strongest = cue.Kind;
        }

        return strongest;
    }

    /// <summary>"Light-headed? No."</summary>
    private bool IsAnsweredNo(WordSpan span)
    {
        int sentence = text.Words[span.Last].Sentence, next = span.Last + 1;
        if (!text.IsQuestion(sentence)) return false;
        while (next < text.Words.Length && text.Words[next].Sentence == sentence) next++;
        return next < text.Words.Length && text.Words[next].Sentence == sentence + 1 && text.Words[next].Word is "no" or "nope" or "none" or "never";
    }

    /// <summary>
    /// "Knee not swollen": a negation in a gap of the pattern turns it; one that the pattern names is the sign itself, and one
    /// of another clause ("calf swollen, no injury, hot") belongs to something else.
    /// </summary>
    private bool TurnsWithin(WordSpan cue, WordSpan span)
    {
        for (int i = cue.First; i <= cue.Last; i++)
        {
            if (span.Names(i)) return false;
        }

        int next = cue.Last + 1;
        while (next <= span.Last && !span.Names(next)) next++;
        return cue.First > span.First && next <= span.Last && next - cue.Last <= GapMost && text.Words[next].Clause == text.Words[cue.Last].Clause;
    }

    /// <summary>
    /// Takes away the negations that are words of a phrase: in "a rash that does not fade, with fever" the "not" belongs to the
    /// rash and denies no fever.
    /// </summary>
    public void Spend(IEnumerable<WordSpan> phrases)
    {
        var named = new HashSet<int>(phrases.SelectMany(span => Enumerable.Range(span.First, span.Last - span.First + 1).Where(span.Names)));
        acting = [.. acting.Where(cue => cue.Kind != CueKind.Negation || !Enumerable.Range(cue.Span.First, cue.Span.Last - cue.Span.First + 1).All(named.Contains))];
    }

    private static bool IsNamed(WordSpan words, WordSpan by)
    {
        for (int i = words.First; i <= words.Last; i++)
        {
            if (!by.Names(i)) return false;
        }

        return true;
    }

    private static int Rank(CueKind kind) => kind == CueKind.Doubt ? 9 : (int)kind;

    private bool Reaches(Cue cue, WordSpan span)
    {
        (int from, int to) = cue.ActsForward ? (cue.Span.Last, span.First) : (span.Last, cue.Span.First);
        if (to <= from || to - from > Reach || text.Words[from].Sentence != text.Words[to].Sentence) return false;
        var between = new WordSpan(from + 1, to - 1);
        if (acting.Any(other => other.Kind == CueKind.Barrier && other.Span.First > from && other.Span.First < (cue.ActsForward ? span.First + 1 : to))) return false;
        // Another cue of the same kind nearer by takes over; one across a comma does so for its own list.
        return cue.ActsForward && cue.Kind == CueKind.Negation ? CarriesOver(from, to) : SameClauseOrNext(from, to, between);
    }

    /// <summary>
    /// "No fever, cough or chest pain" denies all three; "no fever, crushing chest pain, sweating" denies the first only. So a
    /// negation crosses commas only within a list: short pieces that begin no new clause, with "or" or "nor" in it. What is
    /// in doubt is a yes.
    /// </summary>
    private bool CarriesOver(int from, int to)
    {
        int commas = text.Words[to].Clause - text.Words[from].Clause;
        for (int i = from + 2; i <= to; i++)
        {
            if (text.Words[i - 1].Word is "and" && NewClause.Contains(text.Words[i].Word)) return false;
        }

        if (commas == 0) return true;
        int sentence = text.Words[from].Sentence;
        int length = 0;
        bool hasOr = false, isList = true;
        for (int i = from + 1; i < text.Words.Length && text.Words[i].Sentence == sentence; i++)
        {
            bool begins = i > from + 1 && text.Words[i].Clause != text.Words[i - 1].Clause;
            if (begins)
            {
                if (NewClause.Contains(text.Words[i].Word) || length > ItemMost)
                {
                    if (i <= to) isList = false;
                    break;
                }

                length = 0;
            }

            length++;
            if (text.Words[i].Word is "or" or "nor") hasOr = true;
        }

        return isList && hasOr;
    }

    private bool SameClauseOrNext(int from, int to, WordSpan between)
    {
        int commas = text.Words[to].Clause - text.Words[from].Clause;
        if (commas > 1) return false;
        // "I had a clot in 2015 and now the leg is swollen": what is long over ends with the clause.
        for (int i = between.First; i <= between.Last; i++)
        {
            if (text.Words[i].Word is "and" && i + 1 <= to && NewClause.Contains(text.Words[i + 1].Word)) return false;
        }

        return commas == 0 || !NewClause.Contains(text.Words[from + 1].Word);
    }
}
