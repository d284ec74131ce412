using System.Text.Json;
using Nodus.Compiler.Entries;
using Nodus.Compiler.Vignettes;

namespace Nodus.Compiler.Tests.Vignettes;

public sealed class AssessmentVignetteCompilerTests
{
    private const string Sound = """
        - id: lit-1-masseter
          title: "A sore jaw"
          source: "A book, 2000"
          grade: published
          case:
            age: 40
            pain:
              - { zone: head_temple, side: left, intensity: 4, quality: [aching] }
            answers: { numbness_patch: false }
          cause:
            - { muscle: masseter, side: both }
          accept:
            - { rival: radiculopathy_c6, side: left }

        """;

    private static readonly AtlasNames Atlas = AtlasNames.Read(CompiledData.Sources);

    [Fact]
    public void Lines_SoundCase_AreWhatLocateTakes()
    {
        (byte[] lines, KnowledgeErrors errors) = Compile(Sound);

        Assert.Empty(errors.InOrder);
        using JsonDocument line = JsonDocument.Parse(lines);
        Assert.Equal("single", line.RootElement.GetProperty("kind").GetString());
        Assert.Equal("published", line.RootElement.GetProperty("grade").GetString());
        Assert.Equal("""{"age":40,"pain":[{"zone":"head_temple","side":"left","intensity":4,"quality":["aching"]}],"answers":{"numbness_patch":false},"movements":[]}""", line.RootElement.GetProperty("case").GetRawText());
        Assert.Equal("""[{"muscle":"masseter","side":"both"}]""", line.RootElement.GetProperty("cause").GetRawText());
    }

    [Theory]
    [InlineData("muscle: masseter", "muscle: maseter", 11, 17, "there is no muscle 'maseter'. Did you mean \"masseter\"")]
    [InlineData("rival: radiculopathy_c6", "rival: radiculopathy_c99", 13, 16, "there is no rival 'radiculopathy_c99'")]
    [InlineData("zone: head_temple", "zone: head_temples", 8, 17, "there is no zone 'head_temples'")]
    [InlineData("grade: published", "grade: guessed", 4, 10, "allowed is one of published, derived, elicited")]
    [InlineData("  source: \"A book, 2000\"\n", "", 1, 3, "source is missing")]
    [InlineData("side: left, intensity", "side: midline, intensity", 8, 36, "'head_temple' lies on either side")]
    [InlineData("side: both", "side: upper", 11, 33, "allowed is one of left, right, both, midline")]
    public void Lines_Fault_IsToldWithItsPlace(string sound, string wrong, int line, int column, string message)
    {
        (_, KnowledgeErrors errors) = Compile(Sound.Replace(sound, wrong, StringComparison.Ordinal));

        KnowledgeError error = Assert.Single(errors.InOrder);
        Assert.Equal(("vignettes/assessment/literature/test.yaml", line, column), (error.Path, error.Line, error.Column));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_SameIdTwice_IsAFault()
    {
        (_, KnowledgeErrors errors) = Compile(Sound + Sound);

        Assert.Contains("lit-1-masseter' is there twice", Assert.Single(errors.InOrder).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_TheRepositorysCases_HasNoFault()
    {
        string output = Directory.CreateTempSubdirectory("nodus-vignettes-").FullName;
        try
        {
            var errors = new KnowledgeErrors();

            new AssessmentVignetteCompiler(CompiledData.Sources, output).Run(errors);

            Assert.Empty(errors.InOrder);
            Assert.True(File.ReadLines(Path.Combine(output, AssessmentVignetteCompiler.File)).Count() >= 200);
        }
        finally
        {
            Directory.Delete(output, recursive: true);
        }
    }

    private static (byte[] Lines, KnowledgeErrors Errors) Compile(string text)
    {
        var errors = new KnowledgeErrors();
        byte[] lines = AssessmentVignetteCompiler.Lines(
            [new KnowledgeText("vignettes/assessment/literature/test.yaml", text.ReplaceLineEndings("\n"))], Atlas, ["radiculopathy_c6"], errors);
        return (lines, errors);
    }
}
