using System.Numerics;

namespace Nodus.Anatomy.Rendering;

/// <summary>How the body stands.</summary>
public enum BodyPose
{
    /// <summary>Upright, arms hanging a little away from the trunk, palms forward.</summary>
    Standing,

    /// <summary>Arms lifted sideways above the shoulders: shows axilla, inner arm and the side of the chest.</summary>
    ArmsRaised,
}

/// <summary>A fixed camera on the body: parallel projection, square pixels.</summary>
/// <param name="Id">Stable id, e.g. <c>head_left</c>.</param>
/// <param name="Title">What a reader sees, e.g. <c>Head, left</c>.</param>
/// <param name="Direction">Unit direction the camera looks along.</param>
/// <param name="Up">Unit direction that is up in the picture, at right angles to the former.</param>
/// <param name="Centre">The point in the middle of the picture, centimetres.</param>
/// <param name="HalfHeightCm">Half the height of the picture on the body.</param>
/// <param name="WidthPx">Pixels across.</param>
/// <param name="HeightPx">Pixels down.</param>
public sealed record BodyView(
    string Id, string Title, Vector3 Direction, Vector3 Up, Vector3 Centre, float HalfHeightCm,
    int WidthPx, int HeightPx)
{
    /// <summary>How the body stands for this view.</summary>
    public BodyPose Pose { get; init; }

    /// <summary>Nothing nearer than this before the centre is shown.</summary>
    public float NearCm { get; init; } = -200;

    /// <summary>Nothing farther than this behind the centre is shown.</summary>
    public float FarCm { get; init; } = 200;

    /// <summary>Width of the rim over which a picture that cuts the body fades out; 0 for one that shows all of it.</summary>
    public float FadeCm { get; init; }

    /// <summary>The half of the body shown; <see cref="Side.Midline"/> for both.</summary>
    public Side Shows { get; init; } = Side.Midline;

    /// <summary>The direction that is to the right in the picture.</summary>
    public Vector3 Right => Vector3.Cross(Direction, Up);

    /// <summary>Scale of the picture.</summary>
    public float PixelsPerCm => HeightPx / (2 * HalfHeightCm);

    /// <summary>How solid the picture is at a pixel: 1 inside, falling to 0 at a rim that cuts the body.</summary>
    public float SolidityAt(float x, float y)
    {
        if (FadeCm <= 0) return 1;
        float fade = FadeCm * PixelsPerCm;
        return Rise(Math.Min(x, WidthPx - x) / fade) * Rise(Math.Min(y, HeightPx - y) / fade);

        static float Rise(float t)
        {
            t = Math.Clamp(t, 0, 1);
            return t * t * (3 - 2 * t);
        }
    }

    /// <summary>Where a point falls, in pixels from the top left corner, and its depth behind the centre.</summary>
    public Vector3 Project(Vector3 point)
    {
        Vector3 d = point - Centre;
        return new Vector3(
            WidthPx / 2f + Vector3.Dot(d, Right) * PixelsPerCm,
            HeightPx / 2f - Vector3.Dot(d, Up) * PixelsPerCm,
            Vector3.Dot(d, Direction));
    }

    /// <summary>The point at a depth under a place of the picture; the inverse of <see cref="Project"/>.</summary>
    public Vector3 Unproject(float x, float y, float depth) =>
        Centre + Right * ((x - WidthPx / 2f) / PixelsPerCm) + Up * ((HeightPx / 2f - y) / PixelsPerCm)
        + Direction * depth;
}
