namespace Nodus.Clinical.Safety.Language;

/// <summary>Finds the cues of a text.</summary>
/// <param name="cues">The words that are cues.</param>
/// <param name="keys">Takes the words of their patterns.</param>
internal sealed class CueReader(IReadOnlyList<CueWords> cues, PhraseKeys keys)
{
    /// <summary>What dates an entry of the history to these days.</summary>
    private static readonly HashSet<string> Today = new(
        ["now", "today", "yesterday", "since", "currently", "new", "recent", "recently", "week", "days", "this", "tonight", "morning"], StringComparer.Ordinal);

    /// <summary>What is so at this moment; "'s" is one of them.</summary>
    private static readonly HashSet<string> Present = new(
        ["is", "isnt", "has", "hasnt", "hes", "shes", "cant", "wont", "keeps", "says", "looks", "feels", "complains", "now", "today"], StringComparer.Ordinal);

    /// <summary>After "I": what I have, not what I see in another.</summary>
    private static readonly HashSet<string> OfOneself = new(
        ["have", "had", "feel", "felt", "get", "got", "am", "was", "cant", "couldnt", "woke", "do", "dont", "need", "suffer", "hurt", "take", "keep"], StringComparer.Ordinal);

    /// <summary>For whom somebody may speak.</summary>
    private static readonly HashSet<string> Relatives = new(
        ["mum", "mom", "mother", "dad", "father", "son", "daughter", "husband", "wife", "partner", "brother", "sister", "gran", "nan", "grandma", "grandad", "granddad", "grandpa", "grandmother", "grandfather", "child", "boy", "girl", "baby", "toddler", "kid", "lad", "uncle", "aunt", "patient", "client"],
        StringComparer.Ordinal);

    private readonly (CueKind Kind, PhrasePattern[] Before, PhrasePattern[] After)[] patterns =
        [.. cues.Select(cue => (cue.Kind, Parsed(cue.Before, keys), Parsed(cue.After, keys)))];

    /// <summary>How far after "my" its relative may stand, in words: "my 4 year old son". Elicited.</summary>
    private const int RelativeMost = 5;

    /// <summary>Reads patterns.</summary>
    private static PhrasePattern[] Parsed(IReadOnlyList<string> patterns, PhraseKeys keys) => [.. patterns.Select(pattern => PhrasePattern.Parse(pattern, keys))];

    /// <summary>Whether an entry of the history speaks of the present.</summary>
    public static bool SpeaksOfToday(PatientText text) => text.Words.Any(word => Today.Contains(word.Word));

    /// <summary>
    /// Whether somebody speaks for the person in pain ("Mum is 84, she tripped"): nobody says what I have, and a sentence about a
    /// relative tells how things are now. Then the relative is the patient. "My mum had breast cancer" tells nothing of now,
    /// whatever the other sentences say.
    /// </summary>
    private static bool SpeaksForAnother(PatientText text)
    {
        bool named = false, about = false, present = false, told = false;
        for (int i = 0; i < text.Words.Length; i++)
        {
            if (SpeaksOfOneself(text, i)) return false;
            PatientWord word = text.Words[i];
            if (i > 0 && word.Sentence != text.Words[i - 1].Sentence) (about, present) = (false, false);
            bool isRelative = word.IsIn(Relatives);
            named |= isRelative;
            about |= isRelative || (named && word.Word is "he" or "she" or "hes" or "shes" or "him" or "her");
            present |= Present.Contains(word.Word);
            told |= about && present;
        }

        return told;
    }

    /// <summary>Whether a word begins to tell of the writer: "I have", "my leg", but not "my mum", "my 4 year old son".</summary>
    private static bool SpeaksOfOneself(PatientText text, int at)
    {
        string word = text.Words[at].Word, next = at + 1 < text.Words.Length ? text.Words[at + 1].Word : "";
        if (word is "im" or "ive" or "me" or "mine" or "myself") return true;
        if (word is "i") return OfOneself.Contains(next);
        return word is "my" && !text.Words.Skip(at + 1).Take(RelativeMost)
            .TakeWhile(one => one.Sentence == text.Words[at].Sentence && one.Word != "my").Any(one => one.IsIn(Relatives));
    }

