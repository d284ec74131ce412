using System.Collections.Immutable;
using Nodus.Anatomy;
using Nodus.Anatomy.Drawing;
using Nodus.Anatomy.Zones;
using Nodus.Web.Client.Examine;

namespace Nodus.Web.Client.Locate;

/// <summary>
/// The drawing being made: what the pen is set to, the stroke under way, and one history of undo and redo for strokes and
/// findings. It knows no screen; who shows drawing and findings sets <see cref="Replaced"/> and <see cref="Noted"/>.
/// </summary>
public sealed class DrawingSession
{
    /// <summary>
    /// From this part of its skin on a zone counts as chosen. One that a stroke merely brushes does not: the list would say
    /// more than was drawn. Grade: elicited.
    /// </summary>
    public const double MarkedCoverage = 0.15;

    /// <summary>Intensity of the pen until another is chosen.</summary>
    public const int FirstIntensity = 5;

    /// <summary>Radius of the pen until another is chosen, in centimetres.</summary>
    public const float FirstRadiusCm = 1.6f;

    private readonly PainSurface surface;
    private readonly ZoneFill fill;
    private readonly UndoHistory<VisitState> history;
    private ImmutableArray<SurfaceSample>.Builder? stroke;

    /// <summary>An empty drawing on an atlas.</summary>
    public DrawingSession(PainSurface surface, string atlasVersion)
    {
        this.surface = surface;
        fill = new ZoneFill(surface);
        history = new UndoHistory<VisitState>(new VisitState(PainDrawing.Empty(atlasVersion), Findings.None));
        Coverage = new PainCoverage(surface);
    }

    /// <summary>Told when the drawing was exchanged as a whole and must be shown anew.</summary>
    public Action? Replaced { get; set; }

    /// <summary>Told when the findings are others than before.</summary>
    public Action? Noted { get; set; }

    /// <summary>The eraser is in the hand.</summary>
    public bool Erases { get; set; }

    /// <summary>Intensity of new strokes, 1 to 10.</summary>
    public int Intensity { get; set; } = FirstIntensity;

    /// <summary>Quality of new strokes; null where it is not said.</summary>
    public PainQuality? Quality { get; set; }

    /// <summary>Radius of the pen, centimetres on the body.</summary>
    public float RadiusCm { get; set; } = FirstRadiusCm;

    /// <summary>Every stroke is drawn on the other side of the body too.</summary>
    public bool BothSides { get; set; }

    /// <summary>Drawing and findings, without the stroke under way.</summary>
    public VisitState Visit => history.Now;

    /// <summary>The drawing without the stroke under way.</summary>
    public PainDrawing Drawing => history.Now.Drawing;

    /// <summary>What was found.</summary>
    public Findings Found => history.Now.Findings;

    /// <summary>What the drawing covers, the stroke under way included.</summary>
    public PainCoverage Coverage { get; private set; }

    /// <summary>There is something to take back.</summary>
    public bool CanUndo => history.CanUndo;

    /// <summary>Something taken back can come again.</summary>
    public bool CanRedo => history.CanRedo;

    /// <summary>A stroke is under way.</summary>
    public bool IsDrawing => stroke is not null;

    /// <summary>The stroke under way as one of its dabs is painted.</summary>
    public PainStroke Pen => Erases ? PainStroke.Eraser([]) : PainStroke.Pen(Intensity, Quality, []);

    /// <summary>Begins a stroke.</summary>
    public void Begin() => stroke = ImmutableArray.CreateBuilder<SurfaceSample>();

    /// <summary>Adds a dab to the stroke under way.</summary>
    /// <returns>The dabs to paint: this one, and its mirror image where both sides are drawn.</returns>
    public ReadOnlySpan<SurfaceSample> Extend(SurfaceSample sample)
    {
        if (stroke is null) return [];
        SurfaceSample[] dabs = BothSides ? [sample, sample.MirroredOn(surface.Mesh)] : [sample];
        foreach (SurfaceSample dab in dabs)
        {
            stroke.Add(dab);
            if (Erases) Coverage.Erase(dab);
            else Coverage.Add(dab, Intensity, Quality);
        }

        return dabs;
    }

