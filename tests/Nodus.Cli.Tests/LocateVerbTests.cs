using System.Text.Json;

namespace Nodus.Cli.Tests;

public sealed class LocateVerbTests
{
    private const string FrontOfShoulder =
        """{ "pain": [ { "zone": "shoulder_front", "side": "right", "intensity": 6, "quality": ["aching"] } ] }""";

    [Fact]
    public void Locate_FrontOfShoulder_RanksItsUsualSuspects()
    {
        NodusProcess run = NodusProcess.RunWith(FrontOfShoulder, "locate", "--json", "-");

        Assert.Equal(0, run.ExitCode);
        Assert.Empty(run.Error);
        using JsonDocument json = JsonDocument.Parse(run.Output);
        JsonElement[] muscles = [.. json.RootElement.GetProperty("muscles").EnumerateArray()];
        Assert.All(muscles.Take(3), m => Assert.Equal("right", m.GetProperty("side").GetString()));
        Assert.Contains(muscles.Take(5), m => m.GetProperty("muscle").GetString() == "infraspinatus");
        double[] probabilities = [.. muscles.Select(m => m.GetProperty("probability").GetDouble())];
        Assert.Equal(probabilities.OrderDescending(), probabilities);
        Assert.All(probabilities, p => Assert.InRange(p, 0, 1));
    }

    [Fact]
    public void Locate_Json_HasEveryPartOfTheContract()
    {
        NodusProcess run = NodusProcess.RunWith(FrontOfShoulder, "locate", "--json");

        using JsonDocument json = JsonDocument.Parse(run.Output);
        foreach (string part in (string[])["triage", "engine", "knowledge", "atlas", "muscles", "rivals", "zones", "together", "next", "enough", "summary", "exact"])
            Assert.True(json.RootElement.TryGetProperty(part, out _), part);
        JsonElement first = json.RootElement.GetProperty("muscles")[0];
        foreach (string part in (string[])["muscle", "side", "probability", "band", "points", "explains", "for", "against", "missing"])
            Assert.True(first.TryGetProperty(part, out _), part);
    }

    [Fact]
    public void Locate_Mirrored_GivesTheMirroredRanking()
    {
        string[] right = Ranking(NodusProcess.RunWith(FrontOfShoulder, "locate", "--json"));
        string[] left = Ranking(NodusProcess.RunWith(FrontOfShoulder.Replace("right", "left", StringComparison.Ordinal), "locate", "--json"));

        Assert.Equal(right.Take(6), left.Take(6).Select(Swap));

        static string[] Ranking(NodusProcess run)
        {
            using JsonDocument json = JsonDocument.Parse(run.Output);
            return [.. json.RootElement.GetProperty("muscles").EnumerateArray()
                .Select(m => $"{m.GetProperty("muscle")} {m.GetProperty("side")} {m.GetProperty("probability").GetDouble():0.00}")];
        }

        static string Swap(string line) => line.Contains(" left ", StringComparison.Ordinal)
            ? line.Replace(" left ", " right ", StringComparison.Ordinal)
            : line.Replace(" right ", " left ", StringComparison.Ordinal);
    }

    [Fact]
    public void Locate_PainWords_SayTheSameAsJson()
    {
        NodusProcess words = NodusProcess.Run("locate", "--json", "--pain", "shoulder_front:right:6");
        NodusProcess json = NodusProcess.RunWith(FrontOfShoulder.Replace(""", "quality": ["aching"]""", "", StringComparison.Ordinal), "locate", "--json");

        Assert.Equal(json.Output, words.Output);
    }

    [Fact]
    public void Locate_ForPeople_ReadsAsExpected() =>
        Expectation.Matches("locate-front-of-shoulder.txt", NodusProcess.RunWith(FrontOfShoulder, "locate", "--no-to-the-rest").Output);

    [Fact]
    public void Locate_OpenQuestions_NamesNoMuscleAndSaysHowToGoOn()
    {
        NodusProcess run = NodusProcess.RunWith(FrontOfShoulder, "locate");

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("To ask, what matters most first", run.Output, StringComparison.Ordinal);
        Assert.Contains("--no-to-the-rest", run.Output, StringComparison.Ordinal);
        AssertNamesNoMuscle(run.Output);
    }

