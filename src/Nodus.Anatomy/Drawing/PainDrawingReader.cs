using System.Collections.Immutable;
using System.Text.Json;

namespace Nodus.Anatomy.Drawing;

/// <summary>Drawings from JSON. Whatever the bytes are, the only error is <see cref="DrawingFormatException"/>.</summary>
internal ref struct PainDrawingReader
{
    /// <summary>More dabs than a hand draws in an hour; beyond it the input is not a drawing.</summary>
    private const int SamplesMax = 200_000;

    /// <summary>Rounding may push U + V this far over 1.</summary>
    private const float Slack = 1e-4f;

    private readonly PainSurface surface;
    private Utf8JsonReader json;
    private int samples;

    private PainDrawingReader(ReadOnlySpan<byte> utf8, PainSurface surface)
    {
        json = new Utf8JsonReader(utf8);
        this.surface = surface;
    }

    public static PainDrawing Read(ReadOnlySpan<byte> utf8, string atlasVersion, PainSurface surface)
    {
        try
        {
            var reader = new PainDrawingReader(utf8, surface);
            return reader.Drawing(atlasVersion);
        }
        catch (JsonException e)
        {
            throw new DrawingFormatException("drawing", $"is not JSON: {e.Message}", e);
        }
        catch (InvalidOperationException e)
        {
            // The reader's word for text that is not valid UTF-8.
            throw new DrawingFormatException("drawing", $"is not JSON: {e.Message}", e);
        }
    }

    private PainDrawing Drawing(string atlasVersion)
    {
        string? atlas = null;
        var strokes = ImmutableArray.CreateBuilder<PainStroke>();
        var insets = ImmutableArray.CreateBuilder<InsetMark>();
        json.Read();
        Expect(JsonTokenType.StartObject, "drawing", "an object");
        while (Property("drawing") is { } name)
        {
            switch (name)
            {
                case "atlas":
                    atlas = Text("atlas");
                    break;
                case "strokes":
                    strokes.Clear();
                    Expect(JsonTokenType.StartArray, "strokes", "a list");
                    while (json.Read() && json.TokenType != JsonTokenType.EndArray)
                        strokes.Add(Stroke($"strokes[{strokes.Count}]"));
                    break;
                case "insets":
                    insets.Clear();
                    Expect(JsonTokenType.StartArray, "insets", "a list");
                    while (json.Read() && json.TokenType != JsonTokenType.EndArray)
                        insets.Add(Inset($"insets[{insets.Count}]"));
                    break;
                default:
                    throw Unknown(name, "atlas, strokes, insets");
            }
        }

        if (json.Read()) throw new DrawingFormatException("drawing", "something follows it.");
        if (atlas is null) throw new DrawingFormatException("atlas", "is missing; the version of the atlas drawn on.");
        if (!string.Equals(atlas, atlasVersion, StringComparison.Ordinal))
        {
            throw new DrawingFormatException(
                "atlas", $"the drawing was made on atlas '{atlas}', this is atlas '{atlasVersion}'.");
        }

        return PainDrawing.Create(atlas, strokes.ToImmutable(), insets.ToImmutable());
    }

    private PainStroke Stroke(string field)
    {
        Expect(JsonTokenType.StartObject, field, "an object");
        double? intensity = null;
        PainQuality? quality = null;
        bool erase = false;
        ImmutableArray<SurfaceSample>? dabs = null;
        while (Property(field) is { } name)
        {
            switch (name)
            {
                case "intensity":
                    intensity = Intensity($"{field}.intensity");
                    break;
                case "quality":
                    quality = Quality($"{field}.quality");
                    break;
                case "erase":
                    if (json.TokenType is not (JsonTokenType.True or JsonTokenType.False))
                        throw new DrawingFormatException($"{field}.erase", "must be true or false.");
                    erase = json.GetBoolean();
                    break;
                case "samples":
                    dabs = Samples($"{field}.samples");
                    break;
                default:
                    throw Unknown($"{field}.{name}", "intensity, quality, erase, samples");
            }
        }

        if (dabs is not { } list) throw new DrawingFormatException($"{field}.samples", "is missing.");
        if (erase) return PainStroke.Eraser(list);
        if (intensity is not { } level)
            throw new DrawingFormatException($"{field}.intensity", "is missing; allowed are 0 to 10.");
        return PainStroke.Pen(level, quality, list);
    }

    private ImmutableArray<SurfaceSample> Samples(string field)
    {
        Expect(JsonTokenType.StartArray, field, "a list");
        var list = ImmutableArray.CreateBuilder<SurfaceSample>();
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            if (++samples > SamplesMax) throw new DrawingFormatException(field, $"more than {SamplesMax} dabs in the drawing.");
            list.Add(Sample($"{field}[{list.Count}]"));
        }

        return list.ToImmutable();
    }

    private SurfaceSample Sample(string field)
    {
        Expect(JsonTokenType.StartArray, field, "[cell, u, v, radius]");
        int cells = surface.Mesh.CellCount;
        json.Read();
        if (json.TokenType != JsonTokenType.Number || !json.TryGetInt32(out int cell) || cell < 0 || cell >= cells)
            throw new DrawingFormatException($"{field}[0]", $"cell {Shown()} is not a whole number from 0 to {cells - 1}.");
        float u = Number($"{field}[1]", "u", 0, 1);
        float v = Number($"{field}[2]", "v", 0, 1);
        if (u + v > 1 + Slack) throw new DrawingFormatException(field, $"u + v is {u + v}; allowed is at most 1.");
        float radius = Number($"{field}[3]", "radius", SurfaceSample.RadiusCmMin, SurfaceSample.RadiusCmMax);
        json.Read();
        Expect(JsonTokenType.EndArray, field, "[cell, u, v, radius]");
        return new SurfaceSample(new SurfacePlace(cell, u, v), radius);
    }

    private InsetMark Inset(string field)
    {
        Expect(JsonTokenType.StartObject, field, "an object");
        string? zone = null, side = null;
        double? intensity = null;
        PainQuality? quality = null;
        while (Property(field) is { } name)
        {
            switch (name)
            {
                case "zone":
                    zone = Text($"{field}.zone");
                    break;
                case "side":
                    side = Text($"{field}.side");
                    break;
                case "intensity":
                    intensity = Intensity($"{field}.intensity");
                    break;
                case "quality":
                    quality = Quality($"{field}.quality");
                    break;
                default:
                    throw Unknown($"{field}.{name}", "zone, side, intensity, quality");
            }
        }

        if (intensity is not { } level)
            throw new DrawingFormatException($"{field}.intensity", "is missing; allowed are 0 to 10.");
        return new InsetMark(zone ?? "", Place(field, zone, side), level, quality);
    }

    private readonly Side Place(string field, string? zone, string? side)
    {
        if (zone is null || !surface.Zones.Zones.Any(z => z.Id == zone))
            throw new DrawingFormatException($"{field}.zone", $"there is no zone '{zone}'; allowed are the ids of zones.json.");
        Side[] sides = [.. surface.Zones.Sites.Where(s => s.Zone.Id == zone).Select(s => s.Side)];
        int i = Array.FindIndex(sides, s => s.ToWord() == side);
        return i >= 0 ? sides[i] : throw new DrawingFormatException(
            $"{field}.side", $"'{side}' is not a side of {zone}; allowed are {string.Join(", ", sides.Select(s => s.ToWord()))}.");
    }

    private double Intensity(string field)
    {
        if (json.TokenType == JsonTokenType.Number && json.TryGetDouble(out double value) && value is >= 0 and <= 10)
            return value;
        throw new DrawingFormatException(field, $"{Shown()} is not an intensity; allowed are numbers from 0 to 10.");
    }

    private PainQuality? Quality(string field)
    {
        if (json.TokenType == JsonTokenType.Null) return null;
        string word = Text(field);
        return PainQualities.TryParse(word, out PainQuality quality) ? quality : throw new DrawingFormatException(
            field, $"'{word}' is not a quality; allowed are {string.Join(", ", PainQualities.Words)}.");
    }

    private float Number(string field, string what, float min, float max)
    {
        json.Read();
        if (json.TokenType == JsonTokenType.Number && json.TryGetSingle(out float value) && value >= min && value <= max)
            return value;
        throw new DrawingFormatException(field, $"{what} {Shown()} is not a number from {min} to {max}.");
    }

    private string Text(string field)
    {
        Expect(JsonTokenType.String, field, "a text");
        return json.GetString()!;
    }

    /// <summary>The next property's name, standing on its value; null at the end of the object.</summary>
    private string? Property(string field)
    {
        json.Read();
        if (json.TokenType == JsonTokenType.EndObject) return null;
        Expect(JsonTokenType.PropertyName, field, "a property");
        string name = json.GetString()!;
        json.Read();
        return name;
    }

    private readonly void Expect(JsonTokenType token, string field, string shape)
    {
        if (json.TokenType != token) throw new DrawingFormatException(field, $"must be {shape}.");
    }

    private readonly string Shown() => json.TokenType switch
    {
        JsonTokenType.Number when json.ValueSpan.Length <= 40 => System.Text.Encoding.ASCII.GetString(json.ValueSpan),
        JsonTokenType.String => "(a text)",
        _ => $"({json.TokenType})",
    };

    private static DrawingFormatException Unknown(string field, string allowed) =>
        new(field, $"is not a field of drawings; allowed are {allowed}.");
}
