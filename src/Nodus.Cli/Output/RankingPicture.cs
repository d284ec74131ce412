using System.Globalization;
using System.Text;
using Nodus.Cli.Vignettes;

namespace Nodus.Cli.Output;

/// <summary>How often the cause is among the first three, method beside method, as bars in SVG.</summary>
internal static class RankingPicture
{
    private const int Left = 150, Wide = 420, Bar = 12, Gap = 14, Top = 58;

    private static readonly string[] Colours = ["#1f5fa8", "#c98a2b", "#7a7a7a"];

    /// <summary>Draws it.</summary>
    /// <param name="title">What it shows.</param>
    /// <param name="methods">The methods.</param>
    /// <param name="groups">Which groups, by name.</param>
    public static string Svg(string title, IReadOnlyList<MethodScore> methods, IReadOnlyList<string> groups)
    {
        int each = (Bar * methods.Count) + Gap, width = Left + Wide + 60, height = Top + (each * groups.Count) + 10;
        var svg = new StringBuilder();
        svg.AppendLine(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" font-family=\"sans-serif\" font-size=\"12\" role=\"img\" aria-label=\"{title}\">");
        svg.AppendLine(CultureInfo.InvariantCulture, $"<rect width=\"{width}\" height=\"{height}\" fill=\"#ffffff\"/><text x=\"10\" y=\"20\" font-size=\"14\">{title}</text>");
        for (int m = 0; m < methods.Count; m++)
        {
            svg.AppendLine(CultureInfo.InvariantCulture,
                $"<rect x=\"{10 + (m * 130)}\" y=\"32\" width=\"12\" height=\"12\" fill=\"{Colours[m]}\"/><text x=\"{28 + (m * 130)}\" y=\"42\">{methods[m].Method}</text>");
        }

        for (int g = 0; g < groups.Count; g++)
        {
            GroupScore? first = methods[0].Groups.FirstOrDefault(group => group.Name == groups[g]);
            if (first is null) continue;
            int y = Top + (g * each);
            svg.AppendLine(CultureInfo.InvariantCulture, $"<text x=\"{Left - 8}\" y=\"{y + (Bar * 2)}\" text-anchor=\"end\">{groups[g]} ({first.Cases})</text>");
            for (int m = 0; m < methods.Count; m++)
            {
                RankScore score = methods[m].Groups.First(group => group.Name == groups[g]).Own;
                int bar = y + (m * Bar), middle = bar + (Bar / 2);
                svg.AppendLine(CultureInfo.InvariantCulture,
                    $"<rect x=\"{Left}\" y=\"{bar}\" width=\"{score.Top3 * Wide:0.0}\" height=\"{Bar - 2}\" fill=\"{Colours[m]}\"/>" +
                    $"<path d=\"M{Left + (score.Top3Interval.Low * Wide):0.0} {middle}H{Left + (score.Top3Interval.High * Wide):0.0}\" stroke=\"#000000\"/>" +
                    $"<text x=\"{Left + Wide + 8}\" y=\"{bar + Bar - 2}\">{100 * score.Top3:0} %</text>");
            }
        }

        return svg.AppendLine("</svg>").ToString();
    }
}
