using CsCheck;
using Nodus.Anatomy;
using Nodus.Clinical.Knowledge;

namespace Nodus.Clinical.Tests.Knowledge;

public sealed class ReferralPaintTests
{
    private static readonly Gen<ReferralDab> AnyDab =
        from cell in Gen.Int[0, 65_534]
        from u in Gen.Float[0, 1]
        from v in Gen.Float[0, 1]
        from radius in Gen.Float[0.4f, 9]
        from strength in Gen.Float[0, 1]
        select new ReferralDab(u + v > 1 ? new SurfacePlace(cell, 1 - u, 1 - v) : new SurfacePlace(cell, u, v), radius, strength);

    [Fact]
    public void Read_WhatWriteWrote_DiffersByLessThanTheSteps() =>
        Gen.Select(AnyDab.Array[0, 40], AnyDab.Array[0, 40]).Sample((essential, spillover) =>
        {
            var paint = new ReferralPaint("atlas", [new PaintedReferral("a.1", essential, spillover), new PaintedReferral("a.2", [], [])]);
            using var stream = new MemoryStream();
            paint.Write(stream);
            stream.Position = 0;
            ReferralPaint read = ReferralPaint.Read(stream);

            Assert.Equal("atlas", read.AtlasVersion);
            Assert.Equal(["a.1", "a.2"], read.Patterns.Select(pattern => pattern.Id));
            PaintedReferral first = read.Find("a.1")!;
            Assert.Equal(essential.Length, first.Essential.Count);
            Assert.Equal(spillover.Length, first.Spillover.Count);
            foreach ((ReferralDab before, ReferralDab after) in spillover.Zip(first.Spillover))
            {
                Assert.Equal(before.Centre.Cell, after.Centre.Cell);
                Assert.InRange(after.Centre.U, before.Centre.U - 0.0021f, before.Centre.U + 0.0021f);
                Assert.InRange(after.Centre.V, before.Centre.V - 0.0061f, before.Centre.V + 0.0021f);
                Assert.True(after.Centre.U + after.Centre.V <= 1.00001f);
                Assert.InRange(after.RadiusCm, before.RadiusCm - 0.0251f, before.RadiusCm + 0.0251f);
                Assert.InRange(after.Strength, before.Strength - 0.0051f, before.Strength + 0.0051f);
                Assert.Equal(after, ReferralPaint.Rounded(before));
            }
        });

    [Fact]
    public void Read_EveryTruncation_SaysDamaged()
    {
        using var stream = new MemoryStream();
        new ReferralPaint("atlas", [new PaintedReferral("a.1", [new ReferralDab(new SurfacePlace(5, 0.2f, 0.3f), 2, 0.9f)], [])]).Write(stream);
        byte[] whole = stream.ToArray();

        for (int length = 0; length < whole.Length; length++)
            Assert.Throws<InvalidDataException>(() => ReferralPaint.Read(new MemoryStream(whole, 0, length)));
    }

    [Fact]
    public void Find_UnknownPoint_IsNull() => Assert.Null(new ReferralPaint("atlas", []).Find("deltoid.1"));

    [Fact]
    public void Read_RandomBytes_IsReadOrRefused()
    {
        using var stream = new MemoryStream();
        new ReferralPaint("atlas", [new PaintedReferral("a.1", [new ReferralDab(new SurfacePlace(5, 0.2f, 0.3f), 2, 0.9f)], [])]).Write(stream);
        byte[] whole = stream.ToArray();
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte).Array[1, 6].Sample(changes =>
        {
            byte[] damaged = [.. whole];
            foreach ((int at, byte value) in changes) damaged[at] = value;
            try
            {
                Assert.NotNull(ReferralPaint.Read(new MemoryStream(damaged)));
            }
            catch (InvalidDataException fault)
            {
                Assert.NotEqual("", fault.Message);
            }
        });
    }

    [Fact]
    public void On_MeshOfAnotherAtlas_IsRefused()
    {
        var mesh = new BodyMesh([], [], [], 0);
        var pattern = new PaintedReferral("a.1", [new ReferralDab(new SurfacePlace(5, 0.2f, 0.3f), 2, 0.9f)], []);

        var fault = Assert.Throws<ArgumentException>(() => pattern.On(mesh, Side.Left, ReferralKind.Essential));
        Assert.Contains("belongs to another atlas", fault.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => pattern.On(mesh, Side.Midline, ReferralKind.Essential));
    }

    [Fact]
    public void ReadAndWrite_PairedAndUnpaired_KeepsWhich()
    {
        using var stream = new MemoryStream();
        new ReferralPaint("atlas", [new PaintedReferral("a.1", [], []), new PaintedReferral("heart", [], [], Paired: false)]).Write(stream);
        stream.Position = 0;

        Assert.Equal([true, false], ReferralPaint.Read(stream).Patterns.Select(pattern => pattern.Paired));
    }
}
