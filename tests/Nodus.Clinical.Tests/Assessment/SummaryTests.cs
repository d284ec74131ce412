using Nodus.Clinical.Assessment;

namespace Nodus.Clinical.Tests.Assessment;

public sealed class SummaryTests
{
    [Fact]
    public void Summary_NamesTheFirstWithItsNumberAndTheNextTest()
    {
        Differential differential = SmallBody.Assess("""{"pain":[{"zone":"shoulder_front","side":"right"},{"zone":"arm_front","side":"right"}]}""");

        Assert.StartsWith("Infraspinatus (right) is ", differential.Summary, StringComparison.Ordinal);
        Assert.Contains(differential.Muscles[0].Probability.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture), differential.Summary, StringComparison.Ordinal);
        Assert.Contains($"Next: {differential.Next[0].Why}", differential.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void Summary_RivalFirst_SaysSo() =>
        Assert.StartsWith(
            "C6 root (right) is ",
            SmallBody.AssessRivals("""{"pain":[{"zone":"hand","side":"right"}],"answers":{"numb":true},"movements":[{"test":"spurling","side":"right","result":"painful"}]}""").Summary,
            StringComparison.Ordinal);

    [Fact]
    public void Summary_Unexplained_SaysWhere() =>
        Assert.Contains("Nothing known explains: heel (right)", SmallBody.Assess("""{"pain":[{"zone":"heel","side":"right"}]}""").Summary, StringComparison.Ordinal);

    [Fact]
    public void Summary_NoPain_IsEmpty() => Assert.Equal("", SmallBody.Assess("{}").Summary);
}
