using Nodus.Anatomy;
using Nodus.Clinical.Knowledge;
using Nodus.Compiler.Entries;

namespace Nodus.Compiler.Tests;

public sealed class KnowledgeCompilerTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("nodus-knowledge-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Run_TheRepositorysData_GivesTheSameBytesAsTheBuild()
    {
        using var log = new StringWriter();
        File.Copy(Path.Combine(CompiledData.Output, "atlas.bin"), Path.Combine(folder, "atlas.bin"));
        var errors = new KnowledgeErrors();

        Assert.True(new KnowledgeCompiler(CompiledData.Sources, folder, log).Run(errors));

        Assert.Empty(errors.InOrder);
        string[] files = [KnowledgeCompiler.BaseFile, KnowledgeCompiler.ReferralFile, "muscles/infraspinatus.json"];
        Assert.All(files, file => Assert.Equal(
            File.ReadAllBytes(Path.Combine(CompiledData.Output, file)), File.ReadAllBytes(Path.Combine(folder, file))));
        Assert.False(new KnowledgeCompiler(CompiledData.Sources, folder, log).Run(errors));
        Assert.Contains("up to date", log.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_TheRepositorysData_HasAReadableMonographForEachMuscle()
    {
        using FileStream file = File.OpenRead(Path.Combine(CompiledData.Output, KnowledgeCompiler.BaseFile));
        Assert.All(KnowledgeBase.Read(file).Muscles, muscle =>
        {
            using FileStream page = File.OpenRead(Path.Combine(CompiledData.Output, KnowledgeCompiler.MonographFolder, muscle.Id + ".json"));
            MuscleMonograph monograph = MuscleMonograph.Read(page);

            Assert.Equal(muscle.Id, monograph.Id);
            Assert.Equal(muscle.Points.Select(point => point.Id), monograph.Points.Select(point => point.Id));
            Assert.NotEmpty(monograph.Cautions);
        });
    }

    [Fact]
    public void Run_OneFault_WritesNothing()
    {
        string data = Path.Combine(folder, "data"), output = Path.Combine(folder, "out");
        Directory.CreateDirectory(output);
        Copy(CompiledData.Sources, data);
        File.Copy(Path.Combine(CompiledData.Output, "atlas.bin"), Path.Combine(output, "atlas.bin"));
        string muscle = Path.Combine(data, "knowledge", "muscles", "infraspinatus.yaml");
        File.WriteAllText(muscle, File.ReadAllText(muscle).Replace("deltoid_ant ", "deltoid_and ", StringComparison.Ordinal));
        var errors = new KnowledgeErrors();

        Assert.False(new KnowledgeCompiler(data, output, TextWriter.Null).Run(errors));

        Assert.All(errors.InOrder, error => Assert.Equal("knowledge/muscles/infraspinatus.yaml", error.Path));
        Assert.Contains(errors.InOrder, error => error.Message.Contains("Did you mean \"deltoid_ant\"", StringComparison.Ordinal));
        Assert.Equal(["atlas.bin"], Directory.EnumerateFileSystemEntries(output).Select(Path.GetFileName));
    }

    [Fact]
    public void From_BilateralPatternOfOneSide_IsMirrored()
    {
        BodyAtlas atlas = CompiledData.ReadAtlas();
        const string Muscle = "knowledge/muscles/infraspinatus.yaml";
        KnowledgeText[] texts =
        [
            .. KnowledgeFolder.Load(CompiledData.Sources).Where(text => !text.Path.Contains("/muscles/")),
            new KnowledgeText(Muscle, File.ReadAllText(Path.Combine(CompiledData.Sources, Muscle)).Replace("pattern: ipsilateral", "pattern: bilateral", StringComparison.Ordinal)),
        ];
        var errors = new KnowledgeErrors();
        CompiledKnowledge compiled = CompiledData.Compile(atlas, texts, errors)!;

        Assert.Empty(errors.InOrder);
        Assert.All(compiled.Base.Points, point => Assert.All(
            point.Zones.Where(zone => zone.Side != Side.Midline),
            zone => Assert.Contains(point.Zones, other => Alike(other, zone.Mirrored()))));

        static bool Alike(ReferralZone a, ReferralZone b) =>
            (a.Zone, a.Side, a.Kind, a.Coverage, a.Activation) == (b.Zone, b.Side, b.Kind, b.Coverage, b.Activation) && a.Patches.Zip(b.Patches).All(one => Math.Abs(one.First - one.Second) < 0.011);
    }

    private static void Copy(string from, string to)
    {
        foreach (string file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
