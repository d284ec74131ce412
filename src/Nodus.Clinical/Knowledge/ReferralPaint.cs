using System.Numerics;
using System.Text;
using Nodus.Anatomy;
using Nodus.Anatomy.Paint;

namespace Nodus.Clinical.Knowledge;

/// <summary>One dab of a referral pattern, by its address on the skin, so that every build of the body can show it.</summary>
/// <param name="Centre">Where, for a point on the body's left.</param>
/// <param name="RadiusCm">Where the paint ends, 0.4 to 9 cm.</param>
/// <param name="Strength">How strongly it fills, 0 to 1.</param>
public readonly record struct ReferralDab(SurfacePlace Centre, float RadiusCm, float Strength);

/// <summary>The painted pattern of one trigger point or rival.</summary>
/// <param name="Id">Id of the <see cref="TriggerPoint"/> (it has a dot) or of the <see cref="Rival"/> (it has none).</param>
/// <param name="Essential">Dabs of the essential pattern, stroke after stroke.</param>
/// <param name="Spillover">Dabs of the spillover pattern, stroke after stroke.</param>
/// <param name="Paired">False for a rival that exists once: its dabs lie as they are, whichever side is asked for.</param>
public sealed record PaintedReferral(
    string Id, IReadOnlyList<ReferralDab> Essential, IReadOnlyList<ReferralDab> Spillover, bool Paired = true)
{
    /// <summary>The pattern as paint on a build, for what lies on the given side.</summary>
    /// <param name="mesh">Any build of the atlas that the pattern was compiled with.</param>
    /// <param name="side">Side of the trigger point or rival: left or right; any for what exists once.</param>
    /// <param name="kind">Which part of the pattern.</param>
    /// <exception cref="ArgumentOutOfRangeException">The midline: what is paired lies left or right.</exception>
    /// <exception cref="ArgumentException">The mesh lacks a cell: the pattern belongs to another atlas.</exception>
    public PaintSample[] On(BodyMesh mesh, Side side, ReferralKind kind)
    {
        ArgumentNullException.ThrowIfNull(mesh);
        if (Paired && side == Side.Midline)
            throw new ArgumentOutOfRangeException(nameof(side), side, $"{Id} lies left or right.");
        IReadOnlyList<ReferralDab> dabs = kind == ReferralKind.Essential ? Essential : Spillover;
        var samples = new PaintSample[dabs.Count];
        for (int i = 0; i < samples.Length; i++)
        {
            ReferralDab dab = dabs[i];
            if (dab.Centre.Cell >= mesh.CellCount)
                throw new ArgumentException($"The mesh has no cell {dab.Centre.Cell}; the pattern belongs to another atlas.", nameof(mesh));
            SurfacePlace centre = Paired && side == Side.Right ? dab.Centre.Mirrored(mesh) : dab.Centre;
            Vector3 position = centre.PositionOn(mesh), normal = centre.NormalOn(mesh);
            samples[i] = new PaintSample(position, normal, dab.RadiusCm, dab.Strength);
        }

        return samples;
    }
}

/// <summary>
/// The painted patterns of all trigger points and rivals: <c>referral.bin</c> of the compiled data. Six bytes a dab, because the
/// browser loads it before the first pattern can be shown: cell (2), barycentric weights (1 + 1), radius in steps of
/// 0.05 cm (1), strength in hundredths (1).
/// </summary>
public sealed class ReferralPaint
{
    private const uint Signature = 0x3250_524E; // "NRP2"
    private const float RadiusStepCm = 0.05f;
    private const float StrengthStep = 0.01f;

    private readonly Dictionary<string, PaintedReferral> byId;

    /// <summary>Gathers patterns.</summary>
    /// <param name="atlasVersion">Version of the atlas whose cells the dabs name.</param>
    /// <param name="patterns">One a trigger point, one a rival.</param>
    /// <exception cref="ArgumentException">An id occurs twice.</exception>
    public ReferralPaint(string atlasVersion, IReadOnlyList<PaintedReferral> patterns)
    {
        AtlasVersion = Require.Text(atlasVersion);
        Patterns = Require.List(patterns);
        byId = new Dictionary<string, PaintedReferral>(patterns.Count, StringComparer.Ordinal);
        foreach (PaintedReferral pattern in patterns)
        {
            if (!byId.TryAdd(pattern.Id, pattern))
                throw new ArgumentException($"There are two patterns for '{pattern.Id}'.", nameof(patterns));
        }
    }

