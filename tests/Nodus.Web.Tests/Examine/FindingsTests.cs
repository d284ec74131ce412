using Nodus.Anatomy;
using Nodus.Anatomy.Drawing;
using Nodus.Clinical.Assessment;
using Nodus.Web.Client.Examine;
using Nodus.Web.Client.Safety;

namespace Nodus.Web.Tests.Examine;

public sealed class FindingsTests
{
    private const string Spot = "infraspinatus.1";
    private static readonly ZonePlace Front = new("shoulder_front", "right"), Thumb = new("thumb", "right");

    [Fact]
    public void With_ASign_IsThreeValued()
    {
        PressNote note = Findings.None.Press(Spot, Side.Right);
        Assert.True(note.IsEmpty);
        note = note.With(PressSign.Tender, true).With(PressSign.Twitch, false);
        Assert.Equal((true, null, false), (note.Of(PressSign.Tender), note.Of(PressSign.Recognised), note.Of(PressSign.Twitch)));
        Findings found = Findings.None.With(note);
        Assert.Equal("tender, no twitch", PressWords.Of(found.Press(Spot, Side.Right)));
        Assert.True(found.Press(Spot, Side.Left).IsEmpty);
        Assert.Equal(0, found.With(note.With(PressSign.Tender, null).With(PressSign.Twitch, null)).Count);
    }

    [Fact]
    public void Referral_SaysThatSomethingWasFelt_AndGoesWithIt()
    {
        PressNote note = new PressNote(Spot, Side.Right).Toggle(Front).Toggle(Thumb);
        Assert.True(note.Referred);
        Assert.Equal([Thumb], note.Toggle(Front).ReferredTo);
        Assert.Empty(note.With(PressSign.Referred, false).ReferredTo);
        Assert.Empty(note.With(PressSign.Referred, null).ReferredTo);
        Assert.Equal([Front, Thumb], note.With(PressSign.Tender, true).ReferredTo);
    }

    [Fact]
    public void With_TheSameAgain_ReplacesInItsPlace()
    {
        Findings found = Findings.None.With(new PressNote("a.1", Side.Left, Tender: true)).With(new PressNote("b.1", Side.Left, Tender: true))
            .With(new PressNote("a.1", Side.Left, Tender: false))
            .WithMovement("neck_rotation", Side.Left, MovementResult.Painful).WithMovement("neck_rotation", Side.Left, MovementResult.Normal)
            .With(new AnswerNote("fever", true)).With(new AnswerNote("fever", null));
        Assert.Equal(["a.1", "b.1"], found.Presses.Select(one => one.Point));
        Assert.Equal((false, MovementResult.Normal), (found.Press("a.1", Side.Left).Tender!.Value, found.Movement("neck_rotation", Side.Left)));
        Assert.Null(Assert.Single(found.Answers).Answer);
        Assert.Equal(1, found.With(new PressNote("a.1", Side.Left)).With(new PressNote("b.1", Side.Left)).WithMovement("neck_rotation", Side.Left, null).Count);
    }

    [Fact]
    public void Parse_WhatWasKept_IsTheSame()
    {
        Findings kept = Findings.None.With(new PressNote(Spot, Side.Right, Tender: true, Recognised: false).Toggle(Front))
            .WithMovement("shoulder_abduction", Side.Right, MovementResult.Weak).With(new AnswerNote("fever", null)).With(new AnswerNote("fainted", false))
            .With(new PainNote(Thumb, true)).With(new PainNote(Front)).With(new PainNote(Thumb, false))
            with { Examiner = Examiner.Novice, Earlier = [new ReferralNote(Spot, Side.Left, [Thumb])], IgnoresEarlier = true };
        Findings read = Findings.Parse(kept.ToJson());
        Assert.Equal(kept.ToJson(), read.ToJson());
        Assert.Equal("tender, not familiar pain, felt elsewhere", PressWords.Of(read.Press(Spot, Side.Right)));
        Assert.Equal([Front], read.Press(Spot, Side.Right).ReferredTo);
        Assert.Equal([new PainNote(Thumb, false), new PainNote(Front)], read.Pains);
        Assert.Equal([new PainNote(Front)], read.Forget(Thumb).Pains);
        Assert.Empty(read.EndVisit().Pains);
        Assert.Equal((Examiner.Novice, true, 6), (read.Examiner, read.IgnoresEarlier, read.Count));
    }

