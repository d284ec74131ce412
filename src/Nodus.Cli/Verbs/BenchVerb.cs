using System.CommandLine;
using Nodus.Cli.Output;
using Nodus.Compiler.Vignettes;

namespace Nodus.Cli.Verbs;

/// <summary><c>nodus bench</c>: how good it is, on cases that it has not been made from.</summary>
internal static class BenchVerb
{
    public static Command Create()
    {
        var json = new Option<bool>("--json") { Description = "The result as one JSON object" };
        var report = new Option<FileInfo?>("--out") { Description = "Also write a report: safety.md" };
        var cases = new Option<FileInfo?>("--cases") { Description = "Other cases than those that ship, as JSON Lines of the same form" };
        var safety = new Command("safety", "The safety gate on written cases: by answers, and by the patient's words alone") { json, report, cases };
        safety.SetAction(parse =>
        {
            CompiledFolder data = CompiledFolder.Own;
            string file = parse.GetValue(cases)?.FullName ?? Path.Combine(data.Path, SafetyVignetteCompiler.File);
            SafetyBenchResult result = SafetyBench.Run(data, SafetyBench.Read(file));
            if (parse.GetValue(report) is { } to) File.WriteAllText(to.FullName, SafetyBenchReport.Markdown(result));
            if (parse.GetValue(json)) JsonOutput.Write(stream => stream.Write(SafetyBenchReport.Json(result)));
            else Console.Out.Write(SafetyBenchReport.Markdown(result));
            return result.UnsafeMisses == 0 ? ExitCode.Done : ExitCode.BelowTheBar;
        });
        return new Command("bench", "Measures itself on cases") { safety };
    }
}
