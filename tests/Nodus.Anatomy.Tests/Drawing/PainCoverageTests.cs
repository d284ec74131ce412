using CsCheck;
using Nodus.Anatomy.Drawing;

namespace Nodus.Anatomy.Tests.Drawing;

public sealed class PainCoverageTests
{
    private static readonly BodyAtlas Atlas = CompiledBody.Atlas;

    [Fact]
    public void Add_OfMoreDabs_NeverUncovers() =>
        Gen.Select(Drawings.Pen.Array[1, 3], Drawings.Pen).Sample(
            (before, more) =>
            {
                PainCoverage less = Drawings.Of(before).CoverageOn(Atlas.Surface);
                PainCoverage all = Drawings.Of([.. before, more]).CoverageOn(Atlas.Surface);
                Dictionary<int, ZonePain> after = all.Zones().ToDictionary(z => z.Site.Index);
                return less.AreaCm2 <= all.AreaCm2 + 1e-9 && all.PercentOfBody is >= 0 and <= 100
                    && less.Zones().All(z => after[z.Site.Index] is var a && a.Coverage >= z.Coverage - 1e-9 && a.Intensity >= z.Intensity)
                    && after.Values.All(z => z.Coverage is >= 0 and <= 1 && z.MeanIntensity <= z.Intensity + 1e-6);
            },
            iter: 40);

    [Fact]
    public void Add_InAnyOrder_CoversTheSame() =>
        Drawings.Pen.Array[2, 4].Sample(
            strokes =>
            {
                IReadOnlyList<ZonePain> a = Drawings.Of(strokes).CoverageOn(Atlas.Surface).Zones();
                IReadOnlyList<ZonePain> b = Drawings.Of([.. strokes.Reverse()]).CoverageOn(Atlas.Surface).Zones();
                return a.Zip(b).All(p => p.First.Site == p.Second.Site && p.First.Intensity == p.Second.Intensity
                    && Math.Abs(p.First.Coverage - p.Second.Coverage) < 1e-6
                    && Math.Abs(p.First.MeanIntensity - p.Second.MeanIntensity) < 1e-3
                    && p.First.Qualities.SequenceEqual(p.Second.Qualities));
            },
            iter: 40);

    [Fact]
    public void OverlapWith_IsSymmetric_AndOneWithItself() =>
        Gen.Select(Drawings.Any, Drawings.Any).Sample(
            (first, second) =>
            {
                PainCoverage a = first.CoverageOn(Atlas.Surface), b = second.CoverageOn(Atlas.Surface);
                double overlap = a.OverlapWith(b);
                return overlap == b.OverlapWith(a) && overlap is >= 0 and <= 1 && a.OverlapWith(a) == 1;
            },
            iter: 40);

    [Fact]
    public void Mirrored_CoversTheOtherSideAlike() =>
        Drawings.Any.Sample(
            drawing =>
            {
                PainCoverage here = drawing.CoverageOn(Atlas.Surface);
                PainCoverage there = drawing.MirroredOn(Atlas.Mesh).CoverageOn(Atlas.Surface);
                // Sixteenths of a cell right at the rim may fall to either side.
                return Math.Abs(here.AreaCm2 - there.AreaCm2) <= 0.02 * here.AreaCm2 + 0.1;
            },
            iter: 40);

    [Fact]
    public void Erase_TakesAwayWhatLiesUnderIt_AndNothingElse()
    {
        PainDrawing drawing = Drawings.Of(
            PainStroke.Pen(8, PainQuality.Sharp, Drawings.Spot("calf_mid", Side.Left, 3)),
            PainStroke.Pen(4, PainQuality.Aching, Drawings.Spot("calf_mid", Side.Right, 3)));

        PainCoverage after = drawing.Erase(Drawings.Spot("calf_mid", Side.Left, 6)).CoverageOn(Atlas.Surface);

        Assert.Equal(["calf right"], after.Zones().Select(z => z.Site.ToString()));
        Assert.Equal(4, after.Zones()[0].Intensity);
        Assert.Equal([PainQuality.Aching], after.Zones()[0].Qualities);
    }

    [Fact]
    public void Erase_OfTheWorstPart_LeavesTheIntensityOfTheRest()
    {
        PainDrawing drawing = Drawings.Of(
            PainStroke.Pen(2, null, Drawings.Spot("thigh_ant_mid", Side.Left, 6)),
            PainStroke.Pen(9, PainQuality.Burning, Drawings.Spot("thigh_ant_mid", Side.Left, 1.5f)));

        ZonePain left = drawing.Erase(Drawings.Spot("thigh_ant_mid", Side.Left, 2.5f)).CoverageOn(Atlas.Surface).Zones()
            .Single(z => z.Site.ToString() == "thigh_front left");

        Assert.Equal(2, left.Intensity);
        Assert.Empty(left.Qualities);
    }

    [Theory]
    [InlineData("quadratus_lumborum", 2f)]
    [InlineData("thigh_ant_mid", 3f)]
    [InlineData("palm_centre", 1f)]
    public void AreaCm2_OfASpot_IsThatOfItsDisc(string landmark, float radius)
    {
        PainCoverage spot = Drawings.Of(PainStroke.Pen(5, null, Drawings.Spot(landmark, Side.Left, radius)))
            .CoverageOn(Atlas.Surface);

        // The pen's paint is half as strong at nine tenths of the radius; curved skin holds a little more.
        double disc = Math.PI * 0.81 * radius * radius;
        Assert.InRange(spot.AreaCm2, 0.9 * disc, 1.25 * disc);
        Assert.Equal(100 * spot.AreaCm2 / Atlas.Zones.BodyAreaCm2, spot.PercentOfBody, 9);
    }

    [Fact]
    public void Zones_OfAStrokeOverPartOfAZone_GiveItsFraction()
    {
        ZonePain calf = Drawings.Of(PainStroke.Pen(6, PainQuality.Cramping, Drawings.Spot("calf_mid", Side.Left, 3)))
            .CoverageOn(Atlas.Surface).Zones().Single();

        Assert.Equal("calf left", calf.Site.ToString());
        Assert.Equal(Math.PI * 0.81 * 9 / Atlas.Zones.AreaCm2(calf.Site), calf.Coverage, 0.03);
        Assert.Equal((6, 6.0), (calf.Intensity, Math.Round(calf.MeanIntensity, 5)));
    }

    [Fact]
    public void Add_OfIntensityZero_IsNoPain() =>
        Assert.Empty(Drawings.Of(PainStroke.Pen(0, null, Drawings.Spot("vertex", Side.Left, 3))).CoverageOn(Atlas.Surface).Zones());

    [Fact]
    public void Add_OfAMarkOnAnInset_CoversItsZone()
    {
        ZonePain tooth = PainDrawing.Empty(Atlas.Version).With(new InsetMark("teeth_upper_molar", Side.Left, 7, PainQuality.Throbbing))
            .CoverageOn(Atlas.Surface).Zones().Single();

        Assert.Equal(("teeth_upper_molar left", 1.0, 7.0), (tooth.Site.ToString(), tooth.Coverage, tooth.Intensity));
    }

    [Fact]
    public void Pen_WithAnImpossibleIntensity_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => PainStroke.Pen(11, null, []));
        Assert.Throws<ArgumentOutOfRangeException>(() => PainStroke.Pen(double.NaN, null, []));
    }
}
