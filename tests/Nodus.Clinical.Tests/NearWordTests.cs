using CsCheck;

namespace Nodus.Clinical.Tests;

public sealed class NearWordTests
{
    private static readonly string[] Known = ["mastoid", "masseter", "gonion", "deltoid_ant", "deltoid_post", "heel"];

    [Fact]
    public void Suggest_NothingNear_IsSilent() => Assert.Equal("", NearWord.Suggest("zygoma", ["biceps", "heel"]));

    [Fact]
    public void Suggest_OtherCase_IsNear() => Assert.Contains("\"mastoid\"", NearWord.Suggest("MASTOID", Known), StringComparison.Ordinal);

    [Fact]
    public void Suggest_OneLetterMistaken_NamesTheWord() =>
        Gen.Select(Gen.Int[0, Known.Length - 1].Select(i => Known[i]), Gen.Int[0, 3], Gen.Char['a', 'z']).Sample((word, at, letter) =>
        {
            string mistaken = word[..at] + letter + word[(at + 1)..];
            Assert.Contains($"\"{word}\"", NearWord.Suggest(mistaken, Known), StringComparison.Ordinal);
        });

    [Fact]
    public void Suggest_AnyText_NamesAtMostThree() =>
        Gen.String.Sample(word => Assert.True(NearWord.Suggest(word, Known).Count(c => c == '"') <= 6));
}
