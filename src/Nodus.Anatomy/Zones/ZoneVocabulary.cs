using System.Text.Json;

namespace Nodus.Anatomy.Zones;

/// <summary>Readers of <c>zones.json</c> and <c>zone-seeds.json</c>.</summary>
internal static class ZoneVocabulary
{
    /// <summary>Reads the zones in file order; a zone without seeds has no skin.</summary>
    /// <exception cref="InvalidDataException">A field is missing or a zone is named twice.</exception>
    public static IReadOnlyList<Zone> Read(ReadOnlyMemory<byte> json, IReadOnlyDictionary<string, ZoneSeed[]> seeds)
    {
        using JsonDocument document = Open(json, "zones.json");
        var zones = new List<Zone>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (JsonElement e in Field(document.RootElement, "zones", "zones.json").EnumerateArray())
        {
            string id = Text(e, "id", "zones.json");
            if (!ids.Add(id)) throw new InvalidDataException($"zones.json: zone '{id}' is there twice.");
            ZoneLaterality laterality = Text(e, "laterality", $"zones.json, {id}") switch
            {
                "paired" => ZoneLaterality.Paired,
                "midline" => ZoneLaterality.Midline,
                var other => throw new InvalidDataException($"zones.json, {id}: laterality '{other}' is not paired or midline."),
            };
            zones.Add(new Zone(
                id,
                Text(e, "name", id),
                Text(e, "view", id),
                laterality,
                Text(e, "area", id),
                Text(e, "landmarks", id),
                [.. Field(e, "neighbours", id).EnumerateArray().Select(n => n.GetString()!)],
                seeds.ContainsKey(id)));
        }

        foreach (string id in seeds.Keys)
            if (!ids.Contains(id)) throw new InvalidDataException($"zone-seeds.json: there is no zone '{id}'.");
        return zones;
    }

    /// <summary>Reads the seeds by zone id.</summary>
    /// <exception cref="InvalidDataException">A seed has no place.</exception>
    public static IReadOnlyDictionary<string, ZoneSeed[]> ReadSeeds(ReadOnlyMemory<byte> json)
    {
        using JsonDocument document = Open(json, "zone-seeds.json");
        var seeds = new Dictionary<string, ZoneSeed[]>(StringComparer.Ordinal);
        foreach (JsonProperty zone in Field(document.RootElement, "zones", "zone-seeds.json").EnumerateObject())
        {
            ZoneSeed[] list = [.. zone.Value.EnumerateArray().Select(e => Seed(e, zone.Name))];
            if (list.Length == 0) throw new InvalidDataException($"zone-seeds.json, {zone.Name}: no seeds.");
            if (!seeds.TryAdd(zone.Name, list))
                throw new InvalidDataException($"zone-seeds.json: zone '{zone.Name}' is there twice.");
        }

        return seeds;
    }

    private static ZoneSeed Seed(JsonElement e, string zone)
    {
        string[] through = [.. Field(e, "through", zone).EnumerateArray().Select(p => p.GetString()!)];
        if (through.Length == 0) throw new InvalidDataException($"zone-seeds.json, {zone}: a seed needs a place.");
        return new ZoneSeed(through, e.TryGetProperty("biasCm", out JsonElement bias) ? bias.GetSingle() : 0);
    }

    private static JsonDocument Open(ReadOnlyMemory<byte> json, string file)
    {
        try
        {
            return JsonDocument.Parse(json);
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{file}: {e.Message}", e);
        }
    }

    private static JsonElement Field(JsonElement e, string name, string where) =>
        e.TryGetProperty(name, out JsonElement value) ? value
        : throw new InvalidDataException($"{where}: the field '{name}' is missing.");

    private static string Text(JsonElement e, string name, string where) =>
        Field(e, name, where).GetString() ?? throw new InvalidDataException($"{where}: '{name}' is empty.");
}

/// <summary>Where a zone grows from.</summary>
/// <param name="Through">A line over the skin through these places, or one spot.</param>
/// <param name="BiasCm">
/// Head start: a zone with bias 2 meets its neighbour 1 cm nearer to the neighbour than half way. Large zones have it.
/// </param>
internal sealed record ZoneSeed(string[] Through, float BiasCm);
