using System.Text.Json;
using System.Text.Json.Serialization;
using Nodus.Clinical.Assessment;
using Nodus.Clinical.Safety.Language;

namespace Nodus.Clinical.Safety;

/// <summary>A rule that fires, and why.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Certain">True when no open answer could silence it; false when it rests on words that nobody has confirmed, or on
/// a question about what would make it harmless that is still open.</param>
/// <param name="Because">Ids of the facts that made it fire.</param>
public sealed record RuleFiring(SafetyRule Rule, bool Certain, IReadOnlyList<string> Because);

/// <summary>A limit of a rule that fires.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Limit">What it limits.</param>
public sealed record TriageLimit(SafetyRule Rule, RuleLimit Limit);

/// <summary>What the gate says about a case: only <see cref="SafetyGate"/> makes one.</summary>
public sealed class Triage
{
    // Most of the work of a check, and not needed by whoever only asks whether to stop.
    private readonly Lazy<IReadOnlyList<SafetyFact>> open;

    internal Triage(
        Case @case, FactSheet sheet, WordReading words, IReadOnlyList<RuleFiring> fired,
        Func<IReadOnlyList<SafetyFact>> open, IReadOnlyList<SafetyFact> unanswered, IReadOnlyList<TriageLimit> limits)
    {
        (Case, Sheet, Words, Fired, Unanswered, Limits, this.open) = (@case, sheet, words, fired, unanswered, limits, new(open));
        Disposition = fired.Count == 0 ? Disposition.Proceed : fired[0].Rule.Disposition;
    }

    /// <summary>The case it is about.</summary>
    public Case Case { get; }

    /// <summary>The severest disposition of all rules that fire.</summary>
    public Disposition Disposition { get; }

    /// <summary>The rules that fire, severest first, then in the order of the rules.</summary>
    public IReadOnlyList<RuleFiring> Fired { get; }

    /// <summary>Every question that could still change the triage or that must be asked, the one that matters most first.</summary>
    public IReadOnlyList<SafetyFact> Open => open.Value;

    /// <summary>The questions that must be answered before the gate can pass, in the order of the interview.</summary>
    public IReadOnlyList<SafetyFact> Unanswered { get; }

    /// <summary>What must not be offered, or only changed.</summary>
    public IReadOnlyList<TriageLimit> Limits { get; }

    /// <summary>What was read in the patient's words.</summary>
    public WordReading Words { get; }

    /// <summary>Whether no muscle may be named until a clinician has looked into it.</summary>
    public bool IsStop => Disposition.IsStop();

    /// <summary>Whether something told in private counts, as an answer or in words: what follows from it is not printed.</summary>
    public bool IsPrivate => Fired.Any(RestsOnPrivate) || Words.Findings.Any(one => one.Suggests == Suggestion.SeemsYes && IsPrivateFact(one.Fact));

    /// <summary>Whether every question that must be asked has been.</summary>
    public bool IsComplete => Unanswered.Count == 0;

    internal FactSheet Sheet { get; }

    /// <summary>Whether a rule fires on something told in private.</summary>
    internal bool RestsOnPrivate(RuleFiring one) => one.Because.Any(IsPrivateFact);

    /// <summary>The same triage for a case that says the same to the rules.</summary>
    internal Triage For(Case @case) => new(@case, Sheet, Words, Fired, () => Open, Unanswered, Limits);

    /// <summary>The rules that stop, by id.</summary>
    public IEnumerable<string> Stops => Fired.Where(one => one.Rule.Disposition.IsStop()).Select(one => one.Rule.Id);

    private bool IsPrivateFact(string id) => Sheet.Knowledge.Find(id)?.IsPrivate == true;

    /// <summary>The <c>triage</c> object of the machine interface as UTF-8 JSON.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(ToReport(), TriageJson.Default.TriageReport);

