using System.Globalization;
using Nodus.Clinical.Knowledge;
using Nodus.Clinical.Safety;
using Spectre.Console;

namespace Nodus.Cli.Output;

/// <summary>Rivals and the entries of the library.</summary>
internal static partial class KnowledgePrinter
{
    public static void Rival(KnowledgeBase knowledge, KnowledgeLibrary library, Rival rival, RivalMonograph monograph)
    {
        Title(rival.Name, $"{Words.Of(rival.Kind)}; urgency {Words.Of(rival.Urgency)}; confidence {Words.Of(rival.Confidence)}");
        AnsiConsole.WriteLine(monograph.Plain);
        Section("Pattern", $"{monograph.Description} ({Words.Of(rival.Pattern)}, {Words.Of(rival.Sidedness)})");
        if (rival.Qualities.Count > 0) Section("Feels", string.Join(", ", rival.Qualities.Select(Words.Of)));
        Zones(rival.Zones);
        Bullets("Told apart by", rival.Separate);
        Bullets("For it", monograph.For.Select(found => string.Create(CultureInfo.InvariantCulture, $"{Finding(knowledge, found.Finding)}: in {found.Strength:P0} of those who have it ({Words.Of(found.Grade)})")));
        Bullets("Against it", monograph.Against.Select(found => string.Create(CultureInfo.InvariantCulture, $"{Finding(knowledge, found.Finding)}: likelihood ratio {found.Ratio:0.##} ({Words.Of(found.Grade)})")));
        Bullets("Tests", monograph.Tests.Select(Test));
        Section("Do", monograph.Action);
        Section("Tell", monograph.Tell);
        Bullets("Sources", rival.Sources.Select(id => Cited(library, id)));
    }

    private static SafetyKnowledge Questions => CompiledFolder.Own.Safety;

    /// <summary>Any entry of the library, or a safety rule; false when none has the id.</summary>
    public static bool Entry(KnowledgeBase knowledge, KnowledgeLibrary library, string id)
    {
        if (library.TryFindDangerZone(id, out DangerZone? zone)) Danger(library, zone);
        else if (library.TryFindFactor(id, out FactorMonograph? factor)) Factor(knowledge, library, factor);
        else if (library.TryFindContext(id, out ContextMonograph? context)) Context(knowledge, library, context);
        else if (library.TryFindExercise(id, out Exercise? exercise)) Exercise(library, exercise);
        else if (library.TryFindEvidence(id, out EvidenceItem? item)) Evidence(item);
        else if (library.TryFindInstrument(id, out OutcomeInstrument? instrument)) Instrument(instrument);
        else if (library.Techniques.FirstOrDefault(guide => Words.Of(guide.Technique).Replace(' ', '_') == id) is { } guide) Technique(library, guide);
        else if (Questions.Rules.FirstOrDefault(rule => string.Equals(rule.Id, id, StringComparison.OrdinalIgnoreCase)) is { } rule) Rule(library, rule);
        else return false;
        return true;
    }

    private static void Rule(KnowledgeLibrary library, SafetyRule rule)
    {
        Title(rule.Name, $"{rule.Id}, {rule.Disposition.ToWord()}, {Words.Of(rule.Grade)}");
        AnsiConsole.WriteLine(rule.Suspects);
        Section("Why", rule.Reason);
        Section("Say", rule.Tell);
        Section("Do", rule.Act);
        Section("When", ConditionWords.Of(rule.When, Questions));
        if (rule.Unless is { } unless) Section("Unless", ConditionWords.Of(unless, Questions));
        Bullets("Limits", rule.Limits.Select(limit => $"{string.Join(", ", limit.TechniqueWords)} ({limit.PlaceWords}): {limit.How ?? "not"}. {limit.Why}"));
        Bullets("Sources", rule.Sources.Select(id => Cited(library, id)));
    }

    private static void Danger(KnowledgeLibrary library, DangerZone zone)
    {
        Title(zone.Name, $"{Words.Of(zone.Structure)}; confidence {Words.Of(zone.Confidence)}");
        AnsiConsole.WriteLine(zone.Plain);
        Section("Depth", zone.Depth);
        Section("Risk", zone.Risk);
        Section("Rule", $"{zone.Rule} ({Words.Of(zone.Grade)})");
        Bullets("Never here", zone.Avoid.Select(Words.Of));
        Bullets("Changed here", zone.Modify.Select(change => $"{Words.Of(change.Technique)}: {change.How}"));
        Bullets("Trigger points pressed through it", zone.Points);
        Bullets("Sources", zone.Sources.Select(id => Cited(library, id)));
    }

