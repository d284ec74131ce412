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
    public void At_AnUnknownPoint_IsRefused() =>
        Assert.Throws<ArgumentException>(() => Limits("heel").At("nobody.1", Check("{}"), Needler));

    private static TechniqueVerdict Verdict(string json, Technique technique, string zone) => At(json, zone, Needler)[(int)technique];

    private static IReadOnlyList<TechniqueVerdict> At(string json, string zone, Practice practice) =>
        Limits(zone).At("infraspinatus.1", Check(json), practice);

    private static TechniqueLimits Limits(string zone) => new(SmallBody.Knowledge, KnowledgeLibraryTests.Small(), _ => zone);
}