    internal TriageReport ToReport(GateOverride? by = null) => new(
        Disposition.ToWord(),
        IsComplete,
        [.. Fired.Select(one => new FiredReport(
            one.Rule.Id, one.Rule.Name, one.Rule.Disposition.ToWord(), one.Rule.Suspects, one.Rule.Reason, one.Rule.Tell, one.Rule.Act, one.Certain, one.Because))],
        [.. Open.Select(fact => fact.Id)],
        [.. Limits.SelectMany(one => one.Limit.TechniqueWords.Select(technique => new LimitReport(
            technique, one.Limit.How is null ? "no" : "modify", one.Limit.PlaceWords, one.Limit.Why, one.Limit.How, one.Limit.Instead, one.Rule.Id)))],
        [.. Words.Findings.Select(one => new WordReport(
            one.Fact, one.Suggests switch { Suggestion.SeemsYes => "yes", Suggestion.SeemsNo => "no", _ => "set-aside" }, one.Quote, one.Where, one.Because))],
        by is null ? null : new OverrideReport(by.Clinician, by.Reason.ToWord(), by.Text, [.. Stops]));
}

/// <summary>The <c>triage</c> object of the machine interface.</summary>
/// <param name="Disposition"><c>emergency</c>, <c>urgent-referral</c>, <c>refer-before-treatment</c>, <c>contraindicated-technique</c> or <c>proceed</c>.</param>
/// <param name="Complete">Whether every question that must be asked has been.</param>
/// <param name="Fired">The rules that fire, severest first.</param>
/// <param name="Open">Ids of open questions, the one that matters most first.</param>
/// <param name="Limits">What must not be offered, or only changed.</param>
/// <param name="Read">What was read in the patient's words: proposals for a person to confirm.</param>
/// <param name="Override">The clinician who opened the gate; null when nobody did.</param>
public sealed record TriageReport(
    string Disposition, bool Complete, IReadOnlyList<FiredReport> Fired, IReadOnlyList<string> Open,
    IReadOnlyList<LimitReport> Limits, IReadOnlyList<WordReport> Read, OverrideReport? Override);

/// <summary>A rule that fires.</summary>
/// <param name="Rule">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Disposition">What it comes to.</param>
/// <param name="Suspects">The condition that is feared.</param>
/// <param name="Reason">Why, for clinicians.</param>
/// <param name="Tell">What the patient is told.</param>
/// <param name="Act">What the clinician does now.</param>
/// <param name="Certain">False while it rests on unconfirmed words or an open question.</param>
/// <param name="Because">Ids of the facts that made it fire.</param>
public sealed record FiredReport(
    string Rule, string Name, string Disposition, string Suspects, string Reason, string Tell, string Act, bool Certain, IReadOnlyList<string> Because);

/// <summary>A limit on one technique.</summary>
/// <param name="Technique">Its id; <c>all</c> for every one.</param>
/// <param name="Verdict"><c>no</c> or <c>modify</c>.</param>
/// <param name="At">Where, in words.</param>
/// <param name="Reason">Why.</param>
/// <param name="How">How it is changed; null when it is forbidden.</param>
/// <param name="Instead">What may be done instead; null for nothing.</param>
/// <param name="Rule">Id of the rule.</param>
public sealed record LimitReport(
    string Technique, string Verdict, string At, string Reason, string? How, string? Instead, string Rule);

/// <summary>A proposal read in words.</summary>
/// <param name="Fact">Id of the fact.</param>
/// <param name="Suggests"><c>yes</c>, <c>no</c> or <c>set-aside</c>.</param>
/// <param name="Quote">The words.</param>
/// <param name="Where">In which field.</param>
/// <param name="Because">The cue that turned it; null for none.</param>
public sealed record WordReport(string Fact, string Suggests, string Quote, string Where, string? Because);

/// <summary>Who opened the gate.</summary>
/// <param name="Clinician">Name.</param>
/// <param name="Reason">The coded reason.</param>
/// <param name="Text">In words.</param>
/// <param name="Rules">Ids of the rules that were overridden.</param>
public sealed record OverrideReport(string Clinician, string Reason, string Text, IReadOnlyList<string> Rules);

/// <summary>Writers made at build time, so that trimming in the browser cannot remove what they need.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TriageReport))]
internal sealed partial class TriageJson : JsonSerializerContext;
