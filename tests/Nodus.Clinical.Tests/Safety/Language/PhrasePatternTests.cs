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
    [InlineData("shoulder ~2 blade? ~3 greasy", "shoulder is so greasy", true)]
    [InlineData("my? chest", "chest", true)]
    [InlineData("chest my? pain", "chest pain", true)]
    [InlineData("# days", "3 days", true)]
    [InlineData("cant pee", "I can't pee", true)]
    [InlineData("chest &5 pain", "My chest. Pain elsewhere", false)]
    public void In_Text_MatchesAsDescribed(string pattern, string text, bool matches) =>
        Assert.Equal(matches, Matches(pattern, text));

    [Theory]
    [InlineData("~2 pain", "needs words before it")]
    [InlineData("pain ~x chest", "number of words")]
    [InlineData("Pain", "lower-case")]
    [InlineData("pain|", "lower-case")]
    [InlineData("pain ~2", "must end with a word")]
    public void Parse_OtherForm_SaysWhatIsWrong(string pattern, string message) =>
        Assert.Contains(message, Assert.Throws<FormatException>(() => PhrasePattern.Parse(pattern, new PhraseKeys())).Message, StringComparison.Ordinal);

    private static bool Matches(string pattern, string text)
    {
        var keys = new PhraseKeys();
        PhrasePattern parsed = PhrasePattern.Parse(pattern, keys);
        return parsed.In(PatientText.Of(text, keys)).Count > 0;
    }
}
