using System.Numerics;
using System.Text;
using Nodus.Anatomy;
using Nodus.Anatomy.Paint;

namespace Nodus.Clinical.Knowledge;

/// <summary>One dab of paint on the skin, by its address, so that every build of the body can show it.</summary>
/// <param name="Centre">Where, for what lies on the body's left.</param>
/// <param name="RadiusCm">Where the paint ends, 0.4 to 9 cm.</param>
/// <param name="Strength">How strongly it fills, 0 to 1.</param>
public readonly record struct ReferralDab(SurfacePlace Centre, float RadiusCm, float Strength);

/// <summary>
/// Dabs as bytes. Six bytes a dab, because the browser loads them before the first pattern can be shown: cell (2),
/// barycentric weights (1 + 1), radius in steps of 0.05 cm (1), strength in hundredths (1).
/// </summary>
internal static class DabFile
{
    private const float RadiusStepCm = 0.05f;
    private const float StrengthStep = 0.01f;

    /// <summary>A dab rounded to what the file can hold.</summary>
    public static ReferralDab Rounded(ReferralDab dab)
    {
        (byte u, byte v) = Weights(dab.Centre);
        return new ReferralDab(
            new SurfacePlace(dab.Centre.Cell, u / 255f, v / 255f),
            RadiusSteps(dab) * RadiusStepCm,
            StrengthSteps(dab) * StrengthStep);
    }

    /// <summary>Dabs as paint on a build.</summary>
    /// <exception cref="ArgumentException">The mesh lacks a cell: the dabs belong to another atlas.</exception>
    public static PaintSample[] On(BodyMesh mesh, IReadOnlyList<ReferralDab> dabs, bool mirrored)
    {
        ArgumentNullException.ThrowIfNull(mesh);
        var samples = new PaintSample[dabs.Count];
        for (int i = 0; i < samples.Length; i++)
        {
            ReferralDab dab = dabs[i];
            if (dab.Centre.Cell >= mesh.CellCount)
                throw new ArgumentException($"The mesh has no cell {dab.Centre.Cell}; the pattern belongs to another atlas.", nameof(mesh));
            SurfacePlace centre = mirrored ? dab.Centre.Mirrored(mesh) : dab.Centre;
            Vector3 position = centre.PositionOn(mesh), normal = centre.NormalOn(mesh);
            samples[i] = new PaintSample(position, normal, dab.RadiusCm, dab.Strength);
        }

        return samples;
    }

    public static void Write(BinaryWriter writer, IReadOnlyList<ReferralDab> dabs)
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

    /// <summary>Reads a file of dabs that begins with a signature and the version of its atlas.</summary>
    /// <exception cref="InvalidDataException">Not such a file, or damaged.</exception>
    public static T Read<T>(Stream stream, uint signature, string what, Func<BinaryReader, string, T> read)
    {
        ArgumentNullException.ThrowIfNull(stream);
        // All of it first: what fails after that is damage, what fails here is the disk or the line.
        using var whole = new MemoryStream();
        stream.CopyTo(whole);
        whole.Position = 0;
        using var reader = new BinaryReader(whole, Encoding.UTF8);
        try
        {
            if (reader.ReadUInt32() != signature) throw new InvalidDataException($"Not a file of {what}.");
            return read(reader, reader.ReadString());
        }
        catch (Exception fault) when (fault is IOException or ArgumentException or FormatException)
        {
            throw new InvalidDataException($"The file of {what} is damaged: {fault.Message}", fault);
        }
    }

    public static ReferralDab[] Read(BinaryReader reader)
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
