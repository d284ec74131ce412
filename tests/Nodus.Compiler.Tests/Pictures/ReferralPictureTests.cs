using Nodus.Anatomy;
using Nodus.Clinical.Knowledge;
using Nodus.Compiler.Pictures;
using SkiaSharp;

namespace Nodus.Compiler.Tests.Pictures;

public sealed class ReferralPictureTests
{
    private static readonly ReferralPicture Pictures = ReferralPicture.Read(CompiledData.Output);

    [Theory]
    [InlineData("trapezius.upper_1", Side.Left)]
    [InlineData("infraspinatus.1", Side.Right)]
    [InlineData("scalenus_minimus.1", Side.Left)]
    public void Draw_Pattern_ShowsRedAndTheDarkCross(string id, Side side)
    {
        (TriggerPoint point, PaintedReferral paint) = Read(id);
        using SKBitmap picture = Pictures.Draw(point, paint, side, 400, 300);

        Assert.Equal((400, 300), (picture.Width, picture.Height));
        Assert.InRange(Share(picture, pixel => pixel.Red > 150 && pixel.Green < 90), 0.003, 0.5);
        Assert.InRange(Share(picture, pixel => pixel.Red < 60 && pixel.Green < 60 && pixel.Blue < 70), 0.0002, 0.05);
    }

    [Fact]
    public void Sheet_ThreePointsInTwoColumns_HasTwoRows()
    {
        (TriggerPoint, PaintedReferral)[] points = [Read("masseter.deep_1"), Read("teres_minor.1"), Read("trapezius.middle_7")];
        using SKBitmap sheet = SKBitmap.Decode(Pictures.Sheet(points, columns: 2, cellWidthPx: 200, cellHeightPx: 160));

        Assert.Equal((400, 320), (sheet.Width, sheet.Height));
    }

    [Fact]
    public void Sheet_NoColumn_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => Pictures.Sheet([], columns: 0));

    private static double Share(SKBitmap picture, Func<SKColor, bool> matches) =>
        picture.Pixels.Count(matches) / (double)picture.Pixels.Length;

    private static (TriggerPoint Point, PaintedReferral Paint) Read(string id)
    {
        using FileStream knowledge = File.OpenRead(Path.Combine(CompiledData.Output, KnowledgeCompiler.BaseFile));
        using FileStream referral = File.OpenRead(Path.Combine(CompiledData.Output, KnowledgeCompiler.ReferralFile));
        Assert.True(KnowledgeBase.Read(knowledge).TryFindPoint(id, out TriggerPoint? point));
        return (point, ReferralPaint.Read(referral).Find(id)!);
    }
}
