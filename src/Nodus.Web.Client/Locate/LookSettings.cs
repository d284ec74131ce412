namespace Nodus.Web.Client.Locate;

/// <summary>How the body looks on this device.</summary>
/// <param name="Build">The physique's id.</param>
/// <param name="Skin">The skin's colour, which the light picture is multiplied with.</param>
public sealed record LookSettings(string Build, string Skin)
{
    /// <summary>What a first visit shows.</summary>
    public static LookSettings Default { get; } = new("neutral", SkinTone.All[1].Colour);

    /// <summary>Reads what <see cref="ToText"/> wrote; the default where it is something else.</summary>
    public static LookSettings Parse(string? text)
    {
        string[] parts = text?.Split('|') ?? [];
        return parts.Length == 2 && SkinTone.All.Any(tone => tone.Colour == parts[1])
            ? new LookSettings(parts[0], parts[1])
            : Default;
    }

    /// <summary>The settings as one line.</summary>
    public string ToText() => $"{Build}|{Skin}";
}

/// <summary>A colour of skin to choose.</summary>
/// <param name="Name">Said by screen readers.</param>
/// <param name="Colour">CSS colour.</param>
public sealed record SkinTone(string Name, string Colour)
{
    /// <summary>Stone first, then from light to dark.</summary>
    public static IReadOnlyList<SkinTone> All { get; } =
    [
        new("Stone", "#f2efea"),
        new("Very light", "#f6e2d3"),
        new("Light", "#ecc9ae"),
        new("Medium", "#d6a582"),
        new("Tan", "#b98157"),
        new("Brown", "#8f5b3b"),
        new("Dark", "#6a4230"),
    ];
}
