using System.Globalization;
using System.Text.Json;
using Nodus.Inference;

namespace Nodus.Benchmarks;

/// <summary>
/// Times the table of information gains: all unobserved findings of a case as errorless tests. Each timed run has fresh
/// evidence in the engine, so no part of a table is taken from the one before; CPU time of the thread, the fastest of a few
/// warm repeats. With a check, the tests that look best are evaluated exactly, to see what the choice loses.
/// </summary>
internal static class GainVerb
{
    /// <summary>Tests whose gain is at least this share of the best one's are evaluated exactly.</summary>
    private const double CheckedShare = 0.5;

    private const double LeastPath = 2e-5;

    public static void Run(Problems problems, string outPath, int repeats, bool isChecked) => Print(
        problems.Measure(
            outPath, repeats, network => new Meter(network),
            (meter, problem, times) =>
            {
                Measurement result = Measure(meter, problem, times);
                // Not in the round that warms up: it takes seconds a case.
                return isChecked && times == repeats && meter.Gain.Best >= 0
                    ? Check(result, meter.Gain, meter.Exact, ProblemFiles.Evidence(meter.Engine.Network, problem))
                    : result;
            },
            (json, _, result) => Write(json, result)),
        isChecked);

    private static Measurement Measure(Meter meter, ProblemCase problem, int repeats)
    {
        (PosteriorEngine engine, InformationGain gain) = (meter.Engine, meter.Gain);
        var nothing = new Evidence(engine.Network);
        Evidence evidence = ProblemFiles.Evidence(engine.Network, problem);
        Cost table = WarmRun.Fastest(
            repeats,
            () =>
            {
                engine.Update(nothing);
                engine.Update(evidence);
            },
            gain.Update);
        Cost both = WarmRun.Fastest(
            repeats,
            () => engine.Update(nothing),
            () =>
            {
                engine.Update(evidence);
                gain.Update();
            });
        int top = gain.Best < 0 ? -1 : gain.Tests[gain.Best].Finding;
        int strong = 0;
        foreach (double marginal in engine.Marginals)
            strong += marginal >= InformationGain.StrongMarginal ? 1 : 0;
        return new Measurement(top, gain.Best < 0 ? 0 : gain.Bits[gain.Best], table.Ms, both.Ms, both.Bytes, strong, engine.IsExact);
    }

    private static Measurement Check(Measurement result, InformationGain gain, ExactGain exact, Evidence evidence)
    {
        double chosen = 0, best = 0, error = 0, answerError = 0;
        for (int i = 0; i < gain.Tests.Length; i++)
        {
            if (gain.Bits[i] < CheckedShare * result.Bits)
                continue;
            var (bits, present) = exact.Evaluate(evidence, gain.Tests[i].Finding);
            best = Math.Max(best, bits);
            error = Math.Max(error, Math.Abs(gain.Bits[i] - bits) / bits);
            answerError = Math.Max(answerError, Math.Abs(gain.PositiveGivenEvidence[i] - present));
            if (i == gain.Best)
                chosen = bits;
        }

        return result with { Loss = 1 - (chosen / best), Error = error, AnswerError = answerError };
    }

    private static void Write(Utf8JsonWriter json, Measurement result)
    {
        json.WriteNumber("topTest", result.Top);
        json.WriteNumber("ms", result.TableMs);
        json.WriteNumber("bits", result.Bits);
        json.WriteNumber("withUpdateMs", result.BothMs);
        json.WriteNumber("bytes", result.AllocatedBytes);
        json.WriteBoolean("exact", result.IsExact);
    }

    private static void Print(IEnumerable<IGrouping<string, Measurement>> networks, bool isChecked)
    {
        Console.WriteLine(
            "| network | cases | table ms, median / max | with full update ms, median / max | causes >= 0.05, median / max " +
            "| bytes |" + (isChecked ? " loss of the chosen test, mean / max | gain off by at most | answer off by at most |" : ""));
        Console.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: |" + (isChecked ? " ---: | ---: | ---: |" : ""));
        foreach (var network in networks)
        {
            var all = network.ToList();
            string line = string.Create(CultureInfo.InvariantCulture,
                $"| {network.Key} | {all.Count} " +
                $"| {Quantiles.Median(all, m => m.TableMs):0.000} / {all.Max(m => m.TableMs):0.000} " +
                $"| {Quantiles.Median(all, m => m.BothMs):0.000} / {all.Max(m => m.BothMs):0.000} " +
                $"| {Quantiles.Median(all, m => m.Strong):0.#} / {all.Max(m => m.Strong)} | {all.Max(m => m.AllocatedBytes)} |");
            if (isChecked)
            {
                line += $" {all.Average(m => m.Loss):0.0000%} / {all.Max(m => m.Loss):0.00%} " +
                    $"| {all.Max(m => m.Error):0.0%} | {all.Max(m => m.AnswerError):0.0000} |";
            }

            Console.WriteLine(line);
        }
    }

    /// <summary>All findings of a network as errorless tests.</summary>
    private sealed class Meter
    {
        public Meter(NoisyOrNetwork network)
        {
            Engine = new PosteriorEngine(network);
            Gain = new InformationGain(Engine, [.. Enumerable.Range(0, network.FindingCount).Select(f => FindingTest.YesNo(f))]);
            Exact = new ExactGain(network, LeastPath);
        }

        public PosteriorEngine Engine { get; }

        public InformationGain Gain { get; }

        public ExactGain Exact { get; }
    }

    private sealed record Measurement(
        int Top, double Bits, double TableMs, double BothMs, long AllocatedBytes, int Strong, bool IsExact)
    {
        public double Loss { get; init; }

        public double Error { get; init; }

        public double AnswerError { get; init; }
    }
}
