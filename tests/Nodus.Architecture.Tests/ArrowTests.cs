using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Nodus.Architecture.Tests;

/// <summary>A project exists only to keep a dependency out; these are all the arrows there may be.</summary>
public sealed class ArrowTests
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Nodus.Inference"] = [],
        ["Nodus.Anatomy"] = [],
        ["Nodus.Clinical"] = ["Nodus.Inference", "Nodus.Anatomy"],
        ["Nodus.Compiler"] = ["Nodus.Clinical", "Nodus.Anatomy"],
        ["Nodus.Web.Client"] = ["Nodus.Clinical", "Nodus.Anatomy", "Nodus.Inference"],
        ["Nodus.Web"] = ["Nodus.Clinical", "Nodus.Anatomy", "Nodus.Inference", "Nodus.Web.Client"],
        ["Nodus.Cli"] = ["Nodus.Clinical", "Nodus.Anatomy", "Nodus.Inference", "Nodus.Compiler"],
    };

    public static TheoryData<string> Assemblies =>
        [.. Directory.EnumerateDirectories(Path.Combine(Repository.Root, "src")).Select(d => Path.GetFileName(d)!)];

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void References_OfAProject_AreTheAllowedArrows(string assembly)
    {
        Assert.True(Allowed.ContainsKey(assembly), $"{assembly} is a new project: add its arrows here and an ADR.");
        string[] arrows = [.. References(assembly).Where(r => r.StartsWith("Nodus.", StringComparison.Ordinal))];

        Assert.Empty(arrows.Except(Allowed[assembly], StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Nodus.Inference")]
    [InlineData("Nodus.Anatomy")]
    public void References_OfAPureProject_AreTheBaseLibraryOnly(string assembly)
    {
        string[] strangers = [.. References(assembly).Where(r => !r.StartsWith("System.", StringComparison.Ordinal))];

        Assert.Empty(strangers);
        Assert.DoesNotContain("PackageReference", Repository.Read($"src/{assembly}/{assembly}.csproj"), StringComparison.Ordinal);
    }

    private static string[] References(string assembly)
    {
        // The command line's program is called what people type.
        string file = assembly == "Nodus.Cli" ? "nodus" : assembly;
        string path = Path.Combine(AppContext.BaseDirectory, file + ".dll");
        Assert.True(File.Exists(path), $"{assembly}.dll is not beside the tests: reference the project in Nodus.Architecture.Tests.");
        using var image = new PEReader(File.OpenRead(path));
        MetadataReader metadata = image.GetMetadataReader();
        return [.. metadata.AssemblyReferences
            .Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }
}
