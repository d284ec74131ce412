using Nodus.Clinical.Assessment;
using Nodus.Clinical.Safety.Language;

namespace Nodus.Clinical.Safety;

/// <summary>
/// Asks first: evaluates every rule on a case. Deterministic, independent of the order of rules and answers. A pure function
/// of case and knowledge; safe to use from several threads.
/// </summary>
/// <param name="knowledge">Vocabulary, rules and interview.</param>
/// <param name="words">Reads what was said in words; null where cases come without.</param>
public sealed class SafetyGate(SafetyKnowledge knowledge, WordReader? words = null)
{
    /// <summary>How much a question counts by what it may uncover. Elicited: an emergency outweighs everything milder.</summary>
    private static readonly double[] WeightOf = [0.1, 1, 8, 30, 120];

    /// <summary>Each further answer that a rule needs makes it so much less likely to matter. Elicited.</summary>
    private const double FurtherAnswer = 0.25;

    /// <summary>A suspicion is asked about first: one answer settles it. Elicited.</summary>
    private const double Suspicion = 8;

    /// <summary>Rules that need more open answers than this open no question.</summary>
    private const int NearMost = 2;

    /// <summary>Vocabulary, rules and interview.</summary>
    public SafetyKnowledge Knowledge => knowledge;

    /// <summary>Triages a case.</summary>
    public Triage Check(Case @case)
    {
        ArgumentNullException.ThrowIfNull(@case);
        WordReading read = words?.Read(@case.PatientText, @case.History, @case.Medication) ?? WordReading.Nothing;
        return Check(@case, read);
    }

    /// <summary>Triages a case whose words were read before.</summary>
    /// <param name="case">The case.</param>
    /// <param name="read">What its words say.</param>
    /// <param name="last">An earlier triage: where the rules see nothing new since, such as while a pen moves within a region,
    /// it stands for this case too.</param>
    public Triage Check(Case @case, WordReading read, Triage? last = null)
    {
        ArgumentNullException.ThrowIfNull(@case);
        ArgumentNullException.ThrowIfNull(read);
        var sheet = FactSheet.Of(knowledge, @case, read);
        if (last is not null && ReferenceEquals(last.Sheet.Knowledge, knowledge) && last.Sheet.SaysTheSame(sheet) && last.Case.Unsure.SetEquals(@case.Unsure))
            return last.For(@case);
        var fired = new List<RuleFiring>();
        foreach (SafetyRule rule in knowledge.Rules)
        {
            if (rule.FiresCertainly(sheet) is not { } certain) continue;
            var because = new List<string>();
            rule.When.Because(sheet, Reading.Suspected, because);
            fired.Add(new RuleFiring(rule, certain, [.. because.Distinct(StringComparer.Ordinal)]));
        }

        RuleFiring[] ordered = [.. fired.OrderByDescending(one => one.Rule.Disposition).ThenByDescending(one => one.Certain)];
        int[] mustAsk = MustAsk(sheet, @case);
        return new Triage(
            @case, sheet, read, ordered, () => Open(sheet, @case, mustAsk), [.. mustAsk.Select(fact => knowledge.Facts[fact])],
            [.. ordered.SelectMany(one => one.Rule.Limits.Select(limit => new TriageLimit(one.Rule, limit)))]);
    }

    /// <summary>
    /// Opens the gate: by itself when nothing stops and everything that must be asked has been, otherwise only for a clinician
    /// who overrides every rule that stops.
    /// </summary>
    /// <param name="triage">What the gate says.</param>
    /// <param name="by">A clinician's decision; null for none. Never taken from a patient.</param>
    /// <returns>Null while it is closed.</returns>
    public static GatePass? Pass(Triage triage, GateOverride? by = null)
    {
        ArgumentNullException.ThrowIfNull(triage);
        if (!triage.IsStop && triage.IsComplete) return new GatePass(triage, null);
        return by is not null && triage.Stops.All(rule => by.Rules.Contains(rule, StringComparer.Ordinal)) ? new GatePass(triage, by) : null;
    }

    /// <summary>What must still be asked: the sections of the interview that concern the case, settled questions left out.</summary>
    private int[] MustAsk(FactSheet sheet, Case @case)
    {
        var ask = new List<int>();
        var seen = new bool[knowledge.Facts.Count];
        foreach (InterviewSection section in SectionsFor(sheet))
        {
            foreach (int fact in section.Ask)
            {
                if (seen[fact]) continue;
                seen[fact] = true;
                if (sheet.IsOpen(fact) && !@case.Unsure.Contains(knowledge.Facts[fact].Id)) ask.Add(fact);
            }
        }

        return [.. ask];
    }

    /// <summary>The sections of the interview that concern a case.</summary>
    internal IEnumerable<InterviewSection> SectionsFor(FactSheet sheet) =>
        knowledge.Interview.Where(section => section.When is null || section.When.Evaluate(sheet, Reading.Suspected) == Truth.Yes);

    private SafetyFact[] Open(FactSheet sheet, Case @case, int[] mustAsk)
    {
        var weights = new QuestionWeights(knowledge.Facts.Count);
        foreach (SafetyRule rule in knowledge.Rules)
        {
            double weight = WeightOf[(int)rule.Disposition];
            int missing = rule.When.Missing(sheet, NearMost);
            if (missing is > 0 and <= NearMost) rule.When.Weigh(sheet, weight * Math.Pow(FurtherAnswer, missing - 1), weights);
            if (missing == 0 && rule.Unless is { } unless && unless.Missing(sheet, NearMost) is > 0 and <= NearMost) unless.Weigh(sheet, weight, weights);
        }

        var must = new bool[knowledge.Facts.Count];
        foreach (int fact in mustAsk) must[fact] = true;
        var open = new List<(double Weight, int Fact)>();
        for (int fact = 0; fact < must.Length; fact++)
        {
            bool suspected = sheet.IsSuspected(fact);
            bool matters = must[fact] || suspected || (weights[fact] > 0 && @case.Unsure.Contains(knowledge.Facts[fact].Id));
            if (matters && sheet.IsOpen(fact)) open.Add((weights[fact] * (suspected ? Suspicion : 1), fact));
        }

        open.Sort((one, other) => other.Weight.CompareTo(one.Weight) is not 0 and int order ? order : one.Fact.CompareTo(other.Fact));
        return [.. open.Select(one => knowledge.Facts[one.Fact])];
    }
}
