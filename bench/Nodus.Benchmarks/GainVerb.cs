using System.Globalization;
using System.Text;
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

    public static int Run(string networksPath, string casesPath, string outPath, int repeats, bool isChecked)
    {
        var networks = ProblemFiles.ReadNetworks(networksPath);
        var engines = networks.ToDictionary(
            n => n.Key,
            n =>
            {
                var engine = new PosteriorEngine(n.Value);
                var tests = Enumerable.Range(0, n.Value.FindingCount).Select(f => FindingTest.YesNo(f)).ToArray();
                return (Engine: engine, Gain: new InformationGain(engine, tests), Exact: new ExactGain(n.Value, LeastPath));
            },
            StringComparer.Ordinal);
        var cases = ProblemFiles.ReadCases(casesPath).ToList();
        foreach (var problem in cases)
            Measure(engines[problem.Network].Engine, engines[problem.Network].Gain, problem, 1);
        using var output = new StreamWriter(outPath);
        var measured = new List<(string Network, Measurement Result)>();
        foreach (var problem in cases)
        {
            var (engine, gain, exact) = engines[problem.Network];
            var result = Measure(engine, gain, problem, repeats);
            if (isChecked && gain.Best >= 0)
                result = Check(result, gain, exact, ProblemFiles.Evidence(engine.Network, problem));
            WriteLine(output, problem, result);
            measured.Add((problem.Network, result));
        }

        Print(measured.GroupBy(m => m.Network, m => m.Result, StringComparer.Ordinal), isChecked);
        return 0;
    }

    private static Measurement Measure(PosteriorEngine engine, InformationGain gain, ProblemCase problem, int repeats)
    {
        var nothing = new Evidence(engine.Network);
        var evidence = ProblemFiles.Evidence(engine.Network, problem);
        double table = double.MaxValue, both = double.MaxValue;
        long allocated = 0;
        for (int i = 0; i < repeats; i++)
        {
            engine.Update(nothing);
            long bytes = GC.GetAllocatedBytesForCurrentThread();
            double start = ThreadClock.Milliseconds();
            engine.Update(evidence);
            double updated = ThreadClock.Milliseconds();
            gain.Update();
            double end = ThreadClock.Milliseconds();
            allocated = GC.GetAllocatedBytesForCurrentThread() - bytes;
            table = Math.Min(table, end - updated);
            both = Math.Min(both, end - start);
        }

        int top = gain.Best < 0 ? -1 : gain.Tests[gain.Best].Finding;
        int strong = 0;
        foreach (double marginal in engine.Marginals)
            strong += marginal >= InformationGain.StrongMarginal ? 1 : 0;
        return new Measurement(top, gain.Best < 0 ? 0 : gain.Bits[gain.Best], table, both, allocated, strong, engine.IsExact);
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

    private static void WriteLine(StreamWriter output, ProblemCase problem, Measurement result)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("case", problem.Id);
            json.WriteNumber("topTest", result.Top);
            json.WriteNumber("ms", result.TableMs);
            json.WriteNumber("bits", result.Bits);
            json.WriteNumber("withUpdateMs", result.BothMs);
            json.WriteBoolean("exact", result.IsExact);
            json.WriteEndObject();
        }

        output.WriteLine(Encoding.UTF8.GetString(buffer.ToArray()));
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

    private sealed record Measurement(
        int Top, double Bits, double TableMs, double BothMs, long AllocatedBytes, int Strong, bool IsExact)
    {
        public double Loss { get; init; }

        public double Error { get; init; }

        public double AnswerError { get; init; }
    }
}
