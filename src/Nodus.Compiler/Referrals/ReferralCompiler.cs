using Nodus.Anatomy;
using Nodus.Anatomy.Paint;
using Nodus.Anatomy.Zones;
using Nodus.Clinical.Knowledge;
using Nodus.Compiler.Entries;

namespace Nodus.Compiler.Referrals;

/// <summary>Lays the strokes of a trigger point or rival over the body and finds out which zones they make painful.</summary>
internal sealed class ReferralCompiler
{
    private readonly BodyMesh mesh;
    private readonly SurfacePath path;
    private readonly ZoneMap zones;
    private readonly CellIndex cells;

    /// <summary>Prepares a body.</summary>
    public ReferralCompiler(BodyAtlas atlas)
    {
        mesh = atlas.Mesh;
        zones = atlas.Zones;
        path = new SurfacePath(mesh, atlas.Landmarks);
        cells = new CellIndex(mesh);
    }

    /// <summary>Where on the body's left a place is pressed.</summary>
    /// <exception cref="FormatException">A landmark that the place names is not on the body.</exception>
    public PressSite Site(PlaceReference place) => PressSite(path.Resolve(place, Side.Left));

    /// <summary>Compiles a pattern as it lies for the body's left, or where it is for what exists once.</summary>
    /// <param name="id">Of the point or rival.</param>
    /// <param name="pattern">Its strokes and insets.</param>
    /// <exception cref="FormatException">A landmark that a place names is not on the body.</exception>
    public (IReadOnlyList<ReferralZone> Zones, PaintedReferral Paint) Compile(string id, PatternEntry pattern)
    {
        ReferralDab[] essential = Dabs(pattern, ReferralKind.Essential), spillover = Dabs(pattern, ReferralKind.Spillover);
        var paint = new PaintedReferral(id, essential, spillover);
        ReferralZone[] found = Zones(pattern, paint);
        return pattern.Sidedness switch
        {
            Sidedness.Paired => (found, paint),
            Sidedness.RightOnly => (
                [.. found.Select(zone => zone.Mirrored())],
                new PaintedReferral(id, Mirrored(essential), Mirrored(spillover), Paired: false)),
            _ => (found, paint with { Paired = false }),
        };
    }

    private ReferralDab[] Mirrored(IEnumerable<ReferralDab> dabs) =>
        [.. dabs.Select(dab => dab with { Centre = dab.Centre.Mirrored(mesh) })];

    private PressSite PressSite(SurfacePlace site)
    {
        SurfacePlace rounded = new(site.Cell, MathF.Round(site.U, 3), MathF.Round(site.V, 3));
        var p = rounded.PositionOn(mesh);
        return new PressSite(rounded.Cell, rounded.U, rounded.V, MathF.Round(p.X, 2), MathF.Round(p.Y, 2), MathF.Round(p.Z, 2));
    }

    /// <summary>
    /// The dabs of one kind. A pattern of both sides written for one only is mirrored; one that names the opposite
    /// side itself ('~') is taken as written, since the two sides may differ in strength.
    /// </summary>
    private ReferralDab[] Dabs(PatternEntry pattern, ReferralKind kind)
    {
        var dabs = new List<ReferralDab>();
        foreach (StrokeEntry stroke in pattern.Strokes.Where(stroke => stroke.Kind == kind))
        {
            SurfacePlace near = path.Resolve(stroke.Through[0], Side.Left);
            foreach (PaintSample sample in path.Stroke(stroke.Words, Side.Left, (float)stroke.Strength, PlaceReference.RadiusCmMin))
            {
                near = path.Nearest(near, sample.Position);
                dabs.Add(ReferralPaint.Rounded(new ReferralDab(near, sample.RadiusCm, sample.Strength)));
            }
        }

        if (pattern.MirrorsItself) dabs.AddRange(Mirrored(dabs));
        return [.. dabs];
    }

    private ReferralZone[] Zones(PatternEntry pattern, PaintedReferral paint)
    {
        PatternField solid = Field(paint, ReferralKind.Essential), stippled = Field(paint, ReferralKind.Spillover);
        PatternInZone[] essential = solid.Over(zones, except: null);
        PatternInZone[] spillover = stippled.Over(zones, except: solid);
        var found = new List<(ReferralZone Zone, int Site)>();
        foreach (ZoneSite site in zones.Sites)
        {
            PatternInZone e = essential[site.Index], s = spillover[site.Index];
            Add(found, site, e, s, Math.Min(1, e.Coverage + s.Coverage));
        }

        foreach ((ZoneSite site, PatternInZone e, PatternInZone s) in Insets(pattern)) Add(found, site, e, s, coverage: 1);
        return
        [
            .. found.OrderByDescending(pair => pair.Zone.Activation).ThenBy(pair => pair.Site).Select(pair => pair.Zone),
        ];
    }

    private static void Add(
        List<(ReferralZone Zone, int Site)> found, ZoneSite site, PatternInZone essential, PatternInZone spillover, double coverage)
    {
        double activation = ReferralActivation.Of(essential, spillover);
        if (activation < ReferralActivation.Floor) return;
        bool solid = ReferralActivation.Contribution(essential, ReferralActivation.EssentialMost)
            >= ReferralActivation.Contribution(spillover, ReferralActivation.SpilloverMost);
        found.Add((
            new ReferralZone(
                site.Zone.Id, site.Side, solid ? ReferralKind.Essential : ReferralKind.Spillover,
                Math.Round(coverage, 3), Math.Round(activation, 3)),
            site.Index));
    }

    /// <summary>Zones without skin count as filled by what the file says of them.</summary>
    private IEnumerable<(ZoneSite Site, PatternInZone Essential, PatternInZone Spillover)> Insets(PatternEntry pattern)
    {
        bool opposite = pattern.Laterality == ReferralLaterality.Contralateral;
        Side[] sides = pattern.BothSides ? [Side.Left, Side.Right] : [opposite ? Side.Right : Side.Left];
        foreach (IGrouping<string, InsetEntry> insets in pattern.Insets.GroupBy(inset => inset.Zone, StringComparer.Ordinal))
        {
            var seen = new HashSet<int>();
            foreach (Side side in sides)
            {
                if (!zones.TryFind(insets.Key, side, out ZoneSite site) && !zones.TryFind(insets.Key, Side.Midline, out site))
                    throw new FormatException($"There is no zone '{insets.Key}'.");
                if (seen.Add(site.Index)) yield return (site, Filled(insets, ReferralKind.Essential), Filled(insets, ReferralKind.Spillover));
            }
        }
    }

    private static PatternInZone Filled(IEnumerable<InsetEntry> insets, ReferralKind kind)
    {
        double strength = insets.Where(inset => inset.Kind == kind).Select(inset => inset.Strength).DefaultIfEmpty().Max();
        return new PatternInZone(Coverage: 1, Share: 1, strength);
    }

    private PatternField Field(PaintedReferral paint, ReferralKind kind) => new(cells, paint.On(mesh, Side.Left, kind));
}
