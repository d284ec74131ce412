using System.Globalization;
using Nodus.Clinical.Knowledge;

namespace Nodus.Web.Components;

/// <summary>Numbers and enumeration members as a reader says them.</summary>
internal static class InWords
{
    /// <summary>Such as <c>pressure release</c> of PressureRelease.</summary>
    public static string Of<T>(T value) where T : struct, Enum =>
        string.Concat(value.ToString().Select((c, i) => char.IsUpper(c) && i > 0 ? $" {char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));

    /// <summary>The same with a capital.</summary>
    public static string Title<T>(T value) where T : struct, Enum
    {
        string words = Of(value);
        return char.ToUpperInvariant(words[0]) + words[1..];
    }

    /// <summary>A technique as hands and leaflets call it, within a sentence.</summary>
    public static string Of(Technique technique) => technique switch
    {
        Technique.IschemicCompression => "sustained compression",
        Technique.Iastm => "tools (IASTM)",
        Technique.DryNeedling => "needling",
        Technique.SelfRelease => "self-release",
        Technique.PostIsometricRelaxation => "post-isometric relaxation",
        Technique.StaticStretch => "held stretch",
        Technique.SprayAndStretch => "cold and stretch",
        _ => Of<Technique>(technique),
    };

    /// <summary>The same with a capital.</summary>
    public static string Title(Technique technique)
    {
        string words = Of(technique);
        return char.ToUpperInvariant(words[0]) + words[1..];
    }

    /// <summary>At most one decimal.</summary>
    public static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>Such as <c>45 %</c>.</summary>
    public static string Percent(double fraction) => string.Create(CultureInfo.InvariantCulture, $"{100 * fraction:0} %");

    /// <summary>How often a point makes a zone hurt, in a word. Cut points elicited.</summary>
    public static string Chance(double activation) => activation switch
    {
        >= 0.7 => "nearly always",
        >= 0.45 => "often",
        >= 0.25 => "sometimes",
        _ => "now and then",
    };

    /// <summary>Whether the items of an instrument may be shown.</summary>
    public static string Of(LicenceClass licence) => licence switch
    {
        LicenceClass.ShipText => "Free to show",
        LicenceClass.ShipWithConditions => "Free under conditions",
        LicenceClass.MetadataOnlyLicenceRequired => "A licence is needed",
        _ => "Unclear, ask the owner",
    };

    /// <summary>What is to be done how soon.</summary>
    public static string Of(Urgency urgency) => urgency switch
    {
        Urgency.Emergency => "Emergency",
        Urgency.Urgent => "Urgent: doctor today or tomorrow",
        Urgency.Soon => "Soon: doctor within days to weeks",
        Urgency.Routine => "Routine",
        _ => "Usually settles by itself",
    };
}
