using Nodus.Clinical.Safety;

namespace Nodus.Clinical.Tests.Safety;

public sealed class TruthTests
{
    private static readonly Truth[] All = Enum.GetValues<Truth>();

    [Fact]
    public void Not_OfUnknown_IsUnknown()
    {
        Assert.Equal(Truth.Unknown, Truth.Unknown.Not());
        Assert.Equal(Truth.No, Truth.Yes.Not());
        Assert.Equal(Truth.Yes, Truth.No.Not());
    }

    [Fact]
    public void AndOr_OfAllPairs_AreKleenes()
    {
        foreach (Truth one in All)
        {
            foreach (Truth other in All)
            {
                Assert.Equal(one == Truth.No || other == Truth.No ? Truth.No : one == Truth.Yes && other == Truth.Yes ? Truth.Yes : Truth.Unknown, one.And(other));
                Assert.Equal(one.Not().And(other.Not()).Not(), one.Or(other));
            }
        }
    }

    [Theory]
    [InlineData(true, Truth.Yes)]
    [InlineData(false, Truth.No)]
    [InlineData(null, Truth.Unknown)]
    public void Of_Answer_IsItsTruth(bool? answer, Truth truth) => Assert.Equal(truth, Truths.Of(answer));
}
