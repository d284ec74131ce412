using Nodus.Anatomy;
using Nodus.Clinical.Knowledge;

namespace Nodus.Clinical.Safety;

/// <summary>Who treats, and what the law where they work allows them.</summary>
/// <param name="Profession">The profession.</param>
/// <param name="NeedlingAllowed">Whether a clinic has switched dry needling on for this jurisdiction and profession. Denied by default.</param>
public sealed record Practice(Practitioner Profession, bool NeedlingAllowed = false);

/// <summary>Whether a technique may be used at a place.</summary>
public enum LimitVerdict
{
    /// <summary>As it is.</summary>
    Allowed,

    /// <summary>Only changed.</summary>
    Modify,

    /// <summary>Not at all.</summary>
    No,
}

/// <summary>One reason for a verdict.</summary>
/// <param name="Verdict">What it asks for.</param>
/// <param name="Why">The reason.</param>
/// <param name="How">How the technique is changed; null unless it may be used changed.</param>
/// <param name="Instead">What may be done instead; null when nothing stands for it.</param>
/// <param name="From">What says so: a rule's id, a danger zone's, or the technique's own guide.</param>
public sealed record LimitReason(LimitVerdict Verdict, string Why, string? How, string? Instead, string From);

/// <summary>A verdict on one technique at one place, with every reason for it, strictest first.</summary>
/// <param name="Technique">The technique.</param>
/// <param name="Verdict">The strictest of all reasons.</param>
/// <param name="Reasons">Why; empty when it is allowed as it is.</param>
public sealed record TechniqueVerdict(Technique Technique, LimitVerdict Verdict, IReadOnlyList<LimitReason> Reasons);

/// <summary>
/// Technique x site x patient: whether it is allowed, how it must be changed, and what may be done instead. From the rules that
/// fire, the contraindications of the technique, the danger zones under the finger, and what profession and law allow.
/// </summary>
/// <param name="knowledge">The zones of the points.</param>
/// <param name="library">Guides of the techniques, and danger zones.</param>
/// <param name="zoneOfPoint">The pain zone that a point is pressed in, the same on both sides; null where it has none.</param>
public sealed class TechniqueLimits(KnowledgeBase knowledge, KnowledgeLibrary library, Func<TriggerPoint, string?> zoneOfPoint)
{
    private static readonly Technique[] All = Enum.GetValues<Technique>();

    /// <summary>Makes limits for knowledge and atlas.</summary>
    public static TechniqueLimits For(KnowledgeBase knowledge, KnowledgeLibrary library, BodyAtlas atlas)
    {
        ArgumentNullException.ThrowIfNull(atlas);
        return new TechniqueLimits(knowledge, library, point =>
            atlas.Zones.SiteOfCell[point.Site.Cell] is >= 0 and int site ? atlas.Zones.Sites[site].Zone.Id : null);
    }

    /// <summary>The verdicts on every technique at a trigger point, in the order of the techniques.</summary>
    /// <param name="point">Id of the point.</param>
    /// <param name="triage">The triage of the person.</param>
    /// <param name="practice">Who treats.</param>
    /// <exception cref="ArgumentException">There is no such point.</exception>
    public IReadOnlyList<TechniqueVerdict> At(string point, Triage triage, Practice practice)
    {
        ArgumentNullException.ThrowIfNull(triage);
        ArgumentNullException.ThrowIfNull(practice);
        if (!knowledge.TryFindPoint(point, out TriggerPoint? found)) throw new ArgumentException($"There is no trigger point '{point}'.", nameof(point));
        ulong regions = zoneOfPoint(found) is { } zone ? triage.Sheet.Knowledge.RegionsOf(zone) : 0;
        return [.. All.Select(technique => Judge(technique, found, regions, triage, practice))];
    }

    private TechniqueVerdict Judge(Technique technique, TriggerPoint point, ulong regions, Triage triage, Practice practice)
    {
        IEnumerable<LimitReason> reasons =
        [
            .. OfTriage(technique, regions, triage), .. OfGuide(technique, triage, practice), .. OfPlace(technique, point),
        ];
        LimitReason[] ordered = [.. reasons.OrderByDescending(reason => reason.Verdict)];
        return new TechniqueVerdict(technique, ordered.Length == 0 ? LimitVerdict.Allowed : ordered[0].Verdict, ordered);
    }

    private static IEnumerable<LimitReason> OfTriage(Technique technique, ulong regions, Triage triage)
    {
        foreach (RuleFiring stop in triage.Fired.Where(one => one.Rule.Disposition.IsStop()))
            yield return new LimitReason(LimitVerdict.No, $"{stop.Rule.Name}: {stop.Rule.Reason}", null, null, stop.Rule.Id);
        foreach ((SafetyRule rule, RuleLimit limit) in triage.Limits)
        {
            if (rule.Disposition.IsStop() || !limit.Concerns(technique)) continue;
            if (limit.Place == LimitPlace.Regions && (triage.Sheet.Knowledge.Mask(limit.Regions) & regions) == 0) continue;
            // Nobody has said where the wound or the vein is: the technique stays, with the word to keep off that spot.
            bool there = limit.Place == LimitPlace.There;
            yield return new LimitReason(
                limit.How is null && !there ? LimitVerdict.No : LimitVerdict.Modify, limit.Why,
                there ? $"Not over the spot itself{(limit.How is null ? "." : $"; {limit.How}")}" : limit.How, limit.Instead, rule.Id);
        }
    }

    private IEnumerable<LimitReason> OfGuide(Technique technique, Triage triage, Practice practice)
    {
        string id = technique.ToId();
        if (technique == Technique.DryNeedling && !practice.NeedlingAllowed)
            yield return new LimitReason(LimitVerdict.No, "Dry needling is switched off: law and profession must allow it, and the clinic must have switched it on.", null, null, id);
        if (!library.TryFindTechnique(technique, out TechniqueGuide? guide)) yield break;
        if (!guide.IsFor(practice.Profession))
            yield return new LimitReason(LimitVerdict.No, $"{guide.Name} is not done by this profession.", null, null, id);
        SafetyKnowledge safety = triage.Sheet.Knowledge;
        foreach (Contraindication one in guide.Contraindications)
        {
            if (one.Answer is null || !safety.TryFind(one.Answer, out int fact) || triage.Sheet.Of(fact, Reading.Suspected) != Truth.Yes) continue;
            yield return new LimitReason(
                one.Level == ContraindicationLevel.No ? LimitVerdict.No : LimitVerdict.Modify, safety.Facts[fact].Professional, one.How, null, id);
        }
    }

    private IEnumerable<LimitReason> OfPlace(Technique technique, TriggerPoint point)
    {
        foreach (DangerZone zone in library.DangerZonesAt(point.Id))
        {
            if (zone.Forbids(technique))
                yield return new LimitReason(LimitVerdict.No, $"{zone.Name}: {zone.Risk}", null, zone.Rule, zone.Id);
            else if (zone.Modify.FirstOrDefault(change => change.Technique == technique) is { } change)
                yield return new LimitReason(LimitVerdict.Modify, $"{zone.Name}: {zone.Risk}", change.How, null, zone.Id);
        }
    }
}