    /// <summary>Ends the stroke under way and keeps it.</summary>
    public void End()
    {
        if (stroke is null) return;
        ImmutableArray<SurfaceSample> samples = stroke.ToImmutable();
        stroke = null;
        if (samples.IsEmpty || (Erases && Drawing.IsEmpty)) return;
        history.Do(history.Now with
        {
            Drawing = Drawing.With(Erases ? PainStroke.Eraser(samples) : PainStroke.Pen(Intensity, Quality, samples)),
        });
    }

    /// <summary>Gives the stroke under way up.</summary>
    public void Cancel()
    {
        if (stroke is not null) Show();
    }

    /// <summary>Sets the pain of a whole zone, as if it had been filled with the pen; 0 takes it away.</summary>
    /// <param name="site">The zone and its side.</param>
    /// <param name="intensity">0 to 10.</param>
    public void SetZone(ZoneSite site, int intensity)
    {
        if (!site.Zone.HasSkin)
        {
            Replace(intensity == 0
                ? Drawing.WithoutInset(site.Zone.Id, site.Side)
                : Drawing.With(new InsetMark(site.Zone.Id, site.Side, intensity, Quality)));
            return;
        }

        ImmutableArray<SurfaceSample> samples = fill.Of(site);
        // What the list filled before is taken out whole, what the pen drew is erased.
        PainDrawing next = Drawing.WithStrokes(Drawing.Strokes.RemoveAll(
            one => !one.Erases && one.Samples.AsSpan().SequenceEqual(samples.AsSpan())));
        bool drawn = next.CoverageOn(surface).Zones().Any(
            zone => zone.Site.Index == site.Index && zone.Coverage >= MarkedCoverage);
        if (drawn) next = next.Erase(samples);
        Replace(intensity == 0 ? next : next.With(PainStroke.Pen(intensity, Quality, samples)));
    }

    /// <summary>Takes the last step back, be it a stroke or a finding.</summary>
    public void Undo() => Step(history.Undo);

    /// <summary>Does the last step taken back again.</summary>
    public void Redo() => Step(history.Redo);

    /// <summary>Goes on to other findings; it can be taken back.</summary>
    public void Note(Findings findings)
    {
        history.Do(history.Now with { Findings = findings });
        Noted?.Invoke();
    }

    /// <summary>Wipes the body clean; it can be taken back.</summary>
    public void Clear()
    {
        if (!Drawing.IsEmpty) Replace(PainDrawing.Empty(Drawing.AtlasVersion));
    }

    /// <summary>Changes left and right.</summary>
    public void Mirror() => Replace(Drawing.MirroredOn(surface.Mesh));

    /// <summary>Exchanges the drawing; it can be taken back.</summary>
    public void Replace(PainDrawing drawing)
    {
        history.Do(history.Now with { Drawing = drawing });
        Show();
    }

    /// <summary>Exchanges drawing and findings; it can be taken back.</summary>
    public void Open(VisitState visit)
    {
        history.Do(visit);
        Show();
        Noted?.Invoke();
    }

    /// <summary>Takes up what was kept; there is nothing to take back.</summary>
    public void Restore(VisitState visit)
    {
        history.Restart(visit);
        Show();
        Noted?.Invoke();
    }

    private void Step(Func<bool> move)
    {
        VisitState before = history.Now;
        if (!move()) return;
        if (IsDrawing || !ReferenceEquals(before.Drawing, Drawing)) Show();
        if (!ReferenceEquals(before.Findings, Found)) Noted?.Invoke();
    }

    private void Show()
    {
        stroke = null;
        Coverage = Drawing.CoverageOn(surface);
        Replaced?.Invoke();
    }
}
