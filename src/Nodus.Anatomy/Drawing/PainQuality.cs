namespace Nodus.Anatomy.Drawing;

/// <summary>What a pain feels like.</summary>
public enum PainQuality
{
    /// <summary>Dull, deep.</summary>
    Aching,

    /// <summary>Stabbing, cutting.</summary>
    Sharp,

    /// <summary>Hot.</summary>
    Burning,

    /// <summary>Pins and needles.</summary>
    Tingling,

    /// <summary>Loss of feeling.</summary>
    Numb,

    /// <summary>Hard to move.</summary>
    Stiff,

    /// <summary>Pulsing.</summary>
    Throbbing,

    /// <summary>Seizing, like a cramp.</summary>
    Cramping,

    /// <summary>Darting along a line.</summary>
    Shooting,
}

/// <summary>Words of <see cref="PainQuality"/>.</summary>
public static class PainQualities
{
    private static readonly string[] Names =
        ["aching", "sharp", "burning", "tingling", "numb", "stiff", "throbbing", "cramping", "shooting"];

    /// <summary>All words, in the order of the enumeration.</summary>
    public static IReadOnlyList<string> Words => Names;

    /// <summary>The word used in files and interfaces: lower case English.</summary>
    public static string ToWord(this PainQuality quality) => Names[(int)quality];

    /// <summary>Reads a word; false for an unknown one.</summary>
    public static bool TryParse(string? word, out PainQuality quality)
    {
        int i = Array.IndexOf(Names, word);
        quality = i < 0 ? default : (PainQuality)i;
        return i >= 0;
    }
}
