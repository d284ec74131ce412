using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using Nodus.Anatomy.Drawing;

namespace Nodus.Anatomy;

/// <summary>
/// Where it hurts, how much and how it feels: strokes on the body's surface, never pixels. Immutable; every build and
/// every view can show it.
/// </summary>
public sealed class PainDrawing : IEquatable<PainDrawing>
{
    private PainDrawing(string atlasVersion, ImmutableArray<PainStroke> strokes, ImmutableArray<InsetMark> insets)
    {
        AtlasVersion = atlasVersion;
        Strokes = strokes;
        Insets = insets;
    }

    /// <summary>Version of the atlas whose cells the strokes name.</summary>
    public string AtlasVersion { get; }

    /// <summary>Strokes in the order drawn; later erasers act on earlier strokes.</summary>
    public ImmutableArray<PainStroke> Strokes { get; }

    /// <summary>Pain in zones that only insets show.</summary>
    public ImmutableArray<InsetMark> Insets { get; }

    /// <summary>True where nothing was drawn.</summary>
    public bool IsEmpty => Strokes.IsEmpty && Insets.IsEmpty;

    /// <summary>A drawing with nothing on it.</summary>
    public static PainDrawing Empty(string atlasVersion) => new(atlasVersion, [], []);

    /// <summary>The drawing with one more stroke.</summary>
    public PainDrawing With(PainStroke stroke) => new(AtlasVersion, Strokes.Add(stroke), Insets);

    /// <summary>The drawing with these strokes instead.</summary>
    public PainDrawing WithStrokes(ImmutableArray<PainStroke> strokes) => new(AtlasVersion, strokes, Insets);

    /// <summary>The drawing with a mark on an inset; a mark of the same zone and side is replaced.</summary>
    public PainDrawing With(InsetMark mark) => new(
        AtlasVersion, Strokes, Insets.RemoveAll(m => m.ZoneId == mark.ZoneId && m.Side == mark.Side).Add(mark));

    /// <summary>The drawing without the mark of a zone on an inset.</summary>
    public PainDrawing WithoutInset(string zoneId, Side side) =>
        new(AtlasVersion, Strokes, Insets.RemoveAll(m => m.ZoneId == zoneId && m.Side == side));

    /// <summary>Takes away what lies under the dabs.</summary>
    public PainDrawing Erase(ImmutableArray<SurfaceSample> samples) => With(PainStroke.Eraser(samples));

    /// <summary>The same pain on the other side of the body; its mirror image again is the drawing itself.</summary>
    public PainDrawing MirroredOn(BodyMesh mesh) => new(
        AtlasVersion,
        [.. Strokes.Select(s => s.MirroredOn(mesh))],
        [.. Insets.Select(m => m with { Side = m.Side.Mirrored() })]);

    /// <summary>What the drawing covers.</summary>
    public PainCoverage CoverageOn(PainSurface surface)
    {
        var coverage = new PainCoverage(surface);
        foreach (PainStroke stroke in Strokes) coverage.Add(stroke);
        foreach (InsetMark mark in Insets) coverage.Add(mark);
        return coverage;
    }

    /// <summary>Reads a drawing.</summary>
    /// <param name="json">
    /// <c>{"atlas":"…","strokes":[{"intensity":6,"quality":"aching","samples":[[cell,u,v,radius],…]}]}</c>; a stroke of
    /// the eraser is <c>{"erase":true,"samples":…}</c>; pain in zones without skin is
    /// <c>"insets":[{"zone":"…","side":"left","intensity":6,"quality":"aching"}]</c>.
    /// </param>
    /// <param name="atlasVersion">Version of the atlas at hand.</param>
    /// <param name="surface">Its body and zones.</param>
    /// <exception cref="DrawingFormatException">Anything wrong in it; nothing else is thrown.</exception>
    public static PainDrawing Parse(ReadOnlySpan<byte> json, string atlasVersion, PainSurface surface)
    {
        ArgumentNullException.ThrowIfNull(surface);
        return PainDrawingReader.Read(json, atlasVersion, surface);
    }

    /// <summary>Reads a drawing made on an atlas.</summary>
    /// <param name="json">The drawing, in the form that <see cref="Parse(ReadOnlySpan{byte}, string, PainSurface)"/> says.</param>
    /// <param name="atlas">The atlas at hand.</param>
    /// <exception cref="DrawingFormatException">Anything wrong in it; nothing else is thrown.</exception>
    public static PainDrawing Parse(ReadOnlySpan<byte> json, BodyAtlas atlas)
    {
        ArgumentNullException.ThrowIfNull(atlas);
        return PainDrawingReader.Read(json, atlas.Version, atlas.Surface);
    }

    internal static PainDrawing Create(
        string atlasVersion, ImmutableArray<PainStroke> strokes, ImmutableArray<InsetMark> insets) =>
        new(atlasVersion, strokes, insets);

    /// <summary>Writes the drawing as <see cref="Parse(ReadOnlySpan{byte}, BodyAtlas)"/> reads it, without loss.</summary>
    public void WriteTo(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        PainDrawingWriter.Write(this, writer);
    }

    /// <summary>The drawing as UTF-8 JSON.</summary>
    public byte[] ToJson()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer)) WriteTo(writer);
        return buffer.WrittenSpan.ToArray();
    }

    /// <inheritdoc/>
    public bool Equals(PainDrawing? other) =>
        other is not null && AtlasVersion == other.AtlasVersion
        && Strokes.SequenceEqual(other.Strokes) && Insets.SequenceEqual(other.Insets);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PainDrawing);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(AtlasVersion, Strokes.Length, Insets.Length);
}
