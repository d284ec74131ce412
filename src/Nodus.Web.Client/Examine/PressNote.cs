using Nodus.Anatomy;
using Nodus.Clinical.Assessment;

namespace Nodus.Web.Client.Examine;

/// <summary>What is looked for when a point is pressed.</summary>
public enum PressSign
{
    /// <summary>The spot hurts.</summary>
    Tender,

    /// <summary>The patient knows the sensation as the complaint.</summary>
    Recognised,

    /// <summary>A sensation was felt elsewhere.</summary>
    Referred,

    /// <summary>A taut band was felt.</summary>
    TautBand,

    /// <summary>A local twitch was seen or felt.</summary>
    Twitch,
}

/// <summary>What pressing one point showed, by ids, as the device keeps it. Null is "not examined", never "no".</summary>
/// <param name="Point">Id of the point.</param>
/// <param name="Side">Left or right.</param>
/// <param name="Tender">The spot hurts.</param>
/// <param name="Recognised">It is the familiar pain.</param>
/// <param name="Referred">Something was felt elsewhere.</param>
/// <param name="TautBand">A taut band was felt.</param>
/// <param name="Twitch">A twitch was seen or felt.</param>
public sealed record PressNote(
    string Point, Side Side, bool? Tender = null, bool? Recognised = null, bool? Referred = null, bool? TautBand = null, bool? Twitch = null)
{
    private readonly IReadOnlyList<ZonePlace> referredTo = [];

    /// <summary>Where the sensation was felt; empty when nobody asked.</summary>
    public IReadOnlyList<ZonePlace> ReferredTo
    {
        get => referredTo;

        // What was kept by an older version may lack it.
        init => referredTo = value ?? [];
    }

    /// <summary>Nothing was examined.</summary>
    public bool IsEmpty => (Tender, Recognised, Referred, TautBand, Twitch) == (null, null, null, null, null);

    /// <summary>What one sign showed.</summary>
    public bool? Of(PressSign sign) => sign switch
    {
        PressSign.Tender => Tender,
        PressSign.Recognised => Recognised,
        PressSign.Referred => Referred,
        PressSign.TautBand => TautBand,
        _ => Twitch,
    };

    /// <summary>The note with one sign; a sensation that was not felt elsewhere went nowhere.</summary>
    public PressNote With(PressSign sign, bool? seen) => sign switch
    {
        PressSign.Tender => this with { Tender = seen },
        PressSign.Recognised => this with { Recognised = seen },
        PressSign.Referred => this with { Referred = seen, ReferredTo = seen == true ? ReferredTo : [] },
        PressSign.TautBand => this with { TautBand = seen },
        _ => this with { Twitch = seen },
    };

    /// <summary>The note with the sensation felt in just these zones.</summary>
    public PressNote FeltIn(IReadOnlyList<ZonePlace> zones) => zones.Count == 0
        ? this with { ReferredTo = [] }
        : this with { Referred = true, ReferredTo = zones };

    /// <summary>The note with one zone more, or with one less where it has it.</summary>
    public PressNote Toggle(ZonePlace zone) =>
        FeltIn(ReferredTo.Contains(zone) ? [.. ReferredTo.Where(one => one != zone)] : [.. ReferredTo, zone]);
}

/// <summary>What a movement test showed, by ids.</summary>
/// <param name="Test">Id of the test.</param>
/// <param name="Side">Left or right.</param>
/// <param name="Result">What it showed.</param>
public sealed record MovementNote(string Test, Side Side, MovementResult Result);

/// <summary>An answer given while examining.</summary>
/// <param name="Question">Id of the question or sign.</param>
/// <param name="Answer">Null is "not sure".</param>
public sealed record AnswerNote(string Question, bool? Answer = null);

/// <summary>What somebody said when asked whether a zone hurts too.</summary>
/// <param name="Zone">The zone.</param>
/// <param name="Hurts">Null is "not sure".</param>
public sealed record PainNote(ZonePlace Zone, bool? Hurts = null);

/// <summary>Where a point sent its sensation at an earlier visit.</summary>
/// <param name="Point">Id of the point.</param>
/// <param name="Side">Left or right.</param>
/// <param name="Zones">At least one zone.</param>
public sealed record ReferralNote(string Point, Side Side, IReadOnlyList<ZonePlace> Zones);
