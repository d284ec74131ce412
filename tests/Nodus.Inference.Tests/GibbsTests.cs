namespace Nodus.Inference.Tests;

public class GibbsTests
{
    private const int Batches = 60;

    [Theory]
    [Trait("Kind", "Long")]
    [InlineData(61, 0.002, 0.05, 5, false, 8, 25)]
    [InlineData(62, 0.01, 0.05, 5, false, 8, 30)]
    [InlineData(63, 0.002, 0.05, 8, true, 20, 35)]
    public void Marginals_BodyShapedNetworks_LieWithinFourStandardErrorsOfLongChains(
        ulong seed, double low, double high, int spill, bool clustered, int fewest, int most)
    {
        var body = new BodyShapedNetwork(seed, low, high, spill, clustered);
        var random = new SeededGenerator(seed);
        var evidence = body.SampleCase(random, fewest, most);
        var engine = new PosteriorEngine(body.Network);
        engine.Update(evidence);
        var batches = new GibbsSampler(body.Network, evidence, random).Run(Batches, 4000);
        int uncertain = 0;
        for (int c = 0; c < body.Network.CauseCount; c++)
        {
            double mean = batches.Average(b => b[c]);
            double error = Math.Sqrt(batches.Sum(b => (b[c] - mean) * (b[c] - mean)) / (Batches - 1) / Batches);
            // 5e-5: a cause active in a handful of sweeps has no error that its batches could show.
            Assert.True(
                Math.Abs(mean - engine.Marginals[c]) < (4 * error) + 5e-5,
                $"cause {c}: exact {engine.Marginals[c]:0.00000}, chain {mean:0.00000} with standard error {error:0.00000}");
            uncertain += engine.Marginals[c] is > 0.05 and < 0.95 ? 1 : 0;
        }

        Assert.True(uncertain > 8, $"{uncertain} uncertain causes");
    }
}
