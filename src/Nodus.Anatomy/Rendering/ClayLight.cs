using System.Numerics;

namespace Nodus.Anatomy.Rendering;

/// <summary>The studio light of the clay pictures: a soft key from the upper left, sky, and a lamp at the camera.</summary>
/// <remarks>
/// It stands with the camera, so every view is lit alike, as on a page of plates. Light is one number, turned into
/// colour by a ramp from warm shadow to near white: shadows look like skin, not like metal, and a consumer can multiply
/// the picture with a skin tone.
/// </remarks>
internal sealed class ClayLight
{
    // Colour at brightness 0, 1/4, 1/2, 3/4 and 1.
    private static readonly Vector3[] Ramp =
    [
        new(0.235f, 0.195f, 0.195f), new(0.455f, 0.405f, 0.395f), new(0.690f, 0.650f, 0.630f),
        new(0.885f, 0.862f, 0.842f), new(0.992f, 0.986f, 0.978f),
    ];

    private readonly Vector3 toCamera, key, half, sky, back;

    public ClayLight(BodyView view)
    {
        toCamera = -view.Direction;
        // A camera that looks down would have its own "up" run away along the floor; the light stays above.
        var upright = new Vector3(0, 1, 0);
        Vector3 up = Vector3.Normalize(view.Up + upright * (1.2f * Math.Max(0, Vector3.Dot(upright, toCamera))));
        key = Vector3.Normalize(view.Right * -0.55f + up * 0.55f + toCamera * 0.8f);
        half = Vector3.Normalize(key + toCamera);
        sky = Vector3.Normalize(up * 0.8f + toCamera * 0.45f);
        back = Vector3.Normalize(view.Right * 0.85f + up * 0.35f - toCamera * 0.25f);
    }

    /// <summary>Brightness of a piece of skin.</summary>
    /// <param name="normal">Unit outward normal.</param>
    /// <param name="openness">Share of open sky, 0 to 1.</param>
    public float Shade(Vector3 normal, float openness)
    {
        float open = 0.12f + 0.88f * openness;
        // Light creeps a little beyond the terminator, as it does in skin.
        float wrapped = Math.Max(0, (Vector3.Dot(normal, key) + 0.4f) / 1.4f);
        float direct = MathF.Pow(wrapped, 1.35f) * (0.3f + 0.7f * open);
        float ambient = (0.62f + 0.38f * Vector3.Dot(normal, sky)) * open;
        float facing = Math.Clamp(Vector3.Dot(normal, toCamera), 0, 1), turned = 1 - facing;
        float rim = turned * turned * Math.Max(0, Vector3.Dot(normal, back)) * open;
        float gloss = MathF.Pow(Math.Max(0, Vector3.Dot(normal, half)), 18) * open;
        float light = 0.51f * direct + 0.24f * ambient + 0.21f * facing * open + 0.10f * rim + 0.045f * gloss;
        // The outline is a little darker, as if drawn.
        return light * (1 - 0.34f * turned * turned * turned);
    }

    /// <summary>The colour of a brightness, as display bytes.</summary>
    public static void Encode(float brightness, Span<byte> rgb)
    {
        float at = Math.Clamp(brightness, 0, 1) * (Ramp.Length - 1);
        int stop = Math.Min((int)at, Ramp.Length - 2);
        Vector3 colour = Vector3.Lerp(Ramp[stop], Ramp[stop + 1], at - stop) * 255;
        rgb[0] = (byte)(colour.X + 0.5f);
        rgb[1] = (byte)(colour.Y + 0.5f);
        rgb[2] = (byte)(colour.Z + 0.5f);
    }
}
