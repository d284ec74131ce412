using Nodus.Clinical.Safety;
using Nodus.Clinical.Safety.Language;
using Spectre.Console;

namespace Nodus.Cli.Output;

/// <summary>A triage in a form a therapist can read in a terminal. Names no muscle.</summary>
internal sealed class TriagePrinter(IAnsiConsole console, SafetyKnowledge knowledge)
{
    private const int QuestionsShown = 8;

    public void Print(Triage triage, string? country = null)
    {
        console.MarkupLine($"[bold {Colour(triage.Disposition)}]{Words(triage.Disposition)}[/]");
        if (triage.Disposition == Disposition.Emergency)
        {
            EmergencyContacts contacts = knowledge.ContactsIn(country);
            console.MarkupLineInterpolated($"  Call [bold]{string.Join(" or ", contacts.Emergency)}[/] ({contacts.Name}).");
        }

        foreach (RuleFiring one in triage.Fired)
        {
            console.WriteLine();
            console.MarkupLineInterpolated($"  [bold]{one.Rule.Name}[/]  [grey]{one.Rule.Id}, {one.Rule.Disposition.ToWord()}{(one.Certain ? "" : ", to be confirmed")}[/]");
            Indented($"{one.Rule.Reason}");
            if (one.Because.Count > 0) Indented($"[grey]because: {string.Join("; ", one.Because.Select(id => knowledge.Find(id)?.Professional ?? id))}[/]");
            if (one.Rule.Disposition.IsStop()) Indented($"[green]do:[/] {one.Rule.Act}");
            Indented($"[teal]say:[/] {one.Rule.Tell}");
        }

        Limits(triage);
        Read(triage);
        Questions(triage);
    }

    /// <summary>A triage in one line, for the head of a ranking.</summary>
    public static string Words(Disposition disposition) => disposition switch
    {
        Disposition.Emergency => "EMERGENCY: stop, call the emergency services now",
        Disposition.UrgentReferral => "STOP: a doctor today or within two days",
        Disposition.ReferBeforeTreatment => "STOP: a doctor first, before this complaint is treated",
        Disposition.ContraindicatedTechnique => "Treatment may go on, within limits",
        _ => "Nothing that was answered speaks against treatment",
    };

    private static string Colour(Disposition disposition) => disposition.IsStop() ? "red" : disposition == Disposition.Proceed ? "green" : "yellow";

    private void Limits(Triage triage)
    {
        if (triage.IsStop || triage.Limits.Count == 0) return;
        console.WriteLine();
        console.MarkupLine("[bold]Limits[/]");
        foreach ((SafetyRule rule, RuleLimit limit) in triage.Limits)
        {
            string what = string.Join(", ", limit.TechniqueWords).Replace('_', ' ');
            string how = limit.How is null ? "not" : $"only so: {limit.How}";
            Indented($"{what} ({limit.PlaceWords}): [bold]{how}[/] [grey]{limit.Why} ({rule.Id})[/]");
            if (limit.Instead is { } instead) Indented($"  instead: {instead}");
        }
    }

    private void Read(Triage triage)
    {
        WordFinding[] proposals = [.. triage.Words.Findings.Where(one => one.Suggests != Suggestion.SetAside)];
        if (proposals.Length == 0) return;
        console.WriteLine();
        console.MarkupLine("[bold]Read in the patient's words[/]  [grey](to be confirmed)[/]");
        foreach (WordFinding one in proposals)
            Indented($"{(one.Suggests == Suggestion.SeemsYes ? "yes?" : "no?")} {knowledge.Find(one.Fact)?.Professional ?? one.Fact} [grey]\"{one.Quote}\"[/]");
    }

    private void Questions(Triage triage)
    {
        if (triage.Open.Count == 0) return;
        console.WriteLine();
        console.MarkupLine("[bold]To ask, what matters most first[/]");
        foreach (SafetyFact fact in triage.Open.Take(QuestionsShown)) Indented($"{fact.Question} [grey]{fact.Id}[/]");
        if (triage.Open.Count > QuestionsShown) Indented($"[grey]and {triage.Open.Count - QuestionsShown} more (--json lists all)[/]");
    }

    /// <summary>A line that keeps its indentation where the terminal breaks it.</summary>
    private void Indented(FormattableString markup) =>
        console.Write(new Padder(Markup.FromInterpolated(markup), new Padding(4, 0, 0, 0)));
}
