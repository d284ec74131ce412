using Nodus.Anatomy.Drawing;
using Nodus.Clinical.Assessment;
using Nodus.Web.Client.Locate;

namespace Nodus.Web.Client.Examine;

/// <summary>Findings as a therapist says them.</summary>
public static class PressWords
{
    /// <summary>The button of a sign.</summary>
    public static string Of(PressSign sign) => sign switch
    {
        PressSign.Tender => "Tender",
        PressSign.Recognised => "Familiar pain",
        PressSign.Referred => "Felt elsewhere",
        PressSign.TautBand => "Taut band",
        _ => "Twitch",
    };

    /// <summary>Such as <c>tender, familiar pain, no twitch</c>; empty where nothing was examined.</summary>
    public static string Of(PressNote note) => string.Join(", ", Enum.GetValues<PressSign>()
        .Where(sign => note.Of(sign) is not null)
        .Select(sign => note.Of(sign) == true ? Lower(sign) : $"{No(sign)} {Lower(sign)}"));

    /// <summary>A result of a movement.</summary>
    public static string Of(MovementResult result) => result.ToString();

    /// <summary>An answer; null is "not sure".</summary>
    public static string Of(bool? answer) => answer switch { true => "yes", false => "no", _ => "not sure" };

    /// <summary>Whether a sensation went where it hurts; null where nobody said where it went.</summary>
    /// <param name="note">What pressing showed.</param>
    /// <param name="painful">What is painted.</param>
    public static string? Compared(PressNote note, IEnumerable<ZonePain> painful)
    {
        if (note.ReferredTo.Count == 0) return null;
        HashSet<ZonePlace> hurts = [.. painful.Where(zone => zone.Coverage >= DrawingSession.MarkedCoverage).Select(zone => Examined.PlaceOf(zone.Site))];
        int met = note.ReferredTo.Count(hurts.Contains);
        return met == 0 ? "went elsewhere than it hurts"
            : met == note.ReferredTo.Count ? "went where it hurts"
            : "went where it hurts, and beyond";
    }

    private static string Lower(PressSign sign) => Of(sign).ToLowerInvariant();

    private static string No(PressSign sign) => sign is PressSign.Tender or PressSign.Recognised or PressSign.Referred ? "not" : "no";
}
