using System.Text.Json;

namespace Nodus.Cli.Tests;

public sealed class BatchVerbTests
{
    [Fact]
    public void Batch_OneBadLine_TellsItAndGoesOn()
    {
        string lines = string.Join('\n',
            """{ "pain": [ { "zone": "palm", "side": "left", "intensity": 3 } ] }""",
            """{ "pain": [ { "zone": "plam", "side": "left" } ] }""",
            "",
            """{ "pain": [] }""");

        NodusProcess run = NodusProcess.RunWith(lines, "batch", "-");

        Assert.Equal(0, run.ExitCode);
        string[] results = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, results.Length);
        Assert.StartsWith("{\"triage\"", results[0], StringComparison.Ordinal);
        using JsonDocument fault = JsonDocument.Parse(results[1]);
        Assert.Equal(2, fault.RootElement.GetProperty("line").GetInt32());
        Assert.Contains("palm", fault.RootElement.GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.StartsWith("{\"triage\"", results[2], StringComparison.Ordinal);
    }

    [Fact]
    public void Batch_SameCaseTwice_GivesTheSameBytes()
    {
        const string line = """{ "pain": [ { "zone": "head_temple", "side": "both", "intensity": 7 } ] }""";

        string[] results = NodusProcess.RunWith($"{line}\n{line}\n", "batch", "-").Output.Split('\n');

        Assert.Equal(results[0], results[1]);
    }
}
