using System.Diagnostics;
using System.Text.Json;
using Nodus.Inference;

namespace Nodus.Benchmarks;

/// <summary>
/// Times full warm updates of the posterior. Each case is timed after a run with no evidence, so every component is solved
/// anew and nothing is taken from the case before; buffers and machine code are warm. The fastest of a few repeats counts:
/// on a shared machine it is the nearest to the CPU time of one run. A second column changes a single region.
/// </summary>
internal static class PosteriorVerb
{
    public static int Run(string[] args)
    {
        string? networksPath = Options.Text(args, "--networks"), casesPath = Options.Text(args, "--cases"), outPath = Options.Text(args, "--out");
        string task = Options.Text(args, "--task") ?? "marginals";
        int repeats = Options.Number(args, "--repeats", 5);
        if (networksPath is null || casesPath is null || outPath is null || task is not ("marginals" or "set" or "gain") || repeats < 1)
        {
            Console.Error.WriteLine(
                "posterior needs --networks, --cases and --out; --task is marginals, set or gain; --repeats is 1 or more.");
            return 2;
        }

        if (task == "set")
            return SetVerb.Run(networksPath, casesPath, outPath, repeats);
        if (task == "gain")
            return GainVerb.Run(networksPath, casesPath, outPath, repeats, args.Contains("--check"));

        var engines = ProblemFiles.ReadNetworks(networksPath)
            .ToDictionary(n => n.Key, n => new PosteriorEngine(n.Value), StringComparer.Ordinal);
        var cases = ProblemFiles.ReadCases(casesPath).ToList();
        foreach (var problem in cases)
            Measure(engines[problem.Network], problem, 1);
        using var output = new StreamWriter(outPath);
        var measured = cases.ConvertAll(problem =>
        {
            var result = Measure(engines[problem.Network], problem, repeats);
            WriteLine(output, problem, engines[problem.Network], result);
            return (problem.Network, Result: result);
        });
        Print(measured.GroupBy(m => m.Network, m => m.Result, StringComparer.Ordinal));
        return 0;
    }

    private static Measurement Measure(PosteriorEngine engine, ProblemCase problem, int repeats)
    {
        var nothing = new Evidence(engine.Network);
        var evidence = ProblemFiles.Evidence(engine.Network, problem);
        double full = double.MaxValue, step = double.MaxValue;
        long allocated = 0;
        for (int i = 0; i < repeats; i++)
        {
            engine.Update(nothing);
            long bytes = GC.GetAllocatedBytesForCurrentThread();
            long start = Stopwatch.GetTimestamp();
            engine.Update(evidence);
            full = Math.Min(full, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            allocated = GC.GetAllocatedBytesForCurrentThread() - bytes;
        }

        int toggled = problem.Positive.Length > 0 ? problem.Positive[0] : 0;
        for (int i = 0; i < repeats; i++)
        {
            evidence[toggled] = Observation.Unobserved;
            engine.Update(evidence);
            evidence[toggled] = problem.Positive.Length > 0 ? Observation.Present : Observation.Absent;
            long start = Stopwatch.GetTimestamp();
            engine.Update(evidence);
            step = Math.Min(step, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return new Measurement(
            full, step, engine.StateUpdates, engine.Width, allocated, engine.AdjointDefect, engine.IsExact);
    }

    private static void WriteLine(StreamWriter output, ProblemCase problem, PosteriorEngine engine, Measurement result)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("case", problem.Id);
            json.WriteStartArray("marginals");
            foreach (double marginal in engine.Marginals)
                json.WriteNumberValue(marginal);
            json.WriteEndArray();
            json.WriteNumber("ms", result.FullMs);
            json.WriteNumber("stateUpdates", result.StateUpdates);
            json.WriteNumber("width", result.Width);
            json.WriteBoolean("exact", result.IsExact);
            json.WriteEndObject();
        }

        output.WriteLine(System.Text.Encoding.UTF8.GetString(buffer.ToArray()));
    }

    private static void Print(IEnumerable<IGrouping<string, Measurement>> networks)
    {
        Console.WriteLine(
            "| network | cases | full update ms, median / max | one region ms, median / max | state updates, median / max " +
            "| width, median / max | bytes | exact |");
        Console.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var network in networks)
        {
            var all = network.ToList();
            Console.WriteLine(
                $"| {network.Key} | {all.Count} " +
                $"| {Quantiles.Median(all, m => m.FullMs):0.000} / {all.Max(m => m.FullMs):0.000} " +
                $"| {Quantiles.Median(all, m => m.StepMs):0.000} / {all.Max(m => m.StepMs):0.000} " +
                $"| {Quantiles.Median(all, m => m.StateUpdates):0} / {all.Max(m => m.StateUpdates)} " +
                $"| {Quantiles.Median(all, m => m.Width):0.#} / {all.Max(m => m.Width)} " +
                $"| {all.Max(m => m.AllocatedBytes)} | {all.Count(m => m.IsExact)} |");
        }
    }

    private sealed record Measurement(
        double FullMs, double StepMs, long StateUpdates, int Width, long AllocatedBytes, double AdjointDefect, bool IsExact);
}
