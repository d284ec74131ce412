using System.Numerics;

namespace Nodus.Anatomy.Paint;

/// <summary>Finds a landmark; null where the body has none of that id on that side.</summary>
/// <param name="id">The landmark's id.</param>
/// <param name="side">Left or right; midline landmarks are found for either.</param>
public delegate Landmark? LandmarkFinder(string id, Side side);

/// <summary>
/// Turns words into places on the skin: a place by landmarks into a <see cref="SurfacePlace"/>, a stroke through places
/// into dabs of paint. Ways between places are geodesic. Not safe for use from several threads at once.
/// </summary>
public sealed class SurfacePath
{
    /// <summary>Dabs follow each other at this part of their radius, close enough to look like one stroke.</summary>
    public const float SpacingPerRadius = 0.35f;

    private readonly BodyMesh mesh;
    private readonly LandmarkFinder find;
    private readonly SurfaceGraph graph;
    private readonly GeodesicCurve curve;
    private readonly Dictionary<(string, Side, string, Side), SurfacePlace[]> ways = [];

    /// <summary>Prepares a body's surface for walking.</summary>
    /// <param name="mesh">The body.</param>
    /// <param name="landmarks">Its landmarks.</param>
    public SurfacePath(BodyMesh mesh, LandmarkSet landmarks)
        : this(mesh, (id, side) => landmarks.TryFind(id, side, out Landmark? found) ? found : null)
    {
    }

    /// <summary>Prepares a body's surface for walking.</summary>
    /// <param name="mesh">The body.</param>
    /// <param name="find">Finds its landmarks.</param>
    public SurfacePath(BodyMesh mesh, LandmarkFinder find)
    {
        ArgumentNullException.ThrowIfNull(mesh);
        ArgumentNullException.ThrowIfNull(find);
        this.mesh = mesh;
        this.find = find;
        graph = new SurfaceGraph(mesh);
        curve = new GeodesicCurve(graph);
    }

    /// <summary>The surface point that a place names.</summary>
    /// <param name="place">The place; its radius is not used.</param>
    /// <param name="side">The side it is said of; <c>~</c> means the other.</param>
    /// <exception cref="FormatException">A landmark does not exist on that side.</exception>
    public SurfacePlace Resolve(PlaceReference place, Side side)
    {
        ArgumentNullException.ThrowIfNull(place);
        Landmark from = Find(place.From, side);
        if (place.Towards is not { } towards || place.Fraction <= 0) return PointOf(from);
        Landmark to = Find(towards, side);
        return place.Fraction >= 1 ? PointOf(to) : Along(Way(from, to), place.Fraction);
    }

    /// <inheritdoc cref="Resolve(PlaceReference, Side)"/>
    /// <exception cref="FormatException">The text is no place, or a landmark does not exist on that side.</exception>
    public SurfacePlace Resolve(string place, Side side) => Resolve(PlaceReference.Parse(place), side);

    /// <summary>Dabs of a stroke through places.</summary>
    /// <param name="through">At least one place; one alone gives a round spot.</param>
    /// <param name="side">The side the places are said of.</param>
    /// <param name="strength">How strongly the stroke fills, 0 to 1.</param>
    /// <param name="radiusCm">The radius of places that name none.</param>
    /// <exception cref="FormatException">A place cannot be read or found.</exception>
    /// <exception cref="ArgumentException">No place, or a strength or radius out of range.</exception>
    public PaintSample[] Stroke(IReadOnlyList<string> through, Side side, float strength, float radiusCm)
    {
        ArgumentNullException.ThrowIfNull(through);
        if (through.Count == 0) throw new ArgumentException("A stroke needs at least one place.", nameof(through));
        if (!(strength is >= 0 and <= 1)) throw new ArgumentException("Strength is 0 to 1.", nameof(strength));
        if (!(radiusCm is >= PlaceReference.RadiusCmMin and <= PlaceReference.RadiusCmMax))
        {
            throw new ArgumentException(
                $"A radius is {PlaceReference.RadiusCmMin} to {PlaceReference.RadiusCmMax} cm.", nameof(radiusCm));
        }

        var samples = new List<PaintSample>();
        SurfacePlace before = default;
        float radiusBefore = 0;
        for (int i = 0; i < through.Count; i++)
        {
            PlaceReference place = PlaceReference.Parse(through[i]);
            SurfacePlace point = Resolve(place, side);
            float radius = place.RadiusCm ?? radiusCm;
            if (i > 0) Fill(samples, before, radiusBefore, point, radius, strength);
            samples.Add(Dab(point, radius, strength));
            before = point;
            radiusBefore = radius;
        }

        return [.. samples];
    }

    /// <summary>The geodesic between two surface points, ends included, a point about every half centimetre.</summary>
    public SurfacePlace[] Between(SurfacePlace from, SurfacePlace to) => curve.Between(from, to);

    /// <summary>The surface point nearest to a position, looking around a point that is near already.</summary>
    public SurfacePlace Nearest(SurfacePlace near, Vector3 position) => graph.Nearest(near, position);

    private void Fill(
        List<PaintSample> samples, SurfacePlace from, float fromRadius, SurfacePlace to, float toRadius, float strength)
    {
        SurfacePlace[] way = curve.Between(from, to);
        float[] reached = Lengths(way);
        float length = reached[^1];
        float at = SpacingPerRadius * fromRadius;
        while (at < length - 0.05f)
        {
            float t = at / length, radius = fromRadius + (toRadius - fromRadius) * t;
            samples.Add(Dab(At(way, reached, at), radius, strength));
            at += SpacingPerRadius * radius;
        }
    }

    private PaintSample Dab(SurfacePlace point, float radius, float strength) =>
        new(point.PositionOn(mesh), point.NormalOn(mesh), radius, strength);

    private SurfacePlace[] Way(Landmark from, Landmark to)
    {
        var key = (from.Id, from.Side, to.Id, to.Side);
        if (!ways.TryGetValue(key, out SurfacePlace[]? way))
            ways[key] = way = curve.Between(PointOf(from), PointOf(to));
        return way;
    }

    private SurfacePlace PointOf(Landmark landmark) =>
        graph.Nearest(new SurfacePlace(landmark.Cell, 1f / 3, 1f / 3), landmark.Position);

    private SurfacePlace Along(SurfacePlace[] way, float fraction)
    {
        float[] reached = Lengths(way);
        return At(way, reached, reached[^1] * fraction);
    }

    private SurfacePlace At(SurfacePlace[] way, float[] reached, float cm)
    {
        int i = 1;
        while (i < way.Length - 1 && reached[i] < cm) i++;
        float piece = reached[i] - reached[i - 1];
        float t = piece > 0 ? Math.Clamp((cm - reached[i - 1]) / piece, 0, 1) : 0;
        return graph.Nearest(way[i], Vector3.Lerp(way[i - 1].PositionOn(mesh), way[i].PositionOn(mesh), t));
    }

    private float[] Lengths(SurfacePlace[] way)
    {
        var reached = new float[way.Length];
        for (int i = 1; i < way.Length; i++)
            reached[i] = reached[i - 1] + Vector3.Distance(way[i - 1].PositionOn(mesh), way[i].PositionOn(mesh));
        return reached;
    }

    private Landmark Find(LandmarkReference reference, Side side)
    {
        Side wanted = reference.Opposite ? side.Mirrored() : side;
        return find(reference.Id, wanted) ?? find(reference.Id, Side.Midline) ?? throw new FormatException(
            $"There is no landmark '{reference.Id}' on the {wanted.ToWord()}.");
    }
}
