using Nodus.Anatomy;
using Nodus.Anatomy.Zones;
using Nodus.Clinical.Assessment;
using Nodus.Clinical.Knowledge;
using Nodus.Clinical.Safety;
using Nodus.Clinical.Safety.Language;
using Nodus.Clinical.Tests.Assessment;
using static Nodus.Clinical.Tests.Safety.SmallSafety;

namespace Nodus.Clinical.Tests.Safety;

public sealed class FactSheetTests
{
    [Fact]
    public void Of_YesToTheParticular_IsAYesToTheGeneral()
    {
        FactSheet sheet = Sheet(("chest_pressure", true));
        Assert.Equal(Truth.Yes, sheet.Of(Place("chest_pain"), Reading.Answered));
    }

    [Fact]
    public void Of_NoToTheGeneral_IsANoToTheParticular()
    {
        FactSheet sheet = Sheet(("chest_pain", false));
        Assert.Equal(Truth.No, sheet.Of(Place("chest_pressure"), Reading.Answered));
    }

    [Fact]
    public void Of_NoToTheParticular_LeavesTheGeneralOpen()
    {
        FactSheet sheet = Sheet(("chest_pressure", false));
        Assert.Equal(Truth.Unknown, sheet.Of(Place("chest_pain"), Reading.Answered));
    }

    [Fact]
    public void Of_Contradiction_TakesTheYes()
    {
        FactSheet sheet = Sheet(("chest_pain", false), ("chest_pressure", true));
        Assert.Equal(Truth.Yes, sheet.Of(Place("chest_pain"), Reading.Answered));
    }

    [Fact]
    public void Of_WordsAlone_AreASuspicionAndNoAnswer()
    {
        FactSheet sheet = Check("""{ "patientText": "I have a fever" }""").Sheet;
        Assert.Equal(Truth.Unknown, sheet.Of(Place("fever"), Reading.Answered));
        Assert.Equal(Truth.Yes, sheet.Of(Place("fever"), Reading.Suspected));
        Assert.True(sheet.IsSuspected(Place("fever")));
    }

    [Fact]
    public void Of_WordsThatWereDenied_AreANo()
    {
        FactSheet sheet = Check("""{ "patientText": "I have a fever", "answers": { "fever": false } }""").Sheet;
        Assert.Equal(Truth.No, sheet.Of(Place("fever"), Reading.Suspected));
    }

    [Fact]
    public void Of_WordsThatSayNo_AreNeverANo()
    {
        Triage triage = Check("""{ "patientText": "no fever at all" }""");
        Assert.Equal(Truth.Unknown, triage.Sheet.Of(Place("fever"), Reading.Suspected));
        Assert.Contains(triage.Words.Findings, one => one is { Fact: "fever", Suggests: Clinical.Safety.Language.Suggestion.SeemsNo });
    }

    [Fact]
    public void Of_WordsForTheParticular_AreASuspicionOfTheGeneral()
    {
        FactSheet sheet = Sheet(Suspicion("chest_pressure"));
        Assert.Equal(Truth.Yes, sheet.Of(Place("chest_pain"), Reading.Suspected));
        Assert.Equal(Truth.Unknown, sheet.Of(Place("chest_pain"), Reading.Answered));
        Assert.Equal(Truth.Unknown, Sheet(Suspicion("chest_pressure"), ("chest_pressure", false)).Of(Place("chest_pain"), Reading.Suspected));
    }

    [Fact]
    public void Of_IdsOutsideTheVocabulary_AreLeftOut()
    {
        var sheet = new FactSheet(
            Rulebook, new Dictionary<string, bool>(StringComparer.Ordinal) { ["hair"] = true, ["shoes"] = false },
            new Dictionary<string, double>(StringComparer.Ordinal) { ["height"] = 180 }, (null, Sex.Unknown), null, WordReading.Nothing);
        Assert.All(Enumerable.Range(0, Rulebook.Facts.Count), fact =>
        {
            Assert.Equal(Truth.Unknown, sheet.Of(fact, Reading.Suspected));
            Assert.Null(sheet.NumberOf(fact));
        });
    }

    [Fact]
    public void IsOpen_OnceAnsweredOrMeasured_IsFalse()
    {
        FactSheet sheet = Check("""{ "answers": { "fever": false, "sbp": 120 }, "patientText": "my hand is numb" }""").Sheet;
        Assert.False(sheet.IsOpen(Place("fever")));
        Assert.False(sheet.IsOpen(Place("sbp")));
        Assert.True(sheet.IsOpen(Place("numb")));
        Assert.Equal(120, sheet.NumberOf(Place("sbp")));
        Assert.False(sheet.IsSuspected(Place("fever")));
    }

