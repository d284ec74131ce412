using CsCheck;

namespace Nodus.Clinical.Tests;

public sealed class NearWordTests
{
    [Theory]
    [InlineData("mastoit", " Did you mean \"mastoid\"?")]
    [InlineData("Mastoid", " Did you mean \"mastoid\"?")]
    [InlineData("deltoid_anterior", " Did you mean \"deltoid_ant\" or \"deltoid\"?")]
    [InlineData("zygoma", "")]
    public void Suggest_Word_NamesWhatIsNearAndNothingElse(string word, string suggestion) =>
        Assert.Equal(suggestion, NearWord.Suggest(word, ["biceps", "deltoid", "deltoid_ant", "mastoid"]));

    [Fact]
    public void Suggest_OneSlipInAKnownWord_NamesThatWordFirst() =>
        Gen.Select(Gen.String[Gen.Char['a', 'z'], 4, 12], Gen.Int[0, 11], Gen.Char['a', 'z']).Sample((known, at, letter) =>
        {
            string slipped = known.Remove(at % known.Length, 1).Insert(at % known.Length, letter.ToString());
            Assert.StartsWith($" Did you mean \"{known}\"", NearWord.Suggest(slipped, [known, "quite_another_word"]), StringComparison.Ordinal);
        });
}
