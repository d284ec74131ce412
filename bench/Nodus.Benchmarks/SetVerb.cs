using System.Text;
using System.Text.Json;
using Nodus.Inference;

namespace Nodus.Benchmarks;

/// <summary>
/// Times the search for the most probable set, warm and after an update: CPU time of the thread, the fastest of a few
/// repeats. Local search alone is timed beside it, and counted optimal where the proven set is no better.
/// </summary>
internal static class SetVerb
{
    private const int AlternativeCount = 3;

    public static int Run(string networksPath, string casesPath, string outPath, int repeats)
    {
        var engines = ProblemFiles.ReadNetworks(networksPath)
            .ToDictionary(n => n.Key, n => new PosteriorEngine(n.Value), StringComparer.Ordinal);
        var cases = ProblemFiles.ReadCases(casesPath).ToList();
        foreach (var problem in cases)
            Measure(engines[problem.Network], problem, 1);
        using var output = new StreamWriter(outPath);
        var measured = new List<(string Network, Measurement Result)>();
        foreach (var problem in cases)
        {
            var result = Measure(engines[problem.Network], problem, repeats);
            WriteLine(output, problem, result);
            measured.Add((problem.Network, result));
        }

        Print(measured.GroupBy(m => m.Network, m => m.Result, StringComparer.Ordinal));
        return 0;
    }

    private static Measurement Measure(PosteriorEngine engine, ProblemCase problem, int repeats)
    {
        engine.Update(ProblemFiles.Evidence(engine.Network, problem));
        LikelySet set = engine.FindLikelySet(), local = engine.FindLikelySet(effortMost: 0);
        return new Measurement(
            set,
            local.Probability >= set.Probability * (1 - 1e-9),
            Fastest(repeats, () => engine.FindLikelySet()),
            Fastest(repeats, () => engine.FindLikelySet(effortMost: 0)),
            Fastest(repeats, () => engine.FindLikelyParts(AlternativeCount)));
    }

    private static double Fastest(int repeats, Action timed)
    {
        double fastest = double.MaxValue;
        for (int i = 0; i < repeats; i++)
        {
            double start = ThreadClock.Milliseconds();
            timed();
            fastest = Math.Min(fastest, ThreadClock.Milliseconds() - start);
        }

        return fastest;
    }

    private static void WriteLine(StreamWriter output, ProblemCase problem, Measurement result)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("case", problem.Id);
            json.WriteStartArray("set");
            foreach (int cause in result.Set.Causes)
                json.WriteNumberValue(cause);
            json.WriteEndArray();
            json.WriteBoolean("proven", result.Set.IsProven);
            json.WriteNumber("probability", result.Set.Probability);
            json.WriteNumber("ms", result.SetMs);
            json.WriteEndObject();
        }

        output.WriteLine(Encoding.UTF8.GetString(buffer.ToArray()));
    }

    private static void Print(IEnumerable<IGrouping<string, Measurement>> networks)
    {
        Console.WriteLine(
            "| network | cases | proven | set ms, median / max | local search alone ms, median / max | local search optimal " +
            $"| {AlternativeCount} sets of each part ms, median / max | P(set), median |");
        Console.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var network in networks)
        {
            var all = network.ToList();
            Console.WriteLine(
                $"| {network.Key} | {all.Count} | {all.Count(m => m.Set.IsProven)} " +
                $"| {Quantiles.Median(all, m => m.SetMs):0.00} / {all.Max(m => m.SetMs):0.00} " +
                $"| {Quantiles.Median(all, m => m.LocalMs):0.00} / {all.Max(m => m.LocalMs):0.00} " +
                $"| {all.Count(m => m.Set.IsProven && m.IsLocalOptimal)} " +
                $"| {Quantiles.Median(all, m => m.PartsMs):0.00} / {all.Max(m => m.PartsMs):0.00} " +
                $"| {Quantiles.Median(all, m => m.Set.Probability):0.000} |");
        }
    }

    private sealed record Measurement(LikelySet Set, bool IsLocalOptimal, double SetMs, double LocalMs, double PartsMs);
}
