using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using Nodus.Anatomy.Paint;

namespace Nodus.Compiler.Figures;

/// <summary>
/// A place in a figure in words: a place of the skin as in the knowledge (<c>mastoid</c>, <c>~mastoid</c> on the good
/// side, <c>a&gt;b:0.4</c>), <c>out 3</c> for so many centimetres off the skin, <c>+ (x y z)</c> for a way in the room; or
/// <c>(x y z)</c> alone, a point of the room.
/// </summary>
/// <param name="Skin">The place of the skin; null for a point of the room.</param>
/// <param name="OutCm">How far off the skin.</param>
/// <param name="Offset">The way in the room, or the point.</param>
internal sealed partial record FigurePlace(PlaceReference? Skin, float OutCm, Vector3 Offset)
{
    /// <summary>Reads a place.</summary>
    /// <exception cref="FormatException">The text does not follow the grammar.</exception>
    public static FigurePlace Parse(string text)
    {
        Match match = Grammar().Match(text);
        if (!match.Success)
            throw new FormatException($"'{text}' is no place; examples: mastoid, ~patella out 2, vertex + (0 10 0), (0 45 20).");
        Vector3 offset = match.Groups["way"].Success ? Direction(match.Groups["way"].Value) : Vector3.Zero;
        if (!match.Groups["skin"].Success) return new FigurePlace(null, 0, offset);
        float off = match.Groups["out"].Success ? float.Parse(match.Groups["out"].Value, CultureInfo.InvariantCulture) : 0;
        return new FigurePlace(PlaceReference.Parse(match.Groups["skin"].Value), off, offset);
    }

    /// <summary>Reads three numbers: <c>(0 1 0)</c>.</summary>
    /// <exception cref="FormatException">They are not three.</exception>
    public static Vector3 Direction(string text)
    {
        string[] words = text.Trim().TrimStart('(').TrimEnd(')').Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var n = new float[3];
        for (int i = 0; i < 3; i++)
        {
            if (words.Length != 3 || !float.TryParse(words[i], NumberStyles.Float, CultureInfo.InvariantCulture, out n[i]))
                throw new FormatException($"'{text}' should be three numbers like (0 1 0): left, up, forward.");
        }

        return new Vector3(n[0], n[1], n[2]);
    }

    [GeneratedRegex(
        @"^\s*(?:(?<skin>~?\w+(?:\s*>\s*~?\w+\s*:\s*[\d.]+)?)(?:\s+out\s+(?<out>-?[\d.]+))?(?:\s*\+\s*(?<way>\([^()]*\)))?|(?<way>\([^()]*\)))\s*$",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Grammar();
}
