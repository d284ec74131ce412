using System.Text;
using Nodus.Anatomy;
using Nodus.Anatomy.Paint;

namespace Nodus.Clinical.Knowledge;

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
        if (Paired && side == Side.Midline)
            throw new ArgumentOutOfRangeException(nameof(side), side, $"{Id} lies left or right.");
        return DabFile.On(mesh, kind == ReferralKind.Essential ? Essential : Spillover, mirrored: Paired && side == Side.Right);
    }
}

/// <summary>The painted patterns of all trigger points and rivals: <c>referral.bin</c> of the compiled data.</summary>
public sealed class ReferralPaint
{
    private const uint Signature = 0x3250_524E; // "NRP2"

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
    public static ReferralDab Rounded(ReferralDab dab) => DabFile.Rounded(dab);

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
            DabFile.Write(writer, pattern.Essential);
            DabFile.Write(writer, pattern.Spillover);
        }
    }

    /// <summary>Reads the file.</summary>
    /// <exception cref="InvalidDataException">Not such a file, or damaged.</exception>
    public static ReferralPaint Read(Stream stream) => DabFile.Read(stream, Signature, "referral patterns", (reader, atlasVersion) =>
    {
        int count = reader.ReadInt32();
        var patterns = new List<PaintedReferral>();
        for (int i = 0; i < count; i++)
        {
            string id = reader.ReadString();
            bool paired = reader.ReadBoolean();
            patterns.Add(new PaintedReferral(id, DabFile.Read(reader), DabFile.Read(reader), paired));
        }

        return new ReferralPaint(atlasVersion, patterns);
    });
}
