using Nodus.Clinical.Knowledge;
using Nodus.Clinical.Safety;
using Nodus.Clinical.Tests.Assessment;
using Nodus.Clinical.Tests.Knowledge;
using static Nodus.Clinical.Tests.Safety.SmallSafety;

namespace Nodus.Clinical.Tests.Safety;

public sealed class TechniqueLimitsTests
{
    private static readonly Practice Needler = new(Practitioner.LicensedNeedling, NeedlingAllowed: true);

    [Fact]
    public void At_NothingAgainstIt_IsAllowed()
    {
        TechniqueVerdict stretch = Verdict("{}", Technique.StaticStretch, "heel");
        Assert.Equal(LimitVerdict.Allowed, stretch.Verdict);
        Assert.Empty(stretch.Reasons);
    }

    [Fact]
    public void At_ADangerZone_ForbidsAndModifiesWithItsRule()
    {
        TechniqueVerdict needle = Verdict("{}", Technique.DryNeedling, "heel"), press = Verdict("{}", Technique.PressureRelease, "heel");
        Assert.Equal((LimitVerdict.No, "axilla", "Press lightly."), (needle.Verdict, needle.Reasons[0].From, needle.Reasons[0].Instead));
        Assert.Equal((LimitVerdict.Modify, "Half the time."), (press.Verdict, press.Reasons[0].How));
    }

    [Fact]
    public void At_Needling_IsDeniedUnlessSwitchedOn()
    {
        TechniqueVerdict denied = At("{}", "arm_front", new Practice(Practitioner.LicensedNeedling))[(int)Technique.DryNeedling];
        Assert.Contains(denied.Reasons, reason => reason.From == "dry_needling" && reason.Verdict == LimitVerdict.No);
        Assert.DoesNotContain(Verdict("{}", Technique.DryNeedling, "arm_front").Reasons, reason => reason.From == "dry_needling");
    }

    [Fact]
    public void At_AnotherProfession_IsDeniedWhatItDoesNotDo() =>
        Assert.Contains(At("{}", "heel", new Practice(Practitioner.Massage))[(int)Technique.PressureRelease].Reasons, reason => reason.Why.Contains("not done by this profession", StringComparison.Ordinal));

    [Fact]
    public void At_ARuleOfRegions_HoldsThereAlone()
    {
        const string bleeds = """{ "answers": { "anticoagulant": true } }""";
        TechniqueVerdict arm = Verdict(bleeds, Technique.StaticStretch, "arm_front");
        Assert.Equal((LimitVerdict.Modify, "CI01", "Lightly."), (arm.Verdict, arm.Reasons[0].From, arm.Reasons[0].How));
        Assert.Equal(LimitVerdict.Allowed, Verdict(bleeds, Technique.StaticStretch, "heel").Verdict);
    }

    [Fact]
    public void At_ASpotNobodyHasNamed_KeepsTheTechniqueOffThatSpot()
    {
        TechniqueVerdict heat = Verdict("""{ "answers": { "anticoagulant": true } }""", Technique.Heat, "heel");
        Assert.Equal(LimitVerdict.Modify, heat.Verdict);
        Assert.StartsWith("Not over the spot", heat.Reasons[0].How, StringComparison.Ordinal);
    }

    [Fact]
    public void At_AContraindicationOfTheTechnique_CountsWhenSuspectedToo()
    {
        Assert.Contains(Verdict("""{ "patientText": "I have a fever" }""", Technique.PressureRelease, "heel").Reasons, reason => reason.How == "Not over it.");
        Assert.DoesNotContain(Verdict("""{ "answers": { "fever": false } }""", Technique.PressureRelease, "heel").Reasons, reason => reason.How == "Not over it.");
    }

    [Fact]
    public void At_AStop_ForbidsEverythingEverywhere() =>
        Assert.All(At("""{ "answers": { "chest_pain": true, "sweating": true } }""", "heel", Needler), verdict => Assert.Equal(LimitVerdict.No, verdict.Verdict));

    [Fact]
    public void At_AStop_SaysWhichRuleAndLeavesItsLimitsOut()
    {
        var limit = new RuleLimit([], LimitPlace.Everywhere, [], "Gently.", "It is ill.", null);
        SafetyGate gate = GateOf([], Rule("RF1", Disposition.Emergency, Yes("ill"), limits: [limit]));
        LimitReason only = Assert.Single(Judged(gate, """{ "answers": { "ill": true } }""", Technique.Heat).Reasons);
        Assert.Equal(new LimitReason(LimitVerdict.No, "Rule RF1: Because.", null, null, "RF1"), only);
    }

    [Fact]
    public void At_ManyReasons_PutsTheStrictestFirst()
    {
        TechniqueVerdict needle = Verdict("""{ "answers": { "anticoagulant": true } }""", Technique.DryNeedling, "arm_front");
        Assert.Equal(
            [(LimitVerdict.No, "CI01"), (LimitVerdict.No, "axilla"), (LimitVerdict.Modify, "CI01")],
            needle.Reasons.Select(reason => (reason.Verdict, reason.From)));
        Assert.Equal("Press.", needle.Reasons[0].Instead);
    }

