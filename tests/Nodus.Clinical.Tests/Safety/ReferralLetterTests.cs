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
    public void Write_NothingStops_IsRefused() =>
        Assert.Throws<ArgumentException>(() => ReferralLetter.Write(Check("{}"), new DateOnly(2026, 11, 26)));
}