    [Theory]
    [InlineData("", "findings")]
    [InlineData("{", "findings")]
    [InlineData("[]", "findings")]
    [InlineData("null", "findings")]
    [InlineData("""{ "pressed": [] }""", "findings.pressed")]
    [InlineData("""{ "presses": null }""", "findings.presses")]
    [InlineData("""{ "presses": [null] }""", "findings.presses[0]")]
    [InlineData("""{ "presses": [{ "side": "Left", "tender": true }] }""", "findings.presses[0]")]
    [InlineData("""{ "presses": [{ "point": "a.1", "side": "Nowhere" }] }""", "findings.presses[0].side")]
    [InlineData("""{ "presses": [{ "point": "a.1", "side": 7 }] }""", "findings.presses[0].side")]
    [InlineData("""{ "presses": [{ "point": "a.1", "side": "Left" }, { "point": "a.1", "side": "Midline" }] }""", "findings.presses[1]")]
    [InlineData("""{ "presses": [{ "point": "a.1", "side": "Left", "tender": "yes" }] }""", "findings.presses[0].tender")]
    [InlineData("""{ "presses": [{ "point": "a.1", "side": "Left", "referredTo": [null] }] }""", "findings.presses[0]")]
    [InlineData("""{ "movements": [{ "test": "neck_rotation", "side": "Left", "result": "Broken" }] }""", "findings.movements[0].result")]
    [InlineData("""{ "answers": [{ "question": "fever", "answer": 1 }] }""", "findings.answers[0].answer")]
    [InlineData("""{ "pains": [{ "hurts": true }] }""", "findings.pains[0]")]
    [InlineData("""{ "earlier": [{ "point": "a.1", "side": "Left", "zones": [] }] }""", "findings.earlier[0]")]
    public void Parse_AnythingElse_NamesTheField(string json, string field) =>
        Assert.Equal(field, Assert.Throws<DrawingFormatException>(() => Findings.Parse(json)).Field);

    [Fact]
    public void Parse_WhatAnOlderVersionDidNotWrite_IsNotThere()
    {
        Assert.Equal(Findings.None.ToJson(), Findings.Parse("{}").ToJson());
        Assert.Empty(Assert.Single(Findings.Parse("""{ "presses": [{ "point": "a.1", "side": "Left", "tender": true }] }""").Presses).ReferredTo);
    }

    [Fact]
    public void EndVisit_KeepsTheReferralAlone()
    {
        Findings first = Findings.None.With(new PressNote(Spot, Side.Right).Toggle(Front)).With(new PressNote("a.1", Side.Left, Tender: true)).With(new AnswerNote("fever", false)).EndVisit();
        Assert.Equal(0, first.Count);
        Assert.Equal([Front], Assert.Single(first.Earlier).Zones);
        Findings second = first.With(new PressNote(Spot, Side.Right).Toggle(Thumb).Toggle(Front)).EndVisit();
        Assert.Equal([Front, Thumb], Assert.Single(second.Earlier).Zones);
    }

    [Fact]
    public void Apart_OfAnIntakeThatTheGateChanged_LeavesWhatItLeft()
    {
        Findings found = Findings.None.With(new AnswerNote("fever", true)).With(new AnswerNote("fainted", null));
        Intake own = Intake.Empty.Answer(["chest_pain"], false);
        Intake shown = found.On(own);
        Assert.True(shown.Answers["fever"]);

        (Intake same, Findings rest) = found.Apart(shown);
        Assert.Equal(own.ToJson(), same.ToJson());
        Assert.Equal(2, rest.Answers.Count);

        (Intake changed, rest) = found.Apart(shown.Answer(["fever"], false));
        Assert.False(changed.Answers["fever"]);
        Assert.Equal("fainted", Assert.Single(rest.Answers).Question);

        (_, rest) = found.Apart(Intake.Empty);
        Assert.Empty(rest.Answers);
    }
}
