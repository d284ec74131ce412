using Nodus.Anatomy;
using Nodus.Clinical.Knowledge;
using Nodus.Inference;

namespace Nodus.Clinical.Assessment;

/// <summary>
/// Where to press next. What pressing a point shows depends on that point alone, so the information its answer carries about
/// <em>all</em> points together equals the information about this one, and follows from its marginal exactly:
/// I = H(answer) - p H(answer | active) - (1 - p) H(answer | not active).
/// </summary>
/// <remarks>The answer is "tender and familiar" or not. Its two probabilities follow from the two ratios: with specificity
/// s and sensitivity e, ratio+ = e / (1 - s) and ratio- = (1 - e) / s. Movements and questions, which depend on many points,
/// are not proposed in this version.</remarks>
internal static class NextPress
{
    private const int Listed = 5;
    private const double LeastBits = 0.005;

    public static IReadOnlyList<NextTest> Best(PosteriorEngine engine, PainNetwork pain, CaseEvidence evidence)
    {
        var (sensitivity, specificity) = Accuracy();
        var tests = new List<(int Cause, double Bits)>();
        for (int cause = 0; cause < pain.Network.CauseCount; cause++)
        {
            if (evidence.PalpationRatio.ContainsKey(cause) || pain.PointOf(cause).Reach == Reach.None)
                continue;
            double p = engine.Marginals[cause];
            double positive = (p * sensitivity) + ((1 - p) * (1 - specificity));
            double bits = Entropy(positive) - (p * Entropy(sensitivity)) - ((1 - p) * Entropy(specificity));
            if (bits >= LeastBits)
                tests.Add((cause, bits));
        }

        return
        [
            .. tests.OrderByDescending(test => Math.Round(test.Bits, 12)).Take(Listed)
                .Select(test => Describe(pain, engine, test.Cause, test.Bits)),
        ];
    }

    private static NextTest Describe(PainNetwork pain, PosteriorEngine engine, int cause, double bits)
    {
        var point = pain.PointOf(cause);
        string side = PainNetwork.SideOf(cause).ToWord();
        return new NextTest(
            $"palpate:{point.Id}:{side}", Math.Round(bits, 4),
            $"{point.Name}, {side}: {Assessor.BandOf(engine.Marginals[cause])} so far. " +
            "Whether pressing it brings the familiar pain would settle much.");
    }

    /// <summary>Sensitivity and specificity of "tender and familiar", from the ratios of the examination as capped.</summary>
    private static (double Sensitivity, double Specificity) Accuracy()
    {
        var table = SignLikelihoods.Table;
        double Ratio(bool found) => table.RatioOf(new PalpationFinding(null!, Side.Left, found, found, null, null, null));
        double positive = Ratio(true), negative = Ratio(false);
        double specificity = (positive - 1) / (positive - negative);
        return (positive * (1 - specificity), specificity);
    }

    private static double Entropy(double p) =>
        p is <= 0 or >= 1 ? 0 : -(p * Math.Log2(p)) - ((1 - p) * Math.Log2(1 - p));
}
