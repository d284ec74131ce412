using System.Globalization;

namespace Nodus.Clinical.Safety.Language;

/// <summary>
/// Reads red-flag language in plain English: phrases of <see cref="SafetyLanguage"/>, and around each the cues that turn it
/// (negation, doubt, family, past, worry), after the ConText algorithm (Harkema et al., J Biomed Inform 2009;42:839-851).
/// Proposes answers, never gives them.
/// </summary>
public sealed class WordReader
{
    private const string InText = "text", InHistory = "history", InMedication = "medication";

    private readonly SafetyKnowledge knowledge;
    private readonly Phrases[] phrases;
    private readonly (ulong Mask, Phrases Of)[] regions;
    private readonly (int Fact, HashSet<string> Names, PhrasePattern[] Words)[] medication;
    private readonly CueReader cues;
    private readonly PhraseKeys keys = new();
    private readonly PhrasePattern[] ages;

    /// <summary>Prepares the phrases.</summary>
    /// <param name="knowledge">The vocabulary.</param>
    /// <param name="language">How it is said.</param>
    /// <exception cref="FormatException">A pattern has another form.</exception>
    public WordReader(SafetyKnowledge knowledge, SafetyLanguage language)
    {
        ArgumentNullException.ThrowIfNull(knowledge);
        ArgumentNullException.ThrowIfNull(language);
        this.knowledge = knowledge;
        ages = Parse(["# year|years|yr|yrs old?", "# yo", "aged #", "age #", "im #", "i am #", "daughter|son|boy|girl|child|he|she|mum|mom|dad|gran|nan|wife|husband is #", "hes|shes #"], keys);
        phrases = [.. language.Wordings.Where(one => !one.IsRegion && knowledge.TryFind(one.Id, out _)).Select(one => new Phrases(Fact(one.Id), one, keys))];
        regions = [.. language.Wordings.Where(one => one.IsRegion).Select(one => (knowledge.Mask([one.Id]), new Phrases(-1, one, keys)))];
        medication =
        [
            .. language.Medication.Select(one => (
                Fact(one.Fact), one.Names.ToHashSet(StringComparer.Ordinal), Parse(one.Words, keys))),
        ];
        cues = new CueReader(language.Cues, keys);

        int Fact(string id) => knowledge.TryFind(id, out int fact) ? fact : throw new ArgumentException($"There is no fact '{id}'.", nameof(language));
    }

    /// <summary>Reads everything that was said in words.</summary>
    /// <param name="patientText">The complaint; null for none.</param>
    /// <param name="history">Past illnesses.</param>
    /// <param name="medicines">Medicines.</param>
    public WordReading Read(string? patientText, IReadOnlyList<string> history, IReadOnlyList<string> medicines)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(medicines);
        if (string.IsNullOrWhiteSpace(patientText) && history.Count == 0 && medicines.Count == 0) return WordReading.Nothing;
        var found = new Dictionary<int, WordFinding>();
        ulong named = 0;
        int? age = null;
        if (!string.IsNullOrWhiteSpace(patientText))
        {
            PatientText text = PatientText.Of(patientText, keys);
            CueSpans around = cues.In(text);
            ReadFacts(text, around, InText, _ => true, found);
            ReadMedicines(text, around, InText, found);
            named = ReadRegions(text, around);
            age = ReadAge(text);
        }

        foreach (string entry in history)
        {
            PatientText text = PatientText.Of(entry, keys);
            CueSpans around = cues.In(text);
            // An old illness is no symptom of today; what lasts (a device, an illness) counts however long ago.
            bool today = CueReader.SpeaksOfToday(text);
            ReadFacts(text, around, InHistory, fact => today || knowledge.Facts[fact].Time == FactTime.Ever, found);
        }

        foreach (string entry in medicines)
        {
            PatientText text = PatientText.Of(entry, keys);
            ReadMedicines(text, cues.In(text), InMedication, found);
        }

