using System.Text.Json;

namespace Nodus.Clinical.Safety;

/// <summary>What a triage comes to, mildest first: the severest of all rules that fire counts.</summary>
public enum Disposition
{
    /// <summary>Nothing speaks against treatment.</summary>
    Proceed,

    /// <summary>Treatment may go on; some techniques must not be offered, or only changed.</summary>
    ContraindicatedTechnique,

    /// <summary>No trigger point treatment of this complaint until a doctor has looked.</summary>
    ReferBeforeTreatment,

    /// <summary>Stop: a doctor on the same day or within about 48 hours; suspected cancer by the fast track.</summary>
    UrgentReferral,

    /// <summary>Stop: emergency services now.</summary>
    Emergency,
}

/// <summary>Words of <see cref="Disposition"/>.</summary>
public static class Dispositions
{
    /// <summary>Whether no muscle may be named until a clinician has looked into it.</summary>
    public static bool IsStop(this Disposition disposition) => disposition >= Disposition.ReferBeforeTreatment;

    /// <summary>The word of the machine interface, such as <c>urgent-referral</c>.</summary>
    public static string ToWord(this Disposition disposition) => JsonNamingPolicy.KebabCaseLower.ConvertName(disposition.ToString());
}
