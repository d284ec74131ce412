using System.Numerics;

namespace Nodus.Anatomy.Rendering;

/// <summary>The studio light of the clay pictures: a soft key from the upper left, a cool fill, sky and floor.</summary>
/// <remarks>It stands with the camera, so every view is lit alike, as on a page of plates.</remarks>
internal sealed class ClayLight
{
    // Near white: a consumer multiplies the picture with a skin tone.
    private static readonly Vector3 Clay = new(0.925f, 0.905f, 0.885f);

    private readonly Vector3 toCamera, key, fill, half;

    public ClayLight(BodyView view)
    {
        toCamera = -view.Direction;
        key = Vector3.Normalize(view.Right * -0.55f + view.Up * 0.65f + toCamera * 0.75f);
        fill = Vector3.Normalize(view.Right * 0.8f + view.Up * 0.1f + toCamera * 0.45f);
        half = Vector3.Normalize(key + toCamera);
        Up = view.Up;
    }

    private Vector3 Up { get; }

    /// <summary>Linear colour of a piece of skin.</summary>
    /// <param name="normal">Unit outward normal.</param>
    /// <param name="openness">Share of open sky, 0 to 1.</param>
    public Vector3 Shade(Vector3 normal, float openness)
    {
        float open = 0.22f + 0.78f * openness;
        float wrap = MathF.Pow(Math.Max(0, (Vector3.Dot(normal, key) + 0.35f) / 1.35f), 1.3f);
        float fromRight = Math.Max(0, Vector3.Dot(normal, fill));
        float sky = 0.5f + 0.5f * Vector3.Dot(normal, Up);
        float facing = Math.Clamp(Vector3.Dot(normal, toCamera), 0, 1);
        float turned = 1 - facing;
        float edge = 1 - 0.38f * turned * turned * turned;
        Vector3 ambient = new Vector3(0.40f, 0.405f, 0.42f) * ((0.6f + 0.4f * sky) * open);
        Vector3 direct = new Vector3(0.66f, 0.63f, 0.59f) * (wrap * (0.35f + 0.65f * open));
        Vector3 cool = new Vector3(0.10f, 0.115f, 0.14f) * (fromRight * open);
        float gloss = 0.06f * MathF.Pow(Math.Max(0, Vector3.Dot(normal, half)), 22) * open;
        return (Clay * (ambient + direct + cool) + new Vector3(gloss)) * (1.1f * edge);
    }

    /// <summary>To display bytes, with a gentle curve.</summary>
    public static void Encode(Vector3 colour, Span<byte> rgb)
    {
        rgb[0] = Byte(colour.X);
        rgb[1] = Byte(colour.Y);
        rgb[2] = Byte(colour.Z);

        static byte Byte(float v) => (byte)(MathF.Pow(Math.Clamp(v, 0, 1), 1 / 1.15f) * 255 + 0.5f);
    }
}
