using System.Text.RegularExpressions;

namespace Nodus.Cli.Tests;

public sealed partial class BenchVignettesVerbTests : IDisposable
{
    private const string Cases = """
        {"id":"one","kind":"single","grade":"published","case":{"pain":[{"zone":"shoulder_front","side":"right","intensity":6},{"zone":"arm_lateral","side":"right","intensity":4}]},"cause":[{"muscle":"infraspinatus","side":"right"}]}
        {"id":"two","kind":"double","grade":"derived","case":{"pain":[{"zone":"head_temple","side":"both","intensity":7}]},"cause":[{"muscle":"temporalis","side":"both"},{"muscle":"trapezius","side":"both"}],"accept":[{"rival":"migraine","side":"midline"}]}
        {"id":"three","kind":"rival","grade":"elicited","case":{"pain":[{"zone":"heel","side":"left"}]},"cause":[{"rival":"plantar_fasciitis","side":"left"}]}
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("nodus-bench-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Bench_FewCases_TellsTheSameShape()
    {
        string cases = Path.Combine(folder, "cases.jsonl");
        File.WriteAllText(cases, Cases);

        NodusProcess run = NodusProcess.Run("bench", "vignettes", "--json", "--count", "2", "--cases", cases, "--out", folder);
        NodusProcess again = NodusProcess.Run("bench", "vignettes", "--json", "--count", "2", "--cases", cases);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(run.Output, again.Output);
        Assert.Contains("## Calibration", File.ReadAllText(Path.Combine(folder, "vignettes.md")), StringComparison.Ordinal);
        Assert.Equal(5, Directory.GetFiles(Path.Combine(folder, "pictures"), "*.svg").Length);
        // What comes out depends on the knowledge; the shape does not.
        Expectation.Matches("bench-vignettes.json", Shape(run.Output));
    }

    [Fact]
    public void Bench_ReportThatIsThere_KeepsWhatWasWrittenByHand()
    {
        string cases = Path.Combine(folder, "cases.jsonl"), report = Path.Combine(folder, "vignettes.md");
        File.WriteAllText(cases, Cases);
        File.WriteAllText(report, "# By hand\n\n<!-- measured: written by nodus bench vignettes from here on -->\n\nold numbers\n");

        NodusProcess run = NodusProcess.Run("bench", "vignettes", "--count", "1", "--cases", cases, "--out", report);

        string text = File.ReadAllText(report);
        Assert.Equal((0, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("# By hand\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("old numbers", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--count", "0", "--count must be at least 1")]
    [InlineData("--cases", "nowhere.jsonl", "nowhere.jsonl")]
    public void Bench_BadInput_IsToldInOneLine(string option, string value, string message)
    {
        NodusProcess run = NodusProcess.Run("bench", "vignettes", option, value);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, Assert.Single(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    private static string Shape(string json) =>
        Dangers().Replace(Missed().Replace(Counted().Replace(Measured().Replace(json, "\"$1\":<n>"), "$1\"n\":<n>$2"), "\"missed\":[<missed>]"), "\"$1\":<dangers>")
            .Replace("},", "},\n", StringComparison.Ordinal);

    [GeneratedRegex("\"(engine|top[135]|mrr|top3Low|top3High|[a-z]+AfterThree|firstBefore|found|answersMedian|answers90|pressesMedian|presses90|expectedError|brier|said|seen)\":(\"[^\"]*\"|[0-9.eE-]+|null)", RegexOptions.None, 2000)]
    private static partial Regex Measured();

    /// <summary>Counts of bins, and of dialogues by zones drawn.</summary>
    [GeneratedRegex("(\"examiner\":\"[^\"]*\",|\\{)\"n\":[0-9]+(,\"said\"|,\"firstBefore\")", RegexOptions.None, 2000)]
    private static partial Regex Counted();

    [GeneratedRegex("\"(writtenDangers|modelDangers)\":\\{\"n\":[0-9]+,[^]]*\"unsafe\":\\[[^]]*\\]\\}", RegexOptions.None, 2000)]
    private static partial Regex Dangers();

    [GeneratedRegex("\"missed\":\\[[^]]*\\]", RegexOptions.None, 2000)]
    private static partial Regex Missed();
}
