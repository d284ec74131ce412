using System.Numerics;

namespace Nodus.Anatomy.Rendering;

/// <summary>A drawn figure, and where places of the body are in it.</summary>
/// <param name="View">The camera.</param>
/// <param name="Picture">The pixels.</param>
/// <param name="Depths">Depth of what each pixel shows; infinite where it shows nothing.</param>
/// <param name="OnSkin">Whether it shows skin.</param>
public sealed record FigurePicture(BodyView View, ClayPicture Picture, float[] Depths, bool[] OnSkin)
{
    // A place on a slope may lie deeper than the middle of its pixel.
    private const float SlackCm = 1.2f;

    /// <summary>Where a point is in the picture, in pixels from the top left.</summary>
    /// <param name="point">A point of the posed skin, centimetres.</param>
    /// <param name="normal">Unit outward normal there.</param>
    /// <param name="x">Pixels from the left.</param>
    /// <param name="y">Pixels from the top.</param>
    /// <returns>False where it is turned away, covered, or outside.</returns>
    public bool TryProject(Vector3 point, Vector3 normal, out float x, out float y)
    {
        Vector3 p = View.Project(point);
        (x, y) = (p.X, p.Y);
        if (x < 0 || y < 0 || x >= View.WidthPx || y >= View.HeightPx) return false;
        return Vector3.Dot(normal, View.Direction) < 0.1f && p.Z - Depths[(int)y * View.WidthPx + (int)x] < SlackCm;
    }
}
