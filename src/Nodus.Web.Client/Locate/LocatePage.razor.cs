using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Components;
using Nodus.Anatomy;
using Nodus.Anatomy.Drawing;
using Nodus.Anatomy.Paint;
using Nodus.Anatomy.Zones;
using Nodus.Web.Client.Body;
using Nodus.Web.Client.Examine;

namespace Nodus.Web.Client.Locate;

/// <summary>
/// The workbench: draw where it hurts, see which trigger points would explain it. The host renders its shell, so that the
/// body is seen at once; in the browser it wakes up when body, zones and pen are there.
/// </summary>
public sealed partial class LocatePage : IPen, IDisposable
{
    private const string DrawingKey = "nodus.drawing", SettingsKey = "nodus.look", FirstView = "front";
    private const int FileBytesMax = 8 * 1024 * 1024;

    // While the pen moves the ranking follows at most this often; the strokes are painted every frame.
    private static readonly TimeSpan RankingPause = TimeSpan.FromMilliseconds(40);

    private readonly Dictionary<string, BodyLayer> layers = new(StringComparer.Ordinal);
    private BodyAtlas? atlas;
    private DrawingSession? session;
    private Ranker? ranker;
    private RankingPanel? panel;
    private LookSettings settings = LookSettings.Default;
    private IReadOnlyList<ZoneSite> sites = [];
    private IReadOnlyList<ZonePain> painful = [];
    private IReadOnlyList<Inset> insets = [];
    private Ranking ranking = Ranking.Empty, wholeRanking = Ranking.Empty;
    private RankedPoint? shownPoint;
    private SurfacePixel? last;
    private long rankedAt;
    private double areaCm2, percentOfBody;
    private string shown = ViewBar.AllSides;
    private string? failure, problem;
    private bool ready, sheetOpen, numbers;
    private AnswerTab tab;

    private enum AnswerTab
    {
        Causes,
        Examine,
        Zones,
    }

    private readonly record struct SurfacePixel(double X, double Y);

    /// <summary>Where the compiled data are served.</summary>
    [Parameter, EditorRequired]
    public required string DataAddress { get; set; }

    /// <summary>Where pictures of patterns are served.</summary>
    [Parameter, EditorRequired]
    public required string PatternAddress { get; set; }

    /// <summary>The views, in the atlas's order.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<StageCard> Cards { get; set; }

    /// <summary>The physiques, in the atlas's order.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<BuildCard> Builds { get; set; }

    [Inject]
    private BodyFiles Files { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    // What the pen is set to before this page is awake in the browser; stage.js writes with it.
    private static string PenRadius => DrawingSession.FirstRadiusCm.ToString(CultureInfo.InvariantCulture);

    private static string PenInk => $"#{PainColours.Standard.Of(DrawingSession.FirstIntensity):x6}";

    private IEnumerable<StageCard> ShownCards => shown == ViewBar.AllSides
        ? Cards.Where(card => card.Id is "front" or "back" or "left" or "right")
        : Cards.Where(card => card.Id == shown);

    private string SheetTitle => this switch
    {
        { trace: not null } => "Zones by name",
        { tab: AnswerTab.Examine, InHand: { } point } => $"Press {point.Full}",
        { ranking: { RivalLeads: true, Rivals: [RankedRival rival, ..] } } => $"{rival.Of.Name}: {rival.Band}",
        { ranking.Muscles: [RankedMuscle muscle, ..] } => $"{muscle.Name}, {muscle.Side.ToWord()}: {muscle.Band}",
        _ => GateTitle,
    };

    /// <inheritdoc/>
    public void Dispose()
    {
        if (OperatingSystem.IsBrowser() && StageModule.Pen == this) StageModule.Pen = null;
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!OperatingSystem.IsBrowser()) return;
        if (firstRender)
        {
            try
            {
                await WakeAsync();
            }
            catch (Exception fault) when (fault is HttpRequestException or InvalidDataException)
            {
                failure = $"The body could not be loaded: {fault.Message}";
                StateHasChanged();
            }
        }
    }

    private async Task WakeAsync()
    {
        Files.Address = DataAddress;
        Task modules = Task.WhenAll(StageModule.LoadAsync(), DeviceModule.LoadAsync());
        await modules;
        StageModule.Mark("awake");
        atlas = await Files.AtlasAsync();
        StageModule.Mark("atlas-read");
        settings = LookSettings.Parse(DeviceModule.Load(SettingsKey));
        if (!atlas.Builds.Any(build => build.Id == settings.Build)) settings = settings with { Build = atlas.Builds[0].Id };
        DeviceModule.SetStyle("--skin", settings.Skin);
        if (DeviceModule.IsNarrow()) shown = FirstView;
        PainSurface surface = atlas.Surface;
        StageModule.Mark("surface-made");
        sites = atlas.Zones.Sites;
        insets = atlas.Insets;
        session = new DrawingSession(surface, atlas.Version);
        session.Replaced = OnReplaced;
        session.Noted = OnNoted;
        StageModule.Pen = this;
        StageModule.SetPenRadius(session.RadiusCm);
        Restore(surface);
        StateHasChanged();
        await OpenViewsAsync();
        // Read after the pen is there: there is one thread, and drawing comes first.
        await LoadGateAsync();
        if (gate is not null) ranker = new Ranker(await Files.KnowledgeAsync(), gate.Knowledge, atlas);
        LookUpFindings();
        Glance();
        Rank();
        StateHasChanged();
        StageModule.Mark("ranked");
    }

    private void Restore(PainSurface surface)
    {
        if (!OperatingSystem.IsBrowser() || session is null || atlas is null) return;
        session.Restore(new VisitState(
            Kept(DrawingKey, session.Drawing, kept => PainDrawing.Parse(Encoding.UTF8.GetBytes(kept), atlas.Version, surface)),
            Kept(FindingsKey, Findings.None, Findings.Parse)));
    }

    /// <summary>What the device keeps under a name. Drawing and findings are kept apart: a tap does not write all strokes again,
    /// and damage to one leaves the other.</summary>
    private T Kept<T>(string key, T otherwise, Func<string, T> parse)
    {
        if (!OperatingSystem.IsBrowser()) return otherwise;
        try
        {
            return DeviceModule.Load(key) is { } kept ? parse(kept) : otherwise;
        }
        catch (DrawingFormatException fault)
        {
            problem = $"Something kept on this device could not be opened. {fault.Message}";
            return otherwise;
        }
    }
}
