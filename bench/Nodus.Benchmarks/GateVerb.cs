using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Nodus.Anatomy;
using Nodus.Clinical.Assessment;
using Nodus.Clinical.Knowledge;
using Nodus.Clinical.Safety;
using Nodus.Clinical.Safety.Language;

namespace Nodus.Benchmarks;

/// <summary>CPU time of the safety gate on the written cases: the check of answers, and the reading of words.</summary>
internal static class GateVerb
{
    private const int WarmRounds = 20, Repeats = 15;

    public static int Run(string[] args)
    {
        string? outPath = Options.Text(args, "--out");
        BodyAtlas atlas = ShippedData.Read("atlas.bin", BodyAtlas.Read);
        KnowledgeBase knowledge = ShippedData.Read("knowledge.bin", KnowledgeBase.Read);
        SafetyKnowledge safety = ShippedData.Read("safety.bin", SafetyKnowledge.Read);
        SafetyLanguage language = ShippedData.Read("safety-language.bin", SafetyLanguage.Read);
        var reader = CaseReader.For(knowledge, safety, atlas);
        var words = new WordReader(safety, language);
        var gate = new SafetyGate(safety);
        (Case Answers, string Text)[] cases = [.. File.ReadLines(ShippedData.PathOf("safety-vignettes.jsonl")).Select(line => Parse(line, reader))];
        double[] check = Times(cases, one => gate.Check(one.Answers, WordReading.Nothing));
        double[] order = Times(cases, one => gate.Check(one.Answers, WordReading.Nothing).Open);
        double[] reading = Times(cases, one => words.Read(one.Text, [], []));
        var report = new StringBuilder();
        report.AppendLine(CultureInfo.InvariantCulture, $"""
            # The safety gate: what it costs

            `dotnet run -c Release --project bench/Nodus.Benchmarks -- gate --out bench/reports/gate.md`, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}. CPU time of one thread, fastest of
            {Repeats} warm runs a case, {cases.Length} cases; {safety.Facts.Count} facts, {safety.Rules.Count} rules, {safety.Interview.Count} sections, {language.Wordings.Sum(one => one.Says.Count)} phrases.

            | microseconds | median | 95th percentile | most |
            | --- | ---: | ---: | ---: |
            | check of the answers: all rules, explanations, limits, what must be asked | {check.At(0.5):0} | {check.At(0.95):0} | {check[^1]:0} |
            | the same, and every open question weighed by what it could change | {order.At(0.5):0} | {order.At(0.95):0} | {order[^1]:0} |
            | reading of the patient's words | {reading.At(0.5):0} | {reading.At(0.95):0} | {reading[^1]:0} |
            """);
        if (outPath is null) Console.Write(report);
        else File.WriteAllText(outPath, report.ToString());
        return 0;
    }

    private static (Case Answers, string Text) Parse(string line, CaseReader reader)
    {
        using JsonDocument document = JsonDocument.Parse(line);
        Case @case = reader.Read(Encoding.UTF8.GetBytes(document.RootElement.GetProperty("case").GetRawText()));
        return (@case, document.RootElement.GetProperty("text").GetString()!);
    }

    private static double[] Times<T>(T[] cases, Func<T, object> run)
    {
        for (int warm = 0; warm < WarmRounds; warm++)
        {
            foreach (T one in cases) run(one);
        }

        double[] times =
        [
            .. cases.Select(one => 1e3 * WarmRun.Fastest(Repeats, () => run(one))),
        ];
        Array.Sort(times);
        return times;
    }
}
