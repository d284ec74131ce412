using System.Text;
using System.Text.Json;
using Nodus.Clinical.Assessment;
using Nodus.Clinical.Safety;

namespace Nodus.Cli;

/// <summary>A written case of the safety bench.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Condition">What it is.</param>
/// <param name="Answers">The case by its answers, without the patient's words.</param>
/// <param name="Words">The same by the patient's words alone, with age and sex.</param>
/// <param name="Expect">Every disposition that is right, strictest first.</param>
internal sealed record SafetyVignette(string Id, string Condition, byte[] Answers, byte[] Words, IReadOnlyList<string> Expect)
{
    /// <summary>Whether the person must be stopped.</summary>
    public bool MustStop => Expect.Any(word => word is "emergency" or "urgent-referral" or "refer-before-treatment");
}

/// <summary>What the gate said to one case.</summary>
/// <param name="Case">The case.</param>
/// <param name="ByWords">By the patient's words alone; otherwise by the answers.</param>
/// <param name="Triage">What came out.</param>
internal sealed record SafetyVerdict(SafetyVignette Case, bool ByWords, Triage Triage)
{
    /// <summary>Must be stopped and was not.</summary>
    public bool IsMiss => Case.MustStop && !Triage.IsStop;

    /// <summary>Was stopped and must not be.</summary>
    public bool IsFalseAlarm => !Case.MustStop && Triage.IsStop;

    /// <summary>Was stopped, less urgently than any right disposition.</summary>
    public bool IsTooMild => Case.MustStop && Triage.IsStop && Case.Expect.All(word => Rank(word) > (int)Triage.Disposition);

    private static int Rank(string word) => Array.FindIndex(Enum.GetValues<Disposition>(), one => one.ToWord() == word);
}

/// <summary>The result of a run.</summary>
/// <param name="Verdicts">Case by case, answers before words.</param>
internal sealed record SafetyBenchResult(IReadOnlyList<SafetyVerdict> Verdicts)
{
    /// <summary>People who must be stopped and were not, by either way.</summary>
    public int UnsafeMisses => Verdicts.Count(one => one.IsMiss);
}

/// <summary>Runs the gate over written cases; what it costs is measured by <c>Nodus.Benchmarks gate</c>.</summary>
internal static class SafetyBench
{
    /// <summary>Reads cases as the compiler writes them.</summary>
    public static IReadOnlyList<SafetyVignette> Read(string file) => [.. File.ReadLines(file).Where(line => line.Length > 0).Select(Parse)];

    /// <summary>Runs all cases, by answers and by words.</summary>
    public static SafetyBenchResult Run(CompiledFolder data, IReadOnlyList<SafetyVignette> cases)
    {
        CaseReader reader = data.CaseReader;
        var verdicts = new List<SafetyVerdict>();
        foreach (bool byWords in (bool[])[false, true])
            verdicts.AddRange(cases.Select(one => new SafetyVerdict(one, byWords, data.Gate.Check(reader.Read(byWords ? one.Words : one.Answers)))));
        return new SafetyBenchResult(verdicts);
    }

    private static SafetyVignette Parse(string line)
    {
        using JsonDocument document = JsonDocument.Parse(line);
        JsonElement root = document.RootElement, @case = root.GetProperty("case");
        using var words = new MemoryStream();
        using (var writer = new Utf8JsonWriter(words))
        {
            writer.WriteStartObject();
            foreach (string field in (string[])["age", "sex"])
            {
                if (@case.TryGetProperty(field, out JsonElement value)) { writer.WritePropertyName(field); value.WriteTo(writer); }
            }

            writer.WriteString("patientText", root.GetProperty("text").GetString());
            writer.WriteEndObject();
        }

        return new SafetyVignette(
            root.GetProperty("id").GetString()!, root.GetProperty("condition").GetString()!,
            Encoding.UTF8.GetBytes(@case.GetRawText()), words.ToArray(),
            [.. root.GetProperty("expect").EnumerateArray().Select(word => word.GetString()!)]);
    }
}
