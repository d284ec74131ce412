using Nodus.Anatomy;

namespace Nodus.Compiler.Tests;

public sealed class AtlasCompilerTests : IDisposable
{
    private readonly string data = Directory.CreateTempSubdirectory("nodus-data-").FullName;
    private readonly string output = Directory.CreateTempSubdirectory("nodus-out-").FullName;

    public AtlasCompilerTests()
    {
        string source = Path.Combine(Root, "data", "atlas"), copy = Path.Combine(data, "atlas");
        foreach (string file in Directory.EnumerateFiles(source, "*.json", SearchOption.AllDirectories))
        {
            string to = Path.Combine(copy, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }

        // Building this project has compiled the same texts with the same program.
        File.Copy(Path.Combine(Root, "artifacts", "data", "atlas.stamp"), Stamp);
    }

    private static string Root
    {
        get
        {
            DirectoryInfo? folder = new(AppContext.BaseDirectory);
            while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Nodus.slnx"))) folder = folder.Parent;
            return folder!.FullName;
        }
    }

    private string Stamp => Path.Combine(output, "atlas.stamp");

    [Fact]
    public void Run_UnchangedTexts_DoesNothing()
    {
        var log = new StringWriter();
        Assert.False(new AtlasCompiler(data, output, log).Run());
        Assert.Contains("up to date", log.ToString(), StringComparison.Ordinal);
        Assert.Equal([Stamp], Directory.GetFiles(output));
    }

    [Fact]
    public void Run_BrokenMannequin_NamesFileAndLineAndForgetsTheStamp()
    {
        string file = Path.Combine(data, "atlas", "mannequin.json");
        string[] lines = File.ReadAllLines(file);
        int line = Array.FindIndex(lines, l => l.Contains("\"cranium\"", StringComparison.Ordinal));
        lines[line] = lines[line].Replace("\"r\"", "\"radius\"", StringComparison.Ordinal);
        File.WriteAllLines(file, lines);

        AtlasFormatException e = Assert.Throws<AtlasFormatException>(
            () => new AtlasCompiler(data, output, TextWriter.Null).Run());
        Assert.Equal(line + 1, e.Line);
        Assert.StartsWith($"{file}({line + 1}): primitive \"cranium\"", e.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Stamp));
    }

    [Fact]
    public void Run_BuildOfAnotherStructure_NamesTheBuild()
    {
        string file = Path.Combine(data, "atlas", "builds", "feminine.json");
        File.WriteAllText(file, File.ReadAllText(file).Replace("\"cranium\"", "\"skull\"", StringComparison.Ordinal));
        AtlasFormatException e = Assert.Throws<AtlasFormatException>(
            () => new AtlasCompiler(data, output, TextWriter.Null).Run());
        Assert.Equal(file, e.Path);
        Assert.Contains("\"skull\"", e.Message, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        Directory.Delete(data, recursive: true);
        Directory.Delete(output, recursive: true);
    }
}
