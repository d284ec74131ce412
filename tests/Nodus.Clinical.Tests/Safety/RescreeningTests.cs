using Nodus.Clinical.Safety;

namespace Nodus.Clinical.Tests.Safety;

public sealed class RescreeningTests
{
    private static readonly DateTimeOffset Screen = new(2026, 11, 1, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Reasons_NeverScreened_IsTheOnlyReason() =>
        Assert.Equal([RescreenReason.NeverScreened], Rescreening.Reasons(new SinceScreen(null, Screen, true, []), Screen));

    [Theory]
    [InlineData(27.9, 0)]
    [InlineData(28, 1)]
    public void Reasons_After28Days_IsTooOld(double days, int reasons) =>
        Assert.Equal(reasons, Rescreening.Reasons(new SinceScreen(Screen, null, false, []), Screen.AddDays(days)).Count);

    [Fact]
    public void Reasons_VisitAfterTheScreen_AsksAgain_BeforeItDoesNot()
    {
        Assert.Equal([RescreenReason.NewVisit], Rescreening.Reasons(new SinceScreen(Screen, Screen.AddMinutes(1), false, []), Screen.AddDays(1)));
        Assert.Empty(Rescreening.Reasons(new SinceScreen(Screen, Screen.AddMinutes(-1), false, []), Screen.AddDays(1)));
    }

    [Theory]
    [InlineData(new[] { 4.0, 6.0, 6.0 }, true)]
    [InlineData(new[] { 4.0, 6.0, 5.0 }, false)]
    [InlineData(new[] { 4.0, 6.0 }, false)]
    [InlineData(new[] { 4.0, 5.9, 7.0 }, false)]
    [InlineData(new[] { 4.0, 5.0, 6.5, 7.0 }, true)]
    public void Reasons_RiseOfTwoOnTwoEntries_IsWorsening(double[] scores, bool worse)
    {
        PainEntry[] pain = [.. scores.Select((score, day) => new PainEntry(Screen.AddDays(day), score))];
        Assert.Equal(worse, Rescreening.Reasons(new SinceScreen(Screen, null, false, [.. pain.Reverse()]), Screen.AddDays(9)).Contains(RescreenReason.Worsening));
    }

    [Fact]
    public void Reasons_NewSymptom_AsksAgain() =>
        Assert.Equal([RescreenReason.NewSymptom], Rescreening.Reasons(new SinceScreen(Screen, null, true, []), Screen));
}
