namespace Nodus.Inference.Tests;

public class MixtureEngineTests
{
    private const double Tolerance = 1e-12;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Marginals_RandomSmallNetworks_EqualEnumerationOfTheJointNetwork(int factorCount)
    {
        int possible = 0;
        for (ulong seed = 21000; seed < 21150; seed++)
        {
            var random = new SeededGenerator(seed);
            var problem = Problem.RandomSmall(random);
            var factors = Enumerable.Range(0, factorCount).Select(_ => RandomFactor(random, problem.Prior.Count)).ToList();
            var network = problem.BuildNetwork();
            var engine = new MixtureEngine(network, factors);
            engine.Update(problem.BuildEvidence(network));
            var states = Enumerable.Range(0, 1 << factorCount)
                .Select(s => (Prior: PriorOf(factors, s), Truth: new Enumeration(In(problem, factors, s)))).ToList();
            double evidence = states.Sum(s => s.Prior * s.Truth.Evidence);
            Assert.Equal(evidence > 1e-15, engine.IsPossible);
            if (!engine.IsPossible)
                continue;
            possible++;
            Assert.True(engine.IsExact);
            Assert.Equal(Math.Log(evidence), engine.LogEvidence(), 1e-9);
            double Mixed(Func<Enumeration, double> of) =>
                states.Sum(s => s.Truth.Evidence > 1e-15 ? s.Prior * s.Truth.Evidence / evidence * of(s.Truth) : 0);
            for (int c = 0; c < problem.Prior.Count; c++)
                Assert.Equal(Mixed(t => t.Marginal(c)), engine.Marginals[c], Tolerance);
            var some = Enumerable.Range(0, problem.Prior.Count).Where(_ => random.Chance(0.5)).ToArray();
            Assert.Equal(Mixed(t => t.NoneActive(some)), engine.NoneActive(some), 1e-11);
            for (int i = 0; i < factorCount; i++)
            {
                double present = states.Where((_, s) => (s >> i & 1) == 1).Sum(s => s.Prior * s.Truth.Evidence) / evidence;
                Assert.Equal(present, engine.FactorMarginals[i], Tolerance);
            }
        }

        Assert.True(possible > 80, $"{possible} cases were possible");
    }

    [Fact]
    public void Update_FactorKnown_IsTheNetworkWithItsPriors()
    {
        var problem = Problem.RandomSmall(new SeededGenerator(22001));
        var network = problem.BuildNetwork();
        SharedFactor[] factors = [new(0.3, [(0, 4), (1, 2)])];
        var mixture = new MixtureEngine(network, factors);
        var evidence = problem.BuildEvidence(network);
        mixture.Update(evidence, [1]);
        var changed = In(problem, factors, 1);
        var engine = new PosteriorEngine(changed.BuildNetwork());
        engine.Update(changed.BuildEvidence(engine.Network));
        Assert.Equal(1, mixture.FactorMarginals[0]);
        Assert.Equal(engine.Marginals.ToArray(), mixture.Marginals.ToArray());
        Assert.Equal(engine.Marginals.ToArray(), mixture.Given(1).Marginals.ToArray());
        Assert.Throws<ImpossibleEvidenceException>(() => mixture.Given(0));
        mixture.Update(evidence, [0]);
        var plain = new PosteriorEngine(network);
        plain.Update(evidence);
        Assert.Equal(plain.Marginals.ToArray(), mixture.Marginals.ToArray());
    }

    [Fact]
    public void FactorMarginals_ManyOfItsCausesAtWork_Rise()
    {
        var builder = new NoisyOrNetworkBuilder();
        for (int i = 0; i < 6; i++)
        {
            int finding = builder.AddFinding(0.02);
            builder.AddEdge(builder.AddCause(0.02), finding, 0.9);
        }

        var network = builder.Build();
        var engine = new MixtureEngine(network, [new SharedFactor(0.1, Enumerable.Range(0, 6).Select(c => (c, 5.0)))]);
        var evidence = new Evidence(network);
        double before = 0.1;
        for (int f = 0; f < 6; f++)
        {
            evidence[f] = Observation.Present;
            engine.Update(evidence);
            Assert.True(engine.FactorMarginals[0] > before);
            before = engine.FactorMarginals[0];
        }

        Assert.True(before > 0.9);
    }

