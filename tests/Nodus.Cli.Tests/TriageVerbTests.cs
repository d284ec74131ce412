using System.Text.Json;

namespace Nodus.Cli.Tests;

public sealed class TriageVerbTests
{
    private const string Heart =
        """{ "age": 58, "sex": "M", "pain": [ { "zone": "sternum", "intensity": 7 } ], "answers": { "chest_pressure": true, "sweating_nausea": true }, "medication": ["apixaban"] }""";

    [Fact]
    public void Triage_Json_HasEveryPartOfTheContract()
    {
        NodusProcess run = NodusProcess.RunWith(Heart, "triage", "--json", "-");

        Assert.Equal(0, run.ExitCode);
        Assert.Empty(run.Error);
        using JsonDocument json = JsonDocument.Parse(run.Output);
        Assert.Equal("emergency", json.RootElement.GetProperty("disposition").GetString());
        Assert.NotEmpty(json.RootElement.GetProperty("fired")[0].GetProperty("reason").GetString()!);
        Assert.Contains(json.RootElement.GetProperty("open").EnumerateArray(), open => open.GetString() == "breathless");
        Assert.Contains(json.RootElement.GetProperty("limits").EnumerateArray(), limit => limit.GetProperty("technique").GetString() == "dry_needling");
    }

    [Fact]
    public void Triage_ForPeople_SaysWhomToCall()
    {
        string output = NodusProcess.RunWith(Heart, "triage", "--country", "GB").Output;

        Assert.StartsWith("EMERGENCY", output, StringComparison.Ordinal);
        Assert.Contains("Call 999", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Triage_Letter_IsWrittenForAStopOnly()
    {
        Assert.Contains("Please see this person", NodusProcess.RunWith(Heart, "triage", "--letter").Output, StringComparison.Ordinal);
        NodusProcess nothing = NodusProcess.RunWith("""{ "age": 30 }""", "triage", "--letter");
        Assert.Equal(2, nothing.ExitCode);
        Assert.Contains("nothing to refer", nothing.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Triage_PatientTextAlone_SuspectsAndProposes()
    {
        using JsonDocument json = JsonDocument.Parse(NodusProcess.RunWith(
            """{ "patientText": "Crushing pain in my chest going into my left arm, I am sweating. No fever." }""", "triage", "--json").Output);

        Assert.Equal("emergency", json.RootElement.GetProperty("disposition").GetString());
        Assert.False(json.RootElement.GetProperty("fired")[0].GetProperty("certain").GetBoolean());
        Assert.Contains(json.RootElement.GetProperty("read").EnumerateArray(), one => one.GetProperty("fact").GetString() == "fever" && one.GetProperty("suggests").GetString() == "no");
    }

    [Fact]
    public void Triage_UnknownAnswer_NamesWhatWasMeant()
    {
        NodusProcess run = NodusProcess.RunWith("""{ "answers": { "chest_presure": true } }""", "triage", "--json");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("chest_pressure", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Bench_ShippedCases_HaveNoUnsafeMissAndFewFalseAlarms()
    {
        NodusProcess run = NodusProcess.Run("bench", "safety", "--json");

        Assert.Equal(0, run.ExitCode);
        using JsonDocument json = JsonDocument.Parse(run.Output);
        foreach (string way in (string[])["answers", "words"])
        {
            JsonElement of = json.RootElement.GetProperty(way);
            Assert.True(of.GetProperty("stop").GetInt32() >= 150);
            Assert.True(of.GetProperty("benign").GetInt32() >= 80);
            Assert.Empty(of.GetProperty("unsafeMisses").EnumerateArray());
            Assert.InRange(of.GetProperty("falseAlarms").GetArrayLength(), 0, of.GetProperty("benign").GetInt32() / 20);
        }
    }
}
