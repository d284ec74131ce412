using Nodus.Anatomy;
using Nodus.Clinical.Assessment;

namespace Nodus.Clinical.Tests.Assessment;

public sealed class SignLikelihoodsTests
{
    [Fact]
    public void RatioOf_NothingExamined_IsOne() => Assert.Equal(1, Ratio(), 1e-15);

    [Fact]
    public void RatioOf_Signs_AreOrderedAsAnExaminerWouldOrderThem()
    {
        double tender = Ratio(tender: true), inBand = Ratio(tender: true, band: true), outside = Ratio(tender: true, band: false);
        double familiar = Ratio(tender: true, recognised: true), referred = Ratio(tender: true, recognised: true, referred: true);

        Assert.True(outside < 1 && 1 < tender && tender < inBand);
        Assert.True(tender < familiar && familiar < referred);
        Assert.True(Ratio(tender: true, recognised: false) < 1);
        Assert.True(Ratio(tender: false) < 0.15);
        Assert.True(Ratio(twitch: true) < Ratio(referred: true));
    }

    [Fact]
    public void RatioOf_Everything_StaysWithinTheCaps()
    {
        bool?[] answers = [null, true, false];
        foreach (bool? tender in answers)
        foreach (bool? recognised in answers)
        foreach (bool? referred in answers)
        foreach (bool? band in answers)
        foreach (bool? twitch in answers)
            Assert.InRange(Ratio(tender, recognised, referred, band, twitch), 0.02, 20);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(3, 1)]
    [InlineData(4, 2)]
    [InlineData(6, 2)]
    [InlineData(7, 3)]
    [InlineData(10, 3)]
    public void LevelOf_Intensity_FollowsTheCutPoints(double intensity, int level) =>
        Assert.Equal(level, PainReporting.LevelOf(intensity));

    private static double Ratio(
        bool? tender = null, bool? recognised = null, bool? referred = null, bool? band = null, bool? twitch = null) =>
        SignLikelihoods.Table.RatioOf(
            new PalpationFinding(SmallBody.Knowledge.Points[0], Side.Left, tender, recognised, referred, band, twitch));
}
