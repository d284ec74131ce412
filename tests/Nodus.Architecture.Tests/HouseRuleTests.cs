using System.Text.RegularExpressions;

namespace Nodus.Architecture.Tests;

/// <summary>The house rules that matter enough to be held by a test.</summary>
public sealed partial class HouseRuleTests
{
    private static IEnumerable<string> Sources => Repository.Files.Where(f => f.EndsWith(".cs", StringComparison.Ordinal));

    private static IEnumerable<string> TextFiles => Repository.Files.Where(f =>
        !f.EndsWith(".png", StringComparison.Ordinal) && !f.EndsWith(".lock.json", StringComparison.Ordinal)
        && !f.EndsWith("HouseRuleTests.cs", StringComparison.Ordinal) && !f.EndsWith(".ttf", StringComparison.Ordinal)
        && !f.EndsWith(".woff2", StringComparison.Ordinal) && !f.EndsWith(".ico", StringComparison.Ordinal));

    [Fact]
    public void Files_NameNoMachineNorRegistry()
    {
        // A path of one machine or a registry's host breaks the build for everyone else.
        var offenders = TextFiles.Where(f => MachineOrRegistry().IsMatch(Repository.Read(f)));

        Assert.Empty(offenders);
    }

    [Fact]
    public void Product_NeverReadsTheStartingFacts()
    {
        var offenders = Sources.Concat(Repository.Files.Where(f => f.EndsWith("proj", StringComparison.Ordinal)))
            .Where(f => !f.EndsWith("HouseRuleTests.cs", StringComparison.Ordinal))
            .Where(f => Repository.Read(f).Contains("../shared", StringComparison.Ordinal));

        Assert.Empty(offenders);
    }

    [Fact]
    public void Names_SayWhatAThingIs()
    {
        var offenders = Repository.Files.Where(f => VagueName().IsMatch(f));

        Assert.Empty(offenders);
    }

    [Fact]
    public void Sources_AreShort_AndWithoutRegionsOrStubs()
    {
        var offenders = new List<string>();
        foreach (string file in Sources.Where(f => !f.EndsWith("HouseRuleTests.cs", StringComparison.Ordinal)))
        {
            string text = Repository.Read(file);
            if (text.Count(c => c == '\n') > 450) offenders.Add($"{file}: longer than 450 lines");
            if (text.Contains("#region", StringComparison.Ordinal)) offenders.Add($"{file}: region");
            if (Stub().IsMatch(text)) offenders.Add($"{file}: stub, reminder or skipped test");
            if (BlockNamespace().IsMatch(text)) offenders.Add($"{file}: namespace with braces");
        }

        Assert.Empty(offenders);
    }

    [Fact]
    public void EveryTestProject_MirrorsAProject()
    {
        var sources = Directory.EnumerateDirectories(Path.Combine(Repository.Root, "src")).Select(Path.GetFileName);
        var tests = Directory.EnumerateDirectories(Path.Combine(Repository.Root, "tests")).Select(Path.GetFileName);

        Assert.Empty(tests.Select(t => t![..^".Tests".Length])
            .Except(sources.Append("Nodus.Architecture").Append("Nodus.EndToEnd")));
    }

    [Fact]
    public void EveryPackage_HasItsVersionAtTheRoot()
    {
        var offenders = Repository.Files
            .Where(f => f.EndsWith(".csproj", StringComparison.Ordinal))
            .Where(f => PackageWithVersion().IsMatch(Repository.Read(f)));

        Assert.Empty(offenders);
    }

    [GeneratedRegex(@"(^|[^A-Za-z.])/(work|farm)/|registry\.npmjs|api\.nuget\.org|deb\.debian", RegexOptions.Multiline, 2000)]
    private static partial Regex MachineOrRegistry();

    [GeneratedRegex(@"(^|/)(Core|Common|Shared|Helpers?|Utils?|Utilities|\w*Manager)(/|\.cs$)", RegexOptions.None, 2000)]
    private static partial Regex VagueName();

    [GeneratedRegex(@"NotImplementedException|//\s*(TODO|FIXME|HACK)|\bSkip\s*=\s*""", RegexOptions.None, 2000)]
    private static partial Regex Stub();

    [GeneratedRegex(@"^namespace [\w.]+\s*\r?\n?\{", RegexOptions.Multiline, 2000)]
    private static partial Regex BlockNamespace();

    [GeneratedRegex(@"<PackageReference[^>]+Version=", RegexOptions.None, 2000)]
    private static partial Regex PackageWithVersion();
}
