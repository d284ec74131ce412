using System.Text.Json;
using CsCheck;
using Nodus.Clinical.Assessment;
using Nodus.Clinical.Safety;
using Nodus.Clinical.Safety.Language;
using Nodus.Clinical.Tests.Assessment;
using static Nodus.Clinical.Tests.Safety.SmallSafety;

namespace Nodus.Clinical.Tests.Safety;

public sealed class SafetyGateTests
{
    [Fact]
    public void Check_NothingKnown_ProceedsAndAsksTheGeneralQuestions()
    {
        Triage triage = Check("{}");
        Assert.Equal(Disposition.Proceed, triage.Disposition);
        Assert.Equal(["fever", "anticoagulant"], triage.Unanswered.Select(fact => fact.Id));
        Assert.False(triage.IsComplete);
    }

    [Fact]
    public void Check_ManyRules_TakesTheSeverestAndExplainsEach()
    {
        Triage triage = Check("""{ "answers": { "chest_pressure": true, "sweating": true, "ill": true, "anticoagulant": true } }""");
        Assert.Equal(Disposition.Emergency, triage.Disposition);
        Assert.Equal(["RF01", "RF02", "CI01"], triage.Fired.Select(one => one.Rule.Id));
        Assert.Equal(["chest_pain", "sweating"], triage.Fired[0].Because);
        Assert.True(triage.Fired[0].Certain);
        // What would make it harmless is open: it stops, and says that it is not certain.
        Assert.False(triage.Fired[1].Certain);
    }

    [Fact]
    public void Check_WhatSilencesIsCertain_IsSilent() =>
        Assert.Equal(Disposition.Proceed, Check("""{ "answers": { "chest_pain": true, "ill": true, "cleared": true } }""").Disposition);

    [Fact]
    public void Check_Number_CountsFromItsBound()
    {
        Assert.Equal(Disposition.Proceed, Check("""{ "answers": { "sbp": 179 } }""").Disposition);
        Assert.Equal(Disposition.UrgentReferral, Check("""{ "answers": { "sbp": 180 } }""").Disposition);
    }

    [Fact]
    public void Check_AnotherNameOfAFact_IsTheFact() =>
        Assert.Equal(Disposition.ReferBeforeTreatment, Check("""{ "age": 70, "answers": { "trauma": true } }""").Disposition);

    [Fact]
    public void Check_Drawing_BringsItsSectionIn()
    {
        Triage triage = Check("""{ "pain": [{ "zone": "sternum", "intensity": 5 }], "answers": { "fever": false, "anticoagulant": false } }""");
        Assert.Equal(["chest_pressure", "sweating"], triage.Unanswered.Select(fact => fact.Id));
    }

    [Fact]
    public void Check_NotSure_IsNotAskedAgainAndStaysOpen()
    {
        Triage triage = Check("""{ "pain": [{ "zone": "sternum", "intensity": 5 }], "answers": { "fever": false, "anticoagulant": false, "chest_pressure": true, "sweating": null } }""");
        Assert.True(triage.IsComplete);
        Assert.Contains(triage.Open, fact => fact.Id == "sweating");
    }

    [Fact]
    public void Open_PutsFirstWhatCouldStopSoonest()
    {
        Triage triage = Check("""{ "pain": [{ "zone": "sternum", "intensity": 5 }], "answers": { "chest_pressure": true } }""");
        Assert.Equal("sweating", triage.Open[0].Id);
    }

    [Fact]
    public void Check_OrderOfAnswers_DoesNotMatter() =>
        Gen.Shuffle(YesNoFacts).Select(Gen.Bool.Array[YesNoFacts.Length], (facts, yes) => (facts, yes)).Sample((facts, yes) =>
        {
            var pairs = facts.Zip(yes).ToArray();
            byte[] one = CheckAnswers(pairs).ToJson(), other = CheckAnswers([.. pairs.Reverse()]).ToJson();
            return one.AsSpan().SequenceEqual(other);
        });

    [Fact]
    public void Check_AnsweringMore_NeverLowersACertainStop() =>
        Gen.Select(Gen.Int[0, YesNoFacts.Length - 1].Select(i => YesNoFacts[i]).HashSet[1, 5], Gen.Bool.Array[5], Gen.Int[0, YesNoFacts.Length - 1].Select(i => YesNoFacts[i]).HashSet[1, 6], Gen.Bool.Array[6]).Sample((some, yes, more, moreYes) =>
        {
            var before = some.Zip(yes).ToDictionary(one => one.First, one => one.Second, StringComparer.Ordinal);
            var after = more.Zip(moreYes).ToDictionary(one => one.First, one => one.Second, StringComparer.Ordinal);
            foreach ((string fact, bool answer) in before) after[fact] = answer;
            // An answer that contradicts what was answered before takes nothing back either: the yes counts.
            Triage first = CheckAnswers([.. before.Select(one => (one.Key, one.Value))]), then = CheckAnswers([.. after.Select(one => (one.Key, one.Value))]);
            return first.Fired.Where(one => one.Certain).All(one => then.Fired.Any(later => later.Rule.Id == one.Rule.Id));
        });

