using System.Text;
using CsCheck;
using Nodus.Anatomy.Drawing;

namespace Nodus.Anatomy.Tests.Drawing;

public sealed class PainDrawingTests
{
    private static readonly BodyAtlas Atlas = CompiledBody.Atlas;

    [Fact]
    public void Parse_OfWhatWasWritten_IsTheSame() =>
        Drawings.Any.Sample(d => PainDrawing.Parse(d.ToJson(), Atlas).Equals(d));

    [Fact]
    public void MirroredOn_Twice_IsTheDrawingItself() =>
        Drawings.Any.Sample(d => d.MirroredOn(Atlas.Mesh).MirroredOn(Atlas.Mesh).Equals(d));

    [Fact]
    public void Parse_OfDamagedJson_ThrowsNothingButTheDocumentedError() =>
        Gen.Select(Drawings.Any, Gen.Int[0, int.MaxValue], Gen.Byte, Gen.Int[0, 2]).Sample((drawing, at, value, how) =>
        {
            byte[] json = drawing.ToJson();
            int i = at % json.Length;
            byte[] damaged = how switch
            {
                0 => json[..i],
                1 => [.. json[..i], value, .. json[i..]],
                _ => [.. json[..i], value, .. json[(i + 1)..]],
            };
            try
            {
                PainDrawing.Parse(damaged, Atlas);
            }
            catch (DrawingFormatException)
            {
                return true;
            }

            return how != 0;
        });

    [Fact]
    public void Parse_OfAnyBytes_ThrowsNothingButTheDocumentedError() =>
        Gen.Byte.Array[0, 60].Sample(bytes =>
        {
            Assert.Throws<DrawingFormatException>(() => PainDrawing.Parse(bytes, Atlas));
        });

    [Theory]
    [InlineData("""{"strokes":[]}""", "atlas", "missing")]
    [InlineData("""{"atlas":"elsewhere","strokes":[]}""", "atlas", "elsewhere")]
    [InlineData("""{"atlas":"@","strokes":[{"intensity":11,"quality":"aching","samples":[]}]}""", "strokes[0].intensity", "0 to 10")]
    [InlineData("""{"atlas":"@","strokes":[{"intensity":-1,"samples":[]}]}""", "strokes[0].intensity", "0 to 10")]
    [InlineData("""{"atlas":"@","strokes":[{"intensity":"6","samples":[]}]}""", "strokes[0].intensity", "0 to 10")]
    [InlineData("""{"atlas":"@","strokes":[{"samples":[]}]}""", "strokes[0].intensity", "missing")]
    [InlineData("""{"atlas":"@","strokes":[{"intensity":1}]}""", "strokes[0].samples", "missing")]
    [InlineData("""{"atlas":"@","strokes":[{"intensity":1,"quality":"odd","samples":[]}]}""", "strokes[0].quality", "aching, sharp")]
    [InlineData("""{"atlas":"@","strokes":[{"intensity":1,"samples":[[-1,0,0,1]]}]}""", "strokes[0].samples[0][0]", "cell -1")]
    [InlineData("""{"atlas":"@","strokes":[{"intensity":1,"samples":[[999999,0,0,1]]}]}""", "strokes[0].samples[0][0]", "cell 999999")]
    [InlineData("""{"atlas":"@","strokes":[{"intensity":1,"samples":[[5,0.7,0.7,1]]}]}""", "strokes[0].samples[0]", "at most 1")]
    [InlineData("""{"atlas":"@","strokes":[{"intensity":1,"samples":[[5,0,0,99]]}]}""", "strokes[0].samples[0][3]", "radius 99")]
    [InlineData("""{"atlas":"@","strokes":[{"intensity":1,"samples":[[5,0,0]]}]}""", "strokes[0].samples[0][3]", "radius")]
    [InlineData("""{"atlas":"@","strokes":[{"intensity":1,"samples":[[5,0,0,1,1]]}]}""", "strokes[0].samples[0]", "[cell, u, v, radius]")]
    [InlineData("""{"atlas":"@","strokes":[{"colour":1}]}""", "strokes[0].colour", "intensity, quality")]
    [InlineData("""{"atlas":"@","strokes":{}}""", "strokes", "list")]
    [InlineData("""{"atlas":"@","strokes":[],"insets":[{"zone":"nowhere","side":"left","intensity":1}]}""", "insets[0].zone", "nowhere")]
    [InlineData("""{"atlas":"@","strokes":[],"insets":[{"zone":"anus_rectum","side":"left","intensity":1}]}""", "insets[0].side", "midline")]
    [InlineData("""{"atlas":"@","strokes":[]} 1""", "drawing", "")]
    [InlineData("""[]""", "drawing", "object")]
    public void Parse_OfAWrongField_NamesItAndWhatItMayHold(string json, string field, string says)
    {
        byte[] text = Encoding.UTF8.GetBytes(json.Replace("@", Atlas.Version, StringComparison.Ordinal));

        var e = Assert.Throws<DrawingFormatException>(() => PainDrawing.Parse(text, Atlas));

        Assert.Equal(field, e.Field);
        Assert.Contains(says, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void With_AMarkOfTheSameZone_ReplacesIt()
    {
        PainDrawing drawing = PainDrawing.Empty("v")
            .With(new InsetMark("teeth_upper_molar", Side.Left, 3, null))
            .With(new InsetMark("teeth_upper_molar", Side.Left, 8, null))
            .With(new InsetMark("teeth_upper_molar", Side.Right, 2, null));

        Assert.Equal([8, 2], drawing.Insets.Select(m => m.Intensity));
        Assert.Equal([2], drawing.WithoutInset("teeth_upper_molar", Side.Left).Insets.Select(m => m.Intensity));
    }
}
