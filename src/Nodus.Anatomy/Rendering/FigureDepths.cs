using System.Numerics;

namespace Nodus.Anatomy.Rendering;

/// <summary>How deep a figure is at each pixel: tells whether a place of the body is seen in it, and where.</summary>
public sealed class FigureDepths
{
    // A place on a slope may lie deeper than the middle of its pixel; a hand or ball on a place presses into the skin.
    private const float SlackCm = 1.5f;

    private readonly BodyView view;
    private readonly float[] depths;

    private FigureDepths(BodyView view, float[] depths)
    {
        this.view = view;
        this.depths = depths;
    }

    /// <summary>Measures a figure.</summary>
    /// <param name="positions">The posed skin.</param>
    /// <param name="triangles">Its cells.</param>
    /// <param name="things">What is beside it.</param>
    /// <param name="view">The camera.</param>
    public static FigureDepths Of(Vector3[] positions, int[] triangles, IReadOnlyList<Solid> things, BodyView view)
    {
        ArgumentNullException.ThrowIfNull(things);
        ArgumentNullException.ThrowIfNull(view);
        float[] nearest = Rasterization.Of(view, positions, triangles, 1).Depths;
        foreach (Solid thing in things)
        {
            float[] own = Rasterization.Of(view, thing.Positions, thing.Triangles, 1).Depths;
            for (int i = 0; i < nearest.Length; i++) nearest[i] = Math.Min(nearest[i], own[i]);
        }

        return new FigureDepths(view, nearest);
    }

    /// <summary>Where a place of the skin is in the picture.</summary>
    /// <param name="point">The place, posed, centimetres.</param>
    /// <param name="normal">Unit outward normal there.</param>
    /// <param name="x">Pixels from the left.</param>
    /// <param name="y">Pixels from the top.</param>
    /// <returns>False where it is turned away, covered, or outside; the pixels are right nevertheless.</returns>
    public bool TryProject(Vector3 point, Vector3 normal, out float x, out float y)
    {
        Vector3 p = view.Project(point);
        (x, y) = (p.X, p.Y);
        if (x < 0 || y < 0 || x >= view.WidthPx || y >= view.HeightPx) return false;
        return Vector3.Dot(normal, view.Direction) < 0.1f && p.Z - depths[(int)y * view.WidthPx + (int)x] < SlackCm;
    }
}
