using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Nodus.Anatomy;
using Nodus.Clinical.Assessment;
using Nodus.Clinical.Knowledge;
using Nodus.Clinical.Safety;
using Nodus.Inference;

namespace Nodus.Benchmarks;

/// <summary>
/// Width, work and CPU time of assessments on the knowledge that ships, and where each point's own pattern is ranked. Every
/// timed run comes after an assessment of nothing, so that each component is solved anew and only buffers and machine
/// code are warm; the fastest of a few repeats counts.
/// </summary>
internal static class WidthsVerb
{
    private const string Mark = "<!-- measured: written by the command above from here on -->";
    private const int LeadingCount = 8;
    private const int PatchCount = 200;
    private const int Worst = 3;
    private const double SlowMs = 20;

    private static readonly int[] PatchZones = [10, 20, 30, 40];

    public static int Run(string[] args)
    {
        string? outPath = Options.Text(args, "--out");
        using TextWriter lines = Options.Text(args, "--lines") is { } path ? new StreamWriter(path) : TextWriter.Null;
        int drawings = Options.Number(args, "--drawings", 1000), repeats = Options.Number(args, "--repeats", 3), seed = Options.Number(args, "--seed", 1);
        BodyAtlas atlas = ShippedData.Read("atlas.bin", BodyAtlas.Read);
        KnowledgeBase knowledge = ShippedData.Read("knowledge.bin", KnowledgeBase.Read);
        ReferralPaint referral = ShippedData.Read("referral.bin", ReferralPaint.Read);
        var meter = new Meter(knowledge, atlas, repeats);
        var drawn = new DrawnPain(knowledge, atlas.Zones, seed);
        foreach (NamedCase warm in new DrawnPain(knowledge, atlas.Zones, seed + 1).OfPoints(3, 100)) meter.Measure(warm);

        List<(string Kind, Measurement[] Of)> kinds =
        [
            Kind("one point", drawn.OfPoints(1, drawings)),
            Kind("two points", drawn.OfPoints(2, drawings)),
            Kind("three points", drawn.OfPoints(3, drawings)),
            Kind("three of one area and side", drawn.OfOneArea(3, drawings)),
            Kind("six of one area and side", drawn.OfOneArea(6, drawings)),
        ];
        var report = new StringBuilder();
        WriteHead(report, knowledge, atlas);
        if (args.Contains("--points"))
        {
            WriteKinds(report, kinds);
            Save(report.ToString(), outPath);
            return 0;
        }

        foreach (int zones in PatchZones) kinds.Add(Kind($"patch of {zones} zones", drawn.Patches(zones, PatchCount)));
        Measurement[] areas = [.. drawn.WholeAreas().Select(meter.Measure)];
        WriteKinds(report, kinds);
        WriteDrawings(report, "Whole areas", areas);
        WriteLabelled(report, meter.Labelled);
        foreach ((string kind, Measurement[] of) in kinds)
            WriteDrawings(report, $"Worst of: {kind}", [.. of.OrderByDescending(m => m.Assess.Ms).Take(Worst)]);
        new PatternRanks(knowledge, ShippedData.Read("safety.bin", SafetyKnowledge.Read), atlas, referral).Write(report);
        Save(report.ToString(), outPath);
        return 0;

        (string, Measurement[]) Kind(string name, IEnumerable<NamedCase> of) => (name, [.. of.Select((one, i) => Write(name, i, meter.Measure(one)))]);

        Measurement Write(string kind, int number, Measurement m)
        {
            ResultLine.Write(lines, $"{kind} {number}", kind, json =>
            {
                ResultLine.WriteMarginals(json, meter.Marginals);
                json.WriteNumber("updateMs", m.Update.Ms);
                json.WriteNumber("leadingMs", m.Leading.Ms);
                json.WriteNumber("assessMs", m.Assess.Ms);
                json.WriteNumber("assessBytes", m.Assess.Bytes);
                json.WriteString("drawing", m.Name);
                json.WriteNumber("stateUpdates", m.StateUpdates);
                json.WriteNumber("width", m.Width);
                json.WriteBoolean("exact", m.IsExact);
            });
            return m;
        }
    }

