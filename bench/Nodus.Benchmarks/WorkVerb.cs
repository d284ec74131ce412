using System.Globalization;
using System.Text;

namespace Nodus.Benchmarks;

/// <summary>Where the time of a full update goes, and how near its passes come to what one core can do.</summary>
internal static class WorkVerb
{
    private const int Kibibyte = 1024;

    /// <summary>Bytes of one of two tables that lie in a cache of this level together: 32 KiB, 512 KiB and some MiB are usual.</summary>
    private static readonly (string Level, int TableBytes)[] Levels =
        [("L1", 8 * Kibibyte), ("L2", 128 * Kibibyte), ("L3", 4096 * Kibibyte)];

    public static int Run(string[] args)
    {
        int repeats = Options.Number(args, "--repeats", 15);
        var report = new StringBuilder();
        (double First, double Second, double Operations) limits = WriteLimits(report);
        Problems problems = Problems.Of(null, null);
        var measured = problems.Networks.ToDictionary(one => one.Key, one =>
        {
            var phases = new EnginePhases(one.Value);
            ProblemCase[] cases = [.. problems.Cases.Where(problem => problem.Network == one.Key)];
            foreach (ProblemCase warm in cases) phases.Measure(warm, 1);
            return Array.ConvertAll(cases, problem => phases.Measure(problem, repeats));
        });
        WriteParts(report, measured);
        WritePasses(report, measured, limits);
        Console.Write(report);
        return 0;
    }

    private static (double First, double Second, double Operations) WriteLimits(StringBuilder report)
    {
        report.AppendLine("| limit of one core | 128-bit vectors | 256-bit vectors |").AppendLine("| --- | ---: | ---: |");
        double[][] moved = Array.ConvertAll(Levels, level =>
        {
            double[] both = [CoreLimits.GigabytesPerSecond(level.TableBytes, false), CoreLimits.GigabytesPerSecond(level.TableBytes, true)];
            report.AppendLine(CultureInfo.InvariantCulture, $"| y += f x, two tables of {level.TableBytes / Kibibyte} KiB ({level.Level}), GB/s | {both[0]:0} | {both[1]:0} |");
            return both;
        });
        double narrow = CoreLimits.GigaOperationsPerSecond(false), wide = CoreLimits.GigaOperationsPerSecond(true);
        report.AppendLine(CultureInfo.InvariantCulture, $"| products and sums on registers, 10^9 a second | {narrow:0.0} | {wide:0.0} |").AppendLine();
        return (moved[0].Max(), moved[1].Max(), Math.Max(narrow, wide));
    }

    /// <summary>Means, so that the parts add up.</summary>
    private static void WriteParts(StringBuilder report, Dictionary<string, EnginePhases.Parts[]> measured)
    {
        report.AppendLine("| network | full update us | absorb | components | order search | steps spelled out | forward | backward | rest |");
        report.AppendLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach ((string name, EnginePhases.Parts[] all) in measured)
        {
            double whole = all.Average(one => one.Whole);
            report.Append(CultureInfo.InvariantCulture, $"| {name} | {whole:0.0} ");
            foreach (Func<EnginePhases.Parts, double> part in (Func<EnginePhases.Parts, double>[])
                [one => one.Absorb, one => one.Group, one => one.Order, one => one.Spell, one => one.Forward, one => one.Backward, one => one.Rest])
            {
                double mean = all.Average(part);
                report.Append(CultureInfo.InvariantCulture, $"| {mean:0.0} ({100 * mean / whole:0} %) ");
            }

            report.AppendLine("|");
        }

        report.AppendLine();
    }

    private static void WritePasses(
        StringBuilder report, Dictionary<string, EnginePhases.Parts[]> measured, (double First, double Second, double Operations) limits)
    {
        report.AppendLine("| network | pass | state updates | ns each | bytes each | operations each | GB/s | of L1 | of L2 | of arithmetic |");
        report.AppendLine("| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach ((string name, EnginePhases.Parts[] all) in measured)
        {
            EnginePhases.Parts[] widest = [.. all.OrderByDescending(one => one.StateUpdates).Take(Math.Max(1, all.Length / 10))];
            Write(name, "forward", all, one => one.Forward, one => one.ForwardWork);
            Write(name, "backward", all, one => one.Backward, one => one.BackwardWork);
            Write($"{name}, widest tenth", "forward", widest, one => one.Forward, one => one.ForwardWork);
            Write($"{name}, widest tenth", "backward", widest, one => one.Backward, one => one.BackwardWork);
        }

        void Write(string name, string pass, EnginePhases.Parts[] all, Func<EnginePhases.Parts, double> time, Func<EnginePhases.Parts, PassWork> work)
        {
            double updates = all.Sum(one => one.StateUpdates), ns = 1e3 * all.Sum(time);
            double bytes = all.Sum(one => work(one).Bytes), operations = all.Sum(one => work(one).Operations), rate = bytes / ns;
            report.AppendLine(CultureInfo.InvariantCulture,
                $"| {name} | {pass} | {updates / all.Length:#,0} | {ns / updates:0.00} | {bytes / updates:0.0} | {operations / updates:0.0} | {rate:0} " +
                $"| {100 * rate / limits.First:0} % | {100 * rate / limits.Second:0} % | {100 * operations / ns / limits.Operations:0} % |");
        }
    }
}