    [Fact]
    public void Painted_OfNoPain_IsKnownToBeNowhere()
    {
        Assert.Equal(Truth.Unknown, Hurts().Painted(0b111, false, Reading.Answered));
        Assert.Equal(Truth.No, Hurts(("hand", Side.Left, 1, 0)).Painted(0b111, false, Reading.Answered));
        Assert.Equal(Truth.Yes, Hurts(("hand", Side.Left, 1, null)).Painted(0b010, false, Reading.Answered));
    }

    [Fact]
    public void Painted_OfTheBrushOfAStroke_IsNotPainful()
    {
        Assert.Equal(Truth.No, Hurts(("hand", Side.Left, FactSheet.PaintedCoverage - 0.001, 5)).Painted(0b010, false, Reading.Answered));
        Assert.Equal(Truth.Yes, Hurts(("hand", Side.Left, FactSheet.PaintedCoverage, 5)).Painted(0b010, false, Reading.Answered));
    }

    [Theory]
    [InlineData(Side.Left)]
    [InlineData(Side.Right)]
    [InlineData(Side.Midline)]
    public void Painted_OfTwoZonesOfARegion_IsTheRegion(Side side) =>
        Assert.Equal(Truth.Yes, Hurts(("hand", side, 1, 5), ("arm_front", side, 1, 5)).Painted(0b010, false, Reading.Answered));

    [Fact]
    public void Painted_OnBothSides_WantsTheSameRegionLeftAndRight()
    {
        Assert.Equal(Truth.Yes, Hurts(("hand", Side.Left, 1, 5), ("arm_front", Side.Right, 1, 5)).Painted(0b010, true, Reading.Answered));
        Assert.Equal(Truth.No, Hurts(("hand", Side.Left, 1, 5), ("shoulder_front", Side.Right, 1, 5)).Painted(0b110, true, Reading.Answered));
        Assert.Equal(Truth.No, Hurts(("sternum", Side.Midline, 1, 5)).Painted(0b001, true, Reading.Answered));
        FactSheet everywhere = Hurts(("hand", Side.Left, 1, 5), ("shoulder_front", Side.Right, 1, 5), ("sternum", Side.Midline, 1, 5));
        Assert.All((ulong[])[0b001, 0b010, 0b100], region => Assert.Equal(Truth.Yes, everywhere.Painted(region, false, Reading.Answered)));
    }

    [Fact]
    public void FactSheet_OfNothing_IsRefused()
    {
        var answers = new Dictionary<string, bool>(StringComparer.Ordinal);
        var numbers = new Dictionary<string, double>(StringComparer.Ordinal);
        Assert.Throws<ArgumentNullException>("knowledge", () => new FactSheet(null!, answers, numbers, (null, Sex.Unknown), null, WordReading.Nothing));
        Assert.Throws<ArgumentNullException>("answers", () => new FactSheet(Rulebook, null!, numbers, (null, Sex.Unknown), null, WordReading.Nothing));
        Assert.Throws<ArgumentNullException>("measurements", () => new FactSheet(Rulebook, answers, null!, (null, Sex.Unknown), null, WordReading.Nothing));
        Assert.Throws<ArgumentNullException>("words", () => new FactSheet(Rulebook, answers, numbers, (null, Sex.Unknown), null, null!));
        Case patient = SmallBody.Read("""{ "pain": [{ "zone": "sternum", "intensity": 5 }] }""");
        Assert.Throws<ArgumentNullException>("knowledge", () => FactSheet.Of(null!, patient, WordReading.Nothing));
        Assert.Throws<ArgumentNullException>("@case", () => FactSheet.Of(Rulebook, null!, WordReading.Nothing));
    }

    private static FactSheet Hurts(params (string Zone, Side Side, double Coverage, double? Intensity)[] pain) => FactSheet.Of(
        Rulebook,
        new Case
        {
            Pain =
            [
                .. pain.Select(one => new PainReport(
                    new ZoneSite(0, SmallBody.Sites.First(site => site.Zone.Id == one.Zone).Zone, one.Side), one.Coverage, one.Intensity, [])),
            ],
        },
        WordReading.Nothing);
}
