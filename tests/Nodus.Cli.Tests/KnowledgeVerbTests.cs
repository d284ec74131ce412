using System.Text.Json;

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
