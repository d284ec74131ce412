using System.Diagnostics;
using System.Reflection;

namespace Nodus.Architecture.Tests;

/// <summary>The checkout under test: its files as git tracks them.</summary>
internal static class Repository
{
    public static string Root { get; } = Path.GetFullPath(typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(a => a.Key == "RepositoryRoot").Value!);

    /// <summary>Paths relative to the root, with forward slashes.</summary>
    public static IReadOnlyList<string> Files { get; } = ListFiles();

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static List<string> ListFiles()
    {
        // Tracked and new files alike, so that a rule speaks before the commit, not after it.
        var start = new ProcessStartInfo("git", "ls-files --cached --others --exclude-standard -z")
        {
            WorkingDirectory = Root,
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        using Process git = Process.Start(start) ?? throw new InvalidOperationException("git could not be started.");
        string output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        return [.. output.Split('\0', StringSplitOptions.RemoveEmptyEntries)
            .Where(path => File.Exists(Path.Combine(Root, path)))];
    }
}
