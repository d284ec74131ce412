using Nodus.Clinical.Assessment;

namespace Nodus.Clinical.Safety;

/// <summary>A section as it is asked now.</summary>
/// <param name="Section">The section.</param>
/// <param name="Questions">Its questions, those that are settled by other answers left out.</param>
public sealed record OpenSection(InterviewSection Section, IReadOnlyList<SafetyFact> Questions);

/// <summary>
/// The adaptive interview: which sections concern a case, and which question is next. It holds no state: answers are in the
/// case, so going back, forward and undo need nothing of their own.
/// </summary>
/// <param name="gate">The gate.</param>
public sealed class Interview(SafetyGate gate)
{
    /// <summary>
    /// All sections that concern a case, with every question that is open or was answered; for a page that shows them together.
    /// </summary>
    /// <param name="triage">The triage of the case.</param>
    /// <param name="clinician">Whether findings of an examination are asked for too.</param>
    public IReadOnlyList<OpenSection> Sections(Triage triage, bool clinician)
    {
        ArgumentNullException.ThrowIfNull(triage);
        var seen = new HashSet<int>();
        return
        [
            .. gate.SectionsFor(triage.Sheet).Select(section => new OpenSection(section,
            [
                .. section.Ask.Where(fact => IsAsked(triage, fact, clinician) && seen.Add(fact)).Select(fact => gate.Knowledge.Facts[fact]),
            ])).Where(section => section.Questions.Count > 0),
        ];
    }

    /// <summary>Whether it tells of something said in private that a section is asked at all.</summary>
    public bool IsPrivate(InterviewSection section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return section.When is { } when && when.Facts().Any(fact => gate.Knowledge.Facts[fact].IsPrivate);
    }

    /// <summary>
    /// The next question, one at a time: what words made suspicious first, then the interview in its order, where the answers so
    /// far may have brought in new sections. Null when everything is asked, and at once when an emergency is certain.
    /// </summary>
    public static SafetyFact? Next(Triage triage)
    {
        ArgumentNullException.ThrowIfNull(triage);
        if (triage.Fired is [{ Certain: true, Rule.Disposition: Disposition.Emergency }, ..]) return null;
        return triage.Open.FirstOrDefault(fact => fact.AskedOf == AskedOf.Everyone && triage.Sheet.Knowledge.TryFind(fact.Id, out int place)
                && triage.Sheet.IsSuspected(place) && !triage.Case.Unsure.Contains(fact.Id))
            ?? triage.Unanswered.FirstOrDefault(fact => fact.AskedOf == AskedOf.Everyone);
    }

    /// <summary>The case with one more answer.</summary>
    /// <param name="case">The case.</param>
    /// <param name="fact">Id of the fact.</param>
    /// <param name="answer">Yes, no, or null for "not sure".</param>
    public static Case With(Case @case, string fact, bool? answer)
    {
        ArgumentNullException.ThrowIfNull(@case);
        var answers = new Dictionary<string, bool>(@case.Answers, StringComparer.Ordinal);
        var unsure = new HashSet<string>(@case.Unsure, StringComparer.Ordinal);
        answers.Remove(fact);
        unsure.Remove(fact);
        if (answer is { } known) answers[fact] = known;
        else unsure.Add(fact);
        return @case with { Answers = answers, Unsure = unsure };
    }

    /// <summary>
    /// The triage of a case after every question that is still open was answered no: "I have asked everything else". Stops where
    /// a rule stops.
    /// </summary>
    public Triage NoToTheRest(Case @case)
    {
        Triage triage = gate.Check(@case);
        // An answer may bring in another section; there are finitely many.
        while (!triage.IsComplete && !triage.IsStop)
        {
            foreach (SafetyFact fact in triage.Unanswered) @case = With(@case, fact.Id, false);
            triage = gate.Check(@case);
        }

        return triage;
    }

    private bool IsAsked(Triage triage, int fact, bool clinician)
    {
        SafetyFact one = gate.Knowledge.Facts[fact];
        if (one.AskedOf == AskedOf.Clinician && !clinician) return false;
        // A question that another answer has settled is not asked, unless it was answered itself.
        return triage.Sheet.IsOpen(fact) || triage.Case.Answers.ContainsKey(one.Id) || triage.Case.Measurements.ContainsKey(one.Id);
    }
}
