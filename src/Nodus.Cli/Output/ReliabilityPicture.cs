using System.Globalization;
using System.Text;
using Nodus.Cli.Vignettes;

namespace Nodus.Cli.Output;

/// <summary>A reliability diagram as SVG: what was said against what was seen, and how often each was said.</summary>
internal static class ReliabilityPicture
{
    private const int Size = 320, Margin = 48, Foot = 70;

    /// <summary>Draws one.</summary>
    /// <param name="title">What it shows.</param>
    /// <param name="calibration">The numbers.</param>
    public static string Svg(string title, Calibration calibration)
    {
        var svg = new StringBuilder();
        int width = Size + (2 * Margin), height = Size + (2 * Margin) + Foot;
        svg.AppendLine(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" font-family=\"sans-serif\" font-size=\"12\" role=\"img\" aria-label=\"{title}\">");
        svg.AppendLine(CultureInfo.InvariantCulture, $"<rect width=\"{width}\" height=\"{height}\" fill=\"#ffffff\"/>");
        svg.AppendLine(CultureInfo.InvariantCulture, $"<text x=\"{Margin}\" y=\"24\" font-size=\"14\">{title}</text>");
        for (int tick = 0; tick <= Calibration.BinCount; tick += 2)
        {
            double at = (double)tick / Calibration.BinCount;
            svg.AppendLine(CultureInfo.InvariantCulture, $"<path d=\"M{X(at)} {Y(0)}V{Y(1)}M{X(0)} {Y(at)}H{X(1)}\" stroke=\"#dddddd\"/>");
            svg.AppendLine(CultureInfo.InvariantCulture, $"<text x=\"{X(at)}\" y=\"{Y(0) + 16}\" text-anchor=\"middle\">{at:0.0}</text><text x=\"{X(0) - 6}\" y=\"{Y(at) + 4}\" text-anchor=\"end\">{at:0.0}</text>");
        }

        svg.AppendLine(CultureInfo.InvariantCulture, $"<path d=\"M{X(0)} {Y(0)}L{X(1)} {Y(1)}\" stroke=\"#888888\" stroke-dasharray=\"4 4\"/>");
        ReliabilityBin[] said = [.. calibration.Bins.Where(bin => bin.Count > 0)];
        if (said.Length > 0)
            svg.AppendLine(CultureInfo.InvariantCulture, $"<polyline points=\"{string.Join(' ', said.Select(bin => $"{X(bin.Said)},{Y(bin.Seen)}"))}\" fill=\"none\" stroke=\"#1f5fa8\" stroke-width=\"2\"/>");
        foreach (ReliabilityBin bin in said)
        {
            Interval range = Interval.Wilson((int)Math.Round(bin.Seen * bin.Count), bin.Count);
            svg.AppendLine(CultureInfo.InvariantCulture, $"<path d=\"M{X(bin.Said)} {Y(range.Low)}V{Y(range.High)}\" stroke=\"#1f5fa8\"/><circle cx=\"{X(bin.Said)}\" cy=\"{Y(bin.Seen)}\" r=\"4\" fill=\"#1f5fa8\"/>");
        }

        WriteCounts(svg, calibration.Bins);
        svg.AppendLine(CultureInfo.InvariantCulture, $"<text x=\"{X(0.5)}\" y=\"{height - 8}\" text-anchor=\"middle\">said (bars: how often, log scale); lines: 95 % interval</text>");
        svg.AppendLine(CultureInfo.InvariantCulture, $"<text transform=\"translate(14 {Y(0.5)}) rotate(-90)\" text-anchor=\"middle\">seen</text>");
        return svg.AppendLine("</svg>").ToString();
    }

    private static void WriteCounts(StringBuilder svg, IReadOnlyList<ReliabilityBin> bins)
    {
        double most = Math.Log10(1 + Math.Max(1, bins.Max(bin => bin.Count)));
        int bottom = Size + Margin + Foot;
        for (int bin = 0; bin < bins.Count; bin++)
        {
            double tall = (Foot - 28) * Math.Log10(1 + bins[bin].Count) / most;
            svg.AppendLine(CultureInfo.InvariantCulture,
                $"<rect x=\"{X((double)bin / bins.Count) + 2}\" y=\"{bottom - tall:0.0}\" width=\"{((double)Size / bins.Count) - 4:0}\" height=\"{tall:0.0}\" fill=\"#9db8d6\"><title>{bins[bin].Count}</title></rect>");
        }
    }

    private static double X(double value) => Math.Round(Margin + (Size * value), 1);

    private static double Y(double value) => Math.Round(Margin + (Size * (1 - value)), 1);
}
