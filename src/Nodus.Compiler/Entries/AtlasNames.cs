using System.Text.Json;
using Nodus.Anatomy;

namespace Nodus.Compiler.Entries;

/// <summary>The names of the body atlas and of the muscle list that knowledge files may use.</summary>
/// <param name="Landmarks">Landmark id to whether it exists on both sides.</param>
/// <param name="Zones">Zone id to what can be said of it.</param>
/// <param name="Muscles">Muscle id to its group, in the order of the list.</param>
internal sealed record AtlasNames(
    IReadOnlyDictionary<string, bool> Landmarks,
    IReadOnlyDictionary<string, ZoneName> Zones,
    IReadOnlyDictionary<string, string> Muscles)
{
    /// <summary>Reads them from the data folder.</summary>
    /// <exception cref="InvalidDataException">A list is damaged; the message names the file.</exception>
    public static AtlasNames Read(string dataFolder) => new(
        Entries(dataFolder, "atlas/landmarks.json", "landmarks")
            .ToDictionary(Id, entry => entry.GetProperty("paired").GetBoolean(), StringComparer.Ordinal),
        Entries(dataFolder, "atlas/zones.json", "zones")
            .ToDictionary(Id, entry => new ZoneName(Word(entry, "laterality") is "paired", Word(entry, "view") is not ("intraoral" or "pelvic")), StringComparer.Ordinal),
        Entries(dataFolder, "knowledge/muscles.json", "muscles")
            .ToDictionary(Id, entry => Word(entry, "group"), StringComparer.Ordinal));

    private static string Id(JsonElement entry) => Word(entry, "id");

    private static string Word(JsonElement entry, string key) => entry.GetProperty(key).GetString() ?? "";

    private static IReadOnlyList<JsonElement> Entries(string dataFolder, string file, string list) =>
        Read(dataFolder, file, root => (JsonElement[])[.. root.GetProperty(list).EnumerateArray().Select(entry => entry.Clone())]);

    private static T Read<T>(string dataFolder, string file, Func<JsonElement, T> read)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(dataFolder, file)));
            return read(document.RootElement);
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new InvalidDataException($"{file}: {fault.Message}", fault);
        }
    }
}

/// <summary>What a knowledge file needs to know of a zone.</summary>
/// <param name="Paired">Once on either side, not once in the middle.</param>
/// <param name="HasSkin">Part of the body surface; a zone without skin can only be an inset.</param>
internal readonly record struct ZoneName(bool Paired, bool HasSkin)
{
    /// <summary>The side of the zone in the pattern of a point on the left.</summary>
    public Side SideFor(bool opposite) => !Paired ? Side.Midline : opposite ? Side.Right : Side.Left;
}
