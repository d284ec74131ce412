using System.CommandLine;
using System.Text.Json;
using Nodus.Cli.Output;
using Nodus.Clinical.Assessment;

namespace Nodus.Cli.Verbs;

/// <summary><c>nodus rerun</c>: a saved assessment again, and whether it comes out the same.</summary>
internal static class RerunVerb
{
    private static readonly string[] Versions = ["engine", "knowledge", "atlas"];

    public static Command Create()
    {
        var file = new Argument<FileInfo>("file") { Description = "What nodus locate --save wrote" };
        var json = new Option<bool>("--json") { Description = "The new result as one JSON object" };
        var command = new Command("rerun", "Runs a saved assessment again; 0 when it gives the same bytes, 1 when not") { file, json };
        command.SetAction(parse =>
        {
            SavedAssessment saved = SavedAssessment.Read(File.ReadAllBytes(parse.GetValue(file)!.FullName));
            byte[] now = Run(CompiledFolder.Own, saved);
            bool same = saved.Result.Span.SequenceEqual(now);
            if (parse.GetValue(json)) JsonOutput.Write(stream => stream.Write(now));
            else Console.Out.WriteLine(same ? $"The same as on {saved.Made:yyyy-MM-dd}, byte for byte." : Difference(saved, now));
            return same ? ExitCode.Done : ExitCode.Differs;
        });
        return command;
    }

    /// <summary>What a case gives, sealed, in the form in which it is saved.</summary>
    private static byte[] Run(CompiledFolder data, SavedAssessment saved) =>
        Assessor.For(data.Knowledge, data.Atlas).Assess(LocateVerb.Check(data, data.CaseReader.Read(saved.Case), saved.NoToTheRest)).ToJson(saved.By);

    private static string Difference(SavedAssessment saved, byte[] now)
    {
        using JsonDocument old = JsonDocument.Parse(saved.Result), fresh = JsonDocument.Parse(now);
        string[] changed =
        [
            .. Versions.Select(name => (name, Old: Text(old, name), New: Text(fresh, name))).Where(one => one.Old != one.New)
                .Select(one => $"{one.name} {one.Old} then, {one.New} now"),
        ];
        return $"It comes out differently than on {saved.Made:yyyy-MM-dd}: {(changed.Length > 0 ? string.Join("; ", changed) : "the versions are the same, so the file was changed or this is a fault")}. --json shows the new result.";
    }

    private static string Text(JsonDocument result, string name) =>
        result.RootElement.TryGetProperty(name, out JsonElement value) ? value.ToString() : "";
}
