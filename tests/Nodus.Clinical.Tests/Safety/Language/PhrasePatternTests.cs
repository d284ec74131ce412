using Nodus.Clinical.Safety.Language;

namespace Nodus.Clinical.Tests.Safety.Language;

public sealed class PhrasePatternTests
{
    [Theory]
    [InlineData("chest pain", "bad chest pain here", true)]
    [InlineData("chest pain", "chest and pain", false)]
    [InlineData("chest ~1 pain", "chest wall pain", true)]
    [InlineData("chest ~1 pain", "chest wall muscle pain", false)]
    [InlineData("chest ~1 pain", "pain chest", false)]
    [InlineData("chest &1 pain", "pain in chest", true)]
    [InlineData("numb*", "numbness", true)]
    [InlineData("a|b c", "b c", true)]
    [InlineData("my? chest", "chest", true)]
    [InlineData("chest my? pain", "chest pain", true)]
    [InlineData("# days", "3 days", true)]
    [InlineData("cant pee", "I can't pee", true)]
    [InlineData("chest &5 pain", "My chest. Pain elsewhere", false)]
    public void In_Text_MatchesAsDescribed(string pattern, string text, bool matches) =>
        Assert.Equal(matches, PhrasePattern.Parse(pattern).In(PatientText.Of(text)).Count > 0);

    [Theory]
    [InlineData("~2 pain", "needs words before it")]
    [InlineData("pain ~x chest", "number of words")]
    [InlineData("Pain", "lower-case")]
    [InlineData("pain|", "lower-case")]
    [InlineData("pain ~2", "must end with a word")]
    public void Parse_OtherForm_SaysWhatIsWrong(string pattern, string message) =>
        Assert.Contains(message, Assert.Throws<FormatException>(() => PhrasePattern.Parse(pattern)).Message, StringComparison.Ordinal);
}
