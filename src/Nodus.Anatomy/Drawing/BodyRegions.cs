using System.Text.Json;
using Nodus.Anatomy.Zones;

namespace Nodus.Anatomy.Drawing;

/// <summary>One of the 74 segments of the CHOIR body map.</summary>
/// <param name="Code">101 to 136 front, 201 to 238 back, in the numbering of the male map, which is the standard.</param>
/// <param name="Name">Name of the segment with view and side.</param>
/// <param name="WpiArea">Area of the widespread pain index it counts to; null where it does not count.</param>
/// <param name="MichiganArea">Area of the Michigan Body Map.</param>
/// <param name="SnomedCode">SNOMED CT concept of the region, coarser than the segment.</param>
public sealed record BodySegment(int Code, string Name, string? WpiArea, string MichiganArea, string SnomedCode);

/// <summary>How widespread a pain is.</summary>
/// <param name="SegmentCodes">CHOIR codes of the painful segments, ascending.</param>
/// <param name="WpiAreas">Areas of the widespread pain index that hurt, in the index's own order.</param>
/// <param name="Regions">Of the five regions of the 2016 criteria, those with pain (jaw, chest and abdomen left out).</param>
public sealed record WidespreadPain(
    IReadOnlyList<int> SegmentCodes, IReadOnlyList<string> WpiAreas, IReadOnlyList<string> Regions)
{
    /// <summary>Widespread pain index, 0 to 19. Derived from a drawing: provisional, the form itself is the patient's.</summary>
    public int WpiCount => WpiAreas.Count;

    /// <summary>
    /// Pain in at least four of the five regions (Wolfe F et al., 2016 revisions to the 2010/2011 fibromyalgia
    /// diagnostic criteria, Semin Arthritis Rheum 2016;46:319-329). Grade: published.
    /// </summary>
    public bool IsGeneralised => Regions.Count >= 4;
}

/// <summary>Segments of the CHOIR body map and areas of the widespread pain index, cell by cell.</summary>
/// <remarks>Sources, licences and what of the mapping is authored here are written in <c>body-regions.json</c>.</remarks>
public sealed class BodyRegions
{
    // 2016 criteria: these areas count to the index, but not to generalised pain.
    private static readonly string[] NotGeneralised = ["left_jaw", "right_jaw", "chest", "abdomen"];

    private readonly PainSurface surface;
    private readonly int[] segmentOfCell;
    private readonly string?[] wpiOfCell;
    private readonly Dictionary<int, (int Segment, string? Wpi)> insetSites = [];
    private readonly double[] segmentAreaCm2;
    private readonly List<string> wpiAreas;
    private readonly List<(string Region, string[] Areas)> regions;
    private readonly double painfulAreaCm2;
    private readonly double painfulPart;

    private BodyRegions(PainSurface surface, JsonElement root)
    {
        this.surface = surface;
        wpiAreas = [.. root.GetProperty("wpiAreas").EnumerateArray().Select(e => e.GetString()!)];
        regions = [.. root.GetProperty("wpiRegions2016").EnumerateObject().Select(
            p => (p.Name, p.Value.EnumerateArray().Select(e => e.GetString()!).ToArray()))];
        JsonElement painful = root.GetProperty("painfulSegment");
        painfulAreaCm2 = painful.GetProperty("areaCm2").GetDouble();
        painfulPart = painful.GetProperty("part").GetDouble();

        var segments = new List<BodySegment>();
        var byPlace = new Dictionary<(string View, string Side, string Segment), int>();
        foreach (JsonElement e in root.GetProperty("segments").EnumerateArray())
        {
            byPlace.Add((Text(e, "view"), Text(e, "side"), Text(e, "segment")), segments.Count);
            segments.Add(new BodySegment(
                e.GetProperty("choir").GetInt32(), Text(e, "name"), e.GetProperty("wpiArea").GetString(),
                Text(e, "michiganBodyMap"), Text(e.GetProperty("snomedRegion"), "code")));
        }

        Segments = segments;
        segmentOfCell = new int[surface.Mesh.CellCount];
        wpiOfCell = new string?[surface.Mesh.CellCount];
        segmentAreaCm2 = new double[segments.Count];
        JsonElement zones = root.GetProperty("zones");
        var answers = new (int Segment, string? Wpi)?[4 * surface.Zones.Sites.Count];
        for (int cell = 0; cell < segmentOfCell.Length; cell++)
        {
            int site = surface.Zones.SiteOfCell[cell];
            bool forward = surface.Cells.Normals[cell].Z >= 0, onLeft = surface.Mesh.SideOfCell(cell) == Side.Left;
            // Four answers a site at most; asking the text once a cell would take seconds in a browser.
            (int segment, string? wpi) = answers[4 * site + (forward ? 2 : 0) + (onLeft ? 1 : 0)] ??=
                Answer(zones.GetProperty(surface.Zones.Sites[site].Zone.Id), forward ? "front" : "back", onLeft ? "left" : "right");
            segmentOfCell[cell] = segment;
            segmentAreaCm2[segment] += surface.Mesh.AreasCm2[cell];
            wpiOfCell[cell] = wpi;
        }

        foreach (ZoneSite site in surface.Zones.Sites.Where(s => !s.Zone.HasSkin))
        {
            string side = site.Side == Side.Right ? "right" : "left";
            insetSites.Add(site.Index, Answer(zones.GetProperty(site.Zone.Id), "front", side));
        }

        (int Segment, string? Wpi) Answer(JsonElement zone, string view, string side)
        {
            int segment = byPlace[(view, side, Text(zone, view))];
            return (segment, Wpi(zone, side, segments[segment]));
        }
    }

