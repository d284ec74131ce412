using Nodus.Clinical.Knowledge;
using Nodus.Clinical.Safety;
using static Nodus.Clinical.Tests.Safety.SmallSafety;

namespace Nodus.Clinical.Tests.Safety;

public sealed class SafetyRuleTests
{
    [Theory]
    [InlineData(null, null, null)]
    [InlineData(false, null, null)]
    [InlineData(true, null, false)]
    [InlineData(true, true, null)]
    [InlineData(true, false, true)]
    public void FiresCertainly_OfAnswers_IsCertainOnceNothingCanSilenceIt(bool? ill, bool? cleared, bool? fires)
    {
        var answers = new List<(string, bool)>();
        if (ill is not null) answers.Add(("ill", ill.Value));
        if (cleared is not null) answers.Add(("cleared", cleared.Value));
        foreach (Disposition disposition in (Disposition[])[Disposition.UrgentReferral, Disposition.Emergency])
            Assert.Equal(fires, Rule("RF", disposition, Yes("ill"), Yes("cleared")).FiresCertainly(Sheet([.. answers])));
    }

    [Fact]
    public void FiresCertainly_WithoutUnless_IsCertainWhenAnsweredAndAPrecautionWhenRead()
    {
        SafetyRule rule = Rule("RF", Disposition.UrgentReferral, Yes("ill"));
        Assert.True(rule.FiresCertainly(Sheet(("ill", true))));
        Assert.False(rule.FiresCertainly(Sheet(Suspicion("ill"))));
    }

    [Fact]
    public void FiresCertainly_SilencedByWhatWasOnlyRead_FiresOnlyAsAnEmergency()
    {
        FactSheet sheet = Sheet(Suspicion("cleared"), ("ill", true));
        Assert.Null(Rule("RF", Disposition.UrgentReferral, Yes("ill"), Yes("cleared")).FiresCertainly(sheet));
        Assert.False(Rule("RF", Disposition.Emergency, Yes("ill"), Yes("cleared")).FiresCertainly(sheet));
    }

    [Fact]
    public void Rule_WithoutIdReasonOrWordsForThePatient_IsRefused()
    {
        SafetyRule whole = Rule("RF", Disposition.Emergency, Yes("ill"));
        foreach ((string id, string reason, string tell) in ((string, string, string)[])[("", "Because.", "Go."), ("RF", " ", "Go."), ("RF", "Because.", "")])
            Assert.Throws<ArgumentException>(() => new SafetyRule(id, whole.Name, whole.Disposition, "", whole.When, null, reason, tell, "", [], Grade.Elicited, []));
    }

    [Theory]
    [InlineData(LimitPlace.Everywhere, "everywhere")]
    [InlineData(LimitPlace.Complaint, "where it hurts and what is treated for it")]
    [InlineData(LimitPlace.There, "that spot")]
    [InlineData(LimitPlace.Regions, "upper arm, chest")]
    public void PlaceWords_OfEachPlace_SayWhere(LimitPlace place, string words) =>
        Assert.Equal(words, new RuleLimit([], place, ["upper_arm", "chest"], null, "It bleeds.", null).PlaceWords);

    [Fact]
    public void Limit_WithoutTechniques_ConcernsAll()
    {
        RuleLimit all = new([], LimitPlace.Everywhere, [], null, "It bleeds.", null), two = all with { Techniques = [Technique.DryNeedling, Technique.Heat] };
        Assert.Equal(["all"], all.TechniqueWords);
        Assert.Equal(["dry_needling", "heat"], two.TechniqueWords);
        Assert.True(all.Concerns(Technique.PressureRelease));
        Assert.True(two.Concerns(Technique.Heat));
        Assert.False(two.Concerns(Technique.PressureRelease));
    }

    [Fact]
    public void FiresCertainly_WithoutASheet_IsRefused() =>
        Assert.Throws<ArgumentNullException>(() => Rule("RF", Disposition.Emergency, Yes("ill")).FiresCertainly(null!));
}
