using Nodus.Benchmarks;

namespace Nodus.Inference.Tests;

/// <summary>Simulation-based calibration (Talts et al. 2018), fixed seeds. See <see cref="SimulatedCalibration"/>.</summary>
[Trait("Kind", "Long")]
public class CalibrationTests
{
    /// <summary>99.9 % quantile of chi-square with 31 degrees of freedom.</summary>
    private const double ChiSquareMost = 61.1;

    [Theory]
    [InlineData(51, 0.002, 0.05, 5, false, 0.4)]
    [InlineData(52, 0.01, 0.05, 5, false, 0.25)]
    [InlineData(53, 0.002, 0.05, 8, true, 0.3)]
    public void Ranks_CasesDrawnFromTheNetwork_AreUniform(
        ulong seed, double low, double high, int spill, bool clustered, double observedShare)
    {
        var network = new BodyShapedNetwork(seed, low, high, spill, clustered).Network;
        var run = new SimulatedCalibration(network, new PosteriorEngine(network), observedShare);
        run.Run(1500, new SeededGenerator(seed));
        Assert.Equal(0, run.InexactCount);
        for (int q = 0; q < SimulatedCalibration.Quantities.Count; q++)
        {
            Assert.True(
                run.ChiSquare(q) < ChiSquareMost,
                $"{SimulatedCalibration.Quantities[q]}: chi-square {run.ChiSquare(q):0.0} of {string.Join(' ', run.Ranks[q])}");
        }

        foreach (var (causes, active, expected) in run.Marginals)
        {
            // P(active) of one cause varies within its bin; the variance of the sum is at most this.
            double error = Math.Sqrt(Math.Max(1, expected * (1 - (expected / Math.Max(1, causes)))));
            Assert.True(Math.Abs(active - expected) < 4 * error, $"{active} of {causes} were active, expected {expected:0.0}");
        }
    }

    [Fact]
    public void Ranks_WrongNetwork_AreNotUniform()
    {
        // The test of the test: priors half as high again as the truth must show.
        var truth = new BodyShapedNetwork(54, 0.004, 0.05, 5, clustered: false).Network;
        var builder = new NoisyOrNetworkBuilder();
        for (int f = 0; f < truth.FindingCount; f++)
            builder.AddFinding(truth.PresentGivenNoCause(f));
        for (int c = 0; c < truth.CauseCount; c++)
        {
            builder.AddCause(1.5 * truth.PriorOf(c));
            foreach (int f in truth.FindingsOf(c))
                builder.AddEdge(c, f, truth.PresentGivenCause(f, c));
        }

        var run = new SimulatedCalibration(truth, new PosteriorEngine(builder.Build()), 0.3);
        run.Run(1000, new SeededGenerator(54));
        Assert.True(run.ChiSquare(0) > 2 * ChiSquareMost, $"chi-square {run.ChiSquare(0):0.0}");
    }
}
