using System.Globalization;

namespace Nodus.Web.Client.Locate;

/// <summary>Probabilities as they are shown.</summary>
public static class Odds
{
    /// <summary>Such as <c>45 %</c>; never none and never all.</summary>
    public static string Percent(double probability) => probability switch
    {
        < 0.01 => "under 1 %",
        > 0.99 => "over 99 %",
        _ => string.Create(CultureInfo.InvariantCulture, $"{100 * probability:0} %"),
    };

    /// <summary>As the width of a bar, a CSS declaration.</summary>
    public static string Width(double probability) =>
        string.Create(CultureInfo.InvariantCulture, $"width: {100 * probability:0.#}%");
}
