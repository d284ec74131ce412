using System.Text.Json;
using System.Text.RegularExpressions;

namespace Nodus.Cli.Tests;

public sealed class KnowledgeVerbTests
{
    [Fact]
    public void Knowledge_Json_HasMusclesWithPointsThatReferSomewhere()
    {
        using JsonDocument json = JsonDocument.Parse(NodusProcess.Run("knowledge", "--json").Output);

        JsonElement[] muscles = [.. json.RootElement.GetProperty("muscles").EnumerateArray()];
        Assert.True(muscles.Length >= 45, $"{muscles.Length} muscles");
        foreach (JsonElement point in muscles.SelectMany(m => m.GetProperty("points").EnumerateArray()))
        {
            bool painless = point.TryGetProperty("painless", out JsonElement flag) && flag.GetBoolean();
            Assert.True(painless || point.GetProperty("zones").GetArrayLength() > 0, point.GetProperty("id").GetString());
        }

        JsonElement counts = json.RootElement.GetProperty("counts");
        Assert.Equal(muscles.Length, counts.GetProperty("muscles").GetInt32());
        Assert.Equal(json.RootElement.GetProperty("points").GetArrayLength(), counts.GetProperty("points").GetInt32());
        Assert.Equal(counts.GetProperty("points").GetInt32(), counts.GetProperty("distinctProtocols").GetInt32());
        Assert.Equal(counts.GetProperty("points").GetInt32(), counts.GetProperty("pointsWithSourceAndConfidence").GetInt32());
    }

    [Fact]
    public void KnowledgeShow_Context_NamesMusclesRatesAndTheirSources()
    {
        NodusProcess run = NodusProcess.Run("knowledge", "show", "low_back_pain");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("piriformis: 22 % expected, 42 % reported, certainty low", string.Join(' ', run.Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public void KnowledgeCheck_TheRepositorysData_ReportsAndIsSound()
    {
        NodusProcess run = NodusProcess.Run("knowledge", "check", RepositoryData);

        Assert.Equal("", run.Error);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("with a protocol of their own", run.Output, StringComparison.Ordinal);
        Assert.EndsWith("sound", run.Output.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void KnowledgeCheck_PartOfAFolder_NeedsTheIdsThatStandElsewhere()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("nodus-part-");
        try
        {
            Copy(new DirectoryInfo(RepositoryData), folder);
            Directory.Delete(Path.Combine(folder.FullName, "knowledge", "signs"), recursive: true);
            string ids = Path.Combine(folder.FullName, "ids.txt");
            NodusProcess alone = NodusProcess.Run("knowledge", "check", folder.FullName);
            IEnumerable<string> missing = Regex.Matches(alone.Error, "there is no sign '([a-z_0-9]+)'", RegexOptions.None, TimeSpan.FromSeconds(2))
                .Select(match => "sign " + match.Groups[1].Value);
            File.WriteAllLines(ids, missing.Distinct(StringComparer.Ordinal));

            NodusProcess also = NodusProcess.Run("knowledge", "check", folder.FullName, "--also", ids);

            Assert.Equal(2, alone.ExitCode);
            Assert.Equal("", also.Error);
            Assert.Equal(0, also.ExitCode);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void KnowledgeZones_DataFolder_GivesWhatTheBuildCompiled()
    {
        string compiled = NodusProcess.Run("knowledge", "zones", "infraspinatus").Output;

        Assert.Matches(@"infraspinatus\.1 \(ipsilateral\)\n  0\.\d\d  essential  shoulder_front left\n", compiled);
        Assert.Equal(compiled, NodusProcess.Run("knowledge", "zones", "infraspinatus", "--data", RepositoryData).Output);
    }

    [Theory]
    [InlineData("knowledge", "zones", "infraspinatis")]
    [InlineData("knowledge", "zones", "--data", "/nowhere")]
    [InlineData("knowledge", "check", "/nowhere")]
    [InlineData("knowledge", "check", "--also", "/nowhere")]
    public void Knowledge_BadInput_IsOneLineAndExitCode2(params string[] arguments)
    {
        NodusProcess run = NodusProcess.Run(arguments);

        Assert.Equal(2, run.ExitCode);
        Assert.Single(run.Error.Trim().Split('\n'));
        Assert.StartsWith("nodus: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void KnowledgeShow_Muscle_ReadsAsExpected() =>
        Expectation.Matches("knowledge-show-supraspinatus.txt", NodusProcess.Run("knowledge", "show", "supraspinatus.1").Output);

    [Fact]
    public void KnowledgeShow_Unknown_NamesTheNearest()
    {
        NodusProcess run = NodusProcess.Run("knowledge", "show", "infraspinatis");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("infraspinatus", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void KnowledgeCheck_WrongLandmark_NamesFileLineAndChangesNothing()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("nodus-data-");
        try
        {
            Copy(new DirectoryInfo(RepositoryData), folder);
            string file = Path.Combine(folder.FullName, "knowledge", "muscles", "infraspinatus.yaml");
            File.WriteAllText(file, File.ReadAllText(file).Replace("deltoid_ant", "deltiod_ant", StringComparison.Ordinal));

            NodusProcess run = NodusProcess.Run("knowledge", "check", folder.FullName);

            Assert.Equal(2, run.ExitCode);
            Assert.Matches(@"infraspinatus\.yaml\(\d+,\d+\): .*deltiod_ant.*deltoid_ant", run.Error);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string RepositoryData => Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, "..", "..", "..", "..", "..", "data"));

    private static void Copy(DirectoryInfo from, DirectoryInfo to)
    {
        foreach (FileInfo file in from.EnumerateFiles("*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(to.FullName, Path.GetRelativePath(from.FullName, file.FullName));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            file.CopyTo(target);
        }
    }
}
