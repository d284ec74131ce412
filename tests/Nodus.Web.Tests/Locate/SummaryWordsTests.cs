using Nodus.Web.Client.Locate;

namespace Nodus.Web.Tests.Locate;

public sealed class SummaryWordsTests
{
    [Theory]
    [InlineData("", null, "", "")]
    [InlineData("It is likely (0.62).", null, "It is likely (0.62).", "")]
    [InlineData("It is likely (0.62) at C5. Against it: little. Next: press.", null, "It is likely (0.62) at C5.", "Against it: little. Next: press.")]
    [InlineData("Pain all over. It is likely. Next: press.", "Pain all over.", "It is likely.", "Next: press.")]
    public void Split_TakesTheFirstSentence(string summary, string? said, string first, string more) =>
        Assert.Equal((first, more), SummaryWords.Split(summary, said));

    [Fact]
    public void WithoutNumbers_LeavesTheBandAlone() =>
        Assert.Equal("It is likely and explains 45 % (right).", SummaryWords.WithoutNumbers("It is likely (0.62) and explains 45 % (right)."));
}