    private static void WriteHead(StringBuilder report, KnowledgeBase knowledge, BodyAtlas atlas)
    {
        string day = TimeProvider.System.GetLocalNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        double zones = knowledge.Points.Average(point => point.Zones.Count);
        report.AppendLine(CultureInfo.InvariantCulture, $"""
            Measured {day} on {RuntimeInformation.OSDescription}, {Environment.ProcessorCount} cores, {RuntimeInformation.FrameworkDescription}. CPU time of
            the thread. Knowledge {knowledge.Version}: {knowledge.Muscles.Count} muscles, {knowledge.Points.Count} points a side, {zones:0.0} zones a point (at most {knowledge.Points.Max(p => p.Zones.Count)}); {atlas.Zones.Zones.Count} zones,
            {atlas.Zones.Sites.Count} with both sides. Engine {Assessor.EngineVersion}.

            """);
    }

    private static void WriteKinds(StringBuilder report, List<(string Kind, Measurement[] Of)> kinds)
    {
        report.AppendLine("## By kind of drawing").AppendLine().AppendLine("Median / 90th percentile / maximum.").AppendLine();
        report.AppendLine("| drawing | number | zones | width | state updates | exact | update ms | `Leading` ms | `Assess` ms | over 20 ms |");
        report.AppendLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach ((string kind, Measurement[] of) in kinds)
        {
            report.AppendLine(CultureInfo.InvariantCulture,
                $"| {kind} | {of.Length} | {Three(of, m => m.Zones, "0")} | {Three(of, m => m.Width, "0")} " +
                $"| {Three(of, m => m.StateUpdates, "#,0")} | {of.Count(m => m.IsExact)} | {Three(of, m => m.Update.Ms, "0.00")} " +
                $"| {Three(of, m => m.Leading.Ms, "0.00")} | {Three(of, m => m.Assess.Ms, "0.0")} | {of.Count(m => m.Assess.Ms > SlowMs)} |");
        }

        report.AppendLine();
    }

    private static void WriteLabelled(StringBuilder report, List<(double Mean, double Largest)> labelled)
    {
        if (labelled.Count == 0) return;
        (double Mean, double Largest)[] by = [.. labelled.OrderBy(error => error.Largest)];
        report.AppendLine("## Error of the labelled answers").AppendLine();
        report.AppendLine(CultureInfo.InvariantCulture, $"""
            {labelled.Count} of the labelled drawings could be solved exactly with {Meter.Wide.MaxStateUpdates:#,0} updates allowed. Error of the marginals of at
            least 0.01: mean {labelled.Average(error => error.Mean):0.0000}; largest of a drawing {by[by.Length / 2].Largest:0.000} (median), {by[by.Length * 9 / 10].Largest:0.000} (90th percentile), {by[^1].Largest:0.000} (maximum).

            """);
    }

    private static void WriteDrawings(StringBuilder report, string title, Measurement[] of)
    {
        report.AppendLine(CultureInfo.InvariantCulture, $"## {title}").AppendLine();
        report.AppendLine("| drawing | zones | width | state updates | exact | update ms | `Leading` ms | `Assess` ms |");
        report.AppendLine("| --- | ---: | ---: | ---: | --- | ---: | ---: | ---: |");
        foreach (Measurement m in of)
        {
            report.AppendLine(CultureInfo.InvariantCulture,
                $"| {m.Name} | {m.Zones} | {m.Width} | {m.StateUpdates:#,0} | {(m.IsExact ? "yes" : "no, labelled")} " +
                $"| {m.Update.Ms:0.00} | {m.Leading.Ms:0.00} | {m.Assess.Ms:0.0} |");
        }

        report.AppendLine();
    }

