using System.Globalization;
using System.Text;

namespace Nodus.Benchmarks;

/// <summary>Compares what two runtimes measured of the same cases: their costs, and whether they gave the same answers.</summary>
internal static class RuntimesVerb
{
    public static int Run(string[] args)
    {
        string? native = Options.Text(args, "--native"), browser = Options.Text(args, "--browser");
        if (native is null || browser is null)
        {
            Console.Error.WriteLine("runtimes needs --native and --browser: the lines that posterior or widths wrote under each.");
            return 2;
        }

        Dictionary<string, ResultLine> other = ResultLine.Read(browser).ToDictionary(line => line.Case, StringComparer.Ordinal);
        Pair[] pairs = [.. ResultLine.Read(native).Where(line => other.ContainsKey(line.Case)).Select(line => new Pair(line, other[line.Case]))];
        Console.Write(Table(pairs));
        return 0;
    }

    private static string Table(Pair[] pairs)
    {
        string[] costs = [.. pairs[0].Native.Costs];
        var table = new StringBuilder("| network | cases ");
        foreach (string cost in costs) table.Append(CultureInfo.InvariantCulture, $"| {cost}: native | WebAssembly | times ");
        table.AppendLine("| marginals off by at most | same to the last bit | all else the same |");
        table.Append("| --- | ---: ");
        foreach (string _ in costs) table.Append("| ---: | ---: | ---: ");
        table.AppendLine("| ---: | ---: | ---: |");
        foreach (var network in pairs.GroupBy(pair => pair.Native.Network, StringComparer.Ordinal))
        {
            Pair[] all = [.. network];
            table.Append(CultureInfo.InvariantCulture, $"| {network.Key} | {all.Length} ");
            foreach (string cost in costs) table.Append(Costs(all, cost));
            table.AppendLine(CultureInfo.InvariantCulture,
                $"| {all.Max(pair => pair.LargestDifference):0.#e0} | {all.Count(pair => pair.HasSameBits)} | {all.Count(pair => pair.Native.Rest == pair.Browser.Rest)} |");
        }

        return table.ToString();
    }

    /// <summary>Median and maximum under each runtime, and the median of how many times more the second takes.</summary>
    private static string Costs(Pair[] all, string name)
    {
        string format = name.EndsWith("ytes", StringComparison.Ordinal) ? "#,0" : "0.000";
        double times = Quantiles.Median(all, pair => pair.Native.Cost(name) > 0 ? pair.Browser.Cost(name) / pair.Native.Cost(name) : double.NaN);
        return $"| {Of(pair => pair.Native)} | {Of(pair => pair.Browser)} | {(double.IsNaN(times) ? "" : times.ToString("0.0", CultureInfo.InvariantCulture))} ";

        string Of(Func<Pair, ResultLine> side)
        {
            double median = Quantiles.Median(all, pair => side(pair).Cost(name)), most = all.Max(pair => side(pair).Cost(name));
            return $"{median.ToString(format, CultureInfo.InvariantCulture)} / {most.ToString(format, CultureInfo.InvariantCulture)}";
        }
    }

    /// <summary>One case under both runtimes.</summary>
    private sealed record Pair(ResultLine Native, ResultLine Browser)
    {
        public double LargestDifference { get; } =
            Native.Marginals.Zip(Browser.Marginals, (a, b) => Math.Abs(a - b)).DefaultIfEmpty().Max();

        public bool HasSameBits { get; } = Native.Marginals.AsSpan().SequenceEqual(Browser.Marginals);
    }
}
