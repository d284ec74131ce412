using Nodus.Anatomy;
using Nodus.Anatomy.Paint;
using Nodus.Clinical.Knowledge;
using Nodus.Web.Data;

namespace Nodus.Web.Patterns;

/// <summary>Something that is painted on the body: the referral of a point or rival, or the skin of a danger zone.</summary>
/// <param name="Kind">Which of them; the first part of its picture's address.</param>
/// <param name="Id">Its id.</param>
/// <param name="Name">What a reader calls it.</param>
/// <param name="Paired">It lies left or right; otherwise it exists once.</param>
/// <param name="Press">Where the point of the left side is pressed; null for what is not pressed.</param>
/// <param name="Dabs">Its paint on a build, for a side.</param>
public sealed record BodyPattern(
    string Kind, string Id, string Name, bool Paired, PressSite? Press, Func<BodyMesh, Side, ReferralKind, PaintSample[]> Dabs)
{
    /// <summary>The kind of points and rivals.</summary>
    public const string Referral = "patterns";

    /// <summary>The kind of danger zones.</summary>
    public const string Danger = "danger-zones";

    private const int DangerViolet = 0x5A3D9E;

    /// <summary>The colour, 0xRRGGBB.</summary>
    public int Colour => Kind == Danger ? DangerViolet : PainColours.ReferralRed;

    /// <summary>The referral of a trigger point.</summary>
    public static BodyPattern Of(CompiledData data, TriggerPoint point) =>
        OfReferral(data, point.Id, point.Name, paired: true, point.Site);

    /// <summary>The pattern of a rival.</summary>
    public static BodyPattern Of(CompiledData data, Rival rival) => OfReferral(data, rival.Id, rival.Name, rival.Paired, press: null);

    /// <summary>The skin over a danger zone.</summary>
    public static BodyPattern Of(CompiledData data, DangerZone zone)
    {
        PaintedDangerZone? paint = data.DangerZones.Find(zone.Id);
        return new BodyPattern(Danger, zone.Id, zone.Name, zone.Paired, null, (mesh, side, kind) =>
            paint is null || kind != ReferralKind.Essential ? [] : paint.On(mesh, side));
    }

    /// <summary>Finds what an address names; null where there is no such thing.</summary>
    public static BodyPattern? Find(CompiledData data, string kind, string id) => kind switch
    {
        Referral when data.Knowledge.TryFindPoint(id, out TriggerPoint? point) => Of(data, point),
        Referral when data.Knowledge.TryFindRival(id, out Rival? rival) => Of(data, rival),
        Danger when data.Library.TryFindDangerZone(id, out DangerZone? zone) => Of(data, zone),
        _ => null,
    };

    private static BodyPattern OfReferral(CompiledData data, string id, string name, bool paired, PressSite? press)
    {
        PaintedReferral? paint = data.Referral.Find(id);
        return new BodyPattern(Referral, id, name, paired, press, (mesh, side, kind) => paint?.On(mesh, side, kind) ?? []);
    }
}