    /// <summary>Median, 90th percentile and maximum, each the value of a drawing.</summary>
    private static string Three(Measurement[] of, Func<Measurement, double> value, string format)
    {
        double[] sorted = [.. of.Select(value).Order()];
        return string.Join(" / ", new[] { sorted.At(0.5), sorted.At(0.9), sorted.At(1) }.Select(v => v.ToString(format, CultureInfo.InvariantCulture)));
    }

    private static void Save(string measured, string? path)
    {
        if (path is null)
        {
            Console.Write(measured);
            return;
        }

        string before = File.Exists(path) ? File.ReadAllText(path) : "";
        int mark = before.IndexOf(Mark, StringComparison.Ordinal);
        string kept = mark >= 0 ? before[..mark] : "# Widths\n\n";
        File.WriteAllText(path, $"{kept}{Mark}\n\n{measured.TrimEnd()}\n");
    }

    private sealed record Measurement(
        string Name, int Zones, int Width, long StateUpdates, bool IsExact, Cost Update, Cost Leading, Cost Assess);

    /// <summary>Measures through the assessor; the update alone on an engine of its own with the same evidence.</summary>
    private sealed class Meter
    {
        /// <summary>What a labelled answer is compared with: 256 MiB and about a tenth of a second.</summary>
        public static readonly PosteriorLimits Wide = new(60_000_000, 16_000_000, 21);

        private static readonly Case Nothing = new();
        private readonly Assessor _assessor;
        private readonly CaseEvidence _evidence;
        private readonly Evidence _none;
        private readonly PosteriorEngine _engine;
        private readonly PosteriorEngine _wide;
        private readonly int _repeats;

        public Meter(KnowledgeBase knowledge, BodyAtlas atlas, int repeats)
        {
            _assessor = Assessor.For(knowledge, atlas);
            var pain = new PainNetwork(knowledge, atlas.Zones.Sites, ReferralMap.Empty);
            _evidence = new CaseEvidence(pain);
            _none = new Evidence(pain.Network);
            _engine = new PosteriorEngine(pain.Network);
            _wide = new PosteriorEngine(pain.Network, Wide);
            _repeats = repeats;
        }

        /// <summary>Mean and largest error of each labelled answer that could be compared.</summary>
        public List<(double Mean, double Largest)> Labelled { get; } = [];

        /// <summary>P(cause | the drawing measured last).</summary>
        public ReadOnlySpan<double> Marginals => _engine.Marginals;

        public Measurement Measure(NamedCase drawing)
        {
            _evidence.Set(drawing.Case);
            Cost update = WarmRun.Fastest(_repeats, () => _engine.Update(_none), () => _engine.Update(_evidence.Evidence));
            void Forget() => _assessor.Leading(Nothing, 1);
            Cost leading = WarmRun.Fastest(_repeats, Forget, () => _assessor.Leading(drawing.Case, LeadingCount));
            Cost assess = WarmRun.Fastest(_repeats, Forget, () => _assessor.Assess(drawing.Case));
            PosteriorEngine engine = _assessor.Engine;
            if (!engine.IsExact) Compare();
            return new Measurement(
                drawing.Name, _evidence.Painted.Count, engine.Width, engine.StateUpdates, engine.IsExact, update, leading, assess);
        }

        private void Compare()
        {
            _wide.Update(_evidence.Evidence);
            if (!_wide.IsExact) return;
            double sum = 0, largest = 0;
            int compared = 0;
            for (int cause = 0; cause < _none.Network.CauseCount; cause++)
            {
                if (_wide.Marginals[cause] < 0.01) continue;
                double error = Math.Abs(_wide.Marginals[cause] - _engine.Marginals[cause]);
                (sum, largest, compared) = (sum + error, Math.Max(largest, error), compared + 1);
            }

            Labelled.Add((sum / compared, largest));
        }
    }
}
