using Nodus.Anatomy.Paint;

namespace Nodus.Anatomy.Drawing;

/// <summary>One dab of the pen, by its address on the body.</summary>
/// <param name="Place">Where.</param>
/// <param name="RadiusCm">The pen's radius, 0.1 to 15 cm.</param>
public readonly record struct SurfaceSample(SurfacePlace Place, float RadiusCm)
{
    /// <summary>The smallest pen.</summary>
    public const float RadiusCmMin = 0.1f;

    /// <summary>The largest pen.</summary>
    public const float RadiusCmMax = 15f;

    /// <summary>The dab as paint on a build of the body.</summary>
    public PaintSample On(BodyMesh mesh) => new(Place.PositionOn(mesh), Place.NormalOn(mesh), RadiusCm, 1);

    /// <summary>The same dab on the other half.</summary>
    public SurfaceSample MirroredOn(BodyMesh mesh) => this with { Place = Place.Mirrored(mesh) };
}
