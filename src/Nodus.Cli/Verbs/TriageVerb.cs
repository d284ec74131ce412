using System.CommandLine;
using Nodus.Clinical.Assessment;
using Nodus.Clinical.Safety;
using Nodus.Cli.Output;
using Spectre.Console;

namespace Nodus.Cli.Verbs;

/// <summary><c>nodus triage</c>: one case, before any muscle is named.</summary>
internal static class TriageVerb
{
    public static Command Create()
    {
        var input = new CaseInput();
        var json = new Option<bool>("--json") { Description = "The triage as one JSON object" };
        var letter = new Option<bool>("--letter") { Description = "The text of a letter to a doctor" };
        var country = new Option<string?>("--country") { Description = "Whose emergency numbers: two letters, such as GB" };
        var command = new Command("triage", "Looks for reasons not to treat: what is feared, what to do, what to ask next")
        {
            input.File, input.Pain, json, letter, country,
        };
        command.SetAction(parse =>
        {
            CompiledFolder data = CompiledFolder.Own;
            Case patient = data.CaseReader.Read(input.Read(parse));
            Triage triage = data.Gate.Check(patient);
            if (parse.GetValue(json)) JsonOutput.Write(stream => stream.Write(triage.ToJson()));
            else if (parse.GetValue(letter)) Console.Out.Write(Letter(triage));
            else new TriagePrinter(AnsiConsole.Console, data.Safety).Print(triage, parse.GetValue(country));
            return ExitCode.Done;
        });
        return command;
    }

    private static string Letter(Triage triage) => triage.IsStop
        ? ReferralLetter.Write(triage, DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime))
        : throw new BadInputException("--letter: no rule stops this case, so there is nothing to refer.");
}
