using System.Text;
using Nodus.Anatomy;
using Nodus.Anatomy.Paint;

namespace Nodus.Clinical.Knowledge;

/// <summary>The painted skin of one danger zone.</summary>
/// <param name="Id">Id of the <see cref="DangerZone"/>.</param>
/// <param name="Dabs">Its skin, as it lies for the body's left.</param>
/// <param name="Paired">False for one that exists once: its dabs lie as they are, whichever side is asked for.</param>
public sealed record PaintedDangerZone(string Id, IReadOnlyList<ReferralDab> Dabs, bool Paired)
{
    /// <summary>Its skin as paint on a build.</summary>
    /// <param name="mesh">Any build of the atlas that it was compiled with.</param>
    /// <param name="side">Its side: left or right; any for what exists once.</param>
    /// <exception cref="ArgumentOutOfRangeException">The midline: what is paired lies left or right.</exception>
    /// <exception cref="ArgumentException">The mesh lacks a cell: it belongs to another atlas.</exception>
    public PaintSample[] On(BodyMesh mesh, Side side)
    {
        if (Paired && side == Side.Midline)
            throw new ArgumentOutOfRangeException(nameof(side), side, $"{Id} lies left or right.");
        return DabFile.On(mesh, Dabs, mirrored: Paired && side == Side.Right);
    }
}

/// <summary>
/// The painted skin of all danger zones: <c>danger-zones.bin</c> of the compiled data. A file of its own, because the
/// pen does not need it.
/// </summary>
public sealed class DangerZonePaint
{
    private const uint Signature = 0x315A_444E; // "NDZ1"

    private readonly Dictionary<string, PaintedDangerZone> byId;

    /// <summary>Gathers painted zones.</summary>
    /// <param name="atlasVersion">Version of the atlas whose cells the dabs name.</param>
    /// <param name="zones">One a danger zone.</param>
    /// <exception cref="ArgumentException">An id occurs twice.</exception>
    public DangerZonePaint(string atlasVersion, IReadOnlyList<PaintedDangerZone> zones)
    {
        AtlasVersion = Require.Text(atlasVersion);
        Zones = Require.List(zones);
        byId = new Dictionary<string, PaintedDangerZone>(zones.Count, StringComparer.Ordinal);
        foreach (PaintedDangerZone zone in zones)
        {
            if (!byId.TryAdd(zone.Id, zone))
                throw new ArgumentException($"There are two danger zones '{zone.Id}'.", nameof(zones));
        }
    }

    /// <summary>Version of the atlas whose cells the dabs name.</summary>
    public string AtlasVersion { get; }

    /// <summary>All painted zones, sorted by id.</summary>
    public IReadOnlyList<PaintedDangerZone> Zones { get; }

    /// <summary>The skin of a danger zone; null for an unknown id.</summary>
    public PaintedDangerZone? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>Writes the file, the same bytes for the same content.</summary>
    public void Write(Stream stream)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(Signature);
        writer.Write(AtlasVersion);
        writer.Write(Zones.Count);
        foreach (PaintedDangerZone zone in Zones)
        {
            writer.Write(zone.Id);
            writer.Write(zone.Paired);
            DabFile.Write(writer, zone.Dabs);
        }
    }

    /// <summary>Reads the file.</summary>
    /// <exception cref="InvalidDataException">Not such a file, or damaged.</exception>
    public static DangerZonePaint Read(Stream stream) => DabFile.Read(stream, Signature, "danger zones", (reader, atlasVersion) =>
    {
        int count = reader.ReadInt32();
        var zones = new List<PaintedDangerZone>();
        for (int i = 0; i < count; i++)
        {
            string id = reader.ReadString();
            bool paired = reader.ReadBoolean();
            zones.Add(new PaintedDangerZone(id, DabFile.Read(reader), paired));
        }

        return new DangerZonePaint(atlasVersion, zones);
    });
}