    /// <summary>Version of the atlas whose cells the dabs name.</summary>
    public string AtlasVersion { get; }

    /// <summary>All patterns, in the order of the knowledge base.</summary>
    public IReadOnlyList<PaintedReferral> Patterns { get; }

    /// <summary>The pattern of a trigger point or rival; null for an unknown id.</summary>
    public PaintedReferral? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>A dab rounded to what the file can hold.</summary>
    public static ReferralDab Rounded(ReferralDab dab)
    {
        (byte u, byte v) = Weights(dab.Centre);
        return new ReferralDab(
            new SurfacePlace(dab.Centre.Cell, u / 255f, v / 255f),
            RadiusSteps(dab) * RadiusStepCm,
            StrengthSteps(dab) * StrengthStep);
    }

    /// <summary>Writes the file, the same bytes for the same content.</summary>
    public void Write(Stream stream)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(Signature);
        writer.Write(AtlasVersion);
        writer.Write(Patterns.Count);
        foreach (PaintedReferral pattern in Patterns)
        {
            writer.Write(pattern.Id);
            writer.Write(pattern.Paired);
            WriteDabs(writer, pattern.Essential);
            WriteDabs(writer, pattern.Spillover);
        }
    }

    /// <summary>Reads the file.</summary>
    /// <exception cref="InvalidDataException">Not such a file, or damaged.</exception>
    public static ReferralPaint Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        // All of it first: what fails after that is damage, what fails here is the disk or the line.
        using var whole = new MemoryStream();
        stream.CopyTo(whole);
        whole.Position = 0;
        using var reader = new BinaryReader(whole, Encoding.UTF8);
        try
        {
            if (reader.ReadUInt32() != Signature) throw new InvalidDataException("Not a file of referral patterns.");
            string atlasVersion = reader.ReadString();
            int count = reader.ReadInt32();
            var patterns = new List<PaintedReferral>();
            for (int i = 0; i < count; i++)
            {
                string id = reader.ReadString();
                bool paired = reader.ReadBoolean();
                patterns.Add(new PaintedReferral(id, ReadDabs(reader), ReadDabs(reader), paired));
            }

            return new ReferralPaint(atlasVersion, patterns);
        }
        catch (Exception fault) when (fault is IOException or ArgumentException or FormatException)
        {
            throw new InvalidDataException($"The file of referral patterns is damaged: {fault.Message}", fault);
        }
    }

    private static void WriteDabs(BinaryWriter writer, IReadOnlyList<ReferralDab> dabs)
    {
        writer.Write(checked((ushort)dabs.Count));
        foreach (ReferralDab dab in dabs)
        {
            (byte u, byte v) = Weights(dab.Centre);
            writer.Write(checked((ushort)dab.Centre.Cell));
            writer.Write(u);
            writer.Write(v);
            writer.Write(RadiusSteps(dab));
            writer.Write(StrengthSteps(dab));
        }
    }

    private static ReferralDab[] ReadDabs(BinaryReader reader)
    {
        var dabs = new ReferralDab[reader.ReadUInt16()];
        for (int i = 0; i < dabs.Length; i++)
        {
            dabs[i] = new ReferralDab(
                new SurfacePlace(reader.ReadUInt16(), reader.ReadByte() / 255f, reader.ReadByte() / 255f),
                reader.ReadByte() * RadiusStepCm,
                reader.ReadByte() * StrengthStep);
        }

        return dabs;
    }

    /// <summary>Weights in 255ths; the second is cut where rounding would push the sum beyond the cell's edge.</summary>
    private static (byte U, byte V) Weights(SurfacePlace point)
    {
        int u = (int)MathF.Round(Math.Clamp(point.U, 0, 1) * 255), v = (int)MathF.Round(Math.Clamp(point.V, 0, 1) * 255);
        return ((byte)u, (byte)Math.Min(v, 255 - u));
    }

    private static byte RadiusSteps(ReferralDab dab) => checked((byte)MathF.Round(dab.RadiusCm / RadiusStepCm));

    private static byte StrengthSteps(ReferralDab dab) => checked((byte)MathF.Round(dab.Strength / StrengthStep));
}
