namespace Nodus.Inference.Tests;

/// <summary>Machine-independent measures of speed: state updates, frontier width, allocations, components solved anew.</summary>
public class PosteriorEngineCostTests
{
    [Theory]
    [InlineData("typical", 1101, 0.002, 0.05, 5, false, 5, 40, 16, 300_000)]
    [InlineData("dense", 2202, 0.002, 0.05, 8, false, 5, 40, 18, 1_500_000)]
    [InlineData("high priors", 3303, 0.01, 0.05, 5, false, 5, 40, 16, 600_000)]
    [InlineData("clustered", 4404, 0.002, 0.05, 8, true, 20, 40, 20, 8_000_000)]
    public void Update_BodyShapedNetworks_StaysExactAndNarrow(
        string name, ulong seed, double low, double high, int spill, bool clustered, int fewest, int most,
        int widthMost, long updatesMost)
    {
        var body = new BodyShapedNetwork(seed, low, high, spill, clustered);
        var random = new SeededGenerator(seed);
        var engine = new PosteriorEngine(body.Network);
        for (int i = 0; i < 12; i++)
        {
            engine.Update(body.SampleCase(random, fewest, most));
            Assert.True(engine.IsPossible && engine.IsExact, $"{name} {i}");
            Assert.True(engine.Width <= widthMost, $"{name} {i}: width {engine.Width}");
            Assert.True(engine.StateUpdates <= updatesMost, $"{name} {i}: {engine.StateUpdates} state updates");
            Assert.True(engine.AdjointDefect < 1e-11, $"{name} {i}: <F,B> off by {engine.AdjointDefect:R}");
            foreach (double marginal in engine.Marginals)
                Assert.InRange(marginal, 0, 1);
        }
    }

    [Fact]
    public void Update_Warm_AllocatesNothing()
    {
        var body = new BodyShapedNetwork(77, 0.002, 0.05, 5, clustered: false);
        var random = new SeededGenerator(77);
        var first = body.SampleCase(random, 5, 25);
        var second = body.SampleCase(random, 5, 25);
        int[] set = [3, 4, 5, 6, 7];
        var engine = new PosteriorEngine(body.Network);
        for (int i = 0; i < 40; i++)
        {
            engine.Update(i % 2 == 0 ? first : second);
            engine.NoneActive(set);
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 10; i++)
        {
            engine.Update(i % 2 == 0 ? first : second);
            engine.NoneActive(set);
            engine.LogEvidence();
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Update_OneRegionChanged_SolvesOnlyItsComponentAndGivesTheSameBits()
    {
        var body = new BodyShapedNetwork(78, 0.002, 0.05, 5, clustered: false);
        var random = new SeededGenerator(78);
        var evidence = body.SampleCase(random, 12, 30);
        var warm = new PosteriorEngine(body.Network);
        warm.Update(evidence);
        Assert.True(warm.ComponentCount > 2);
        int painful = Enumerable.Range(0, 260).First(f => evidence[f] == Observation.Present);
        evidence[painful] = Observation.Absent;
        warm.Update(evidence);
        Assert.True(
            warm.SolvedComponentCount < warm.ComponentCount,
            $"{warm.SolvedComponentCount} of {warm.ComponentCount} components were solved anew");
        var cold = new PosteriorEngine(body.Network);
        cold.Update(evidence);
        Assert.Equal(cold.Marginals.ToArray(), warm.Marginals.ToArray());
    }

    [Fact]
    public void Update_OverTheLimits_IsLabelledAndOnTheWholeClose()
    {
        var body = new BodyShapedNetwork(79, 0.002, 0.05, 8, clustered: false);
        var random = new SeededGenerator(79);
        var exact = new PosteriorEngine(body.Network);
        var limited = new PosteriorEngine(body.Network, new PosteriorLimits(200_000, 200_000, 7));
        int labelled = 0, compared = 0;
        double error = 0, largest = 0;
        for (int i = 0; i < 20; i++)
        {
            var evidence = body.SampleCase(random, 15, 40);
            exact.Update(evidence);
            limited.Update(evidence);
            Assert.True(limited.Width <= 7);
            Assert.Equal(exact.Width <= 7 && exact.StateUpdates <= 200_000, limited.IsExact);
            labelled += limited.IsExact ? 0 : 1;
            for (int c = 0; c < body.Network.CauseCount; c++)
            {
                Assert.InRange(limited.Marginals[c], 0, 1);
                double off = Math.Abs(limited.Marginals[c] - exact.Marginals[c]);
                largest = Math.Max(largest, off);
                if (limited.IsExact || exact.Marginals[c] < 0.01)
                    continue;
                error += off;
                compared++;
            }
        }

        Assert.InRange(labelled, 3, 19);
        Assert.True(error / compared < 0.03, $"mean error {error / compared} over {compared}, largest {largest}");
    }

    [Fact]
    public void Update_EveryRegionPainful_AnswersWithinItsMemory()
    {
        var body = new BodyShapedNetwork(80, 0.01, 0.05, 8, clustered: true);
        var evidence = new Evidence(body.Network);
        for (int f = 0; f < 260; f++)
            evidence[f] = Observation.Present;
        var limits = new PosteriorLimits(2_000_000, 1_000_000, 16);
        var engine = new PosteriorEngine(body.Network, limits);
        engine.Update(evidence);
        Assert.False(engine.IsExact);
        Assert.True(engine.Width <= limits.MaxWidth);
        Assert.All(engine.Marginals.ToArray(), m => Assert.InRange(m, 0, 1));
    }

    [Fact]
    public void Update_OverTheLimits_RunsAsMuchOfItExactlyAsItsShareOfWorkAllows()
    {
        // The messages run the exactly solved middle up to 4 times, so each run has a quarter of the updates. The middle
        // must use it: it once was empty where the strongest cause reached so many regions that it did not fit alone.
        var body = new BodyShapedNetwork(81, 0.002, 0.05, 8, clustered: true);
        var random = new SeededGenerator(81);
        var limits = new PosteriorLimits(600_000, 300_000, 16);
        var engine = new PosteriorEngine(body.Network, limits);
        int labelled = 0;
        for (int i = 0; i < 20; i++)
        {
            var evidence = body.SampleCase(random, 30, 70);
            if (i == 0)
            {
                for (int f = 0; f < 260; f++)
                    evidence[f] = Observation.Present;
            }

            engine.Update(evidence);
            if (engine.IsExact)
                continue;
            labelled++;
            Assert.True(
                engine.StateUpdates <= limits.MaxStateUpdates / 4 || engine.ComponentCount > 1,
                $"{i}: {engine.StateUpdates} state updates a run");
            Assert.True(engine.Width >= 6, $"{i}: width {engine.Width}");
            var again = new PosteriorEngine(body.Network, limits);
            again.Update(evidence);
            Assert.Equal(again.Marginals.ToArray(), engine.Marginals.ToArray());
        }

        Assert.True(labelled >= 3, $"{labelled} labelled");
    }
}
