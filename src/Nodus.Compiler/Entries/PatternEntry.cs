using Nodus.Anatomy.Paint;
using Nodus.Clinical.Knowledge;
using YamlDotNet.Core;

namespace Nodus.Compiler.Entries;

/// <summary>A pattern of pain as a file says it, written for the left side.</summary>
/// <param name="Laterality">To which side it goes.</param>
/// <param name="Sidedness">On which sides what causes it exists.</param>
/// <param name="Strokes">Essential strokes, then spillover.</param>
/// <param name="Insets">Zones without skin.</param>
internal sealed record PatternEntry(
    ReferralLaterality Laterality, Sidedness Sidedness, IReadOnlyList<StrokeEntry> Strokes, IReadOnlyList<InsetEntry> Insets)
{
    /// <summary>Whether it belongs to both halves of the body.</summary>
    public bool BothSides => Laterality == ReferralLaterality.Bilateral || Sidedness == Sidedness.Unpaired;

    /// <summary>True for a pattern of both halves whose strokes name one only; the other is their mirror image.</summary>
    public bool MirrorsItself => BothSides && !Strokes.Any(stroke => stroke.Crosses);
}

/// <summary>One stroke of a pattern.</summary>
/// <param name="Kind">Essential or spillover.</param>
/// <param name="Strength">How strongly it is filled, 0 to 1.</param>
/// <param name="Through">Its places in order, at least one, each with a radius.</param>
/// <param name="Words">The same places as written.</param>
/// <param name="At">Where it stands in the file.</param>
internal sealed record StrokeEntry(
    ReferralKind Kind,
    double Strength,
    IReadOnlyList<PlaceReference> Through,
    IReadOnlyList<string> Words,
    Mark At)
{
    /// <summary>Whether it names the opposite side.</summary>
    public bool Crosses => Through.Any(place => place.From.Opposite || place.Towards is { Opposite: true });
}

/// <summary>A zone without skin that belongs to a pattern.</summary>
internal sealed record InsetEntry(string Zone, ReferralKind Kind, double Strength);