    private static void Factor(KnowledgeBase knowledge, KnowledgeLibrary library, FactorMonograph factor)
    {
        if (knowledge.TryFindFactor(factor.Id, out PerpetuatingFactor? known))
        {
            Title(known.Name, Words.Of(known.Kind));
            Section("Ask", known.Ask);
        }

        AnsiConsole.WriteLine(factor.Plain);
        Section("Advice", $"{factor.Advice} ({Words.Of(factor.Grade)})");
        Bullets("Muscles", knowledge.Muscles
            .SelectMany(muscle => muscle.Factors.Where(odds => odds.Factor == factor.Id).Select(odds => (muscle.Name, odds.Odds)))
            .OrderByDescending(pair => pair.Odds)
            .Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Name}: odds times {pair.Odds:0.##}")));
        Bullets("Sources", factor.Sources.Select(id => Cited(library, id)));
    }

    private static void Context(KnowledgeBase knowledge, KnowledgeLibrary library, ContextMonograph context)
    {
        if (!knowledge.TryFindContext(context.Id, out PainContext? known)) return;
        Title(known.Name, Words.Of(known.Kind));
        AnsiConsole.WriteLine(context.Plain);
        Bullets("Muscles", known.Muscles.Zip(context.Muscles, (prior, basis) => Prior(library, prior, basis)));
    }

    private static string Prior(KnowledgeLibrary library, ContextPrior prior, ContextPriorBasis basis)
    {
        string name = prior.Part is null ? prior.Muscle : $"{prior.Muscle} ({prior.Part})";
        string number = prior.Prior is { } rate
            ? string.Create(CultureInfo.InvariantCulture, $"{rate:P0} expected{(basis.Reported is { } reported ? $", {reported:P0} reported, certainty {Words.Of(basis.Certainty!.Value)}" : "")}")
            : string.Create(CultureInfo.InvariantCulture, $"odds times {prior.Odds:0.##}");
        string sources = basis.Sources.Count == 0 ? "" : "; " + string.Join("; ", basis.Sources.Select(id => Cited(library, id)));
        return $"{name}: {number} ({Words.Of(prior.Grade)}{sources})";
    }

    private static void Technique(KnowledgeLibrary library, TechniqueGuide guide)
    {
        Title(guide.Name, string.Join(", ", guide.Who.Select(Words.Of)));
        AnsiConsole.WriteLine(guide.Plain);
        Section("How", guide.How);
        DoseLimits dose = guide.Dose;
        Section("Limits", string.Create(
            CultureInfo.InvariantCulture,
            $"{dose.SecondsMin:0.#} to {dose.SecondsMax:0.#} s, {dose.RepeatsMin} to {dose.RepeatsMax} times, discomfort at most {dose.PressureMax:0.#} of 10, at most {dose.PerWeekMax} a week ({Words.Of(guide.Grade)}) {dose.Note}"));
        Section("Expect", guide.Expect);
        Section("Harms", guide.Harms);
        Bullets("Contraindications", guide.Contraindications.Select(item =>
            $"{item.Text ?? Questions.Find(item.Answer!)?.Question ?? item.Answer}: {(item.Level == ContraindicationLevel.No ? "not at all" : item.How)}"));
        Bullets("Evidence", guide.Evidence.Select(id => library.TryFindEvidence(id, out EvidenceItem? item) ? $"{item.Claim} ({Words.Of(item.Certainty)} certainty, {item.Cite})" : id));
        Bullets("Sources", guide.Sources.Select(id => Cited(library, id)));
    }

    private static void Exercise(KnowledgeLibrary library, Exercise exercise)
    {
        Title(exercise.Name, Words.Of(exercise.Kind));
        AnsiConsole.WriteLine(exercise.Plain);
        Section("Muscles", string.Join(", ", exercise.Muscles));
        Section("How", exercise.How);
        ExerciseDose dose = exercise.Dose;
        string each = (dose.Repeats, dose.Seconds) switch
        {
            ({ } repeats, { } seconds) => string.Create(CultureInfo.InvariantCulture, $"{repeats} times {seconds:0.#} s"),
            ({ } repeats, null) => $"{repeats} times",
            (null, { } seconds) => string.Create(CultureInfo.InvariantCulture, $"{seconds:0.#} s"),
            _ => "",
        };
        Section("Dose", $"{dose.Sets} sets of {each}, {dose.PerWeek} days a week ({Words.Of(exercise.Grade)})");
        Section("Next", exercise.Progression);
        Section("Stop", exercise.Stop);
        Bullets("Sources", exercise.Sources.Select(id => Cited(library, id)));
    }

    private static void Evidence(EvidenceItem item)
    {
        Title(item.Claim, $"certainty {Words.Of(item.Certainty)}; {Words.Of(item.Stance)}; {Words.Of(item.Provenance)}");
        AnsiConsole.WriteLine($"{item.Cite}{(item.Doi is null ? "" : $" doi:{item.Doi}")}");
        Section("Design", item.N is null ? item.Design : $"{item.Design}, {item.N}");
        Section("Who", item.Population);
        Section("What", item.Comparator is null ? item.Intervention : $"{item.Intervention}, against {item.Comparator}");
        Section("Effect", item.Effect);
        Section("Does not show", item.DoesNotShow);
    }

    private static void Instrument(OutcomeInstrument instrument)
    {
        Title(instrument.Name, $"{instrument.Domain}; licence {Words.Of(instrument.Licence.Class)}");
        Section("Scores", string.Create(CultureInfo.InvariantCulture, $"{instrument.Range.Min:0.##} to {instrument.Range.Max:0.##}, {Words.Of(instrument.Direction)}; {instrument.Scoring}"));
        Section("Recall", instrument.Recall);
        Section("Missing", instrument.Missing);
        Bullets("Bands", instrument.Bands.Select(band => string.Create(CultureInfo.InvariantCulture, $"{band.From:0.##} to {band.To:0.##}: {band.Name}")));
        Bullets("Smallest change that is noticed", instrument.Mcid.Select(Change));
        Bullets("Smallest change beyond error", instrument.Mdc.Select(Change));
        Section("Licence", $"{instrument.Licence.Detail} ({Words.Of(instrument.Licence.Provenance)})");
        Bullets("Items", instrument.Questions.Select(question => question.Text));
    }

    private static string Change(ScoreChange change)
    {
        string value = change.Value is { } number ? string.Create(CultureInfo.InvariantCulture, $"{number:0.##} {change.Unit}") : "";
        string relative = change.Relative is { } part ? string.Create(CultureInfo.InvariantCulture, $"{part:P0} of the first score") : "";
        return $"{string.Join(" or ", new[] { value, relative }.Where(text => text.Length > 0))}: {change.Context} ({Words.Of(change.Provenance)})";
    }

    private static string Finding(KnowledgeBase knowledge, RivalFinding finding) => finding.Kind switch
    {
        RivalFindingKind.Answer => $"yes to \"{Questions.Find(finding.Id)?.Question ?? finding.Id}\"",
        RivalFindingKind.Movement => $"{(knowledge.TryFindMovement(finding.Id, out Movement? test) ? test.Name : finding.Id)} {Words.Of(finding.Shows!.Value)}",
        RivalFindingKind.Activity => $"{(knowledge.TryFindActivity(finding.Id, out DailyActivity? activity) ? activity.Name : finding.Id)} {Words.Of(finding.Does!.Value)} it",
        RivalFindingKind.Sign => knowledge.TryFindSign(finding.Id, out Sign? sign) ? sign.Name : finding.Id,
        _ => finding.Id,
    };

    private static string Test(SeparatingTest test)
    {
        string numbers = test.Sensitivity is null && test.Specificity is null
            ? ""
            : string.Create(CultureInfo.InvariantCulture, $" Sensitivity {test.Sensitivity:P0}, specificity {test.Specificity:P0} ({Words.Of(test.Grade)}).");
        return $"{test.Name}: {test.How} Positive: {test.Positive}{numbers}";
    }

    private static void Title(string name, string remark)
    {
        AnsiConsole.MarkupLineInterpolated($"[bold]{name}[/]  [grey]{remark}[/]");
    }
}
