using System.Reflection;
using System.Text.RegularExpressions;

namespace Nodus.Cli.Tests;

/// <summary>
/// Golden files. NODUS_ACCEPT=1 writes them anew; look at the difference before you commit it. Content hashes and
/// probabilities move whenever knowledge is edited, so hashes are blanked and numbers stand in tests of their own.
/// </summary>
internal static partial class Expectation
{
    private static readonly string Folder = typeof(Expectation).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "Expectations").Value!;

    public static void Matches(string name, string actual)
    {
        string file = Path.Combine(Folder, name);
        string text = Hash().Replace(actual.ReplaceLineEndings("\n"), "<version>");
        if (Environment.GetEnvironmentVariable("NODUS_ACCEPT") == "1") File.WriteAllText(file, text);
        Assert.True(File.Exists(file), $"There is no expectation {name} yet; NODUS_ACCEPT=1 writes it.");
        Assert.Equal(File.ReadAllText(file).ReplaceLineEndings("\n"), text);
    }

    [GeneratedRegex("[0-9a-f]{16}", RegexOptions.None, 2000)]
    private static partial Regex Hash();
}