    /// <summary>The 74 segments.</summary>
    public IReadOnlyList<BodySegment> Segments { get; }

    /// <summary>Reads the mapping.</summary>
    /// <param name="json"><c>body-regions.json</c>.</param>
    /// <param name="surface">The body it is laid on.</param>
    /// <exception cref="InvalidDataException">The file is wrong.</exception>
    public static BodyRegions Read(ReadOnlyMemory<byte> json, PainSurface surface)
    {
        ArgumentNullException.ThrowIfNull(surface);
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            return new BodyRegions(surface, document.RootElement);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new InvalidDataException($"body-regions.json: {e.Message}", e);
        }
    }

    /// <summary>The segment a cell lies in.</summary>
    public BodySegment SegmentOf(int cell) => Segments[segmentOfCell[cell]];

    /// <summary>Painful segments and areas of a drawing.</summary>
    public WidespreadPain Of(PainCoverage coverage)
    {
        ArgumentNullException.ThrowIfNull(coverage);
        if (!ReferenceEquals(coverage.Surface, surface)) throw new ArgumentException("A drawing of another atlas.", nameof(coverage));
        var segment = new double[Segments.Count];
        var area = new Dictionary<string, double>(StringComparer.Ordinal);
        for (int cell = 0; cell < segmentOfCell.Length; cell++)
        {
            double painful = coverage.PartOf(cell) * surface.Mesh.AreasCm2[cell];
            if (painful <= 0) continue;
            segment[segmentOfCell[cell]] += painful;
            if (wpiOfCell[cell] is { } wpi) area[wpi] = area.GetValueOrDefault(wpi) + painful;
        }

        var codes = new SortedSet<int>();
        var areas = new HashSet<string>(StringComparer.Ordinal);
        for (int s = 0; s < segment.Length; s++)
            if (segment[s] > 0 && IsPainful(segment[s], segmentAreaCm2[s])) codes.Add(Segments[s].Code);
        foreach ((string wpi, double painful) in area)
            if (painful >= painfulAreaCm2) areas.Add(wpi);
        foreach (int site in coverage.MarkedSites)
        {
            if (!insetSites.TryGetValue(site, out (int Segment, string? Wpi) inset)) continue;
            codes.Add(Segments[inset.Segment].Code);
            if (inset.Wpi is { } wpi) areas.Add(wpi);
        }

        return new WidespreadPain(
            [.. codes],
            [.. wpiAreas.Where(areas.Contains)],
            [.. regions.Where(r => r.Areas.Any(a => areas.Contains(a) && !NotGeneralised.Contains(a))).Select(r => r.Region)]);
    }

    private bool IsPainful(double painful, double all) => painful >= painfulAreaCm2 || painful >= painfulPart * all;

    private static string? Wpi(JsonElement zone, string side, BodySegment segment)
    {
        if (!zone.TryGetProperty("wpi", out JsonElement wpi)) return segment.WpiArea;
        string? area = wpi.GetString();
        return area is "jaw" or "shoulder_girdle" ? $"{side}_{area}" : area;
    }

    private static string Text(JsonElement e, string name) => e.GetProperty(name).GetString()!;
}
