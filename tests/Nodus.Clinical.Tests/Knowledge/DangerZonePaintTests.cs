using Nodus.Anatomy;
using Nodus.Clinical.Knowledge;

namespace Nodus.Clinical.Tests.Knowledge;

public sealed class DangerZonePaintTests
{
    private static readonly DangerZonePaint Paint = new(
        "atlas",
        [
            new PaintedDangerZone("axilla", [ReferralPaint.Rounded(new ReferralDab(new SurfacePlace(5, 0.2f, 0.3f), 2, 1))], Paired: true),
            new PaintedDangerZone("thyroid_gland", [], Paired: false),
        ]);

    [Fact]
    public void Read_WhatWriteWrote_GivesTheSame()
    {
        DangerZonePaint read = DangerZonePaint.Read(new MemoryStream(Bytes()));

        Assert.Equal("atlas", read.AtlasVersion);
        Assert.Equal(Paint.Find("axilla")!.Dabs, read.Find("axilla")!.Dabs);
        Assert.False(read.Find("thyroid_gland")!.Paired);
        Assert.Null(read.Find("groin"));
    }

    [Fact]
    public void Read_CutOffAnywhere_IsRefused()
    {
        byte[] whole = Bytes();
        for (int length = 0; length < whole.Length; length++)
            Assert.Throws<InvalidDataException>(() => DangerZonePaint.Read(new MemoryStream(whole, 0, length)));
    }

    [Fact]
    public void Constructor_OneIdTwice_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new DangerZonePaint("atlas", [Paint.Zones[0], Paint.Zones[0]]));

    private static byte[] Bytes()
    {
        using var stream = new MemoryStream();
        Paint.Write(stream);
        return stream.ToArray();
    }
}
