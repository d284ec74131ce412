using System.IO.Compression;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;
using Nodus.Anatomy.Rendering;
using Nodus.Anatomy.Zones;

namespace Nodus.Anatomy;

/// <summary>What an atlas file holds.</summary>
internal sealed record AtlasContent(IReadOnlyList<BodyBuild> Builds, LandmarkSet Landmarks, AtlasZones Zones);

/// <summary>What an atlas says about zones.</summary>
/// <param name="Map">The zone of each cell.</param>
/// <param name="Regions"><c>body-regions.json</c>.</param>
/// <param name="Insets"><c>insets.json</c>.</param>
internal sealed record AtlasZones(ZoneMap Map, byte[] Regions, byte[] Insets);

/// <summary>The atlas file: four letters, the format, the length and the atlas's version, then the content, deflated.</summary>
/// <remarks>Positions are kept to 1/250 cm in 16 bits, normals as two 16-bit octahedral coordinates.</remarks>
internal static class AtlasFormat
{
    private const uint Magic = 0x5441444E; // "NDAT"
    private const int FormatVersion = 5;

    /// <summary>Bytes of an atlas's version: enough of a SHA-256 that no two atlases share it by chance.</summary>
    public const int VersionBytes = 8;

    private const float StepsPerCm = 250;
    private static readonly Vector3 Low = new(0, -20, -80);

    public static void Pack(string version, byte[] content, Stream to)
    {
        to.Write(BitConverter.GetBytes(Magic));
        to.Write(BitConverter.GetBytes(FormatVersion));
        to.Write(BitConverter.GetBytes(content.Length));
        to.Write(Convert.FromHexString(version));
        using var deflate = new ZLibStream(to, CompressionLevel.SmallestSize, leaveOpen: true);
        deflate.Write(content);
    }

    public static (string Version, byte[] Content) Unpack(Stream from)
    {
        try
        {
            var head = new byte[12 + VersionBytes];
            from.ReadExactly(head);
            if (BitConverter.ToUInt32(head) != Magic) throw new InvalidDataException("Not a body atlas.");
            if (BitConverter.ToInt32(head, 4) != FormatVersion)
                throw new InvalidDataException("A body atlas of another format version.");
            int length = BitConverter.ToInt32(head, 8);
            if (length is < 0 or > 1 << 28) throw new InvalidDataException("The body atlas is damaged.");
            var content = new byte[length];
            using var inflate = new ZLibStream(from, CompressionMode.Decompress, leaveOpen: true);
            inflate.ReadExactly(content);
            // Written, not worked out again: a browser takes a second to hash what it has just unpacked.
            return (Convert.ToHexStringLower(head.AsSpan(12)), content);
        }
        catch (IOException e)
        {
            throw new InvalidDataException("The body atlas ends too early, or is damaged.", e);
        }
    }

    /// <summary>A mesh as it will be read, so that everything made from it before writing agrees with the file.</summary>
    public static BodyMesh Rounded(BodyMesh mesh)
    {
        using var memory = new MemoryStream();
        using (var w = new BinaryWriter(memory, Encoding.UTF8, leaveOpen: true)) WriteSkin(w, mesh);
        memory.Position = 0;
        using var r = new BinaryReader(memory);
        return ReadSkin(r, mesh.HalfVertexCount, mesh.Triangles[..(mesh.Triangles.Length / 2)], mesh.SeamVertexCount).Value;
    }

    public static byte[] Encode(AtlasContent content)
    {
        using var memory = new MemoryStream();
        using (var w = new BinaryWriter(memory, Encoding.UTF8, leaveOpen: true))
        {
            BodyMesh first = content.Builds[0].Mesh;
            w.Write(first.SeamVertexCount);
            w.Write(first.HalfVertexCount);
            w.Write(first.CellCount / 2);
            WritePlanes(w, [.. first.Triangles.Take(first.Triangles.Length / 2).Select(v => (ushort)v)], 3);
            w.Write(content.Builds.Count);
            foreach (BodyBuild build in content.Builds)
            {
                w.Write(build.Id);
                w.Write(build.Label);
                WriteSkin(w, build.Mesh);
                WriteSkin(w, build.RaisedMesh);
                w.Write(build.Views.Count);
                foreach (BodyView view in build.Views) Write(w, view);
            }

            w.Write(content.Landmarks.All.Count);
            foreach (Landmark l in content.Landmarks.All)
            {
                w.Write(l.Id);
                w.Write(l.Label);
                w.Write(l.Region);
                w.Write((byte)l.Side);
                w.Write(l.Cell);
                Write(w, l.Position);
                Write(w, l.Normal);
            }

            content.Zones.Map.Write(w);
            Write(w, content.Zones.Regions);
            Write(w, content.Zones.Insets);
        }

        return memory.ToArray();
    }

