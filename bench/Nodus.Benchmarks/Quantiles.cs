namespace Nodus.Benchmarks;

/// <summary>Order statistics of measurements.</summary>
internal static class Quantiles
{
    /// <summary>The least value that this part of all is at or below.</summary>
    /// <param name="sorted">At least one value, ascending.</param>
    /// <param name="part">Above 0, at most 1.</param>
    public static double At(this double[] sorted, double part) => sorted[(int)Math.Ceiling(part * sorted.Length) - 1];

    /// <summary>The median of a value of each of some items, at least one.</summary>
    public static double Median<T>(IReadOnlyCollection<T> all, Func<T, double> value)
    {
        double[] sorted = [.. all.Select(value).Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
