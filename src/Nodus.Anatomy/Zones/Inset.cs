using System.Text.Json;

namespace Nodus.Anatomy.Zones;

/// <summary>What a shape of an inset is for.</summary>
public enum InsetRole
{
    /// <summary>Drawn, but nothing to tap.</summary>
    Outline,

    /// <summary>A fine line inside, drawn lighter.</summary>
    Detail,

    /// <summary>Stands for a zone; can be tapped.</summary>
    Zone,
}

/// <summary>One shape of an inset.</summary>
/// <param name="Role">What it is for.</param>
/// <param name="ZoneId">The zone it stands for; null for the others.</param>
/// <param name="Side">The zone's side; midline for the others.</param>
/// <param name="Path">SVG path data in the inset's own units.</param>
public sealed record InsetShape(InsetRole Role, string? ZoneId, Side Side, string Path);

/// <summary>A word written in an inset.</summary>
/// <param name="X">Middle of the word.</param>
/// <param name="Y">Its base line.</param>
/// <param name="Text">The word.</param>
public sealed record InsetLabel(double X, double Y, string Text);

/// <summary>
/// A schematic drawing of zones that have no skin: the dental arches, mouth and throat, the pelvic floor. The viewer
/// looks at the person, so the body's right is on the left.
/// </summary>
/// <param name="Id">Stable id.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Width">Width in the inset's own units.</param>
/// <param name="Height">Height in the same units.</param>
/// <param name="Shapes">Shapes, those below first.</param>
/// <param name="Labels">Words.</param>
public sealed record Inset(
    string Id, string Title, double Width, double Height, IReadOnlyList<InsetShape> Shapes, IReadOnlyList<InsetLabel> Labels)
{
    /// <summary>Reads <c>insets.json</c>.</summary>
    /// <exception cref="InvalidDataException">The file is wrong, or names a zone or side that does not exist.</exception>
    public static IReadOnlyList<Inset> Read(ReadOnlyMemory<byte> json, ZoneMap zones)
    {
        ArgumentNullException.ThrowIfNull(zones);
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            return [.. document.RootElement.GetProperty("insets").EnumerateArray().Select(e => One(e, zones))];
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new InvalidDataException($"insets.json: {e.Message}", e);
        }
    }

    private static Inset One(JsonElement e, ZoneMap zones)
    {
        string id = Text(e, "id");
        return new Inset(
            id,
            Text(e, "title"),
            e.GetProperty("width").GetDouble(),
            e.GetProperty("height").GetDouble(),
            [.. e.GetProperty("shapes").EnumerateArray().Select(s => Shape(s, id, zones))],
            [.. e.GetProperty("labels").EnumerateArray().Select(
                l => new InsetLabel(l.GetProperty("x").GetDouble(), l.GetProperty("y").GetDouble(), Text(l, "text")))]);
    }

    private static InsetShape Shape(JsonElement e, string inset, ZoneMap zones)
    {
        InsetRole role = Text(e, "role") switch
        {
            "outline" => InsetRole.Outline,
            "detail" => InsetRole.Detail,
            "zone" => InsetRole.Zone,
            var other => throw new InvalidDataException($"insets.json, {inset}: role '{other}' is not outline, detail or zone."),
        };
        if (role != InsetRole.Zone) return new InsetShape(role, null, Side.Midline, Text(e, "path"));
        string zone = Text(e, "zone"), word = Text(e, "side");
        foreach (Side side in Enum.GetValues<Side>())
            if (side.ToWord() == word && zones.TryFind(zone, side, out _)) return new InsetShape(role, zone, side, Text(e, "path"));
        throw new InvalidDataException($"insets.json, {inset}: there is no zone '{zone}' {word}.");
    }

    private static string Text(JsonElement e, string name) =>
        e.GetProperty(name).GetString() ?? throw new InvalidDataException($"insets.json: '{name}' is empty.");
}