    [Theory]
    [InlineData(LimitPlace.Everywhere, null, LimitVerdict.No, null)]
    [InlineData(LimitPlace.Everywhere, "Briefly.", LimitVerdict.Modify, "Briefly.")]
    [InlineData(LimitPlace.Complaint, null, LimitVerdict.No, null)]
    [InlineData(LimitPlace.There, null, LimitVerdict.Modify, "Not over the spot itself.")]
    [InlineData(LimitPlace.There, "Briefly.", LimitVerdict.Modify, "Not over the spot itself; Briefly.")]
    public void At_ALimit_ForbidsUnlessItSaysHowOrOnlyWhere(LimitPlace place, string? how, LimitVerdict verdict, string? told)
    {
        var limit = new RuleLimit([Technique.Heat], place, [], how, "It burns.", "Cold.");
        SafetyGate gate = GateOf([], Rule("CI1", Disposition.ContraindicatedTechnique, Yes("ill"), limits: [limit]));
        LimitReason only = Assert.Single(Judged(gate, """{ "answers": { "ill": true } }""", Technique.Heat).Reasons);
        Assert.Equal(new LimitReason(verdict, "It burns.", told, "Cold.", "CI1"), only);
        Assert.Empty(Judged(gate, """{ "answers": { "ill": true } }""", Technique.StaticStretch).Reasons);
    }

    [Fact]
    public void At_APointWithoutAZone_LiesInNoRegion() =>
        Assert.Equal(LimitVerdict.Allowed, At("""{ "answers": { "anticoagulant": true } }""", null, Needler)[(int)Technique.StaticStretch].Verdict);

    [Fact]
    public void At_ContraindicationsOfTheTechnique_ForbidOrModifyWhereAnsweredYes()
    {
        TechniqueGuide guide = KnowledgeLibraryTests.Small().Techniques[0] with
        {
            Contraindications =
            [
                new Contraindication(null, "A rash.", ContraindicationLevel.No, null),
                new Contraindication("hair", null, ContraindicationLevel.No, null),
                new Contraindication("numb", null, ContraindicationLevel.No, null),
                new Contraindication("fever", null, ContraindicationLevel.Modify, "Not over it."),
                new Contraindication("ill", null, ContraindicationLevel.No, null),
                new Contraindication("after_trauma", null, ContraindicationLevel.No, null),
            ],
        };
        var limits = new TechniqueLimits(SmallBody.Knowledge, new KnowledgeLibrary(new LibraryEntries { Techniques = [guide] }), _ => null);
        Triage triage = GateOf([]).Check(SmallBody.Read("""{ "answers": { "numb": true, "fever": true, "ill": false } }"""));
        Assert.Equal(
            [
                new LimitReason(LimitVerdict.No, "numb", null, null, "pressure_release"),
                new LimitReason(LimitVerdict.Modify, "fever", "Not over it.", null, "pressure_release"),
            ],
            limits.At("infraspinatus.1", triage, Needler)[(int)Technique.PressureRelease].Reasons);
    }

    [Fact]
    public void At_WhatIsNotAllowedToWhoTreats_SaysSo()
    {
        Assert.Contains(
            new LimitReason(LimitVerdict.No, "Pressure release is not done by this profession.", null, null, "pressure_release"),
            At("{}", "heel", new Practice(Practitioner.Massage))[(int)Technique.PressureRelease].Reasons);
        IReadOnlyList<LimitReason> needle = At("{}", "heel", new Practice(Practitioner.LicensedNeedling))[(int)Technique.DryNeedling].Reasons;
        Assert.StartsWith("Dry needling is switched off", needle[0].Why, StringComparison.Ordinal);
    }

    [Fact]
    public void At_ADangerZone_SaysWhichAndWhatIsAtRisk()
    {
        TechniqueVerdict needle = Verdict("{}", Technique.DryNeedling, "heel"), press = Verdict("{}", Technique.PressureRelease, "heel");
        Assert.Contains(new LimitReason(LimitVerdict.No, "Axilla: Numbness.", null, "Press lightly.", "axilla"), needle.Reasons);
        Assert.Contains(new LimitReason(LimitVerdict.Modify, "Axilla: Numbness.", "Half the time.", null, "axilla"), press.Reasons);
    }

    [Fact]
    public void At_OfNothing_IsRefused()
    {
        Assert.Throws<ArgumentNullException>("triage", () => Limits("heel").At("infraspinatus.1", null!, Needler));
        Assert.Throws<ArgumentNullException>("practice", () => Limits("heel").At("infraspinatus.1", Check("{}"), null!));
        Assert.Throws<ArgumentNullException>("atlas", () => TechniqueLimits.For(SmallBody.Knowledge, KnowledgeLibraryTests.Small(), null!));
    }

    [Fact]
    public void At_AnUnknownPoint_IsRefused() =>
        Assert.Contains(
            "'nobody.1'", Assert.Throws<ArgumentException>("point", () => Limits("heel").At("nobody.1", Check("{}"), Needler)).Message, StringComparison.Ordinal);

    private static TechniqueVerdict Verdict(string json, Technique technique, string zone) => At(json, zone, Needler)[(int)technique];

    private static IReadOnlyList<TechniqueVerdict> At(string json, string? zone, Practice practice) =>
        Limits(zone).At("infraspinatus.1", Check(json), practice);

    /// <summary>By the rules of a gate alone: no guides, no danger zones.</summary>
    private static TechniqueVerdict Judged(SafetyGate gate, string json, Technique technique) =>
        new TechniqueLimits(SmallBody.Knowledge, new KnowledgeLibrary(new LibraryEntries()), _ => null)
            .At("infraspinatus.1", gate.Check(SmallBody.Read(json)), Needler)[(int)technique];

    private static TechniqueLimits Limits(string? zone) => new(SmallBody.Knowledge, KnowledgeLibraryTests.Small(), _ => zone);
}
