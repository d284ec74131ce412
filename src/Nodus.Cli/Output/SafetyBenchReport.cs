using System.Globalization;
using System.Text;
using System.Text.Json;
using Nodus.Clinical.Safety;
using Nodus.Clinical.Safety.Language;

namespace Nodus.Cli.Output;

/// <summary>The result of the safety bench, for people and for programs.</summary>
internal static class SafetyBenchReport
{
    /// <summary>As Markdown.</summary>
    public static string Markdown(SafetyBenchResult result)
    {
        var text = new StringBuilder();
        int stops = result.Verdicts.Count(one => !one.ByWords && one.Case.MustStop), benign = result.Verdicts.Count(one => !one.ByWords && !one.Case.MustStop);
        text.AppendLine("# The safety gate on written cases").AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"{stops} people who must be stopped, {benign} who must not. `nodus bench safety`.").AppendLine();
        text.AppendLine("| by | unsafe misses | stopped, but milder than right | false alarms |");
        text.AppendLine("| --- | ---: | ---: | ---: |");
        foreach (bool byWords in (bool[])[false, true])
        {
            SafetyVerdict[] of = [.. result.Verdicts.Where(one => one.ByWords == byWords)];
            int alarms = of.Count(one => one.IsFalseAlarm);
            text.AppendLine(CultureInfo.InvariantCulture,
                $"| {(byWords ? "the patient's words alone" : "answers")} | {of.Count(one => one.IsMiss)} of {stops} | {of.Count(one => one.IsTooMild)} of {stops} " +
                $"| {alarms} of {benign} ({100.0 * alarms / Math.Max(1, benign):0.0} %) |");
        }

        Listed(text, "Unsafe misses", result.Verdicts.Where(one => one.IsMiss));
        Listed(text, "Stopped, but milder than right", result.Verdicts.Where(one => one.IsTooMild));
        Listed(text, "False alarms", result.Verdicts.Where(one => one.IsFalseAlarm));
        return text.ToString();
    }

    /// <summary>As JSON.</summary>
    public static byte[] Json(SafetyBenchResult result)
    {
        using var memory = new MemoryStream();
        using (var writer = new Utf8JsonWriter(memory))
        {
            writer.WriteStartObject();
            foreach (bool byWords in (bool[])[false, true])
            {
                SafetyVerdict[] of = [.. result.Verdicts.Where(one => one.ByWords == byWords)];
                writer.WriteStartObject(byWords ? "words" : "answers");
                writer.WriteNumber("stop", of.Count(one => one.Case.MustStop));
                writer.WriteNumber("benign", of.Count(one => !one.Case.MustStop));
                Ids(writer, "unsafeMisses", of.Where(one => one.IsMiss));
                Ids(writer, "tooMild", of.Where(one => one.IsTooMild));
                Ids(writer, "falseAlarms", of.Where(one => one.IsFalseAlarm));
                writer.WriteEndObject();
            }

            writer.WriteEndObject();
        }

        return memory.ToArray();
    }

    private static void Ids(Utf8JsonWriter writer, string name, IEnumerable<SafetyVerdict> verdicts)
    {
        writer.WriteStartArray(name);
        foreach (SafetyVerdict one in verdicts) writer.WriteStringValue(one.Case.Id);
        writer.WriteEndArray();
    }

    private static void Listed(StringBuilder text, string title, IEnumerable<SafetyVerdict> verdicts)
    {
        SafetyVerdict[] all = [.. verdicts];
        if (all.Length == 0) return;
        text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"## {title}").AppendLine();
        foreach (SafetyVerdict one in all)
        {
            string fired = string.Join(", ", one.Triage.Fired.Select(rule => rule.Rule.Id));
            string read = string.Join(", ", one.Triage.Words.Findings.Where(word => word.Suggests == Suggestion.SeemsYes).Select(word => $"{word.Fact} \"{word.Quote}\""));
            text.AppendLine(CultureInfo.InvariantCulture,
                $"- `{one.Case.Id}` by {(one.ByWords ? "words" : "answers")}: {one.Triage.Disposition.ToWord()}, right {string.Join(" or ", one.Case.Expect)}; fired {(fired.Length == 0 ? "nothing" : fired)}{(read.Length == 0 ? "" : $"; read {read}")}");
        }
    }
}
