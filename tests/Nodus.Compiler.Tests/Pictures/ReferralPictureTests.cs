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
        using SKBitmap picture = Paint(new SKSizeI(400, 300), canvas => Pictures.Draw(canvas, SKRect.Create(400, 300), point, paint, side));

        Assert.InRange(Share(picture, pixel => pixel.Red > 150 && pixel.Green < 90), 0.003, 0.5);
        Assert.InRange(Share(picture, pixel => pixel.Red < 60 && pixel.Green < 60 && pixel.Blue < 70), 0.0002, 0.05);
    }

    [Fact]
    public void SheetSize_ThreePointsInTwoColumns_HasTwoRows()
    {
        SKSizeI one = ReferralPicture.SheetSize(1, columns: 1), three = ReferralPicture.SheetSize(3, columns: 2);

        Assert.Equal((2 * one.Width, 2 * one.Height), (three.Width, three.Height));
    }

    [Fact]
    public void DrawSheet_LastCellEmpty_PaintsTheOthers()
    {
        (TriggerPoint, PaintedReferral)[] points = [Read("masseter.deep_1"), Read("teres_minor.1"), Read("subclavius.1")];
        SKSizeI size = ReferralPicture.SheetSize(3, columns: 2);
        using SKBitmap sheet = Paint(size, canvas => Pictures.DrawSheet(canvas, points, columns: 2));

        foreach ((int x, int y, bool painted) in ((int, int, bool)[])[(0, 0, true), (1, 0, true), (0, 1, true), (1, 1, false)])
        {
            using var cell = new SKBitmap();
            Assert.True(sheet.ExtractSubset(cell, SKRectI.Create(x * size.Width / 2, y * size.Height / 2, size.Width / 2, size.Height / 2)));
            Assert.Equal(painted, Share(cell, pixel => pixel.Red > 150 && pixel.Green < 90) > 0.001);
        }
    }

    [Fact]
    public void SheetSize_NoColumn_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ReferralPicture.SheetSize(1, columns: 0));

    private static SKBitmap Paint(SKSizeI size, Action<SKCanvas> draw)
    {
        var picture = new SKBitmap(size.Width, size.Height);
        using var canvas = new SKCanvas(picture);
        canvas.Clear(SKColors.White);
        draw(canvas);
        return picture;
    }

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
