using System.Globalization;

namespace Nodus.Anatomy.Paint;

/// <summary>A landmark as a place names it.</summary>
/// <param name="Id">The landmark's id.</param>
/// <param name="Opposite">True for <c>~id</c>: on the other side than the point it is said of.</param>
public readonly record struct LandmarkReference(string Id, bool Opposite);

/// <summary>
/// A place of the body surface in words, as in the knowledge files: <c>a</c>, <c>~a</c>, <c>a&gt;b:0.4</c>, in strokes
/// with a radius <c>a @3.2</c>.
/// </summary>
/// <param name="From">The landmark the place lies at, or starts from.</param>
/// <param name="Towards">The landmark it leads towards; null where the place is a landmark itself.</param>
/// <param name="Fraction">How far along the skin towards it, 0 to 1; 0 without <paramref name="Towards"/>.</param>
/// <param name="RadiusCm">The stroke's radius there; null where none is given.</param>
public sealed record PlaceReference(
    LandmarkReference From, LandmarkReference? Towards, float Fraction, float? RadiusCm)
{
    /// <summary>The smallest radius a stroke may have, in centimetres.</summary>
    public const float RadiusCmMin = 0.4f;

    /// <summary>The largest radius a stroke may have, in centimetres.</summary>
    public const float RadiusCmMax = 9f;

    /// <summary>Reads a place.</summary>
    /// <exception cref="FormatException">The text does not follow the grammar; the message says where.</exception>
    public static PlaceReference Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string place = text.Trim();
        float? radius = null;
        int at = place.IndexOf('@', StringComparison.Ordinal);
        if (at >= 0)
        {
            radius = Number(text, place[(at + 1)..], "radius", RadiusCmMin, RadiusCmMax);
            place = place[..at].TrimEnd();
        }

        int arrow = place.IndexOf('>', StringComparison.Ordinal);
        if (arrow < 0) return new PlaceReference(Landmark(text, place), null, 0, radius);
        int colon = place.IndexOf(':', arrow);
        if (colon < 0) throw new FormatException($"Place '{text}': after 'a>b' a fraction ':0.5' is needed.");
        return new PlaceReference(
            Landmark(text, place[..arrow]),
            Landmark(text, place[(arrow + 1)..colon]),
            Number(text, place[(colon + 1)..], "fraction", 0, 1),
            radius);
    }

    private static LandmarkReference Landmark(string text, string word)
    {
        string id = word.Trim();
        bool opposite = id.StartsWith('~');
        if (opposite) id = id[1..];
        if (id.Length == 0 || !id.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'))
            throw new FormatException($"Place '{text}': '{word.Trim()}' is no landmark id.");
        return new LandmarkReference(id, opposite);
    }

    private static float Number(string text, string word, string what, float min, float max)
    {
        if (!float.TryParse(word.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out float value)
            || !(value >= min && value <= max))
        {
            throw new FormatException($"Place '{text}': the {what} must be a number from {min} to {max}.");
        }

        return value;
    }
}
