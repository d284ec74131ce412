using System.Text.Json;
using Nodus.Compiler.Entries;
using Nodus.Compiler.Figures;

namespace Nodus.Compiler.Tests;

public sealed class FigureCompilerTests
{
    private static readonly Lazy<(FigureBody Body, FigureEntry[] Entries)> Shipped = new(() =>
    {
        var errors = new KnowledgeErrors();
        var reader = new FigureReader(errors);
        FigureEntry[] entries = [.. Directory.EnumerateFiles(Path.Combine(CompiledData.Sources, "figures"), "*.yaml")
            .SelectMany(file => reader.Read(new KnowledgeText(Path.GetFileName(file), File.ReadAllText(file))))];
        Assert.Empty(errors.InOrder);
        return (new FigureBody(CompiledData.ReadAtlas()), entries);
    });

    [Fact]
    public void Run_ShippedFigures_HaveAPictureAndASize()
    {
        using JsonDocument list = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(CompiledData.Output, FigureCompiler.ListFile)));
        JsonElement[] figures = [.. list.RootElement.GetProperty("figures").EnumerateArray()];

        Assert.Equal(Shipped.Value.Entries.Select(e => e.Id).Order(StringComparer.Ordinal), figures.Select(f => f.GetProperty("id").GetString()!));
        Assert.All(figures, figure =>
        {
            string id = figure.GetProperty("id").GetString()!;
            Assert.True(File.Exists(Path.Combine(CompiledData.Output, FigureCompiler.PictureFolder, id + ".png")), $"no picture of {id}");
            Assert.InRange(figure.GetProperty("width").GetInt32(), 320, 480);
            Assert.InRange(figure.GetProperty("height").GetInt32(), 320, 480);
        });
    }

    [Fact]
    public void Run_NothingChanged_DoesNothing()
    {
        var errors = new KnowledgeErrors();

        bool done = new FigureCompiler(CompiledData.Sources, CompiledData.Output, TextWriter.Null).Run(errors);

        Assert.False(done);
        Assert.Equal(0, errors.Count);
    }

    [Fact]
    public void Of_ShippedFigures_HandsGetNearWhereTheyShould()
    {
        // Some goals are a little out of reach on purpose (a hand that lies on its way); more than this is a slip.
        const float MostCm = 13;
        (FigureBody body, FigureEntry[] entries) = Shipped.Value;

        var far = entries.SelectMany(entry => FigureStage.Of(body, entry).MissedCm.Where(cm => cm > MostCm).Select(cm => $"{entry.Id}: {cm:F0} cm"));

        Assert.Empty(far);
    }
}
