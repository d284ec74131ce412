using System.Collections.Immutable;

namespace Nodus.Anatomy.Drawing;

/// <summary>One stroke of the pen, or of the eraser.</summary>
/// <remarks>
/// The eraser is a stroke too: it takes away what earlier strokes left under it and nothing of later ones. So nothing
/// drawn is ever cut to pieces, undo is dropping the last stroke, and a drawing keeps its resolution.
/// </remarks>
public sealed class PainStroke : IEquatable<PainStroke>
{
    private PainStroke(bool erases, double intensity, PainQuality? quality, ImmutableArray<SurfaceSample> samples)
    {
        Erases = erases;
        Intensity = intensity;
        Quality = quality;
        Samples = samples;
    }

    /// <summary>True for a stroke of the eraser; intensity and quality then mean nothing.</summary>
    public bool Erases { get; }

    /// <summary>Intensity of the pain, 0 to 10; 0 says that it was asked and does not hurt, and is not counted as pain.</summary>
    public double Intensity { get; }

    /// <summary>What it feels like; null where it was not said.</summary>
    public PainQuality? Quality { get; }

    /// <summary>Dabs in the order drawn.</summary>
    public ImmutableArray<SurfaceSample> Samples { get; }

    /// <summary>A stroke of the pen.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An intensity outside 0 to 10.</exception>
    public static PainStroke Pen(double intensity, PainQuality? quality, ImmutableArray<SurfaceSample> samples)
    {
        if (!(intensity is >= 0 and <= 10))
            throw new ArgumentOutOfRangeException(nameof(intensity), intensity, "Intensity is 0 to 10.");
        return new PainStroke(false, intensity, quality, samples);
    }

    /// <summary>A stroke of the eraser.</summary>
    public static PainStroke Eraser(ImmutableArray<SurfaceSample> samples) => new(true, 0, null, samples);

    /// <summary>The same stroke on the other half of the body.</summary>
    public PainStroke MirroredOn(BodyMesh mesh) =>
        new(Erases, Intensity, Quality, [.. Samples.Select(s => s.MirroredOn(mesh))]);

    /// <inheritdoc/>
    public bool Equals(PainStroke? other) =>
        other is not null && Erases == other.Erases && Intensity == other.Intensity && Quality == other.Quality
        && Samples.AsSpan().SequenceEqual(other.Samples.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PainStroke);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Erases, Intensity, Quality, Samples.Length);
}

/// <summary>Pain in a zone without skin, tapped on an inset.</summary>
/// <param name="ZoneId">A zone with <c>HasSkin</c> false, or one that an inset shows as well.</param>
/// <param name="Side">Left or right for a paired zone, else midline.</param>
/// <param name="Intensity">0 to 10.</param>
/// <param name="Quality">What it feels like; null where it was not said.</param>
public sealed record InsetMark(string ZoneId, Side Side, double Intensity, PainQuality? Quality);