    [Fact]
    public void Update_Warm_AllocatesNothing()
    {
        var body = new BodyShapedNetwork(23001, 0.002, 0.05, 5, clustered: false);
        var random = new SeededGenerator(23001);
        var widespread = new SharedFactor(0.1, Enumerable.Range(0, body.Network.CauseCount).Select(c => (c, 2.0)));
        var engine = new MixtureEngine(body.Network, [widespread, new SharedFactor(0.2, [(3, 3), (5, 3)])]);
        var cases = new[] { body.SampleCase(random, 5, 25), body.SampleCase(random, 5, 25) };
        for (int i = 0; i < 40; i++)
            engine.Update(cases[i % 2]);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 6; i++)
            engine.Update(cases[i % 2]);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Constructor_WrongArguments_Throw()
    {
        var network = Problem.RandomSmall(new SeededGenerator(22002)).BuildNetwork();
        var factor = new SharedFactor(0.5, []);
        Assert.Throws<ArgumentException>(() => new MixtureEngine(network, [factor, factor, factor, factor]));
        Assert.Throws<ArgumentException>(() => new MixtureEngine(network, [new SharedFactor(0.5, [(99, 2)])]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SharedFactor(1.5, []));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SharedFactor(0.5, [(0, 0)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SharedFactor(0.5, [(-1, 2)]));
        Assert.Throws<ArgumentException>(() => new SharedFactor(0.5, [(1, 2), (1, 3)]));
        var engine = new MixtureEngine(network, [factor]);
        Assert.Throws<InvalidOperationException>(() => engine.Marginals.ToArray());
        Assert.Throws<InvalidOperationException>(() => engine.LogEvidence());
        var evidence = new Evidence(network);
        Assert.Throws<ArgumentException>(() => engine.Update(evidence, []));
        Assert.Throws<ArgumentOutOfRangeException>(() => engine.Update(evidence, [2]));
        Assert.Throws<ArgumentException>(() => engine.Update(new Evidence(new NoisyOrNetworkBuilder().Build())));
        engine.Update(evidence);
        Assert.Throws<ArgumentOutOfRangeException>(() => engine.Given(2));
    }

    [Fact]
    public void Marginals_ImpossibleInEveryState_Throw()
    {
        var builder = new NoisyOrNetworkBuilder();
        int finding = builder.AddFinding(0);
        builder.AddEdge(builder.AddCause(0), finding, 0.9);
        var network = builder.Build();
        var engine = new MixtureEngine(network, [new SharedFactor(0.5, [(0, 10)])]);
        var evidence = new Evidence(network);
        evidence[finding] = Observation.Present;
        engine.Update(evidence);
        Assert.False(engine.IsPossible);
        Assert.Equal(double.NegativeInfinity, engine.LogEvidence());
        Assert.Throws<ImpossibleEvidenceException>(() => engine.FactorMarginals.ToArray());
    }

    private static SharedFactor RandomFactor(SeededGenerator random, int causes) => new(
        random.Chance(0.1) ? random.Below(2) : random.Between(0.02, 0.6),
        Enumerable.Range(0, causes).Where(_ => random.Chance(0.6)).Select(c => (c, random.LogBetween(0.3, 12))).ToList());

    private static double PriorOf(List<SharedFactor> factors, int state) =>
        factors.Select((f, i) => (state >> i & 1) == 1 ? f.Prior : 1 - f.Prior).Aggregate(1.0, (a, b) => a * b);

    /// <summary>The problem with the priors of a state.</summary>
    private static Problem In(Problem problem, IReadOnlyList<SharedFactor> factors, int state)
    {
        var other = new Problem();
        other.Leak.AddRange(problem.Leak);
        other.Edges.AddRange(problem.Edges);
        other.Observed.AddRange(problem.Observed);
        for (int c = 0; c < problem.Prior.Count; c++)
        {
            double p = problem.Prior[c], odds = p / (1 - p);
            for (int i = 0; i < factors.Count; i++)
                odds *= (state >> i & 1) == 1 && factors[i].OddsRatios.TryGetValue(c, out double ratio) ? ratio : 1;
            other.Prior.Add(p == 1 ? 1 : odds / (1 + odds));
        }

        return other;
    }
}
