using System.Numerics;

namespace Nodus.Anatomy.Paint;

/// <summary>One dab of paint: a soft round spot on the skin.</summary>
/// <param name="Position">Centre, centimetres.</param>
/// <param name="Normal">Unit outward normal at the centre.</param>
/// <param name="RadiusCm">Where the paint ends.</param>
/// <param name="Strength">How strongly it fills, 0 to 1.</param>
public readonly record struct PaintSample(Vector3 Position, Vector3 Normal, float RadiusCm, float Strength)
{
    /// <summary>The same dab on the other half of the body.</summary>
    public PaintSample Mirrored() => this with
    {
        Position = Position with { X = -Position.X },
        Normal = Normal with { X = -Normal.X },
    };
}