    [Fact]
    public void Check_RulesInAnotherOrder_ComeToTheSame()
    {
        var turned = new SafetyGate(new SafetyKnowledge(Rulebook.Facts, Rulebook.Regions, [.. Rulebook.Rules.Reverse()], Rulebook.Interview, Rulebook.Contacts));
        Case patient = SmallBody.Read("""{ "answers": { "chest_pressure": true, "sweating": true, "ill": true } }""");
        Triage one = Gate.Check(patient), other = turned.Check(patient);
        Assert.Equal(one.Disposition, other.Disposition);
        Assert.Equal(one.Fired.Select(rule => rule.Rule.Id).Order(), other.Fired.Select(rule => rule.Rule.Id).Order());
    }

    [Fact]
    public void Check_WithAnEarlierTriage_IsTheSameAsWithout()
    {
        Triage last = Check("""{ "pain": [{ "zone": "hand", "side": "left", "intensity": 5 }] }""");
        foreach (string json in (string[])["""{ "pain": [{ "zone": "arm_front", "side": "left", "intensity": 3 }] }""", """{ "pain": [{ "zone": "sternum", "intensity": 3 }] }"""])
        {
            Case next = SmallBody.Read(json);
            Triage reused = Gate.Check(next, WordReading.Nothing, last);
            Assert.Same(next, reused.Case);
            Assert.Equal(Gate.Check(next).ToJson(), reused.ToJson());
        }
    }

    [Theory]
    [InlineData("""{ "pain": [{ "zone": "hand", "side": "left", "intensity": 9 }], "answers": { "ill": null } }""", true)]
    [InlineData("""{ "pain": [{ "zone": "hand", "side": "right", "intensity": 5 }], "answers": { "ill": null } }""", false)]
    [InlineData("""{ "pain": [{ "zone": "hand", "side": "left", "intensity": 5 }] }""", false)]
    [InlineData("""{ "pain": [{ "zone": "hand", "side": "left", "intensity": 5 }], "answers": { "ill": false } }""", false)]
    [InlineData("""{ "pain": [{ "zone": "hand", "side": "left", "intensity": 5 }], "answers": { "ill": null, "sbp": 120 } }""", false)]
    [InlineData("""{ "pain": [{ "zone": "hand", "side": "left", "intensity": 5 }], "answers": { "ill": null }, "age": 30 }""", false)]
    [InlineData("""{ "pain": [{ "zone": "hand", "side": "left", "intensity": 5 }], "answers": { "ill": null }, "sex": "M" }""", false)]
    public void Check_WithAnEarlierTriage_ReusesItOnlyWhereTheRulesSeeNothingNew(string json, bool reused)
    {
        Triage last = Check("""{ "pain": [{ "zone": "hand", "side": "left", "intensity": 5 }], "answers": { "ill": null } }""");
        Triage next = Gate.Check(SmallBody.Read(json), WordReading.Nothing, last);
        Assert.Equal(reused, ReferenceEquals(last.Sheet, next.Sheet));
    }

    [Fact]
    public void Check_WithAnEarlierTriage_OfOtherWordsOrRules_IsNotReused()
    {
        var patient = new Case();
        Triage last = Gate.Check(patient);
        foreach (WordReading words in (WordReading[])[Suspicion("ill"), WordReading.Nothing with { Age = 70 }, WordReading.Nothing with { Regions = 1 }])
            Assert.NotSame(last.Sheet, Gate.Check(patient, words, last).Sheet);
        Assert.NotSame(last.Sheet, GateOf([]).Check(patient, WordReading.Nothing, last).Sheet);
    }

    [Fact]
    public void Check_WithoutAReader_ReadsNothing() =>
        Assert.Same(WordReading.Nothing, GateOf([]).Check(SmallBody.Read("""{ "patientText": "I have a fever" }""")).Words);

    [Fact]
    public void Check_OfOneDisposition_PutsTheCertainFirst()
    {
        SafetyGate gate = GateOf([], Rule("RF1", Disposition.UrgentReferral, Yes("fever"), Yes("cleared")), Rule("RF2", Disposition.UrgentReferral, Yes("ill")));
        Assert.Equal(["RF2", "RF1"], gate.Check(SmallBody.Read("""{ "answers": { "fever": true, "ill": true } }""")).Fired.Select(one => one.Rule.Id));
    }

