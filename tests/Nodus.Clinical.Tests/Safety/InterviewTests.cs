using Nodus.Clinical.Assessment;
using Nodus.Clinical.Safety;
using Nodus.Clinical.Tests.Assessment;
using static Nodus.Clinical.Tests.Safety.SmallSafety;

namespace Nodus.Clinical.Tests.Safety;

public sealed class InterviewTests
{
    [Fact]
    public void Next_AnsweredThrough_AsksEveryQuestionOnceAndEnds()
    {
        Case patient = SmallBody.Read("""{ "pain": [{ "zone": "sternum", "intensity": 5 }] }""");
        var asked = new List<string>();
        while (Interview.Next(Gate.Check(patient)) is { } next)
        {
            asked.Add(next.Id);
            Assert.True(asked.Count < 20);
            patient = Interview.With(patient, next.Id, next.Id == "fever" ? true : asked.Count % 2 == 0 ? null : false);
        }

        // The yes to fever brought its section in.
        Assert.Equal(["fever", "anticoagulant", "chest_pressure", "sweating", "ill"], asked);
        Assert.True(Gate.Check(patient).IsComplete);
    }

    [Fact]
    public void Next_AtACertainEmergency_Stops() =>
        Assert.Null(Interview.Next(Check("""{ "answers": { "chest_pain": true, "sweating": true } }""")));

    [Fact]
    public void Next_AfterWords_ConfirmsTheSuspicionFirst() =>
        Assert.Equal("numb", Interview.Next(Check("""{ "patientText": "my hand is numb" }"""))!.Id);

    [Fact]
    public void Sections_LeaveOutWhatIsSettledAndKeepWhatWasAnswered()
    {
        var interview = new Interview(Gate);
        Triage triage = Check("""{ "pain": [{ "zone": "sternum", "intensity": 5 }], "answers": { "chest_pain": false, "fever": false } }""");
        Assert.Equal(["fever", "anticoagulant", "sweating"], interview.Sections(triage, clinician: true).SelectMany(section => section.Questions).Select(fact => fact.Id));
    }

    [Fact]
    public void NoToTheRest_AnswersWhatIsOpenAndOverwritesNothing()
    {
        Triage triage = new Interview(Gate).NoToTheRest(SmallBody.Read("""{ "pain": [{ "zone": "sternum", "intensity": 5 }], "answers": { "fever": true, "anticoagulant": null } }"""));
        Assert.True(triage.IsComplete);
        Assert.True(triage.Case.Answers["fever"]);
        Assert.False(triage.Case.Answers["ill"]);
        Assert.Contains("anticoagulant", triage.Case.Unsure);
    }

    [Fact]
    public void NoToTheRest_OfAStop_LeavesItStopped() =>
        Assert.True(new Interview(Gate).NoToTheRest(SmallBody.Read("""{ "answers": { "chest_pain": true, "sweating": true } }""")).IsStop);
}