    public static AtlasContent Decode(byte[] content)
    {
        try
        {
            using var r = new BinaryReader(new MemoryStream(content));
            int seam = r.ReadInt32(), half = r.ReadInt32(), halfCells = r.ReadInt32();
            int[] triangles = Array.ConvertAll(Planes(ReadPlaneBytes(r, halfCells, 3), 3), v => (int)v);
            var builds = new BodyBuild[r.ReadInt32()];
            for (int b = 0; b < builds.Length; b++)
            {
                string id = r.ReadString(), label = r.ReadString();
                Lazy<BodyMesh> mesh = ReadSkin(r, half, triangles, seam), raised = ReadSkin(r, half, triangles, seam);
                var views = new BodyView[r.ReadInt32()];
                for (int v = 0; v < views.Length; v++) views[v] = ReadView(r);
                builds[b] = new BodyBuild(id, label, mesh, raised, views);
            }

            var landmarks = new Landmark[r.ReadInt32()];
            for (int l = 0; l < landmarks.Length; l++)
            {
                landmarks[l] = new Landmark(
                    r.ReadString(), r.ReadString(), r.ReadString(), (Side)r.ReadByte(), r.ReadInt32(),
                    ReadVector(r), ReadVector(r));
            }

            var zones = new AtlasZones(ZoneMap.Read(r, builds[0].Mesh), ReadBytes(r), ReadBytes(r));
            return new AtlasContent(builds, new LandmarkSet(landmarks), zones);
        }
        catch (Exception e) when (e is EndOfStreamException or ArgumentException or OverflowException)
        {
            throw new InvalidDataException("The body atlas is damaged.", e);
        }
    }

    private static void WriteSkin(BinaryWriter w, BodyMesh mesh)
    {
        var places = new ushort[3 * mesh.HalfVertexCount];
        var normals = new ushort[2 * mesh.HalfVertexCount];
        for (int v = 0; v < mesh.HalfVertexCount; v++)
        {
            Vector3 q = (mesh.Positions[v] - Low) * StepsPerCm;
            (places[3 * v], places[3 * v + 1], places[3 * v + 2]) = (Round(q.X), Round(q.Y), Round(q.Z));
            // Octahedral map: the unit sphere folded onto a square (Cigolle et al. 2014).
            Vector3 n = mesh.Normals[v];
            n /= Math.Abs(n.X) + Math.Abs(n.Y) + Math.Abs(n.Z);
            (float x, float y) = n.Z >= 0
                ? (n.X, n.Y)
                : ((1 - Math.Abs(n.Y)) * Sign(n.X), (1 - Math.Abs(n.X)) * Sign(n.Y));
            (normals[2 * v], normals[2 * v + 1]) = (Round((x + 1) * 32767), Round((y + 1) * 32767));
        }

        WritePlanes(w, places, 3);
        WritePlanes(w, normals, 2);
    }

    private static Lazy<BodyMesh> ReadSkin(BinaryReader r, int half, int[] triangles, int seam)
    {
        byte[] places = ReadPlaneBytes(r, half, 3), folded = ReadPlaneBytes(r, half, 2);
        return new Lazy<BodyMesh>(() => Unfold(Planes(places, 3), Planes(folded, 2), triangles, seam));
    }

