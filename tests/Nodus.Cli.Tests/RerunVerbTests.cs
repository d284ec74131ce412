namespace Nodus.Cli.Tests;

public sealed class RerunVerbTests : IDisposable
{
    private const string Case = """{"pain":[{"zone":"shoulder_front","side":"right","intensity":6}],"answers":{"fever":false}}""";

    private readonly string file = Path.Combine(Path.GetTempPath(), $"nodus-{Guid.NewGuid():N}.json");

    public void Dispose() => File.Delete(file);

    [Fact]
    public void Rerun_Saved_GivesTheSameBytes()
    {
        Assert.Equal(0, NodusProcess.RunWith(Case, "locate", "--json", "--no-to-the-rest", "--save", file, "-").ExitCode);

        NodusProcess again = NodusProcess.Run("rerun", file);

        Assert.Equal(0, again.ExitCode);
        Assert.Contains("byte for byte", again.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Rerun_OverriddenByAClinician_KeepsTheDecision()
    {
        NodusProcess.RunWith(Case, "locate", "--json", "--override", "asked_elsewhere", "--clinician", "A. Berg", "--because", "Asked on paper before the visit.", "--save", file, "-");

        Assert.Equal(0, NodusProcess.Run("rerun", file).ExitCode);
        Assert.Contains("A. Berg", File.ReadAllText(file), StringComparison.Ordinal);
    }

    [Fact]
    public void Rerun_OfOlderKnowledge_SaysWhichVersionDiffers()
    {
        NodusProcess.RunWith(Case, "locate", "--json", "--save", file, "-");
        string text = File.ReadAllText(file);
        int at = text.IndexOf("\"knowledge\":\"", StringComparison.Ordinal) + 13;
        File.WriteAllText(file, string.Concat(text.AsSpan(0, at), "0000", text.AsSpan(at + 4)));

        NodusProcess again = NodusProcess.Run("rerun", file);

        Assert.Equal(1, again.ExitCode);
        Assert.Contains("knowledge 0000", again.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}", "format must be")]
    [InlineData("""{"format":"nodus-assessment-1"}""", "made is missing")]
    [InlineData("not json", "Not a saved assessment")]
    public void Rerun_SomethingElse_IsRefusedByName(string text, string message)
    {
        File.WriteAllText(file, text);

        NodusProcess again = NodusProcess.Run("rerun", file);

        Assert.Equal(2, again.ExitCode);
        Assert.Contains(message, again.Error, StringComparison.Ordinal);
    }
}
