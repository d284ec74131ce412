using System.Numerics;
using Nodus.Anatomy.Rendering;

namespace Nodus.Compiler.Figures;

/// <summary>Aims the camera of a figure and gives the picture its size.</summary>
internal static class FigureFraming
{
    private const int LongPx = 480, ShortPx = 320;

    // A picture that cuts the body fades out over this part of its height.
    private const float FadePart = 0.07f;

    /// <summary>The camera that has all of what is asked for in the picture.</summary>
    public static BodyView Aim(FigureStage stage, FigureEntry entry)
    {
        FigureCamera camera = entry.Camera;
        (float sinA, float cosA) = MathF.SinCos(float.DegreesToRadians(camera.Azimuth));
        (float sinE, float cosE) = MathF.SinCos(float.DegreesToRadians(camera.Elevation));
        Vector3 look = -new Vector3(sinA * cosE, sinE, cosA * cosE);
        Vector3 right = Vector3.Normalize(new Vector3(cosA, 0, -sinA)), up = Vector3.Cross(right, look);
        IEnumerable<Vector3> shown = camera.Frame.Count > 0
            ? camera.Frame.Concat(entry.Arrows.SelectMany(a => (FigurePlace[])[a.From, a.To])).Select(place => stage.Locate(place).Point)
            : stage.Skin.Positions.Concat(stage.Things.SelectMany(t => t.Positions));
        (Vector2 least, Vector2 most, float depth) = (new Vector2(float.MaxValue), new Vector2(float.MinValue), 0);
        int count = 0;
        foreach (Vector3 p in shown)
        {
            var q = new Vector2(Vector3.Dot(p, right), Vector3.Dot(p, up));
            (least, most) = (Vector2.Min(least, q), Vector2.Max(most, q));
            depth += Vector3.Dot(p, look);
            count++;
        }

        Vector2 half = (most - least) / 2 + new Vector2(camera.MarginCm), middle = (least + most) / 2;
        float aspect = half.Y / half.X;
        int width = aspect > 1 ? (int)Math.Clamp(LongPx / aspect, ShortPx, LongPx) : LongPx;
        int height = aspect > 1 ? LongPx : (int)Math.Clamp(LongPx * aspect, ShortPx, LongPx);
        float halfHeight = Math.Max(half.Y, half.X * height / width);
        Vector3 centre = right * middle.X + up * middle.Y + look * (depth / count);
        return new BodyView(entry.Id, entry.Title, look, up, centre, halfHeight, width, height)
        {
            NearCm = -400, FarCm = 400, FadeCm = camera.Frame.Count > 0 ? FadePart * 2 * halfHeight : 0,
        };
    }
}
