using System.Globalization;
using System.Text;
using Nodus.Inference;

namespace Nodus.Benchmarks;

/// <summary>Simulation-based calibration of the engine on large networks, as a report with rank histograms.</summary>
internal static class CalibrationVerb
{
    private const int SmallestNetwork = 100;

    /// <summary>99.9 % quantile of chi-square with <see cref="SimulatedCalibration.Samples"/> degrees of freedom.</summary>
    private const double ChiSquareMost = 61.1;

    public static int Run(string[] args)
    {
        string? networksPath = Options.Text(args, "--networks"), outPath = Options.Text(args, "--out");
        int simulations = Options.Number(args, "--simulations", 4000);
        int seed = Options.Number(args, "--seed", 1);
        double observed = double.Parse(Options.Text(args, "--observed") ?? "0.3", CultureInfo.InvariantCulture);
        var report = new StringBuilder();
        WriteHead(report, simulations, observed, seed);
        foreach (var (name, network) in Problems.NetworksOf(networksPath))
        {
            if (network.CauseCount < SmallestNetwork)
                continue;
            var run = new SimulatedCalibration(network, new PosteriorEngine(network), observed);
            run.Run(simulations, new Random(seed));
            WriteNetwork(report, name, run);
        }

        if (outPath is null)
            Console.Write(report);
        else
            File.WriteAllText(outPath, report.ToString());
        return 0;
    }

    private static void WriteHead(StringBuilder report, int simulations, double observed, int seed)
    {
        report.Append(CultureInfo.InvariantCulture, $$"""
            # Calibration of the posterior

            Simulation-based calibration (Talts et al. 2018, arXiv:1804.06788): {{simulations}} times a network, causes are drawn from
            the prior, findings from the causes, each finding is observed with probability {{observed}}, and {{SimulatedCalibration.Samples}} exact samples are
            drawn from the posterior. If it is right, the rank of the drawn causes among the samples is uniform for whatever is computed
            from them. Equal values are ranked at random. One bar of a histogram for each rank, in quarters of the expected
            count, which lies between ▄ and ▅; chi-square has {{SimulatedCalibration.Samples}} degrees of freedom and exceeds {{ChiSquareMost}} once in 1000 right posteriors. Marginals of
            all causes of all simulations are compared with how often those causes were active.

            ```
            dotnet run -c Release --project bench/Nodus.Benchmarks -- calibration --simulations {{simulations}} --observed {{observed}} --seed {{seed}} --out bench/reports/calibration.md
            ```


            """);
    }

    private static void WriteNetwork(StringBuilder report, string name, SimulatedCalibration run)
    {
        var culture = CultureInfo.InvariantCulture;
        report.Append(culture, $"## Network {name}\n\n{run.InexactCount} posteriors were not exact.\n\n");
        report.Append("| ranked | ranks 0 to 31 | chi-square | uniform |\n| --- | --- | ---: | --- |\n");
        for (int q = 0; q < SimulatedCalibration.Quantities.Count; q++)
        {
            double chiSquare = run.ChiSquare(q);
            report.Append(culture, $"| {SimulatedCalibration.Quantities[q]} | `{Bars(run.Ranks[q])}` | {chiSquare:0.0} ");
            report.Append(culture, $"| {(chiSquare < ChiSquareMost ? "yes" : "**no**")} |\n");
        }

        report.Append("\n| marginal | causes | active, expected | active, drawn | standard errors apart |\n");
        report.Append("| --- | ---: | ---: | ---: | ---: |\n");
        for (int b = 0; b < SimulatedCalibration.MarginalBins; b++)
        {
            var (causes, active, expected) = run.Marginals[b];
            if (causes == 0)
                continue;
            double error = Math.Sqrt(expected * (1 - (expected / causes)));
            report.Append(culture, $"| {b / 10.0:0.0} to {(b + 1) / 10.0:0.0} | {causes} | {expected:0.0} | {active} ");
            report.Append(culture, $"| {(active - expected) / Math.Max(error, 1e-9):0.0} |\n");
        }

        report.Append('\n');
    }

    /// <summary>Eight heights, each a quarter of the expected count, which lies between the fourth and the fifth.</summary>
    private static string Bars(int[] counts)
    {
        double expected = counts.Sum() / (double)counts.Length;
        return string.Concat(counts.Select(n => "▁▂▃▄▅▆▇█"[(int)Math.Clamp(n / expected * 4, 0, 7)]));
    }
}