    /// <summary>In plain floats: a browser interprets this before anything can be ranked.</summary>
    private static BodyMesh Unfold(ushort[] places, ushort[] folded, int[] triangles, int seam)
    {
        int half = places.Length / 3;
        var positions = new Vector3[half];
        var normals = new Vector3[half];
        Span<float> p = MemoryMarshal.Cast<Vector3, float>(positions.AsSpan());
        Span<float> n = MemoryMarshal.Cast<Vector3, float>(normals.AsSpan());
        (float lowX, float lowY, float lowZ) = (Low.X, Low.Y, Low.Z);
        for (int v = 0, o = 0; v < half; v++, o += 3)
        {
            p[o] = places[o] / StepsPerCm + lowX;
            p[o + 1] = places[o + 1] / StepsPerCm + lowY;
            p[o + 2] = places[o + 2] / StepsPerCm + lowZ;
            float x = folded[2 * v] / 32767f - 1, y = folded[2 * v + 1] / 32767f - 1;
            float ax = Math.Abs(x), ay = Math.Abs(y), z = 1 - ax - ay;
            if (z < 0) (x, y) = ((1 - ay) * Sign(x), (1 - ax) * Sign(y));
            float length = MathF.Sqrt(x * x + y * y + z * z);
            (n[o], n[o + 1], n[o + 2]) = (x / length, y / length, z / length);
        }

        return new BodyMesh(positions, normals, triangles, seam);
    }

    private static float Sign(float v) => v >= 0 ? 1 : -1;

    private static ushort Round(float v) => checked((ushort)(v + 0.5f));

    // Differences, one coordinate after the other, first all low and then all high bytes: what deflate likes.
    private static void WritePlanes(BinaryWriter w, ushort[] values, int stride)
    {
        int count = values.Length / stride;
        var bytes = new byte[2 * values.Length];
        for (int c = 0, o = 0; c < stride; c++, o += 2 * count)
        {
            ushort before = 0;
            for (int i = 0; i < count; i++)
            {
                ushort value = values[i * stride + c], difference = (ushort)(value - before);
                before = value;
                (bytes[o + i], bytes[o + count + i]) = ((byte)difference, (byte)(difference >> 8));
            }
        }

        w.Write(bytes);
    }

    private static byte[] ReadPlaneBytes(BinaryReader r, int count, int stride)
    {
        var bytes = new byte[checked(2 * count * stride)];
        r.BaseStream.ReadExactly(bytes);
        return bytes;
    }

    private static ushort[] Planes(byte[] bytes, int stride)
    {
        int count = bytes.Length / (2 * stride);
        var values = new ushort[count * stride];
        for (int c = 0, o = 0; c < stride; c++, o += 2 * count)
        {
            ushort value = 0;
            for (int i = 0; i < count; i++)
                values[i * stride + c] = value = (ushort)(value + (bytes[o + i] | bytes[o + count + i] << 8));
        }

        return values;
    }

    private static void Write(BinaryWriter w, BodyView v)
    {
        w.Write(v.Id);
        w.Write(v.Title);
        Write(w, v.Direction);
        Write(w, v.Up);
        Write(w, v.Centre);
        w.Write(v.HalfHeightCm);
        w.Write(v.WidthPx);
        w.Write(v.HeightPx);
        w.Write(v.NearCm);
        w.Write(v.FarCm);
        w.Write(v.FadeCm);
        w.Write((byte)v.Shows);
        w.Write((byte)v.Pose);
    }

    private static BodyView ReadView(BinaryReader r) =>
        new(r.ReadString(), r.ReadString(), ReadVector(r), ReadVector(r), ReadVector(r), r.ReadSingle(), r.ReadInt32(),
            r.ReadInt32())
        {
            NearCm = r.ReadSingle(), FarCm = r.ReadSingle(), FadeCm = r.ReadSingle(), Shows = (Side)r.ReadByte(),
            Pose = (BodyPose)r.ReadByte(),
        };

    private static void Write(BinaryWriter w, Vector3 v) =>
        w.Write(MemoryMarshal.AsBytes(new ReadOnlySpan<Vector3>(in v)));

    private static Vector3 ReadVector(BinaryReader r) => new(r.ReadSingle(), r.ReadSingle(), r.ReadSingle());

    private static void Write(BinaryWriter w, byte[] bytes)
    {
        w.Write(bytes.Length);
        w.Write(bytes);
    }

    private static byte[] ReadBytes(BinaryReader r)
    {
        var bytes = new byte[r.ReadInt32()];
        r.BaseStream.ReadExactly(bytes);
        return bytes;
    }
}
