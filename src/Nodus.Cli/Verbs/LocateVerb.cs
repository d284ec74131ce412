using System.CommandLine;
using Nodus.Cli.Output;
using Nodus.Clinical.Assessment;
using Nodus.Clinical.Knowledge;
using SkiaSharp;
using Spectre.Console;

namespace Nodus.Cli.Verbs;

/// <summary><c>nodus locate</c>: one case, ranked.</summary>
internal static class LocateVerb
{
    public static Command Create()
    {
        var file = new Argument<string?>("file")
        {
            Description = "A case as JSON; - or nothing reads standard input",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var pain = new Option<string[]>("--pain", "-p")
        {
            Description = "Instead of a file: zone:side:intensity, for example shoulder_front:right:6; may be given several times",
            AllowMultipleArgumentsPerToken = true,
        };
        var json = new Option<bool>("--json") { Description = "The result as one JSON object" };
        var picture = new Option<FileInfo?>("--picture") { Description = "Also write what was painted as a picture: case.png or case.svg" };
        var command = new Command("locate", "Ranks the trigger points that would explain where it hurts")
        {
            file, pain, json, picture,
        };
        command.SetAction(parse =>
        {
            CompiledFolder data = CompiledFolder.Own;
            byte[] input = parse.GetValue(pain) is { Length: > 0 } words
                ? parse.GetValue(file) is null
                    ? PainWords.ToCase(words)
                    : throw new BadInputException("--pain: give either a file or --pain, not both.")
                : Input(parse.GetValue(file));
            Case patient = CaseReader.For(data.Knowledge, data.Atlas).Read(input);
            Differential result = Assessor.For(data.Knowledge, data.Atlas).Assess(patient);
            if (parse.GetValue(picture) is { } to) Save(to, data, patient, result);
            if (parse.GetValue(json)) JsonOutput.Write(stream => stream.Write(result.ToJson()));
            else Print(data, patient, result);
            return ExitCode.Done;
        });
        return command;
    }

    private static byte[] Input(string? file)
    {
        if (file is not (null or "-")) return File.ReadAllBytes(file);
        if (!Console.IsInputRedirected && file is null)
            throw new BadInputException("file: name a case file, - for standard input, or give --pain zone:side:intensity.");
        using Stream from = Console.OpenStandardInput();
        using var all = new MemoryStream();
        from.CopyTo(all);
        return all.ToArray();
    }

    private static void Save(FileInfo file, CompiledFolder data, Case patient, Differential result)
    {
        using SKBitmap body = CasePicture.DrawBody(data, patient);
        PictureFile.Save(file, new SKSizeI(body.Width, body.Height), canvas => CasePicture.Draw(canvas, body, data, result));
    }

    private static void Print(CompiledFolder data, Case patient, Differential result)
    {
        KnowledgeBase knowledge = data.Knowledge;
        if (patient.Pain.Count > 0)
        {
            using SKBitmap body = CasePicture.DrawBody(data, patient);
            TerminalBody.Draw(body);
        }

        new DifferentialPrinter(AnsiConsole.Console, knowledge, data.Atlas.Zones).Print(patient, result);
    }
}
