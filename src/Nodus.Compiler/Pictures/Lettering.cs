using SkiaSharp;

namespace Nodus.Compiler.Pictures;

/// <summary>The typefaces of pictures. They are carried along: a server may have no font at all, and text would vanish silently.</summary>
public static class Lettering
{
    private static readonly Lazy<SKTypeface> RegularFace = new(() => Load("Inter-Regular.ttf"));
    private static readonly Lazy<SKTypeface> SemiBoldFace = new(() => Load("Inter-SemiBold.ttf"));

    /// <summary>Inter Regular (SIL Open Font Licence, see Fonts/OFL.txt).</summary>
    public static SKTypeface Regular => RegularFace.Value;

    /// <summary>Inter SemiBold (SIL Open Font Licence, see Fonts/OFL.txt).</summary>
    public static SKTypeface SemiBold => SemiBoldFace.Value;

    private static SKTypeface Load(string name)
    {
        using Stream file = typeof(Lettering).Assembly.GetManifestResourceStream("Nodus.Compiler.Fonts." + name)!;
        return SKTypeface.FromStream(file);
    }
}
