using System.Numerics;
using Nodus.Anatomy.Paint;

namespace Nodus.Anatomy.Zones;

/// <summary>Which zone each cell of the body belongs to.</summary>
public sealed class ZoneMap
{
    private readonly Dictionary<(string, Side), ZoneSite> byId = [];
    private readonly double[] areaCm2;
    private readonly byte[] zoneOfHalf;

    private ZoneMap(BodyMesh mesh, IReadOnlyList<Zone> zones, byte[] zoneOfHalf)
    {
        Zones = zones;
        this.zoneOfHalf = zoneOfHalf;
        var sites = new List<ZoneSite>();
        var left = new int[zones.Count];
        for (int z = 0; z < zones.Count; z++)
        {
            left[z] = sites.Count;
            bool paired = zones[z].Laterality == ZoneLaterality.Paired;
            sites.Add(new ZoneSite(sites.Count, zones[z], paired ? Side.Left : Side.Midline));
            if (paired) sites.Add(new ZoneSite(sites.Count, zones[z], Side.Right));
        }

        Sites = sites;
        foreach (ZoneSite site in sites) byId.Add((site.Zone.Id, site.Side), site);
        SiteOfCell = new int[mesh.CellCount];
        areaCm2 = new double[sites.Count];
        int[] right = [.. left.Select(site => Mirrored(sites[site]).Index)];
        ReadOnlySpan<float> areas = mesh.AreasCm2;
        for (int cell = 0, half = zoneOfHalf.Length; cell < half; cell++)
        {
            int zone = zoneOfHalf[cell];
            SiteOfCell[cell] = left[zone];
            SiteOfCell[cell + half] = right[zone];
            areaCm2[left[zone]] += areas[cell];
            areaCm2[right[zone]] += areas[cell];
        }

        BodyAreaCm2 = areaCm2.Sum();
    }

    /// <summary>The zones, in the order of the vocabulary.</summary>
    public IReadOnlyList<Zone> Zones { get; }

    /// <summary>Every zone of every side: in the zones' order a midline site, or the left one and then the right.</summary>
    public IReadOnlyList<ZoneSite> Sites { get; }

    /// <summary>For each cell the number of its site.</summary>
    public int[] SiteOfCell { get; }

    /// <summary>Skin of the whole (neutral) body, in square centimetres.</summary>
    public double BodyAreaCm2 { get; }

    /// <summary>Grows the zones from their seeds.</summary>
    /// <param name="mesh">The neutral build.</param>
    /// <param name="path">Ways over the same mesh.</param>
    /// <param name="zonesJson">The vocabulary, <c>zones.json</c>.</param>
    /// <param name="seedsJson">Where each zone grows from, <c>zone-seeds.json</c>.</param>
    /// <exception cref="InvalidDataException">A file is wrong; the message says where.</exception>
    public static ZoneMap Grow(
        BodyMesh mesh, SurfacePath path, ReadOnlyMemory<byte> zonesJson, ReadOnlyMemory<byte> seedsJson)
    {
        IReadOnlyDictionary<string, ZoneSeed[]> seeds = ZoneVocabulary.ReadSeeds(seedsJson);
        IReadOnlyList<Zone> zones = ZoneVocabulary.Read(zonesJson, seeds);
        if (zones.Count > byte.MaxValue) throw new InvalidDataException("zones.json: at most 255 zones fit the atlas.");
        byte[] zoneOf = ZonePartition.Divide(mesh, path, zones, seeds);
        ILookup<int, int> cells = Enumerable.Range(0, zoneOf.Length).ToLookup(cell => (int)zoneOf[cell]);
        return new ZoneMap(
            mesh,
            [.. zones.Select((zone, z) => zone with { Patches = ZonePatches.Divide(mesh, [.. cells[z]], zone.Laterality == ZoneLaterality.Midline) })],
            zoneOf);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The data does not fit the mesh.</exception>
    public static ZoneMap Read(BinaryReader reader, BodyMesh mesh)
    {
        var zones = new Zone[reader.ReadByte()];
        for (int z = 0; z < zones.Length; z++)
        {
            zones[z] = new Zone(
                reader.ReadString(), reader.ReadString(), reader.ReadString(), (ZoneLaterality)reader.ReadByte(),
                reader.ReadString(), reader.ReadString(), ReadList(reader), reader.ReadBoolean()) { Patches = ReadPatches(reader) };
        }

        byte[] zoneOf = reader.ReadBytes(mesh.CellCount / 2);
        if (zoneOf.Length != mesh.CellCount / 2 || Array.Exists(zoneOf, z => z >= zones.Length))
            throw new InvalidDataException("The atlas's zones do not fit its mesh.");
        return new ZoneMap(mesh, zones, zoneOf);
    }

    /// <summary>Writes the zones; the mesh is written elsewhere.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.Write((byte)Zones.Count);
        foreach (Zone z in Zones)
        {
            writer.Write(z.Id);
            writer.Write(z.Name);
            writer.Write(z.View);
            writer.Write((byte)z.Laterality);
            writer.Write(z.Area);
            writer.Write(z.Landmarks);
            writer.Write((byte)z.Neighbours.Count);
            foreach (string n in z.Neighbours) writer.Write(n);
            writer.Write(z.HasSkin);
            writer.Write((byte)z.Patches.Count);
            foreach (ZonePatch patch in z.Patches)
            {
                writer.Write(patch.Centre.X);
                writer.Write(patch.Centre.Y);
                writer.Write(patch.Centre.Z);
                writer.Write(patch.AreaShare);
            }
        }

        writer.Write(zoneOfHalf);
    }

    /// <summary>Skin of a site in square centimetres (neutral build); 0 for a site without skin.</summary>
    public double AreaCm2(ZoneSite site) => areaCm2[site.Index];

    /// <summary>Finds a site; false where the zone does not exist, or not on that side.</summary>
    public bool TryFind(string zoneId, Side side, out ZoneSite site) => byId.TryGetValue((zoneId, side), out site!);

    /// <summary>The same zone on the other side; a midline site is its own mirror image.</summary>
    public ZoneSite Mirrored(ZoneSite site) => site.Side switch
    {
        Side.Left => Sites[site.Index + 1],
        Side.Right => Sites[site.Index - 1],
        _ => site,
    };

    private static ZonePatch[] ReadPatches(BinaryReader reader)
    {
        var patches = new ZonePatch[reader.ReadByte()];
        for (int i = 0; i < patches.Length; i++)
            patches[i] = new ZonePatch(new Vector3(reader.ReadSingle(), reader.ReadSingle(), reader.ReadSingle()), reader.ReadDouble());
        return patches;
    }

    private static string[] ReadList(BinaryReader reader)
    {
        var list = new string[reader.ReadByte()];
        for (int i = 0; i < list.Length; i++) list[i] = reader.ReadString();
        return list;
    }
}
