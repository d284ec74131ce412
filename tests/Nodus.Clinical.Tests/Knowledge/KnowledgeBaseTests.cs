using System.IO.Compression;
using System.Text;
using CsCheck;
using Nodus.Anatomy;
using Nodus.Anatomy.Drawing;
using Nodus.Clinical.Knowledge;

namespace Nodus.Clinical.Tests.Knowledge;

public sealed class KnowledgeBaseTests
{
    [Fact]
    public void Read_WhatWriteWrote_GivesTheSameBytesAgain()
    {
        byte[] first = Bytes(Small());
        KnowledgeBase read = KnowledgeBase.Read(new MemoryStream(first));

        Assert.Equal(first, Bytes(read));
        Assert.Equal("v1", read.Version);
        Assert.Equal("a1", read.AtlasVersion);
        Assert.True(read.TryFindPoint("infraspinatus.1", out TriggerPoint? point));
        Assert.Equal(Reach.Flat, point.Reach);
        Assert.Equal(Side.Left, point.Zones[0].Side);
        Assert.Equal(0.9, point.Zones[0].Activation);
        Assert.Same(read.Muscles[0], read.MuscleOf(point));
        Assert.True(read.TryFindRival("radiculopathy_c6", out Rival? rival));
        Assert.Equal([PainQuality.Tingling], rival.Qualities);
        Assert.Equal(MovementFinding.Painful, rival.For[0].Finding.Shows);
        Assert.True(read.TryFindFactor("sitting", out PerpetuatingFactor? factor));
        Assert.Equal(FactorKind.Posture, factor.Kind);
        Assert.True(read.TryFindContext("office_work", out PainContext? context));
        Assert.True(context.Muscles[0].Covers(point));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"version\":\"v1\"")]
    public void Read_SomethingElse_SaysSo(string text)
    {
        var fault = Assert.Throws<InvalidDataException>(() => KnowledgeBase.Read(new MemoryStream(Encoding.UTF8.GetBytes(text))));
        Assert.Contains("knowledge base", fault.Message, StringComparison.Ordinal);
    }

    /// <summary>What no knowledge may hold, and the words that the refusal names it by.</summary>
    public static TheoryData<string, Action> Impossible => new()
    {
        { "Strength", () => _ = new SignAssociation("tearing", 1.5, Grade.Elicited) },
        { "Ratio", () => _ = new OpposingFinding(Found(), 1.6, Grade.Elicited) },
        { "Odds", () => _ = new FactorOdds("sitting", 5, Grade.Elicited) },
        { "Activation", () => _ = new ReferralZone("heel", Side.Left, ReferralKind.Essential, 1, -1) },
        { "A movement test shows something", () => _ = new RivalFinding(RivalFindingKind.Movement, "rotation") },
        { "Either a prior or a factor on the odds", () => _ = new ContextPrior("infraspinatus", null, 0.3, 2, Grade.Elicited) },
        { "Odds", () => _ = new ContextPrior("infraspinatus", null, null, 9, Grade.Elicited) },
        { "Name", () => _ = new Sign("tearing", "", "Your eye waters") },
        { "unknown movement test 'rotation'", () => _ = With(small => small with { Movements = [] }) },
        { "unknown perpetuating factor 'sitting'", () => _ = With(small => small with { Factors = [] }) },
    };

    [Theory]
    [MemberData(nameof(Impossible))]
    public void Entry_Impossible_IsRefusedByName(string named, Action make)
    {
        ArgumentException fault = Assert.ThrowsAny<ArgumentException>(make);

        Assert.Contains(named, fault.Message, StringComparison.Ordinal);
    }

    private static RivalFinding Found() => new(RivalFindingKind.Observation, "Reflex reduced");

    private static KnowledgeBase With(Func<KnowledgeEntries, KnowledgeEntries> change) => new("v", "a", change(Small().Entries));

    [Fact]
    public void Read_RandomDamage_IsReadOrRefused()
    {
        byte[] whole = Bytes(Small());
        byte[] content = Inflated(whole);
        Gen.Select(Gen.Bool, Gen.Select(Gen.Int[0, 1 << 20], Gen.Byte).Array[1, 6]).Sample((inside, changes) =>
        {
            // Damage to the file, or, harder to notice, to what is packed in it.
            byte[] damaged = inside ? [.. content] : [.. whole];
            foreach ((int at, byte value) in changes) damaged[at % damaged.Length] = value;
            if (inside) damaged = [.. whole[..8], .. Deflated(damaged)];
            try
            {
                Assert.NotNull(KnowledgeBase.Read(new MemoryStream(damaged)));
            }
            catch (InvalidDataException fault)
            {
                Assert.Contains("knowledge base", fault.Message, StringComparison.Ordinal);
            }
        }, iter: 2000);
    }

    [Fact]
    public void Read_DictionaryAskedFor_IsRefused()
    {
        byte[] damaged = Bytes(Small());
        // The header of a zlib stream that can only be read with a preset dictionary (RFC 1950, FDICT).
        damaged[8] = 0x78;
        damaged[9] = 0xBB;

        InvalidDataException fault = Assert.Throws<InvalidDataException>(() => KnowledgeBase.Read(new MemoryStream(damaged)));

        Assert.Contains("knowledge base", fault.Message, StringComparison.Ordinal);
    }

    private static byte[] Inflated(byte[] file)
    {
        using var inflate = new ZLibStream(new MemoryStream(file, 8, file.Length - 8), CompressionMode.Decompress);
        using var content = new MemoryStream();
        inflate.CopyTo(content);
        return content.ToArray();
    }

    private static byte[] Deflated(byte[] content)
    {
        using var file = new MemoryStream();
        using (var deflate = new ZLibStream(file, CompressionLevel.Fastest, leaveOpen: true)) deflate.Write(content);
        return file.ToArray();
    }

    [Fact]
    public void TwoMusclesOfOneId_AreRefused()
    {
        KnowledgeBase small = Small();
        var fault = Assert.Throws<ArgumentException>(() => new KnowledgeBase("v", "a", new KnowledgeEntries
        {
            Muscles = [small.Muscles[0], small.Muscles[0]],
            Movements = small.Movements,
            Factors = small.Factors,
        }));
        Assert.Contains("two entries for the muscle 'infraspinatus'", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ZonesOn_Right_MirrorsPairedZonesOnly()
    {
        TriggerPoint point = Small().Points[0];

        Assert.Equal([Side.Right, Side.Midline], point.ZonesOn(Side.Right).Select(zone => zone.Side));
        Assert.Equal(point.Zones, point.ZonesOn(Side.Left));
        Assert.Throws<ArgumentOutOfRangeException>(() => point.ZonesOn(Side.Midline));
    }

    [Theory]
    [InlineData("infraspinatus.1", null)]
    [InlineData("trapezius.upper_1", "upper")]
    [InlineData("biceps_femoris.long_head_2", "long_head")]
    [InlineData("masseter.deep", "deep")]
    public void Part_OfAPoint_IsItsIdWithoutMuscleAndNumber(string id, string? part) =>
        Assert.Equal(part, new TriggerPoint(
            id, "Name", "Place", new PressSite(0, 0, 0, 0, 0, 0), 1, Reach.Flat, ReferralLaterality.Ipsilateral, false, Confidence.High, ["book"], []).Part);

    [Theory]
    [InlineData(Sidedness.Paired, new[] { Side.Left, Side.Right }, Side.Right)]
    [InlineData(Sidedness.Unpaired, new[] { Side.Midline }, Side.Left)]
    [InlineData(Sidedness.LeftOnly, new[] { Side.Left }, Side.Left)]
    [InlineData(Sidedness.RightOnly, new[] { Side.Right }, Side.Left)]
    public void ZonesOn_Rival_MirrorsAPairedOneOnly(Sidedness sidedness, Side[] sides, Side zoneOnTheRight)
    {
        Rival small = Small().Rivals[0];
        var rival = new Rival(
            small.Id, small.Name, small.Kind, sidedness, small.Pattern, small.Qualities, small.For, small.Against, small.Separate, small.Urgency,
            small.Prior, small.Confidence, small.Sources, small.Zones, small.Bearers);

        Assert.Equal(sides, rival.Sides);
        Assert.Equal(zoneOnTheRight, rival.ZonesOn(Side.Right)[0].Side);
    }

    private static byte[] Bytes(KnowledgeBase knowledge)
    {
        using var stream = new MemoryStream();
        knowledge.Write(stream);
        return stream.ToArray();
    }

    private static KnowledgeBase Small()
    {
        var point = new TriggerPoint(
            "infraspinatus.1", "Upper", "On the blade", new PressSite(12, 0.25f, 0.5f, 9, 130.5f, -8), 1.5, Reach.Flat,
            ReferralLaterality.Ipsilateral, Painless: false, Confidence.High, ["book"],
            [
                new ReferralZone("shoulder_front", Side.Left, ReferralKind.Essential, 0.8, 0.9),
                new ReferralZone("sternum", Side.Midline, ReferralKind.Spillover, 0.1, 0.2),
            ]);
        var muscle = new Muscle(
            "infraspinatus", "Infraspinatus", "Musculus infraspinatus", [], "shoulder_arm", "A flat muscle.", Confidence.High,
            [point], [new MovementEffect("rotation", MovementFinding.Restricted, 0.5, Grade.Elicited)], [], [], [new FactorOdds("sitting", 1.5, Grade.Elicited)], ["deltoid"], ["book"]);
        var rival = new Rival(
            "radiculopathy_c6", "C6 radiculopathy", RivalKind.NerveRoot, Sidedness.Paired, ReferralLaterality.Ipsilateral, [PainQuality.Tingling],
            [new SupportingFinding(new RivalFinding(RivalFindingKind.Movement, "rotation", Shows: MovementFinding.Painful), 0.4, Grade.Elicited)],
            [new OpposingFinding(new RivalFinding(RivalFindingKind.Answer, "night_pain_positional"), 0.6, Grade.Elicited)],
            ["Numb thumb."], Urgency.Soon, 0.01, Confidence.Medium, ["book"],
            [new ReferralZone("thumb", Side.Left, ReferralKind.Essential, 0.9, 0.7)],
            new Bearers(Sex.Female, 12, 55));
        return new KnowledgeBase("v1", "a1", new KnowledgeEntries
        {
            Muscles = [muscle],
            Rivals = [rival],
            Movements = [new Movement("rotation", "Rotation", "Turn", "70 degrees", "shoulder", Grade.Elicited)],
            Factors = [new PerpetuatingFactor("sitting", "Sitting", FactorKind.Posture, "Do you sit much?")],
            Contexts = [new PainContext("office_work", "Office work", ContextKind.Occupation, [new ContextPrior("infraspinatus", null, null, 2, Grade.Elicited)])],
        });
    }
}
