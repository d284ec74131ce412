using Nodus.Anatomy.Paint;

namespace Nodus.Anatomy.Tests.Paint;

public sealed class PlaceReferenceTests
{
    [Fact]
    public void Parse_OfEveryForm_ReadsIt()
    {
        Assert.Equal(
            new PlaceReference(new LandmarkReference("deltoid_ant", false), null, 0, null), PlaceReference.Parse("deltoid_ant"));
        Assert.Equal(
            new PlaceReference(new LandmarkReference("mastoid", true), null, 0, null), PlaceReference.Parse(" ~mastoid "));
        Assert.Equal(
            new PlaceReference(new LandmarkReference("a", false), new LandmarkReference("b", true), 0.5f, 3.2f),
            PlaceReference.Parse("a>~b:0.5 @3.2"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("~")]
    [InlineData("a b")]
    [InlineData("a>b")]
    [InlineData("a>b:")]
    [InlineData("a>b:1.2")]
    [InlineData("a>b:-0.1")]
    [InlineData("a>b:NaN")]
    [InlineData("a>:0.5")]
    [InlineData("a @0.3")]
    [InlineData("a @9.5")]
    [InlineData("a @")]
    [InlineData("a@@2")]
    public void Parse_OfAnythingElse_SaysWhich(string text)
    {
        var e = Assert.Throws<FormatException>(() => PlaceReference.Parse(text));

        Assert.Contains($"'{text}'", e.Message, StringComparison.Ordinal);
    }
}
