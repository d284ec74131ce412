using Nodus.Clinical.Safety;
using static Nodus.Clinical.Tests.Safety.SmallSafety;

namespace Nodus.Clinical.Tests.Safety;

public sealed class ReferralLetterTests
{
    [Fact]
    public void Write_Stop_SaysWhatWasFoundAndWhatIsAsked()
    {
        Triage triage = Check("""{ "age": 61, "sex": "M", "pain": [{ "zone": "sternum", "intensity": 7 }], "answers": { "chest_pressure": true, "sweating": true, "fever": false }, "medication": ["warfarin"], "patientText": "like an elephant on my chest" }""");
        string letter = ReferralLetter.Write(triage, new DateOnly(2026, 11, 26), "A. Therapist");
        foreach (string part in (string[])["2026-11-26", "A. Therapist", "61 years, male", "EMERGENCY", "Condition RF01", "chest pain; sweating", "elephant", "Answered no: fever", "Medication: warfarin", "- Act."])
            Assert.Contains(part, letter, StringComparison.Ordinal);
        Assert.DoesNotContain("CI01", letter, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_WhatWasToldInPrivate_IsNotInIt()
    {
        var gate = new SafetyGate(new SafetyKnowledge(
            [.. Rulebook.Facts.Select(fact => fact with { IsPrivate = fact.Id is "numb" or "chest_pain" })], Rulebook.Regions,
            [Rule("RF08", Disposition.UrgentReferral, Yes("fever")), Rule("RF09", Disposition.Emergency, Yes("numb"))],
            [new InterviewSection("private", "Private", "Private", Yes("numb"), [Place("chest_pain")])], Rulebook.Contacts));
        string Letter(string answers) =>
            ReferralLetter.Write(gate.Check(Assessment.SmallBody.Read($$"""{ "answers": { {{answers}} }, "patientText": "my own words" }""")), new DateOnly(2026, 11, 26));

        string letter = Letter("\"numb\": true, \"fever\": true");
        Assert.Contains("Condition RF08", letter, StringComparison.Ordinal);
        Assert.Contains("rather tell you myself", letter, StringComparison.Ordinal);
        foreach (string part in (string[])["RF09", "numb", "chest pain", "my own words"]) Assert.DoesNotContain(part, letter, StringComparison.Ordinal);

        letter = Letter("\"numb\": false, \"fever\": true");
        Assert.Contains("my own words", letter, StringComparison.Ordinal);
        Assert.DoesNotContain("numb", letter, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_NothingStops_IsRefused() =>
        Assert.Throws<ArgumentException>(() => ReferralLetter.Write(Check("{}"), new DateOnly(2026, 11, 26)));
}
