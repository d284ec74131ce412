using System.CommandLine;
using Nodus.Cli.Output;
using Nodus.Cli.Vignettes;
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
        return new Command("bench", "Measures itself on cases") { safety, Vignettes() };
    }

    private static Command Vignettes()
    {
        var json = new Option<bool>("--json") { Description = "The result as one JSON object" };
        var report = new Option<string?>("--out") { Description = "Also write a report: a file.md, or a folder for vignettes.md; its pictures go into pictures/ beside it" };
        var cases = new Option<FileInfo?>("--cases") { Description = "Other written cases than those that ship, as JSON Lines of the same form" };
        var seed = new Option<int>("--seed") { Description = "Of the people made from the model", DefaultValueFactory = _ => 1 };
        var count = new Option<int?>("--count") { Description = "How many people of each kind are made; 300 single, 100 of the other kinds, 500 of the population when left out" };
        var made = new Option<FileInfo?>("--made") { Description = "Also write the people made from the model, as JSON Lines that --cases reads" };
        var vignettes = new Command("vignettes", "The ranking on cases with known causes: written ones, and people made from the model") { json, report, cases, seed, count, made };
        vignettes.SetAction(parse =>
        {
            CompiledFolder data = CompiledFolder.Own;
            string file = parse.GetValue(cases)?.FullName ?? Path.Combine(data.Path, AssessmentVignetteCompiler.File);
            BenchSize size = parse.GetValue(count) switch
            {
                null => BenchSize.Full,
                > 0 and int few => new BenchSize(few, few, few),
                _ => throw new BadInputException("--count must be at least 1."),
            };
            var bench = new VignetteBench(data, parse.GetValue(seed), size);
            if (parse.GetValue(made) is { } lines) File.WriteAllLines(lines.FullName, bench.Made.Select(one => VignetteFile.Line(one, data.Knowledge.Version, parse.GetValue(seed))));
            VignetteBenchResult result = bench.Run(VignetteFile.Read(file, data));
            if (parse.GetValue(report) is { } to) VignetteBenchReport.Save(result, to);
            if (parse.GetValue(json)) JsonOutput.Write(stream => stream.Write(VignetteBenchReport.Json(result)));
            else if (parse.GetValue(report) is null) Console.Out.Write(VignetteBenchReport.Markdown(result));
            return result.WrittenDangers.Unsafe.Count == 0 ? ExitCode.Done : ExitCode.BelowTheBar;
        });
        return vignettes;
    }
}
