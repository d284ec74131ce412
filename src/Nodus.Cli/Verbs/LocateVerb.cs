using System.CommandLine;
using Nodus.Clinical.Assessment;
using Nodus.Clinical.Safety;
using Nodus.Cli.Output;
using SkiaSharp;
using Spectre.Console;

namespace Nodus.Cli.Verbs;

/// <summary><c>nodus locate</c>: one case, ranked, once the gate is passed.</summary>
internal static class LocateVerb
{
    public static Command Create()
    {
        var input = new CaseInput();
        var by = new OverrideOptions();
        var rest = new Option<bool>("--no-to-the-rest") { Description = "Every question that is still open was asked, and the answer is no" };
        var json = new Option<bool>("--json") { Description = "The result as one JSON object" };
        var picture = new Option<FileInfo?>("--picture") { Description = "Also write what was painted as a picture: case.png or case.svg" };
        var save = new Option<FileInfo?>("--save") { Description = "Also keep case and result, to be run again: nodus rerun FILE" };
        var command = new Command("locate", "Ranks the trigger points that would explain where it hurts; safety questions come first")
        {
            input.File, input.Pain, rest, json, picture, save, by.Reason, by.Clinician, by.Because,
        };
        command.SetAction(parse =>
        {
            CompiledFolder data = CompiledFolder.Own;
            byte[] given = input.Read(parse);
            Case patient = data.CaseReader.Read(given);
            Triage triage = Check(data, patient, parse.GetValue(rest));
            GateOverride? decision = by.Read(parse, triage);
            SealedDifferential answer = Assessor.For(data.Knowledge, data.Atlas).Assess(triage);
            GatePass? pass = SafetyGate.Pass(triage, decision);
            if (parse.GetValue(save) is { } kept)
                File.WriteAllBytes(kept.FullName, new SavedAssessment(TimeProvider.System.GetLocalNow(), given, parse.GetValue(rest), decision, answer.ToJson(decision)).ToJson());
            if (parse.GetValue(picture) is { } to) Save(to, data, patient, pass is null ? null : answer.Open(pass));
            if (parse.GetValue(json))
            {
                JsonOutput.Write(stream => stream.Write(answer.ToJson(decision)));
                return ExitCode.Done;
            }

            if (patient.Pain.Count > 0) TerminalBody.Draw(CasePicture.DrawBody(data, patient));
            new TriagePrinter(AnsiConsole.Console, data.Safety).Print(triage);
            if (pass is null) return Closed(triage);
            new DifferentialPrinter(AnsiConsole.Console, data.Knowledge, data.Atlas.Zones).Print(patient, answer.Open(pass), pass);
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>The triage of a case.</summary>
    /// <param name="data">Holds the gate.</param>
    /// <param name="patient">The case.</param>
    /// <param name="noToTheRest">Whether every question left open was asked, and the answer is no.</param>
    public static Triage Check(CompiledFolder data, Case patient, bool noToTheRest) =>
        noToTheRest ? new Interview(data.Gate).NoToTheRest(patient) : data.Gate.Check(patient);

    private static int Closed(Triage triage)
    {
        AnsiConsole.Console.WriteLine();
        AnsiConsole.Console.MarkupLine(triage.IsStop
            ? "[bold]No muscle is named while a rule stops.[/] A clinician who has looked into it opens the gate with --override, --clinician and --because."
            : "[bold]No muscle is named before these are answered.[/] Put the answers into the case (\"answers\": { \"fever\": false, … }; null for not known), or say --no-to-the-rest when all were asked and the answer is no.");
        return ExitCode.StoppedByGate;
    }

    private static void Save(FileInfo file, CompiledFolder data, Case patient, Differential? result)
    {
        using SKBitmap body = CasePicture.DrawBody(data, patient);
        PictureFile.Save(file, new SKSizeI(body.Width, body.Height), canvas => CasePicture.Draw(canvas, body, data, result));
    }
}
