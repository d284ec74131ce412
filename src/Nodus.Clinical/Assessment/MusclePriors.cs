using Nodus.Anatomy;
using Nodus.Clinical.Knowledge;

namespace Nodus.Clinical.Assessment;

/// <summary>
/// How probable it is, before the drawing is seen, that a muscle of one side holds an active trigger point. The numbers
/// of the rules stand in <c>data/knowledge/priors.json</c> with their grades, the rates in the contexts of the knowledge.
/// </summary>
/// <remarks>
/// <para>Nothing known of the circumstances: odds = base odds * commonness, where commonness is (odds(rate) / odds(0.10))
/// to the power 0.5 for the highest published rate of the muscle in any context, and 1 for a muscle without one. The
/// rates were shrunk (<see cref="RateShrinkage"/>); the square root, because they were seen in people chosen for pain in
/// that muscle's region, which the drawing already tells, and nothing may count twice.</para>
/// <para>A case that names a context: for muscles which that context lists, its rate to the power 0.75 replaces
/// commonness (a condition is more than a region, yet not independent of it), or its factor multiplies it; of several
/// contexts the highest rate counts and factors multiply within bounds. Rates are of the painful side: where only one
/// side hurts, the odds of the other are multiplied by 0.3. Muscles that no named context lists are left alone.</para>
/// <para>Perpetuating factors multiply the odds of the muscles that name them, on both sides, together by at most 4.</para>
/// </remarks>
internal sealed class MusclePriors
{
    private readonly PriorRules _rules = PriorRules.Table;
    private readonly Dictionary<string, double> _commonness = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Muscle> _muscles;

    public MusclePriors(KnowledgeBase knowledge)
    {
        _muscles = knowledge.Muscles.ToDictionary(muscle => muscle.Id, StringComparer.Ordinal);
        foreach (TriggerPoint point in knowledge.Points)
        {
            double[] published =
            [
                .. knowledge.Contexts.SelectMany(context => context.Muscles)
                    .Where(prior => prior.Grade != Grade.Elicited && prior.Prior is not null && prior.Covers(point))
                    .Select(prior => Commonness(prior.Prior!.Value, _rules.CommonnessExponent)),
            ];
            if (published.Length > 0) _commonness[point.Id] = published.Max();
        }
    }

    /// <summary>P(the muscle of one side, seen from one of its points, holds an active point), circumstances unknown.</summary>
    public double OfMuscleSide(TriggerPoint point) => Probability(OddsOf(point));

    /// <summary>
    /// P(one point is active). The muscle's probability is shared so that a muscle with many points is not more probable
    /// for that alone: with independent points, 1 - (1 - p)^n is the muscle's probability again.
    /// </summary>
    public double OfPoint(TriggerPoint point) => Shared(point, OddsOf(point));

    /// <summary>P(one point of a side is active), given the circumstances that a case names, but neither pain nor findings.</summary>
    public double OfPoint(TriggerPoint point, Side side, Case @case) =>
        Shared(point, _rules.BaseOdds * OfContexts(point, side, @case) * OfFactors(point, @case));

    /// <summary>The factor of the contexts that a case names, against a muscle of which nothing is known.</summary>
    public double OfContexts(TriggerPoint point, Side side, Case @case)
    {
        double general = _commonness.GetValueOrDefault(point.Id, 1), highest = 0, factors = 1;
        bool listed = false;
        foreach (ContextPrior prior in @case.Contexts.SelectMany(context => context.Muscles).Where(prior => prior.Covers(point)))
        {
            listed = true;
            if (prior.Odds is { } odds) factors *= odds;
            else highest = Math.Max(highest, FactorOf(prior));
        }

        if (!listed) return general;
        double factor = (highest > 0 ? highest : general) * Math.Clamp(factors, ContextPrior.OddsMin, ContextPrior.OddsMax);
        return IsUnaffected(side, @case.Pain) ? factor * _rules.UnaffectedSide : factor;
    }

    /// <summary>What one entry of a context does to the odds of its muscle, for the painful side.</summary>
    public double FactorOf(ContextPrior prior) => prior.Odds ?? Commonness(prior.Prior!.Value, _rules.ContextExponent);

    /// <summary>The factor of the perpetuating factors that a case names.</summary>
    public double OfFactors(TriggerPoint point, Case @case)
    {
        double product = 1;
        foreach (PerpetuatingFactor factor in @case.Factors)
        {
            foreach (FactorOdds odds in _muscles[point.MuscleId].Factors)
            {
                if (string.Equals(odds.Factor, factor.Id, StringComparison.Ordinal)) product *= odds.Odds;
            }
        }

        return Math.Min(product, FactorOdds.OddsMax);
    }

    /// <summary>Whether pain is told of the other side and of nothing else.</summary>
    private static bool IsUnaffected(Side side, IReadOnlyList<PainReport> pain)
    {
        bool any = false;
        foreach (PainReport report in pain.Where(report => report.Intensity is not <= 0))
        {
            if (report.Site.Side != side.Mirrored()) return false;
            any = true;
        }

        return any;
    }

    private double OddsOf(TriggerPoint point) => _rules.BaseOdds * _commonness.GetValueOrDefault(point.Id, 1);

    private double Shared(TriggerPoint point, double muscleOdds) =>
        1 - Math.Pow(1 - Probability(muscleOdds), 1.0 / _muscles[point.MuscleId].Points.Count);

    private double Commonness(double rate, double exponent) => Math.Pow(PriorRules.Odds(rate) / _rules.ReferenceOdds, exponent);

    private static double Probability(double odds) => odds / (1 + odds);
}
