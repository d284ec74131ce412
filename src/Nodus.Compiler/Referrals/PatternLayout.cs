using Nodus.Anatomy;
using Nodus.Clinical.Knowledge;
using Nodus.Compiler.Entries;
using YamlDotNet.Core;

namespace Nodus.Compiler.Referrals;

/// <summary>Lays everything that has a place over a body.</summary>
internal sealed class PatternLayout
{
    private readonly ReferralCompiler compiler;
    private readonly PatternWarnings warnings;
    private readonly KnowledgeErrors errors;
    private readonly List<PaintedReferral> paints = [];

    private PatternLayout(BodyAtlas atlas, KnowledgeErrors errors)
    {
        this.errors = errors;
        warnings = new PatternWarnings(atlas, errors);
        compiler = new ReferralCompiler(atlas);
    }

    /// <summary>Lays a folder over a body; places that it lacks go into <paramref name="errors"/>.</summary>
    public static PatternSet Of(KnowledgeFolder folder, BodyAtlas atlas, KnowledgeErrors errors)
    {
        var layout = new PatternLayout(atlas, errors);
        Muscle[] muscles = [.. folder.Muscles.Select(layout.Muscle).OfType<Muscle>()];
        Rival[] rivals = [.. folder.Rivals.Select(layout.Rival).OfType<Rival>()];
        var skins = new List<PaintedDangerZone>();
        TriggerPoint[] points = [.. muscles.SelectMany(muscle => muscle.Points)];
        DangerZone[] dangerZones = [.. folder.DangerZones.Select(entry => layout.DangerZone(entry, points, skins)).OfType<DangerZone>()];
        return new PatternSet(
            muscles, rivals, new ReferralPaint(atlas.Version, layout.paints), dangerZones, new DangerZonePaint(atlas.Version, skins));
    }

    private Muscle? Muscle(MuscleEntry entry)
    {
        var points = new List<TriggerPoint>();
        foreach (PointEntry point in entry.Points)
        {
            if (Lay(entry.Path, point.PlaceAt, point.Id, point.Pattern, point.Painless) is { } zones)
                points.Add(point.With(compiler.Site(point.Place), zones));
        }

        return points.Count > 0 ? entry.With(points) : null;
    }

    private Rival? Rival(RivalEntry entry) =>
        Lay(entry.Path, entry.PatternAt, entry.Id, entry.Pattern, painless: false) is { } zones ? entry.With(zones) : null;

    private IReadOnlyList<ReferralZone>? Lay(string path, Mark at, string id, PatternEntry pattern, bool painless)
    {
        try
        {
            LaidPattern laid = compiler.Compile(id, pattern);
            if (laid.Zones.Count == 0 && !painless) errors.Add(path, at, $"{id}: the pattern reaches no zone; are its strokes wide enough?");
            else warnings.Check(path, id, laid);
            paints.Add(laid.Paint);
            return laid.Zones;
        }
        catch (FormatException fault)
        {
            errors.Add(path, at, $"{id}: {fault.Message}");
            return null;
        }
    }

    /// <summary>A point belongs to a danger zone when the skin it is pressed through is the zone's.</summary>
    private DangerZone? DangerZone(DangerZoneEntry entry, IEnumerable<TriggerPoint> points, List<PaintedDangerZone> skins)
    {
        try
        {
            LaidSkin laid = compiler.Compile(entry.Zone.Id, entry.Skin, entry.Zone.Paired);
            skins.Add(laid.Paint);
            return entry.Zone with
            {
                Zones = laid.Zones,
                Points = [.. points.Where(point => laid.Field.Covers(point.Site.Cell)).Select(point => point.Id)],
            };
        }
        catch (FormatException fault)
        {
            errors.Add(entry.Path, entry.At, $"{entry.Zone.Id}: {fault.Message}");
            return null;
        }
    }
}
