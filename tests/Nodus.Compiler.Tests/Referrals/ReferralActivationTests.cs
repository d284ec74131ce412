using CsCheck;
using Nodus.Compiler.Referrals;

namespace Nodus.Compiler.Tests.Referrals;

public sealed class ReferralActivationTests
{
    private static readonly Gen<PatternInZone> AnyPattern = Gen.Select(
        Gen.Double[0, 1], Gen.Double[0, 1], Gen.Double[0, 1], (coverage, share, strength) => new PatternInZone(coverage, share, strength));

    [Fact]
    public void Of_ZoneFilledByEssential_IsNearNineTenths() =>
        Assert.InRange(ReferralActivation.Of(new PatternInZone(1, 0.5, 0.95), default), 0.85, 0.9);

    [Fact]
    public void Of_ZoneFilledBySpillover_IsBelowOneHalf() =>
        Assert.InRange(ReferralActivation.Of(default, new PatternInZone(1, 0.3, 0.8)), 0.35, 0.45);

    [Fact]
    public void Of_RimOfAZone_IsBelowTheFloor() =>
        Assert.InRange(ReferralActivation.Of(new PatternInZone(0.01, 0.02, 0.9), default), 0, ReferralActivation.Floor);

    [Fact]
    public void Of_SmallSpotThatIsTheWholePattern_IsProbable() =>
        Assert.InRange(ReferralActivation.Of(new PatternInZone(0.03, 1, 0.95), default), 0.7, 0.9);

    [Fact]
    public void Of_AnyPatterns_StaysWithinBoundsAndGrowsWithEither() =>
        Gen.Select(AnyPattern, AnyPattern, Gen.Double[0, 1]).Sample((essential, spillover, more) =>
        {
            double activation = ReferralActivation.Of(essential, spillover);
            Assert.InRange(activation, 0, ReferralActivation.Most);
            Assert.True(ReferralActivation.Of(essential with { Coverage = Math.Max(essential.Coverage, more) }, spillover) >= activation - 1e-12);
            Assert.True(ReferralActivation.Of(essential, spillover with { Strength = Math.Max(spillover.Strength, more) }) >= activation - 1e-12);
        });
}
