using Nodus.Inference;

namespace Nodus.Benchmarks;

/// <summary>
/// Error and CPU time of approximate answers: pictures of 60 to 90 painful regions, drawn from each network with its priors
/// raised 1 to 6 times, all regions answered. Those over the default limits are compared with an exact answer that may take
/// seconds and gigabytes; where even that is not enough only the times count.
/// </summary>
internal static class WideVerb
{
    private const int RegionCount = 260;
    private const int PainfulLeast = 60;
    private const int PainfulMost = 90;
    private const double ComparedLeast = 0.01;
    private const int Repeats = 3;

    private static readonly PosteriorLimits Reference = new(3_000_000_000, 120_000_000, 24);

    public static int Run(string[] args)
    {
        string? networksPath = Options.Text(args, "--networks");
        int cases = Options.Number(args, "--cases", 20);
        int seed = Options.Number(args, "--seed", 1);
        Console.WriteLine(
            "| network | pictures | not exact | compared | answer | CPU ms, median / max " +
            "| largest error of a picture, median / 90 % / max | mean error | within 0.015 | within 0.004 | exact |");
        Console.WriteLine("| --- | ---: | ---: | ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var (name, network) in Problems.NetworksOf(networksPath).OrderBy(n => n.Key, StringComparer.Ordinal))
        {
            if (network.FindingCount > RegionCount)
                Measure(name, network, cases, new Random(seed));
        }

        return 0;
    }

    private static void Measure(string name, NoisyOrNetwork network, int cases, Random random)
    {
        var engine = new PosteriorEngine(network);
        var first = new List<Measurement>();
        var refined = new List<Measurement>();
        for (int i = 0; i < cases; i++)
        {
            var evidence = Draw(network, random);
            engine.Update(evidence);
            if (engine.IsExact)
                continue;
            var reference = new PosteriorEngine(network, Reference);
            reference.Update(evidence);
            var truth = reference.IsExact ? reference : null;
            first.Add(Time(engine, truth, () => engine.Update(new Evidence(network)), () => engine.Update(evidence)));
            refined.Add(Time(engine, truth, () => engine.Update(evidence), () => engine.Refine()));
        }

        Print(name, cases, "first", first);
        Print(name, cases, "refined", refined);
    }

    private static Measurement Time(PosteriorEngine engine, PosteriorEngine? truth, Action before, Action timed)
    {
        double fastest = WarmRun.Fastest(Repeats, before, timed).Ms;
        double sum = 0, largest = 0;
        int compared = 0;
        for (int c = 0; truth is not null && c < engine.Marginals.Length; c++)
        {
            if (truth.Marginals[c] < ComparedLeast)
                continue;
            double error = Math.Abs(engine.Marginals[c] - truth.Marginals[c]);
            (sum, largest, compared) = (sum + error, Math.Max(largest, error), compared + 1);
        }

        return new Measurement(fastest, compared > 0, largest, compared > 0 ? sum / compared : 0, engine.IsExact);
    }

    private static Evidence Draw(NoisyOrNetwork network, Random random)
    {
        while (true)
        {
            double times = 1 + (5 * random.NextDouble());
            double[] keep = [.. Enumerable.Range(0, RegionCount).Select(f => 1 - network.PresentGivenNoCause(f))];
            for (int c = 0; c < network.CauseCount; c++)
            {
                if (random.NextDouble() >= Math.Min(0.5, times * network.PriorOf(c)))
                    continue;
                foreach (int f in network.FindingsOf(c))
                {
                    if (f < RegionCount)
                        keep[f] *= 1 - network.PresentGivenCause(f, c);
                }
            }

            bool[] painful = [.. keep.Select(k => random.NextDouble() >= k)];
            if (painful.Count(p => p) is < PainfulLeast or > PainfulMost)
                continue;
            var evidence = new Evidence(network);
            for (int f = 0; f < RegionCount; f++)
                evidence[f] = painful[f] ? Observation.Present : Observation.Absent;
            return evidence;
        }
    }

    private static void Print(string name, int cases, string answer, List<Measurement> all)
    {
        var compared = all.Where(m => m.IsCompared).ToList();
        string errors = compared.Count == 0 ? "| | | | " :
            $"| {At(compared, m => m.Largest, 0.5):0.0000} / {At(compared, m => m.Largest, 0.9):0.0000} " +
            $"/ {At(compared, m => m.Largest, 1):0.0000} | {compared.Average(m => m.Mean):0.00000} " +
            $"| {compared.Count(m => m.Largest <= 0.015)} | {compared.Count(m => m.Largest <= 0.004)} ";
        string times = all.Count == 0 ? "" : $"{At(all, m => m.Ms, 0.5):0.0} / {At(all, m => m.Ms, 1):0.0}";
        Console.WriteLine(
            $"| {name} | {cases} | {all.Count} | {compared.Count} | {answer} | {times} {errors}| {all.Count(m => m.IsExact)} |");
    }

    private static double At(List<Measurement> all, Func<Measurement, double> value, double part) =>
        all.Select(value).Order().ElementAt((int)Math.Ceiling(part * all.Count) - 1);

    private sealed record Measurement(double Ms, bool IsCompared, double Largest, double Mean, bool IsExact);
}
