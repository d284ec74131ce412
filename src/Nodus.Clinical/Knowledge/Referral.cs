using System.Text.Json.Serialization;
using Nodus.Anatomy;
using Nodus.Anatomy.Zones;

namespace Nodus.Clinical.Knowledge;

/// <summary>Which part of a referral pattern a zone or stroke belongs to (Simons, Travell &amp; Simons 1999, ch. 2).</summary>
public enum ReferralKind
{
    /// <summary>Where nearly everybody with the active point feels it; drawn solid.</summary>
    Essential,

    /// <summary>Beyond it, in some; drawn stippled.</summary>
    Spillover,
}

/// <summary>To which side of the body a point refers, seen from its own side.</summary>
public enum ReferralLaterality
{
    /// <summary>To its own side.</summary>
    Ipsilateral,

    /// <summary>To both sides.</summary>
    Bilateral,

    /// <summary>To the midline.</summary>
    Midline,

    /// <summary>To the opposite side.</summary>
    Contralateral,
}

/// <summary>A pain zone that an active trigger point makes painful.</summary>
/// <param name="Zone">Id of the zone.</param>
/// <param name="Side">Side of the zone; of the point on the body's <em>left</em> unless mirrored.</param>
/// <param name="Kind">The kind that contributes more to <paramref name="Activation"/>.</param>
/// <param name="Coverage">Part of the zone's area under the pattern, 0 to 1; 1 for a zone without skin.</param>
/// <param name="Activation">P(zone painful | point active and nothing else), 0 to 1; elicited.</param>
public sealed record ReferralZone(string Zone, Side Side, ReferralKind Kind, double Coverage, double Activation)
{
    /// <summary>Part of the zone's area under the pattern, 0 to 1; 1 for a zone without skin.</summary>
    public double Coverage { get; } = Require.Fraction(Coverage);

    /// <summary>P(zone painful | point active and nothing else), 0 to 1; elicited.</summary>
    public double Activation { get; } = Require.Fraction(Activation);

    /// <summary>
    /// P(the middle of the drawn pain lies in each patch of the zone | the zone is painful because of this cause), in the order of
    /// <see cref="Anatomy.Zones.Zone.Patches"/>, in whole percents; empty for a zone that is told and not painted. Derived from the painted pattern.
    /// </summary>
    [JsonIgnore]
    public IReadOnlyList<double> Patches { get; init; } = [];

    /// <summary>The same zone for the same point of the other side.</summary>
    public ReferralZone Mirrored() => new(Zone, Side.Mirrored(), Kind, Coverage, Activation)
    {
        Patches = Side == Side.Midline ? [.. Patches.Select((_, patch) => Patches[ZonePatches.Mirrored(patch, midline: true)])] : Patches,
    };
}
