using Nodus.Clinical.Assessment;
using Nodus.Clinical.Knowledge;
using Nodus.Clinical.Safety;
using Nodus.Web.Client.Safety;

namespace Nodus.Web.Tests.Safety;

public sealed class IntakeTests
{
    [Fact]
    public void Parse_WhatWasKept_IsTheSame()
    {
        Intake kept = Intake.Empty.Answer(["fever", "fainted"], true).Answer(["fever"], null) with
        {
            Age = 44,
            Sex = Sex.Female,
            IsPatient = true,
            Text = "sore",
            Override = new GateOverride("Dr Who", OverrideReason.AskedElsewhere, "All asked on paper.", ["RF12"]),
        };
        Intake read = Intake.Parse(kept.ToJson());
        Assert.Equal(kept.ToJson(), read.ToJson());
        Case @case = read.With([]);
        Assert.True(@case.Answers["fainted"]);
        Assert.Contains("fever", @case.Unsure);
        Assert.Equal(["RF12"], read.Override!.Rules);
        Assert.Equal((44, Sex.Female, "sore"), (@case.Age, @case.Sex, @case.PatientText));
    }

    [Fact]
    public void Parse_PartsAlone_IsEnough()
    {
        Intake read = Intake.Parse("""{ "override": { "clinician": "Test", "reason": "AskedElsewhere", "text": "All questions were asked on paper.", "rules": [] } }""");
        Assert.Equal("Test", read.Override!.Clinician);
        Assert.Empty(read.With([]).Answers);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{ "override": { "clinician": "", "reason": "AskedElsewhere", "text": "x", "rules": [] } }""")]
    [InlineData("""{ "answers": { "fever": "yes" } }""")]
    public void Parse_AnythingElse_IsNothing(string? json) => Assert.Equal(Intake.Empty.ToJson(), Intake.Parse(json).ToJson());

    [Fact]
    public void Forget_TakesAnAnswerBack() =>
        Assert.Equal(Intake.Empty.ToJson(), Intake.Empty.Answer(["fever"], null).Forget("fever").Answer(["chest_pain"], true).Forget("chest_pain").ToJson());
}
