using CsCheck;

namespace Nodus.Compiler.Tests.Knowledge;

/// <summary>However a file is damaged, the reader reports faults with a place; it never throws.</summary>
public sealed class DamagedTextTests
{
    private static readonly string[] Lines = Fixture.Muscle.ReplaceLineEndings("\n").Split('\n');
    private static readonly string[] Scraps =
        ["", ":", "- ", "[", "]", "{", "}", "\"", "'", "|", ">", "&a", "*a", "!x", "#", "?", "%", "~", "@", "null", "\t", "1e999", "-", "---", ">:0.5", "\u0000", "\ud83d"];

    private static readonly Gen<string> AnyDamage =
        from count in Gen.Int[1, 4]
        from cuts in Gen.Select(Gen.Int[0, Fixture.Muscle.Length], Gen.Int[0, 30], Gen.Int[0, Scraps.Length - 1]).Array[count]
        select cuts.Aggregate(Fixture.Muscle.ReplaceLineEndings("\n"), (text, cut) =>
        {
            int at = Math.Min(cut.Item1, text.Length);
            return text[..at] + Scraps[cut.Item3] + text[Math.Min(text.Length, at + cut.Item2)..];
        });

    private static readonly Gen<string> AnyLineShuffle =
        from removed in Gen.Int[0, Lines.Length - 1]
        from doubled in Gen.Int[0, Lines.Length - 1]
        from indent in Gen.Int[0, 6]
        select string.Join('\n', Lines.Where((_, i) => i != removed).Append(new string(' ', indent) + Lines[doubled]));

    [Fact]
    public void Read_RandomCutsAndScraps_ReportsOrAccepts() => AnyDamage.Sample(Check, iter: 2000);

    [Fact]
    public void Read_RandomLines_ReportsOrAccepts() => AnyLineShuffle.Sample(Check, iter: 500);

    [Fact]
    public void Read_VeryDeepNesting_Reports() => Check(new string('[', 100_000));

    private static void Check(string text)
    {
        (Entries.KnowledgeFolder folder, IReadOnlyList<KnowledgeError> errors) = Fixture.Read(Fixture.Texts(text));
        Assert.True(errors.Count > 0 || folder.Muscles.Count == 1);
        Assert.All(errors, error =>
        {
            Assert.Equal(Fixture.MusclePath, error.Path);
            Assert.True(error is { Line: >= 1, Column: >= 1 }, error.ToString());
            Assert.NotEqual("", error.Message);
        });
    }
}
