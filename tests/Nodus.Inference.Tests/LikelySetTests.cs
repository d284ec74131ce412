namespace Nodus.Inference.Tests;

public class LikelySetTests
{
    private const double Tolerance = 1e-11;

    [Theory]
    [InlineData(0)]
    [InlineData(40)]
    [InlineData(400)]
    [InlineData(PosteriorEngine.SetEffortMost)]
    public void FindLikelySet_RandomSmallNetworks_ProvenIsNeverWrongAndTheProbabilityIsExact(long effort)
    {
        int asked = 0, best = 0, proven = 0;
        for (ulong seed = 11000; seed < 11600; seed++)
        {
            var problem = Problem.RandomSmall(new SeededGenerator(seed));
            var engine = problem.Solve();
            if (!engine.IsPossible)
                continue;
            var truth = new Enumeration(problem);
            var found = engine.FindLikelySet(effort);
            double expected = truth.Exactly(found.Causes);
            Assert.True(
                Math.Abs(found.Probability - expected) < Tolerance, $"seed {seed}: {found.Probability:R} is not {expected:R}");
            bool isBest = expected >= truth.MostProbable() - 1e-12;
            Assert.True(isBest || !found.IsProven, $"seed {seed}: {expected:R} is not the most, {truth.MostProbable():R}");
            asked++;
            best += isBest ? 1 : 0;
            proven += found.IsProven ? 1 : 0;
        }

        Assert.True(best >= 0.97 * asked, $"{best} of {asked} were the most probable set");
        Assert.Equal(effort == PosteriorEngine.SetEffortMost, proven == asked);
    }

    [Fact]
    public void FindLikelySet_LogWeightOverEvidence_IsItsProbability()
    {
        var body = new BodyShapedNetwork(501, 0.002, 0.05, 5, clustered: false);
        var random = new SeededGenerator(501);
        var engine = new PosteriorEngine(body.Network);
        var evidence = body.SampleCase(random, 8, 30);
        engine.Update(evidence);
        var found = engine.FindLikelySet();
        double joint = 0;
        for (int c = 0; c < body.Network.CauseCount; c++)
            joint += Math.Log(found.Causes.Contains(c) ? body.Network.PriorOf(c) : 1 - body.Network.PriorOf(c));
        for (int f = 0; f < body.Network.FindingCount; f++)
        {
            if (!evidence[f].IsObserved)
                continue;
            double keep = found.Causes.Aggregate(
                1 - body.Network.PresentGivenNoCause(f), (k, c) => k * (1 - body.Network.PresentGivenCause(f, c)));
            joint += Math.Log(evidence[f] == Observation.Present ? 1 - keep : keep);
        }

        Assert.Equal(Math.Exp(joint - engine.LogEvidence()), found.Probability, 1e-12);
    }

    [Theory]
    [InlineData("typical", 1101, 0.002, 0.05, 5, false, 5)]
    [InlineData("dense", 2202, 0.002, 0.05, 8, false, 5)]
    [InlineData("high priors", 3303, 0.01, 0.05, 5, false, 5)]
    [InlineData("clustered", 4404, 0.002, 0.05, 8, true, 20)]
    public void FindLikelySet_BodyShapedNetworks_IsProvenAndNoChangeOfTwoCausesIsBetter(
        string name, ulong seed, double low, double high, int spill, bool clustered, int fewest)
    {
        var body = new BodyShapedNetwork(seed, low, high, spill, clustered);
        var random = new SeededGenerator(seed);
        var engine = new PosteriorEngine(body.Network);
        for (int i = 0; i < 8; i++)
        {
            engine.Update(body.SampleCase(random, fewest, 40));
            var found = engine.FindLikelySet();
            Assert.True(found.IsProven, $"{name} {i}");
            Assert.True(found.Probability >= engine.FindLikelySet(effortMost: 0).Probability, $"{name} {i}: local search won");
            foreach (var part in engine.FindLikelyParts(20))
            {
                Assert.True(part.Sets[0].IsProven);
                Assert.True(part.Sets[0].Causes.All(c => found.Causes.Contains(c)), $"{name} {i}: parts and whole differ");
                Assert.True(part.Sets.Sum(s => s.Probability) <= 1 + 1e-9);
                Assert.Equal(part.Sets.Count, part.Sets.Select(s => string.Join(' ', s.Causes)).Distinct().Count());
                for (int k = 1; k < part.Sets.Count; k++)
                    Assert.True(part.Sets[k].Probability <= part.Sets[k - 1].Probability * (1 + 1e-9), $"{name} {i}: order");
            }
        }
    }

    [Fact]
    public void FindLikelyParts_RandomSmallNetworks_AreTheBestOfEachPart()
    {
        int asked = 0;
        for (ulong seed = 12000; seed < 12300; seed++)
        {
            var random = new SeededGenerator(seed);
            var problem = Problem.RandomSmall(random).Beside(Problem.RandomSmall(random));
            if (problem.Prior.Count > 13)
                continue;
            var engine = problem.Solve();
            if (!engine.IsPossible)
                continue;
            var truth = new Enumeration(problem);
            foreach (var part in engine.FindLikelyParts(4))
            {
                double[] ranked = truth.Ranked(part.Causes);
                for (int k = 0; k < part.Sets.Count; k++)
                {
                    var set = part.Sets[k];
                    Assert.True(set.IsProven, $"seed {seed}");
                    double expected = truth.Exactly(set.Causes, part.Causes);
                    Assert.True(Math.Abs(set.Probability - expected) < Tolerance, $"seed {seed}, set {k}: probability");
                    Assert.True(Math.Abs(ranked[k] - expected) < Tolerance, $"seed {seed}, set {k}: not the next best");
                    asked++;
                }

                bool isComplete = part.Sets.Count == 4 || ranked.Length == part.Sets.Count || ranked[part.Sets.Count] < 1e-12;
                Assert.True(isComplete, $"seed {seed}: {part.Sets.Count} sets, but there are more");
            }
        }

        Assert.True(asked > 300, $"only {asked} sets were compared");
    }

    [Fact]
    public void FindLikelySet_NothingPositive_HoldsOnlyCausesOverOneHalf()
    {
        var builder = new NoisyOrNetworkBuilder();
        int finding = builder.AddFinding(0.01);
        builder.AddCause(0.2);
        int likely = builder.AddCause(0.7), certain = builder.AddCause(1), absent = builder.AddCause(0.7);
        builder.AddEdge(absent, finding, 0.9);
        var network = builder.Build();
        var engine = new PosteriorEngine(network);
        var evidence = new Evidence(network);
        evidence[finding] = Observation.Absent;
        engine.Update(evidence);
        var found = engine.FindLikelySet();
        Assert.Equal([likely, certain], found.Causes);
        Assert.True(found.IsProven);
        Assert.Equal(0.8 * 0.7 * (1 - (0.07 / 0.37)), found.Probability, 1e-12);
        Assert.Empty(engine.FindLikelyParts(3));
    }

    [Fact]
    public void FindLikelyParts_WrongArguments_Throw()
    {
        var engine = new PosteriorEngine(new NoisyOrNetworkBuilder().Build());
        Assert.Throws<InvalidOperationException>(() => engine.FindLikelyParts(1));
        engine.Update(new Evidence(engine.Network));
        Assert.Throws<ArgumentOutOfRangeException>(() => engine.FindLikelyParts(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => engine.FindLikelySet(-1));
    }
}