    [Fact]
    public void Check_AFactThatARuleReadsTwice_ExplainsOnce()
    {
        SafetyGate gate = GateOf([], Rule("RF1", Disposition.UrgentReferral, new AllOf([Yes("fever"), new AtLeast(1, [Yes("fever"), Yes("ill")])])));
        Assert.Equal(["fever"], gate.Check(SmallBody.Read("""{ "answers": { "fever": true } }""")).Fired[0].Because);
    }

    [Fact]
    public void Check_AQuestionOfTwoSections_IsAskedOnce() =>
        Assert.Equal(["fever", "ill"], GateOf([Section("fever"), Section("fever", "ill")]).Check(new Case()).Unanswered.Select(fact => fact.Id));

    [Fact]
    public void Open_FewerAnswersFromAStop_ComeFirst()
    {
        SafetyGate gate = GateOf(
            [Section(YesNoFacts)],
            Rule("RF1", Disposition.Emergency, new AllOf([Yes("sweating"), Yes("numb")])), Rule("RF2", Disposition.Emergency, Yes("ill")));
        Assert.Equal(["ill", "sweating", "numb", "after_trauma"], gate.Check(new Case()).Open.Select(fact => fact.Id).Take(4));
    }

    [Fact]
    public void Open_ARuleThreeAnswersAway_CountsForNothing()
    {
        SafetyGate gate = GateOf(
            [Section(YesNoFacts)],
            Rule("RF1", Disposition.Emergency, new AllOf([Yes("sweating"), Yes("numb"), Yes("cleared")])),
            Rule("CI1", Disposition.ContraindicatedTechnique, Yes("ill")));
        Assert.Equal(["ill", "after_trauma"], gate.Check(new Case()).Open.Select(fact => fact.Id).Take(2));
    }

    [Fact]
    public void Open_WhatCouldSilenceARuleThatFires_IsAskedAfterWhatCouldStop()
    {
        SafetyRule silenced = Rule("RF1", Disposition.ReferBeforeTreatment, Yes("fever"), new AllOf([Yes("cleared"), Yes("numb")]));
        SafetyGate gate = GateOf([Section(YesNoFacts)], silenced, Rule("RF2", Disposition.UrgentReferral, Yes("ill")));
        Triage fires = gate.Check(SmallBody.Read("""{ "answers": { "fever": true } }"""));
        Assert.Equal(["ill", "cleared", "numb", "after_trauma"], fires.Open.Select(fact => fact.Id).Take(4));
        // While the rule does not fire, nothing needs to silence it.
        Assert.Equal(["ill", "fever", "after_trauma"], gate.Check(new Case()).Open.Select(fact => fact.Id).Take(3));
    }

    [Fact]
    public void Open_WhatOnlyThreeAnswersCouldSilence_CountsForNothing()
    {
        SafetyRule silenced = Rule("RF1", Disposition.Emergency, Yes("fever"), new AllOf([Yes("cleared"), Yes("numb"), Yes("sweating")]));
        Triage triage = GateOf([Section(YesNoFacts)], silenced).Check(SmallBody.Read("""{ "answers": { "fever": true } }"""));
        Assert.Equal("after_trauma", triage.Open[0].Id);
    }

    [Fact]
    public void Open_ARuleThatFiresOrIsSilenced_AsksForNothingMore()
    {
        SafetyGate fires = GateOf([Section(YesNoFacts)], Rule("RF1", Disposition.Emergency, new AtLeast(1, [Yes("fever"), Yes("ill")])));
        Assert.Equal("after_trauma", fires.Check(SmallBody.Read("""{ "answers": { "fever": true } }""")).Open[0].Id);
        SafetyGate silenced = GateOf(
            [Section(YesNoFacts)], Rule("RF1", Disposition.Emergency, Yes("fever"), new AtLeast(1, [Yes("cleared"), Yes("numb")])));
        Assert.Equal("after_trauma", silenced.Check(SmallBody.Read("""{ "answers": { "fever": true, "cleared": true } }""")).Open[0].Id);
    }

    [Fact]
    public void Open_ASuspicion_IsAskedBeforeSomethingWorse()
    {
        SafetyGate gate = GateOf(
            [Section(YesNoFacts)], Rule("RF1", Disposition.Emergency, Yes("after_trauma")), Rule("RF2", Disposition.UrgentReferral, Yes("ill")));
        Assert.Equal(["ill", "after_trauma"], gate.Check(new Case(), Suspicion("ill")).Open.Select(fact => fact.Id).Take(2));
    }

