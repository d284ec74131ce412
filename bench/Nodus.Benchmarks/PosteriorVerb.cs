using System.Globalization;
using System.Text.Json;
using Nodus.Inference;

namespace Nodus.Benchmarks;

/// <summary>
/// Times full warm updates of the posterior. Each case is timed after a run with no evidence, so every component is solved
/// anew and nothing is taken from the case before; buffers and machine code are warm. A second column changes a single region.
/// </summary>
internal static class PosteriorVerb
{
    public static int Run(string[] args)
    {
        string? outPath = Options.Text(args, "--out");
        string task = Options.Text(args, "--task") ?? "marginals";
        int repeats = Options.Number(args, "--repeats", 5);
        if (outPath is null || task is not ("marginals" or "set" or "gain") || repeats < 1)
        {
            Console.Error.WriteLine("posterior needs --out; --task is marginals, set or gain; --repeats is 1 or more.");
            return 2;
        }

        Problems problems = Problems.Of(Options.Text(args, "--networks"), Options.Text(args, "--cases"));
        switch (task)
        {
            case "set": SetVerb.Run(problems, outPath, repeats); break;
            case "gain": GainVerb.Run(problems, outPath, repeats, args.Contains("--check")); break;
            default: Print(problems.Measure(outPath, repeats, network => new PosteriorEngine(network), Measure, Write)); break;
        }

        return 0;
    }

    private static Measurement Measure(PosteriorEngine engine, ProblemCase problem, int repeats)
    {
        var nothing = new Evidence(engine.Network);
        Evidence evidence = ProblemFiles.Evidence(engine.Network, problem);
        Cost full = WarmRun.Fastest(repeats, () => engine.Update(nothing), () => engine.Update(evidence));
        int toggled = problem.Positive.Length > 0 ? problem.Positive[0] : 0;
        Observation answer = evidence[toggled];
        Cost step = WarmRun.Fastest(
            repeats,
            () =>
            {
                evidence[toggled] = Observation.Unobserved;
                engine.Update(evidence);
                evidence[toggled] = answer;
            },
            () => engine.Update(evidence));
        return new Measurement(full.Ms, step.Ms, engine.StateUpdates, engine.Width, full.Bytes + step.Bytes, engine.IsExact);
    }

    private static void Write(Utf8JsonWriter json, PosteriorEngine engine, Measurement result)
    {
        ResultLine.WriteMarginals(json, engine.Marginals);
        json.WriteNumber("ms", result.FullMs);
        json.WriteNumber("oneRegionMs", result.StepMs);
        json.WriteNumber("bytes", result.Bytes);
        json.WriteNumber("stateUpdates", result.StateUpdates);
        json.WriteNumber("width", result.Width);
        json.WriteBoolean("exact", result.IsExact);
    }

    private static void Print(IEnumerable<IGrouping<string, Measurement>> networks)
    {
        Console.WriteLine(
            "| network | cases | full update ms, median / max | one region ms, median / max | state updates, median / max " +
            "| width, median / max | bytes | exact |");
        Console.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var network in networks)
        {
            Measurement[] all = [.. network];
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {network.Key} | {all.Length} " +
                $"| {Quantiles.Median(all, m => m.FullMs):0.000} / {all.Max(m => m.FullMs):0.000} " +
                $"| {Quantiles.Median(all, m => m.StepMs):0.000} / {all.Max(m => m.StepMs):0.000} " +
                $"| {Quantiles.Median(all, m => m.StateUpdates):0} / {all.Max(m => m.StateUpdates)} " +
                $"| {Quantiles.Median(all, m => m.Width):0.#} / {all.Max(m => m.Width)} " +
                $"| {all.Max(m => m.Bytes)} | {all.Count(m => m.IsExact)} |"));
        }
    }

    private sealed record Measurement(double FullMs, double StepMs, long StateUpdates, int Width, long Bytes, bool IsExact);
}
