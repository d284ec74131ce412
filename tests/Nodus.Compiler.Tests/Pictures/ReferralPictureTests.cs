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
        ReferralPlate plate = Read(id);
        using var picture = new SKBitmap(400, 300);
        using var canvas = new SKCanvas(picture);
        canvas.Clear(SKColors.White);
        Pictures.Draw(canvas, SKRect.Create(0, 0, 400, 300), plate, side);

        Assert.InRange(Share(picture, pixel => pixel.Red > 150 && pixel.Green < 90), 0.003, 0.5);
        Assert.InRange(Share(picture, pixel => pixel.Red < 60 && pixel.Green < 60 && pixel.Blue < 70), 0.0002, 0.05);
    }

    [Fact]
    public void DrawSheet_ThreePlatesInTwoColumns_FillsTwoRowsButTheLastCell()
    {
        ReferralPlate[] plates = [Read("masseter.deep_1"), Read("teres_minor.1"), Read("trapezius.middle_7")];
        SKSizeI size = ReferralPicture.SheetSize(plates.Length, columns: 2);
        using var sheet = new SKBitmap(size.Width, size.Height);
        using var canvas = new SKCanvas(sheet);
        canvas.Clear(SKColors.White);
        Pictures.DrawSheet(canvas, plates, columns: 2);

        Assert.All(
            (int[])[0, 1, 2, 3],
            cell => Assert.Equal(cell < 3, Painted(sheet, cell % 2 * size.Width / 2, cell / 2 * size.Height / 2, size.Width / 2, size.Height / 2)));
    }

    [Fact]
    public void SheetSize_NoColumn_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => ReferralPicture.SheetSize(1, columns: 0));

    private static bool Painted(SKBitmap sheet, int left, int top, int width, int height) =>
        Enumerable.Range(0, width * height / 16).Any(i => sheet.GetPixel(left + i % (width / 4) * 4, top + i / (width / 4) * 4) != SKColors.White);

    private static double Share(SKBitmap picture, Func<SKColor, bool> matches) =>
        picture.Pixels.Count(matches) / (double)picture.Pixels.Length;

    private static ReferralPlate Read(string id)
    {
        using FileStream knowledge = File.OpenRead(Path.Combine(CompiledData.Output, KnowledgeCompiler.BaseFile));
        using FileStream referral = File.OpenRead(Path.Combine(CompiledData.Output, KnowledgeCompiler.ReferralFile));
        Assert.True(KnowledgeBase.Read(knowledge).TryFindPoint(id, out TriggerPoint? point));
        return new ReferralPlate(id, point.Name, point.Site, ReferralPaint.Read(referral).Find(id)!);
    }
}
