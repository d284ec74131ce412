namespace Nodus.Anatomy.Paint;

/// <summary>
/// Colours of intensities 0 to 10: pale amber over orange and red to a deep wine red. Each step is darker than the one
/// before it, so that the order is still seen without colour vision; the number is always written beside it.
/// </summary>
public sealed class PainColours
{
    private const int Steps = 100;

    // Lightness (CIE L*) falls from about 88 to 25 in near equal steps. Grade: elicited (design).
    private static readonly int[] Stops =
    [
        0xF6DD9A, 0xF8CF79, 0xF9BD5B, 0xF8A845, 0xF4903A, 0xEC7634, 0xE05A30, 0xCE412E, 0xB52B2F, 0x941C33, 0x6F1235,
    ];

    private PainColours()
    {
        var table = new byte[3 * (Steps + 1)];
        for (int i = 0; i <= Steps; i++)
        {
            int low = Math.Min(i / 10, Stops.Length - 2);
            float t = i / 10f - low;
            for (int c = 0; c < 3; c++)
            {
                int a = (Stops[low] >> (16 - 8 * c)) & 255, b = (Stops[low + 1] >> (16 - 8 * c)) & 255;
                table[3 * i + c] = (byte)MathF.Round(a + (b - a) * t);
            }
        }

        Table = table;
    }

    /// <summary>The one scale of the product.</summary>
    public static PainColours Standard { get; } = new();

    /// <summary>Red of referral patterns, 0xRRGGBB.</summary>
    public static int ReferralRed => 0xCD1A17;

    /// <summary>Red, green and blue of ten times the intensity, 0 to 100.</summary>
    internal byte[] Table { get; }

    /// <summary>The colour of an intensity, 0xRRGGBB.</summary>
    /// <param name="intensity">0 to 10; other values are cut.</param>
    public int Of(double intensity)
    {
        int i = 3 * (int)Math.Round(Math.Clamp(intensity, 0, 10) * 10);
        return (Table[i] << 16) | (Table[i + 1] << 8) | Table[i + 2];
    }
}
