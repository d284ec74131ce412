namespace Nodus.Inference;

/// <summary>
/// A binary circumstance that makes many causes likelier at once - a systemic perpetuating factor, or a tendency to
/// widespread pain. While it is present it multiplies the prior odds of its causes; findings hear of it through the causes
/// alone. Immutable.
/// </summary>
public sealed class SharedFactor
{
    private readonly SortedDictionary<int, double> _oddsRatios = [];

    /// <summary>Creates a factor.</summary>
    /// <param name="prior">P(present), 0 to 1.</param>
    /// <param name="effects">Causes with prior odds given that it is present divided by prior odds given that it is not: above
    /// 0, finite, usually above 1. The priors of the network are those given that every factor is absent.</param>
    /// <exception cref="ArgumentOutOfRangeException">The prior is not a probability, a cause is negative or an odds ratio is
    /// not above 0 and finite.</exception>
    /// <exception cref="ArgumentException">A cause is named twice.</exception>
    public SharedFactor(double prior, IEnumerable<(int Cause, double OddsRatio)> effects)
    {
        ArgumentNullException.ThrowIfNull(effects);
        if (!(prior >= 0 && prior <= 1))
            throw new ArgumentOutOfRangeException(nameof(prior), prior, "A probability must lie between 0 and 1.");
        Prior = prior;
        foreach (var (cause, oddsRatio) in effects)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(cause, nameof(effects));
            if (!(oddsRatio > 0 && double.IsFinite(oddsRatio)))
                throw new ArgumentOutOfRangeException(nameof(effects), oddsRatio, "An odds ratio must be above 0 and finite.");
            if (!_oddsRatios.TryAdd(cause, oddsRatio))
                throw new ArgumentException($"Cause {cause} is named twice.", nameof(effects));
        }
    }

    /// <summary>P(present), 0 to 1.</summary>
    public double Prior { get; }

    /// <summary>Odds ratios by cause, causes ascending.</summary>
    public IReadOnlyDictionary<int, double> OddsRatios => _oddsRatios;
}
