using Nodus.Anatomy;
using Nodus.Anatomy.Paint;
using Nodus.Clinical.Knowledge;
using Nodus.Compiler.Entries;
using Nodus.Compiler.Referrals;
using Nodus.Compiler.Tests.Knowledge;

namespace Nodus.Compiler.Tests;

/// <summary>The fixture, whose landmarks are real, on the real body.</summary>
public sealed class KnowledgeDraftTests
{
    private static readonly BodyAtlas Atlas = CompiledData.ReadAtlas();

    [Fact]
    public void Compile_DangerZone_HasSkinZonesAndThePointsPressedThroughIt()
    {
        PatternSet patterns = Compile(Fixture.Texts(), new KnowledgeErrors());

        DangerZone zone = Assert.Single(patterns.DangerZones);
        Assert.Equal(["infraspinatus.1"], zone.Points);
        Assert.Contains(zone.Zones, overlap => overlap is { Zone: "scapula_over", Side: Side.Left });
        PaintSample[] left = patterns.Skin.Find(zone.Id)!.On(Atlas.Mesh, Side.Left), right = patterns.Skin.Find(zone.Id)!.On(Atlas.Mesh, Side.Right);
        Assert.All(left.Zip(right), pair => Assert.True((pair.First.Mirrored().Position - pair.Second.Position).Length() < 1e-3f));
    }

    [Theory]
    [InlineData("paired: true", "pattern: ipsilateral", Side.Left, false)]
    [InlineData("paired: false\noneSided: left", "pattern: ipsilateral", Side.Left, false)]
    [InlineData("paired: false\noneSided: right", "pattern: ipsilateral", Side.Right, false)]
    [InlineData("paired: false", "pattern: midline", Side.Left, true)]
    public void Compile_Rival_LiesOnItsSides(string paired, string pattern, Side side, bool both)
    {
        string text = Fixture.Rival.Replace("paired: true", paired, StringComparison.Ordinal).Replace("pattern: ipsilateral", pattern, StringComparison.Ordinal);

        PatternSet patterns = Compile(Fixture.Texts(rival: text), new KnowledgeErrors());

        Rival rival = Assert.Single(patterns.Rivals);
        Assert.Contains(rival.Zones, zone => zone.Zone == "shoulder_front" && zone.Side == side);
        Assert.Equal(both, rival.Zones.Any(zone => zone.Zone == "shoulder_front" && zone.Side == side.Mirrored()));
        PaintedReferral paint = patterns.Paint.Find(rival.Id)!;
        Assert.Equal(rival.Paired, paint.Paired);
        float x = paint.On(Atlas.Mesh, Side.Left, ReferralKind.Essential)[0].Position.X;
        Assert.Equal(side == Side.Left, x > 0);
        Assert.Equal(rival.Paired, x != paint.On(Atlas.Mesh, Side.Right, ReferralKind.Essential)[0].Position.X);
    }

    [Fact]
    public void Check_PointPressedThroughADangerZoneThatItsMuscleDoesNotName_IsAWarning()
    {
        string silent = Fixture.Muscle.ReplaceLineEndings("\n").Replace(
            "dangerZones:\n  - { zone: suprascapular_notch, note: The nerve turns round the ridge. }\n", "dangerZones: []\n", StringComparison.Ordinal);
        Assert.DoesNotContain(Warnings(Fixture.Texts()), warning => warning.Contains("is pressed through", StringComparison.Ordinal));
        Assert.Contains(Warnings(Fixture.Texts(silent)), warning => warning.EndsWith(
            "infraspinatus.1 is pressed through the danger zone suprascapular_notch, which infraspinatus does not name.", StringComparison.Ordinal));
    }

    [Fact]
    public void Check_ProtocolBeyondItsTechnique_IsAWarning() => Assert.Contains(
        Warnings(Fixture.Texts(Fixture.Muscle.Replace("seconds: 45", "seconds: 95", StringComparison.Ordinal))),
        warning => warning.Contains("PressureRelease: seconds is 95; the technique allows 20 to 90", StringComparison.Ordinal));

    [Fact]
    public void Check_EntriesThatNothingRefersTo_AreWarningsOfAWholeFolderOnly()
    {
        KnowledgeText[] texts = [.. Fixture.Texts(), new("knowledge/signs/b.yaml", "- { id: sneezing, name: Sneezing, plain: You sneeze }")];
        const string Unused = "Nothing refers to the sign 'sneezing'";

        Assert.Contains(Warnings(texts), warning => warning.Contains(Unused, StringComparison.Ordinal));
        Assert.DoesNotContain(
            Warnings(texts, complete: false), warning => warning.Contains(Unused, StringComparison.Ordinal));
    }

    [Fact]
    public void Compile_PaintFarFromItsStroke_IsAWarning()
    {
        // So wide that it reaches beyond every zone that its middle borders on.
        string wide = Fixture.Muscle.Replace("\"bicipital_groove @3.2\", \"deltoid_ant @3.2\"", "\"forehead_mid @9\"", StringComparison.Ordinal);

        Assert.Contains(Warnings(Fixture.Texts(wide)), warning => warning.Contains("borders on none that one runs through", StringComparison.Ordinal));
    }

    [Fact]
    public void Compile_EssentialStrokeTooThinForItsZone_IsAWarning()
    {
        string thin = Fixture.Muscle.ReplaceLineEndings("\n").Replace(
            "essential:\n", "essential:\n      - { strength: 0.7, through: [\"inion @0.4\"] }\n", StringComparison.Ordinal);

        Assert.Contains(Warnings(Fixture.Texts(thin)), warning => warning.Contains("this essential stroke lies mostly in zones that the pattern does not reach", StringComparison.Ordinal));
    }

    private static List<string> Warnings(IReadOnlyList<KnowledgeText> texts, bool complete = true)
    {
        var errors = new KnowledgeErrors();
        KnowledgeFolder folder = Read(texts, errors);
        KnowledgeWarnings.Check(folder, PatternLayout.Of(folder, Atlas, errors), complete, errors);
        Assert.Empty(errors.InOrder);
        return [.. errors.Warnings.Select(warning => warning.ToString())];
    }

    private static PatternSet Compile(IReadOnlyList<KnowledgeText> texts, KnowledgeErrors errors)
    {
        PatternSet patterns = PatternLayout.Of(Read(texts, errors), Atlas, errors);
        Assert.Empty(errors.InOrder);
        return patterns;
    }

    private static KnowledgeFolder Read(IReadOnlyList<KnowledgeText> texts, KnowledgeErrors errors) =>
        KnowledgeFolder.Read(texts, AtlasNames.Read(CompiledData.Sources), ElsewhereIds.None, errors);
}
