using CsCheck;
using Nodus.Compiler.Yaml;

namespace Nodus.Compiler.Tests.Knowledge;

public sealed class NearMissTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("abc", "", 3)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("Mastoid", "mastoid", 0)]
    public void Distance_KnownPairs_IsTheEditDistance(string a, string b, int distance) =>
        Assert.Equal(distance, NearMiss.Distance(a, b));

    [Fact]
    public void Distance_IsAMetric()
    {
        Gen<string> word = Gen.String[Gen.Char['a', 'c'], 0, 6];
        Gen.Select(word, word, word).Sample((a, b, c) =>
        {
            Assert.Equal(NearMiss.Distance(a, b), NearMiss.Distance(b, a));
            Assert.True(NearMiss.Distance(a, c) <= NearMiss.Distance(a, b) + NearMiss.Distance(b, c));
            Assert.Equal(string.Equals(a, b, StringComparison.Ordinal), NearMiss.Distance(a, b) == 0);
        });
    }

    [Fact]
    public void Suggest_NothingNear_IsSilent() => Assert.Equal("", NearMiss.Suggest("zygoma", ["biceps", "heel"]));
}
