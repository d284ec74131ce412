namespace Nodus.Inference.Tests;

public class RefinementTests
{
    private static readonly PosteriorLimits Narrow = new(200_000, 200_000, 7);
    private static readonly PosteriorLimits Middle = new(1_000_000, 200_000, 9);

    [Fact]
    public void Refine_ExactAnswer_ChangesNothing()
    {
        var body = new BodyShapedNetwork(601, 0.002, 0.05, 5, clustered: false);
        var engine = new PosteriorEngine(body.Network);
        Assert.Throws<InvalidOperationException>(() => engine.Refine());
        engine.Update(body.SampleCase(new SeededGenerator(601), 5, 20));
        var before = engine.Marginals.ToArray();
        Assert.Equal(0, engine.Refine());
        Assert.Equal(before, engine.Marginals.ToArray());
        Assert.True(engine.IsExact);
    }

    [Fact]
    public void Refine_OverTheLimits_ComesNearerAndItsChangeTellsTheErrorBefore()
    {
        var body = new BodyShapedNetwork(79, 0.002, 0.05, 8, clustered: false);
        var random = new SeededGenerator(79);
        var exact = new PosteriorEngine(body.Network);
        var engine = new PosteriorEngine(body.Network, Narrow);
        double first = 0, refined = 0;
        int labelled = 0, stillLabelled = 0;
        for (int i = 0; i < 25; i++)
        {
            var evidence = body.SampleCase(random, 15, 40);
            exact.Update(evidence);
            engine.Update(evidence);
            if (engine.IsExact)
                continue;
            labelled++;
            double errorBefore = Error(engine, exact);
            double change = engine.Refine(Middle);
            double errorAfter = Error(engine, exact);
            Assert.True(change >= errorBefore - errorAfter - 1e-12);
            Assert.True(engine.Width <= Middle.MaxWidth);
            Assert.All(engine.Marginals.ToArray(), m => Assert.InRange(m, 0, 1));
            first += errorBefore;
            refined += errorAfter;
            stillLabelled += engine.IsExact ? 0 : 1;
            Assert.True(!engine.IsExact || errorAfter < 1e-12);
        }

        Assert.InRange(labelled, 5, 25);
        Assert.InRange(stillLabelled, 1, labelled);
        Assert.True(refined < 0.4 * first, $"largest errors add up to {refined}, before to {first}");
    }

    [Fact]
    public void Refine_LimitsThatSuffice_IsTheExactAnswer()
    {
        var body = new BodyShapedNetwork(79, 0.002, 0.05, 8, clustered: false);
        var evidence = Labelled(body, 80);
        var exact = new PosteriorEngine(body.Network);
        exact.Update(evidence);
        var engine = new PosteriorEngine(body.Network, Narrow);
        engine.Update(evidence);
        Assert.True(engine.Refine() > 0);
        Assert.True(engine.IsExact);
        Assert.Equal(exact.Marginals.ToArray(), engine.Marginals.ToArray());
        Assert.Equal(exact.LogEvidence(), engine.LogEvidence());
    }

    [Fact]
    public void Update_AfterRefine_SaysWhatANewEngineSays()
    {
        var body = new BodyShapedNetwork(79, 0.002, 0.05, 8, clustered: false);
        var evidence = Labelled(body, 81);
        var warm = new PosteriorEngine(body.Network, Narrow);
        warm.Update(evidence);
        var first = warm.Marginals.ToArray();
        warm.Refine(Middle);
        var refined = warm.Marginals.ToArray();
        Assert.NotEqual(first, refined);
        warm.Update(evidence);
        Assert.False(warm.IsExact);
        Assert.Equal(first, warm.Marginals.ToArray());
        var cold = new PosteriorEngine(body.Network, Narrow);
        cold.Update(evidence);
        Assert.Equal(first, cold.Marginals.ToArray());
        cold.Refine(Middle);
        Assert.Equal(refined, cold.Marginals.ToArray());
    }

    [Fact]
    public void Questions_LabelledAndRefined_HaveAnswersThatFitTheMarginals()
    {
        var body = new BodyShapedNetwork(79, 0.002, 0.05, 8, clustered: false);
        var evidence = Labelled(body, 82);
        var engine = new PosteriorEngine(body.Network, Narrow);
        engine.Update(evidence);
        for (int round = 0; round < 2; round++)
        {
            Assert.False(engine.IsExact);
            for (int c = 0; c < body.Network.CauseCount; c++)
            {
                Assert.Equal(1 - engine.Marginals[c], engine.NoneActive([c]), 1e-9);
                foreach (int f in body.Network.FindingsOf(c))
                    Assert.InRange(engine.Produced(c, f), 0, 1);
            }

            for (int f = 0; f < 260; f++)
            {
                if (evidence[f] == Observation.Present)
                    Assert.InRange(engine.NotCaused(f), 0, 1);
            }

            var set = engine.FindLikelySet();
            Assert.InRange(set.Probability, double.Epsilon, 1);
            Assert.NotEmpty(set.Causes);
            engine.Refine(Middle);
        }
    }

    [Fact]
    public void UpdateAndRefine_WarmOverTheLimits_AllocateNothing()
    {
        var body = new BodyShapedNetwork(79, 0.002, 0.05, 8, clustered: false);
        var evidence = Labelled(body, 83);
        var nothing = new Evidence(body.Network);
        var engine = new PosteriorEngine(body.Network, Narrow);
        for (int i = 0; i < 30; i++)
            Once();
        long before = GC.GetAllocatedBytesForCurrentThread();
        Once();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Once()
        {
            engine.Update(nothing);
            engine.Update(evidence);
            engine.Refine(Middle);
        }
    }

    /// <summary>A case that the narrow limits cannot hold.</summary>
    private static Evidence Labelled(BodyShapedNetwork body, ulong seed)
    {
        var random = new SeededGenerator(seed);
        var engine = new PosteriorEngine(body.Network, Middle);
        while (true)
        {
            var evidence = body.SampleCase(random, 20, 40);
            engine.Update(evidence);
            if (!engine.IsExact)
                return evidence;
        }
    }

    private static double Error(PosteriorEngine engine, PosteriorEngine exact)
    {
        double largest = 0;
        for (int c = 0; c < engine.Marginals.Length; c++)
            largest = Math.Max(largest, Math.Abs(engine.Marginals[c] - exact.Marginals[c]));
        return largest;
    }
}