    /// <summary>Whether a relative and the writer had it both: "my brother and I both had", "me and my brother had".</summary>
    private static bool JoinsOneself(PatientText text, WordSpan family)
    {
        int first = family.First > 0 && text.Words[family.First - 1].Word is "my" or "our" ? family.First - 1 : family.First;
        if (first > 1 && text.Words[first - 1].Word is "and" && IsOneself(first - 2)) return true;
        for (int i = first; i < family.Last; i++)
        {
            if (text.Words[i].Word is "and" && IsOneself(i + 1)) return true;
        }

        return false;

        bool IsOneself(int at) => text.Words[at].Word is "i" or "me" or "myself" && text.Words[at].Sentence == text.Words[first].Sentence;
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

        bool forAnother = SpeaksForAnother(text);
        found.RemoveAll(cue => cue.Kind == CueKind.Family && (forAnother || JoinsOneself(text, cue.Span)));
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
/// <param name="text">The text.</param>
/// <param name="cues">Its cues.</param>
internal sealed class CueSpans(PatientText text, Cue[] cues)
{
    /// <summary>Cue by cue, the phrases that have this negation among their own words.</summary>
    private readonly WordSpan[][] owners = [.. cues.Select(_ => Array.Empty<WordSpan>())];

    /// <summary>How far a cue reaches, in words. Elicited.</summary>
    private const int Reach = 14;

    /// <summary>How far a negation in a gap may stand before the word it turns. Elicited.</summary>
    private const int GapMost = 5;

    /// <summary>The longest piece between commas that still is an item of a list. Elicited.</summary>
    private const int ItemMost = 6;

    /// <summary>Words that begin a clause of their own after a comma or an "and".</summary>
    private static readonly HashSet<string> NewClause = new(
        ["i", "im", "ive", "it", "its", "my", "he", "she", "we", "they", "the", "this", "that", "then", "now", "just", "only", "but", "so", "because", "started", "which", "there", "since", "feels", "feel"],
        StringComparer.Ordinal);

    /// <summary>What the strongest cue does to a phrase; null where none reaches it.</summary>
    /// <param name="span">The phrase. A cue inside it is part of it.</param>
    /// <param name="lasts">It is about the whole life: the past does not undo it, and worry may.</param>
    public CueKind? On(WordSpan span, bool lasts)
    {
        CueKind? strongest = IsAnsweredNo(span) ? CueKind.Negation : null;
        // "It is not like my period, which never came": a phrase with a no of its own is not denied by another before it.
        bool hasItsOwnNo = cues.Any(cue => cue.Kind == CueKind.Negation && cue.Span.IsNamedBy(span));
        for (int i = 0; i < cues.Length; i++)
        {
            Cue cue = cues[i];
            if (cue.Kind == CueKind.Barrier || (cue.Kind == CueKind.Past && lasts) || (cue.Kind == CueKind.Worry && !lasts)) continue;
            if (cue.Kind == CueKind.Negation && (hasItsOwnNo || IsSpent(owners[i], span))) continue;
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
    /// Tells which phrases were found, so that a negation among their words acts on those words only: in "a rash that does not
    /// fade, with fever" the "not" belongs to the rash and denies no fever; in "dropped without fainting" it denies the fainting.
    /// </summary>
    public void Spend(IReadOnlyList<WordSpan> phrases)
    {
        for (int i = 0; i < cues.Length; i++)
        {
            if (cues[i].Kind == CueKind.Negation) owners[i] = [.. phrases.Where(cues[i].Span.IsNamedBy)];
        }
    }

    /// <summary>Whether a negation that belongs to some phrases has nothing to say to another.</summary>
    private static bool IsSpent(WordSpan[] owners, WordSpan phrase) => owners.Length > 0 && !owners.Any(phrase.IsNamedBy);

    /// <summary>Which kind of cue wins: the least.</summary>
    private static int Rank(CueKind kind) => kind == CueKind.Doubt ? 9 : (int)kind;

    /// <summary>Whether a cue that shares no word with a phrase acts on it.</summary>
    private bool Reaches(Cue cue, WordSpan span)
    {
        (int from, int to) = cue.ActsForward ? (cue.Span.Last, span.First) : (span.Last, cue.Span.First);
        if (to <= from || to - from > Reach || text.Words[from].Sentence != text.Words[to].Sentence) return false;
        if (cues.Any(other => other.Kind == CueKind.Barrier && other.Span.First > from && other.Span.First < (cue.ActsForward ? span.First + 1 : to))) return false;
        if (BeginsNewClause(from, to)) return false;
        int commas = text.Words[to].Clause - text.Words[from].Clause;
        if (commas == 0) return true;
        return cue.Kind switch
        {
            CueKind.Negation when cue.ActsForward => IsList(from, to),
            CueKind.Past when !StandsAlone(cue) => false,
            _ => commas == 1 && !NewClause.Contains(text.Words[from + 1].Word),
        };
    }

    /// <summary>
    /// Whether an "and" begins a new clause between two words: "I had a clot in 2015 and now the leg is swollen". What is denied
    /// or long over ends there.
    /// </summary>
    private bool BeginsNewClause(int from, int to)
    {
        for (int i = from + 2; i <= to; i++)
        {
            if (text.Words[i - 1].Word is "and" && NewClause.Contains(text.Words[i].Word)) return true;
        }

        return false;
    }

    /// <summary>
    /// Whether a time of the past opens its clause ("as a child, fevers"), or is all of it where it follows ("fevers, years ago").
    /// Otherwise it dates that clause only: "I had a clot in 2015, calf tender".
    /// </summary>
    private bool StandsAlone(Cue cue)
    {
        int clause = text.Words[cue.Span.First].Clause;
        bool opens = cue.Span.First == 0 || text.Words[cue.Span.First - 1].Clause != clause;
        bool closes = cue.Span.Last + 1 == text.Words.Length || text.Words[cue.Span.Last + 1].Clause != clause;
        return opens && (cue.ActsForward || closes);
    }

    /// <summary>
    /// "No fever, cough or chest pain" denies all three; "no fever, crushing chest pain, sweating" denies the first only. So a
    /// negation crosses commas only within a list: short pieces that begin no new clause, with "or" or "nor" in it. What is
    /// in doubt is a yes.
    /// </summary>
    private bool IsList(int from, int to)
    {
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
}
