namespace Nodus.Cli.Vignettes;

/// <summary>A probability that was given, and whether it was so.</summary>
/// <param name="Probability">0 to 1.</param>
/// <param name="IsTrue">Whether it was so.</param>
internal readonly record struct Forecast(double Probability, bool IsTrue);

/// <summary>Forecasts of about the same probability.</summary>
/// <param name="Count">How many.</param>
/// <param name="Said">Their mean probability; 0 when there are none.</param>
/// <param name="Seen">How often it was so.</param>
internal readonly record struct ReliabilityBin(int Count, double Said, double Seen);

/// <summary>How far probabilities can be taken at their word.</summary>
/// <param name="Bins">Ten equal bins from 0 to 1.</param>
/// <param name="Brier">Mean of (probability - outcome) squared (Brier 1950, Mon Weather Rev 78:1-3).</param>
/// <param name="ExpectedError">Mean over the forecasts of |said - seen| of their bin (ECE: Naeini 2015, AAAI 29:2901-2907).</param>
internal sealed record Calibration(IReadOnlyList<ReliabilityBin> Bins, double Brier, double ExpectedError)
{
    /// <summary>Number of bins.</summary>
    public const int BinCount = 10;

    /// <summary>Works it out.</summary>
    public static Calibration Of(IReadOnlyList<Forecast> forecasts)
    {
        var bins = new ReliabilityBin[BinCount];
        ILookup<int, Forecast> byBin = forecasts.ToLookup(one => Math.Min(BinCount - 1, (int)(one.Probability * BinCount)));
        for (int bin = 0; bin < BinCount; bin++)
        {
            Forecast[] of = [.. byBin[bin]];
            if (of.Length > 0) bins[bin] = new ReliabilityBin(of.Length, of.Average(one => one.Probability), (double)of.Count(one => one.IsTrue) / of.Length);
        }

        if (forecasts.Count == 0) return new Calibration(bins, 0, 0);
        return new Calibration(
            bins, forecasts.Average(one => Square(one.Probability - (one.IsTrue ? 1 : 0))),
            bins.Sum(bin => bin.Count * Math.Abs(bin.Said - bin.Seen)) / forecasts.Count);
    }

    private static double Square(double value) => value * value;
}
