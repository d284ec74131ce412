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

    public static void Run(Problems problems, string outPath, int repeats) =>
        Print(problems.Measure(outPath, repeats, network => new PosteriorEngine(network), Measure, Write));

    private static Measurement Measure(PosteriorEngine engine, ProblemCase problem, int repeats)
    {
        engine.Update(ProblemFiles.Evidence(engine.Network, problem));
        LikelySet set = engine.FindLikelySet(), local = engine.FindLikelySet(effortMost: 0);
        return new Measurement(
            set,
            local.Probability >= set.Probability * (1 - 1e-9),
            WarmRun.Fastest(repeats, () => engine.FindLikelySet()),
            WarmRun.Fastest(repeats, () => engine.FindLikelySet(effortMost: 0)),
            WarmRun.Fastest(repeats, () => engine.FindLikelyParts(AlternativeCount)));
    }

    private static void Write(Utf8JsonWriter json, PosteriorEngine engine, Measurement result)
    {
        json.WriteStartArray("set");
        foreach (int cause in result.Set.Causes)
            json.WriteNumberValue(cause);
        json.WriteEndArray();
        json.WriteBoolean("proven", result.Set.IsProven);
        json.WriteNumber("probability", result.Set.Probability);
        json.WriteNumber("ms", result.SetMs);
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
