using Nodus.Clinical.Knowledge;

namespace Nodus.Clinical.Assessment;

/// <summary>
/// What a published rate of active points is worth. Nearly all prevalence studies are small, with one examiner, not
/// blinded and without a reference standard, so that what they report overstates what an independent examiner would
/// confirm (reviews call all of them low quality: Chiarotto 2016, Ribeiro 2018). The rate is therefore drawn towards a
/// baseline: logit(shrunk) = w logit(reported) + (1 - w) logit(0.10). Weights and baseline are elicited.
/// </summary>
public static class RateShrinkage
{
    /// <summary>The rate that everything is drawn towards.</summary>
    public const double Baseline = 0.10;

    /// <summary>The shrunk rate.</summary>
    /// <param name="reported">The rate as published, above 0 and below 1.</param>
    /// <param name="certainty">How sure it is.</param>
    public static double Shrunk(double reported, RateCertainty certainty)
    {
        double weight = Weight(certainty);
        double logit = weight * Logit(reported) + (1 - weight) * Logit(Baseline);
        return 1 / (1 + Math.Exp(-logit));
    }

    private static double Weight(RateCertainty certainty) => certainty switch
    {
        RateCertainty.Moderate => 0.75,
        RateCertainty.Low => 0.5,
        _ => 0.35,
    };

    private static double Logit(double probability) => Math.Log(probability / (1 - probability));
}
