using Nodus.Anatomy;
using Nodus.Anatomy.Paint;
using Nodus.Anatomy.Zones;
using Nodus.Clinical.Knowledge;
using Nodus.Compiler.Entries;

namespace Nodus.Compiler.Referrals;

/// <summary>Lays the strokes of a trigger point or rival over the body and finds out which zones they make painful.</summary>
internal sealed class ReferralCompiler
{
    /// <summary>A pain zone belongs to a danger zone when it holds this part of its skin.</summary>
    private const double ShareLeast = 0.05;

    private readonly BodyMesh mesh;
    private readonly SurfacePath path;
    private readonly ZoneMap zones;
    private readonly CellIndex cells;
    private readonly PatchOdds patches;

    /// <summary>Prepares a body.</summary>
    public ReferralCompiler(BodyAtlas atlas)
    {
        mesh = atlas.Mesh;
        zones = atlas.Zones;
        path = new SurfacePath(mesh, atlas.Landmarks);
        cells = new CellIndex(mesh);
        patches = new PatchOdds(mesh, zones);
    }

    /// <summary>Where on the body's left a place is pressed.</summary>
    /// <exception cref="FormatException">A landmark that the place names is not on the body.</exception>
    public PressSite Site(PlaceReference place) => PressSite(path.Resolve(place, Side.Left));

    /// <summary>Compiles a pattern as it lies for the body's left, or where it is for what exists once.</summary>
    /// <param name="id">Of the point or rival.</param>
    /// <param name="pattern">Its strokes and insets.</param>
    /// <exception cref="FormatException">A landmark that a place names is not on the body.</exception>
    public LaidPattern Compile(string id, PatternEntry pattern)
    {
        LaidStroke[] strokes = [.. pattern.Strokes.Select(Lay)];
        ReferralDab[] essential = Dabs(pattern, strokes, ReferralKind.Essential), spillover = Dabs(pattern, strokes, ReferralKind.Spillover);
        var paint = new PaintedReferral(id, essential, spillover);
        ReferralZone[] found = Zones(pattern, paint);
        return pattern.Sidedness switch
        {
            Sidedness.Paired => new LaidPattern(strokes, found, found, paint),
            Sidedness.RightOnly => new LaidPattern(
                strokes, found, [.. found.Select(zone => zone.Mirrored())],
                new PaintedReferral(id, Mirrored(essential), Mirrored(spillover), Paired: false)),
            _ => new LaidPattern(strokes, found, found, paint with { Paired = false }),
        };
    }

    /// <summary>Compiles the skin of a danger zone.</summary>
    /// <param name="id">Of the danger zone.</param>
    /// <param name="skin">Its strokes.</param>
    /// <param name="paired">Whether it exists once on either side.</param>
    /// <exception cref="FormatException">A landmark that a place names is not on the body.</exception>
    public LaidSkin Compile(string id, PatternEntry skin, bool paired)
    {
        ReferralDab[] dabs = Dabs(skin, [.. skin.Strokes.Select(Lay)], ReferralKind.Essential);
        var paint = new PaintedDangerZone(id, dabs, paired);
        var field = new PatternField(cells, paint.On(mesh, Side.Left));
        PatternInZone[] over = field.Over(zones, except: null);
        ZoneOverlap[] overlaps =
        [
            .. zones.Sites.Where(site => over[site.Index].Share >= ShareLeast)
                .OrderByDescending(site => over[site.Index].Share)
                .Select(site => new ZoneOverlap(site.Zone.Id, site.Side, Math.Round(over[site.Index].Coverage, 3))),
        ];
        return new LaidSkin(paint, overlaps, field);
    }

    private ReferralDab[] Mirrored(IEnumerable<ReferralDab> dabs) =>
        [.. dabs.Select(dab => dab with { Centre = dab.Centre.Mirrored(mesh) })];

    private PressSite PressSite(SurfacePlace site)
    {
        SurfacePlace rounded = new(site.Cell, MathF.Round(site.U, 3), MathF.Round(site.V, 3));
        var p = rounded.PositionOn(mesh);
        return new PressSite(rounded.Cell, rounded.U, rounded.V, MathF.Round(p.X, 2), MathF.Round(p.Y, 2), MathF.Round(p.Z, 2));
    }

    private LaidStroke Lay(StrokeEntry stroke)
    {
        var dabs = new List<ReferralDab>();
        SurfacePlace near = path.Resolve(stroke.Through[0], Side.Left);
        foreach (PaintSample sample in path.Stroke(stroke.Words, Side.Left, (float)stroke.Strength, PlaceReference.RadiusCmMin))
        {
            near = path.Nearest(near, sample.Position);
            dabs.Add(ReferralPaint.Rounded(new ReferralDab(near, sample.RadiusCm, sample.Strength)));
        }

        return new LaidStroke(stroke, dabs);
    }

    /// <summary>
    /// The dabs of one kind. A pattern of both sides written for one only is mirrored; one that names the opposite
    /// side itself ('~') is taken as written, since the two sides may differ in strength.
    /// </summary>
    private ReferralDab[] Dabs(PatternEntry pattern, IEnumerable<LaidStroke> strokes, ReferralKind kind)
    {
        ReferralDab[] dabs = [.. strokes.Where(laid => laid.Stroke.Kind == kind).SelectMany(laid => laid.Dabs)];
        return pattern.MirrorsItself ? [.. dabs, .. Mirrored(dabs)] : dabs;
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

        double[] felt = ReferralActivation.Felt(solid.Weights(except: null), stippled.Weights(except: solid));
        for (int i = 0; i < found.Count; i++)
            found[i] = found[i] with { Zone = found[i].Zone with { Patches = patches.Of(zones.Sites[found[i].Site], felt) } };
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
