using Nodus.Clinical.Safety;
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
}
