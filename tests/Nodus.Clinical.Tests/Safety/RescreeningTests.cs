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
        Assert.Empty(Rescreening.Reasons(new SinceScreen(Screen, Screen, false, []), Screen.AddDays(1)));
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

    [Theory]
    [InlineData("the last before the screen counts", new[] { -2.0, -1, 1, 2 }, new[] { 2.0, 5, 6, 6 }, false)]
    [InlineData("one at the screen is before it", new[] { -1.0, 0, 1, 2 }, new[] { 2.0, 5, 6, 6 }, false)]
    [InlineData("the later of two at the screen", new[] { 0.0, 0, 1 }, new[] { 9.0, 4, 6 }, false)]
    [InlineData("none before: the first counts", new[] { 1.0, 2, 3 }, new[] { 4.0, 6, 6 }, true)]
    [InlineData("old pain is no rise", new[] { -3.0, -2, -1, 1 }, new[] { 9.0, 9, 4, 5 }, false)]
    public void Reasons_Worsening_CountsFromTheLastEntryBeforeTheScreen(string why, double[] days, double[] scores, bool worse)
    {
        PainEntry[] pain = [.. days.Zip(scores, (day, score) => new PainEntry(Screen.AddDays(day), score))];
        bool found = Rescreening.Reasons(new SinceScreen(Screen, null, false, pain), Screen.AddDays(9)).Contains(RescreenReason.Worsening);
        Assert.Equal((why, worse), (why, found));
    }

    [Fact]
    public void Reasons_OfNothing_IsRefused() =>
        Assert.Throws<ArgumentNullException>(() => Rescreening.Reasons(null!, Screen));

    [Fact]
    public void Reasons_NewSymptom_AsksAgain() =>
        Assert.Equal([RescreenReason.NewSymptom], Rescreening.Reasons(new SinceScreen(Screen, null, true, []), Screen));
}