        return new WordReading(
            [.. found.OrderBy(one => one.Key).Select(one => one.Value)],
            [.. found.Where(one => one.Value.Suggests == Suggestion.SeemsYes).Select(one => one.Key).Order()], named, age);
    }

    /// <summary>What a phrase suggests once a cue has been at it.</summary>
    private static Suggestion Suggested(CueKind? cue) => cue switch
    {
        CueKind.Negation => Suggestion.SeemsNo,
        null or CueKind.Doubt => Suggestion.SeemsYes,
        _ => Suggestion.SetAside,
    };

    /// <summary>Notes each fact that a text speaks of.</summary>
    private void ReadFacts(PatientText text, CueSpans around, string where, Func<int, bool> counts, Dictionary<int, WordFinding> found)
    {
        (Phrases Of, WordSpan[] Said)[] said = [.. phrases.Where(one => counts(one.Fact)).Select(one => (one, one.Said(text).ToArray()))];
        around.Spend([.. said.SelectMany(one => one.Said)]);
        foreach ((Phrases one, WordSpan[] spans) in said)
        {
            bool lasts = knowledge.Facts[one.Fact].Time == FactTime.Ever;
            foreach (WordSpan span in spans)
            {
                CueKind? cue = around.On(span, lasts);
                Note(found, one.Fact, Suggested(cue), text, span, where, cue);
            }

            foreach (WordSpan span in one.Denied(text)) Note(found, one.Fact, Suggestion.SeemsNo, text, span, where, CueKind.Negation);
        }
    }

    /// <summary>Notes the facts that the medicines of a text suggest.</summary>
    private void ReadMedicines(PatientText text, CueSpans around, string where, Dictionary<int, WordFinding> found)
    {
        foreach ((int fact, HashSet<string> names, PhrasePattern[] words) in medication)
        {
            IEnumerable<WordSpan> named = Enumerable.Range(0, text.Words.Length).Where(i => names.Contains(text.Words[i].Word)).Select(i => new WordSpan(i, i));
            foreach (WordSpan span in named.Concat(words.SelectMany(pattern => pattern.In(text))))
            {
                CueKind? cue = around.On(span, lasts: false);
                Note(found, fact, Suggested(cue), text, span, where, cue);
            }
        }
    }

    /// <summary>The regions that a text names as painful, a bit each.</summary>
    private ulong ReadRegions(PatientText text, CueSpans around)
    {
        ulong mask = 0;
        foreach ((ulong region, Phrases one) in regions)
        {
            if (one.Said(text).Any(span => Suggested(around.On(span, lasts: false)) == Suggestion.SeemsYes)) mask |= region;
        }

        return knowledge.Widened(mask);
    }

    /// <summary>The age that a text tells; null for none.</summary>
    private int? ReadAge(PatientText text)
    {
        // "75, my jaw gets tired": a number that opens the text and stands alone.
        if (text.Words.Length > 1 && text.Words[0].Clause != text.Words[1].Clause && int.TryParse(text.Words[0].Word, CultureInfo.InvariantCulture, out int first) && first is >= 5 and <= 110)
            return first;
        foreach (WordSpan span in ages.SelectMany(pattern => pattern.In(text)))
        {
            string number = text.Words[char.IsAsciiDigit(text.Words[span.First].Word[0]) ? span.First : span.Last].Word;
            bool isAge = span.Last + 1 >= text.Words.Length || text.Words[span.Last + 1].Word is not ("weeks" or "months" or "days" or "ago" or "of" or "kg" or "stone" or "hours");
            bool duration = text.Words[span.Last].Word is "year" or "years" or "yr" or "yrs" && span.Last > span.First
                && !(span.Last + 1 < text.Words.Length && text.Words[span.Last + 1].Word == "old");
            if (isAge && !duration && int.TryParse(number, CultureInfo.InvariantCulture, out int age) && age is > 0 and <= 110) return age;
        }

        return null;
    }

    /// <summary>A yes outweighs a no, and both outweigh what was set aside; the most telling words are quoted.</summary>
    private void Note(Dictionary<int, WordFinding> found, int fact, Suggestion suggests, PatientText text, WordSpan span, string where, CueKind? cue)
    {
        string quote = text.Quote(span.First, span.Last);
        if (found.TryGetValue(fact, out WordFinding? old) && (old.Suggests < suggests || (old.Suggests == suggests && old.Quote.Length >= quote.Length))) return;
        found[fact] = new WordFinding(knowledge.Facts[fact].Id, suggests, quote, where, cue?.ToString().ToLowerInvariant());
    }

    /// <summary>Reads patterns.</summary>
    private static PhrasePattern[] Parse(IReadOnlyList<string> patterns, PhraseKeys keys) => [.. patterns.Select(pattern => PhrasePattern.Parse(pattern, keys))];

    /// <summary>The patterns of one wording.</summary>
    /// <param name="fact">Place of its fact in the vocabulary; less than 0 for a region.</param>
    /// <param name="wording">The wording.</param>
    /// <param name="keys">Takes its words.</param>
    private sealed class Phrases(int fact, Wording wording, PhraseKeys keys)
    {
        private readonly PhrasePattern[] says = Parse(wording.Says, keys), denies = Parse(wording.Denies, keys), ignore = Parse(wording.Ignore, keys);

        /// <summary>Place of the fact in the vocabulary.</summary>
        public int Fact => fact;

        /// <summary>Where it is said. A look-alike, or a phrase that denies it, undoes a match that it covers, or meets and is as long as.</summary>
        public IEnumerable<WordSpan> Said(PatientText text)
        {
            WordSpan[] found = [.. says.SelectMany(pattern => pattern.In(text))];
            if (found.Length == 0) return found;
            WordSpan[] except = [.. ignore.Concat(denies).SelectMany(pattern => pattern.In(text))];
            return except.Length == 0 ? found : found.Where(span => !except.Any(one => one.Holds(span) || (one.Meets(span) && one.Last - one.First >= span.Last - span.First)));
        }

        /// <summary>Where it is denied by a wording of its own.</summary>
        public IEnumerable<WordSpan> Denied(PatientText text) => denies.SelectMany(pattern => pattern.In(text));
    }
}