    [Fact]
    public void Open_OutsideTheInterview_HoldsSuspicionsAndWhatSomebodyWasNotSureOf()
    {
        SafetyGate gate = GateOf([], Rule("RF1", Disposition.Emergency, Yes("ill")), Rule("RF2", Disposition.Emergency, Yes("sweating")));
        var unsure = new Case { Unsure = new HashSet<string>(StringComparer.Ordinal) { "ill", "numb" } };
        Assert.Equal(["ill"], gate.Check(unsure).Open.Select(fact => fact.Id));
        Assert.Equal(["fever"], gate.Check(new Case(), Suspicion("fever")).Open.Select(fact => fact.Id));
    }

    [Fact]
    public void Check_OfNothing_IsRefused()
    {
        Assert.Throws<ArgumentNullException>("@case", () => Gate.Check(null!));
        Assert.Throws<ArgumentNullException>("@case", () => Gate.Check(null!, WordReading.Nothing));
        Assert.Throws<ArgumentNullException>("read", () => Gate.Check(new Case(), null!));
        Assert.Throws<ArgumentNullException>("triage", () => SafetyGate.Pass(null!));
    }

    [Fact]
    public void Pass_StopOrOpenQuestions_IsRefused()
    {
        Assert.Null(SafetyGate.Pass(Check("{}")));
        Assert.Null(SafetyGate.Pass(Check("""{ "answers": { "fever": false, "anticoagulant": false, "chest_pain": true, "sweating": true } }""")));
        Assert.NotNull(SafetyGate.Pass(Check("""{ "answers": { "fever": false, "anticoagulant": true } }""")));
    }

    [Fact]
    public void Pass_Override_OpensOnlyWhatItNames()
    {
        Triage triage = Check("""{ "answers": { "chest_pain": true, "sweating": true } }""");
        var by = new GateOverride("Dr Who", OverrideReason.ExaminedInPerson, "ECG and troponin normal today.", [.. triage.Stops]);
        Assert.Same(by, SafetyGate.Pass(triage, by)!.By);
        Triage later = Check("""{ "answers": { "chest_pain": true, "sweating": true, "ill": true } }""");
        Assert.Null(SafetyGate.Pass(later, by));
    }

    [Fact]
    public void Pass_WithoutAStop_NeedsAClinicianOnlyForOpenQuestions()
    {
        var by = new GateOverride("Dr Who", OverrideReason.AskedElsewhere, "Asked on paper this morning.", []);
        Assert.Same(by, SafetyGate.Pass(Check("{}"), by)!.By);
        Assert.Null(SafetyGate.Pass(Check("""{ "answers": { "fever": false, "anticoagulant": false } }"""), by)!.By);
    }

    [Theory]
    [InlineData("", "Examined today, all normal.")]
    [InlineData("Dr Who", "fine")]
    public void Override_WithoutNameOrReason_IsRefused(string clinician, string text) =>
        Assert.ThrowsAny<ArgumentException>(() => new GateOverride(clinician, OverrideReason.ExaminedInPerson, text, []));

    [Fact]
    public void ToJson_HasTheFieldsOfTheContract()
    {
        using JsonDocument json = JsonDocument.Parse(Check("""{ "answers": { "anticoagulant": true }, "patientText": "perhaps a fever" }""").ToJson());
        JsonElement root = json.RootElement;
        Assert.Equal("contraindicated-technique", root.GetProperty("disposition").GetString());
        Assert.Equal("CI01", root.GetProperty("fired")[0].GetProperty("rule").GetString());
        Assert.Equal("Because.", root.GetProperty("fired")[0].GetProperty("reason").GetString());
        Assert.Equal("fever", root.GetProperty("open")[0].GetString());
        Assert.Equal("dry_needling", root.GetProperty("limits")[0].GetProperty("technique").GetString());
        Assert.Equal("doubt", root.GetProperty("read")[0].GetProperty("because").GetString());
    }

    [Fact]
    public void Open_OfASealedDifferential_WantsThePassOfItsOwnTriage()
    {
        Case patient = SmallBody.Read("""{ "pain": [{ "zone": "arm_front", "side": "left", "intensity": 6 }], "answers": { "fever": false, "anticoagulant": false } }""");
        Triage triage = Gate.Check(patient), same = Gate.Check(patient);
        SealedDifferential answer = SmallBody.NewAssessor().Assess(triage);
        Assert.NotEmpty(answer.Open(SafetyGate.Pass(triage)!).Muscles);
        Assert.Throws<InvalidOperationException>(() => answer.Open(SafetyGate.Pass(same)!));
        using JsonDocument json = JsonDocument.Parse(answer.ToJson());
        Assert.Equal("triage", json.RootElement.EnumerateObject().First().Name);
    }

    private static InterviewSection Section(params string[] facts) => new("all", "About you", "Everyone", null, [.. facts.Select(Place)]);

    private static Triage CheckAnswers((string Fact, bool Yes)[] answers)
    {
        var given = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach ((string fact, bool yes) in answers) given[fact] = yes;
        return Gate.Check(new Case { Answers = given });
    }
}