    [Fact]
    public void Locate_Stop_NamesNoMuscleUntilAClinicianOverridesOnRecord()
    {
        const string heart = """{ "age": 61, "pain": [ { "zone": "shoulder_front", "side": "left", "intensity": 6 } ], "answers": { "chest_pressure": true, "sweating_nausea": true, "breathless": true } }""";
        NodusProcess stopped = NodusProcess.RunWith(heart, "locate");

        Assert.Equal(3, stopped.ExitCode);
        Assert.StartsWith("EMERGENCY", stopped.Output[stopped.Output.IndexOf("EMERGENCY", StringComparison.Ordinal)..], StringComparison.Ordinal);
        AssertNamesNoMuscle(stopped.Output);

        NodusProcess opened = NodusProcess.RunWith(heart, "locate", "--override", "cleared_by_physician", "--clinician", "Dr Who", "--because", "ECG and troponin normal this morning.");

        Assert.Equal(0, opened.ExitCode);
        Assert.Contains("Opened by Dr Who", opened.Output, StringComparison.Ordinal);
        Assert.Contains("What would explain it", opened.Output, StringComparison.Ordinal);
        using JsonDocument json = JsonDocument.Parse(NodusProcess.RunWith(heart, "locate", "--json", "--override", "cleared_by_physician", "--clinician", "Dr Who", "--because", "ECG and troponin normal this morning.").Output);
        Assert.Equal("Dr Who", json.RootElement.GetProperty("triage").GetProperty("override").GetProperty("clinician").GetString());
    }

    [Theory]
    [InlineData("--override", "because_i_say_so", "--clinician", "Dr Who", "--because", "Everything was examined.")]
    [InlineData("--override", "examined_in_person", "--because", "Everything was examined.")]
    [InlineData("--override", "examined_in_person", "--clinician", "Dr Who", "--because", "fine")]
    public void Locate_IncompleteOverride_IsBadInput(params string[] options)
    {
        NodusProcess run = NodusProcess.RunWith(FrontOfShoulder, ["locate", .. options]);

        Assert.Equal(2, run.ExitCode);
        Assert.Single(run.Error.Trim().Split('\n'));
    }

    private static void AssertNamesNoMuscle(string output)
    {
        foreach (string name in (string[])["infraspinatus", "deltoid", "biceps", "pectoralis", "scalen"])
            Assert.DoesNotContain(name, output, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("""{ "pain": [ { "zone": "sholder_front", "side": "right" } ] }""", "shoulder_front")]
    [InlineData("""{ "pain": [ { "zone": "shoulder_front", "side": "upper" } ] }""", "left, right")]
    [InlineData("""{ "pain": [ { "zone": "shoulder_front", "side": "right", "intensity": 11 } ] }""", "intensity")]
    [InlineData("""{ "palpation": [ { "point": "infraspinatus.9", "side": "right", "tender": true } ] }""", "infraspinatus.")]
    [InlineData("""{ "pain": [ """, "JSON")]
    [InlineData("""[]""", "object")]
    [InlineData("""{ "drawing": { "atlas": "0000000000000000", "strokes": [] } }""", "atlas")]
    public void Locate_BadInput_NamesTheFieldAndWhatIsAllowed(string input, string named)
    {
        NodusProcess run = NodusProcess.RunWith(input, "locate", "--json");

        Assert.Equal(2, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Contains(named, run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.Trim().Split('\n'));
    }

    [Fact]
    public void Locate_MissingFile_IsBadInput()
    {
        NodusProcess run = NodusProcess.Run("locate", "no-such-case.json");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("no-such-case.json", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Locate_Picture_IsWritten()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("nodus-cli-");
        string picture = Path.Combine(folder.FullName, "case.png");

        NodusProcess run = NodusProcess.RunWith(FrontOfShoulder, "locate", "--no-to-the-rest", "--picture", picture);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal<byte>([0x89, 0x50, 0x4E, 0x47], File.ReadAllBytes(picture)[..4]);
        folder.Delete(recursive: true);
    }
}
