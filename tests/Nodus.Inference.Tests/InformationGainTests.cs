using Nodus.Benchmarks;

namespace Nodus.Inference.Tests;

public class InformationGainTests
{
    [Fact]
    public void Bits_FindingsOfOneCauseOrOneStrongPair_EqualEnumeration()
    {
        int singles = 0, pairs = 0;
        foreach (var (seed, problem, engine, gain) in Tables(30_000, 30_600))
        {
            var tests = gain.Tests.ToArray();
            var truth = new Enumeration(problem);
            for (int i = 0; i < tests.Length; i++)
            {
                var parents = Parents(problem, engine, tests[i].Finding);
                bool isPair = parents.Length == 2 && parents.Max() >= 0.05 && parents.Min() >= 0.002;
                if (parents.Length > 1 && !isPair)
                    continue;
                var (bits, positive) = truth.Gain(tests[i]);
                Assert.True(Math.Abs(gain.Bits[i] - bits) < 1e-11, $"seed {seed}, test {i}: {gain.Bits[i]:R} is not {bits:R}");
                Assert.Equal(positive, gain.PositiveGivenEvidence[i], 1e-11);
                singles += isPair ? 0 : 1;
                pairs += isPair ? 1 : 0;
            }
        }

        Assert.True(singles > 200 && pairs > 100, $"{singles} of one cause, {pairs} of a pair");
    }

    [Fact]
    public void Best_RandomSmallNetworks_LosesLittleAgainstEnumeration()
    {
        int asked = 0, lost = 0;
        double lossSum = 0, off = 0;
        foreach (var (seed, problem, engine, gain) in Tables(31_000, 31_600))
        {
            var tests = gain.Tests.ToArray();
            var truth = new Enumeration(problem);
            var exact = tests.Select(t => truth.Gain(t).Bits).ToArray();
            double best = exact.DefaultIfEmpty(0).Max();
            if (gain.Best < 0 || best < 1e-3)
                continue;
            double loss = 1 - (exact[gain.Best] / best);
            lossSum += loss;
            lost += loss > 0.005 ? 1 : 0;
            for (int i = 0; i < tests.Length; i++)
                off = Math.Max(off, Math.Abs(gain.Bits[i] - exact[i]));
            asked++;
        }

        Assert.True(asked > 200, $"{asked} asked");
        Assert.True(
            lossSum / asked < 0.0002 && lost == 0 && off < 0.03,
            $"mean loss {lossSum / asked:0.00000}, {lost} over 0.5 %, gains off by at most {off:0.0000} bits");
    }

    [Theory]
    [Trait("Kind", "Long")]
    [InlineData("typical", 41, 0.002, 0.05, 5, false, 5, 40)]
    [InlineData("high priors", 43, 0.01, 0.05, 5, false, 5, 40)]
    [InlineData("clustered", 44, 0.002, 0.05, 8, true, 20, 40)]
    public void Best_BodyShapedNetworks_LosesAtMostHalfAPercent(
        string name, ulong seed, double low, double high, int spill, bool clustered, int fewest, int most)
    {
        var body = new BodyShapedNetwork(seed, low, high, spill, clustered, sharedTests: 150);
        var random = new SeededGenerator(seed);
        var engine = new PosteriorEngine(body.Network);
        var gain = new InformationGain(
            engine, [.. Enumerable.Range(0, body.Network.FindingCount).Select(f => FindingTest.YesNo(f))]);
        var exact = new ExactGain(body.Network, 1e-4);
        for (int i = 0; i < 4; i++)
        {
            var evidence = body.SampleCase(random, fewest, most);
            engine.Update(evidence);
            gain.Update();
            Assert.True(gain.Best >= 0);
            var bits = gain.Bits.ToArray();
            var likely = Enumerable.Range(0, bits.Length).Where(f => bits[f] >= 0.95 * bits[gain.Best]).ToArray();
            double best = likely.Max(f => exact.Evaluate(evidence, f).Bits);
            var (chosen, present) = exact.Evaluate(evidence, gain.Best);
            Assert.True(chosen >= 0.995 * best, $"{name} {i}: finding {gain.Best} tells {chosen} bits, the best {best}");
            Assert.Equal(present, engine.PresentGivenEvidence(gain.Best), 1e-9);
        }
    }

    [Fact]
    public void Bits_LawOfTotalProbability_TiesGainToInference()
    {
        // Weighed by P(answer), the posteriors given each answer are the posterior before; and the information about any one
        // cause, computed from them, is at most the gain about all - equal where the finding has this cause only.
        int equal = 0, below = 0;
        for (ulong seed = 32_000; seed < 32_300; seed++)
        {
            var (random, problem) = SmallWithUnobserved(seed);
            var network = problem.BuildNetwork();
            var evidence = problem.BuildEvidence(network);
            var engine = new PosteriorEngine(network);
            engine.Update(evidence);
            if (!engine.IsPossible)
                continue;
            int finding = Enumerable.Range(0, network.FindingCount).FirstOrDefault(f => !evidence[f].IsObserved);
            var test = FindingTest.YesNo(finding, random.Between(0.6, 1), random.Between(0.01, 0.3));
            var gain = new InformationGain(engine, [test]);
            gain.Update();
            double present = engine.PresentGivenEvidence(finding);
            double yes = (present * test.PositiveGivenPresent) + ((1 - present) * test.PositiveGivenAbsent);
            var prior = engine.Marginals.ToArray();
            double before = engine.LogEvidence();
            var given = new double[2][];
            for (int answer = 0; answer < 2; answer++)
            {
                evidence[finding] = test.Observe(answer == 1);
                engine.Update(evidence);
                Assert.Equal(answer == 1 ? yes : 1 - yes, Math.Exp(engine.LogEvidence() - before), 1e-11);
                given[answer] = engine.Marginals.ToArray();
            }

            int parents = Parents(problem, prior, finding).Length;
            for (int c = 0; c < prior.Length; c++)
            {
                Assert.Equal(prior[c], (yes * given[1][c]) + ((1 - yes) * given[0][c]), 1e-11);
                double about = Entropy(prior[c]) - (yes * Entropy(given[1][c])) - ((1 - yes) * Entropy(given[0][c]));
                if (parents == 1 && prior[c] is > 0 and < 1 && network.PresentGivenCause(finding, c) > 0)
                {
                    Assert.Equal(about, gain.Bits[0], 1e-11);
                    equal++;
                }
                else if (parents > 1)
                {
                    Assert.True(about <= (gain.Bits[0] * 1.1) + 0.005, $"seed {seed}: {about} bits about cause {c} alone");
                    below++;
                }
            }
        }

        Assert.True(equal > 20 && below > 200, $"{equal} equal, {below} below");
    }

    [Fact]
    public void Bits_FindingThatNobodyReported_IsThatOfWhatWasNotNoticed()
    {
        // Given that nothing was noticed with detection d, each active cause leaves q (1 - d) / (1 - d q) to be found: a finding
        // of its own with these activations must be worth asking about just as much.
        int asked = 0;
        for (ulong seed = 33_000; seed < 33_200; seed++)
        {
            var (random, problem) = SmallWithUnobserved(seed);
            int finding = random.Below(problem.Leak.Count);
            double detection = random.Between(0.1, 0.9);
            problem.Observed[finding] = Observation.NotReported(detection);
            int left = problem.Leak.Count;
            problem.Leak.Add(Left(problem.Leak[finding]));
            problem.Observed.Add(Observation.Unobserved);
            foreach (var edges in problem.Edges)
            {
                if (edges.Where(e => e.Finding == finding).Select(e => e.Exceedance).FirstOrDefault() is { } exceedance)
                    edges.Add((left, Left(exceedance)));
            }

            var engine = problem.Solve();
            if (!engine.IsPossible)
                continue;
            var gain = new InformationGain(engine, [FindingTest.YesNo(finding, 0.9, 0.05), FindingTest.YesNo(left, 0.9, 0.05)]);
            gain.Update();
            Assert.Equal(gain.Bits[1], gain.Bits[0], 1e-11);
            Assert.Equal(gain.PositiveGivenEvidence[1], gain.PositiveGivenEvidence[0], 1e-11);
            Assert.Equal(engine.PresentGivenEvidence(left), engine.PresentGivenEvidence(finding), 1e-11);
            asked += gain.Bits[0] > 1e-6 ? 1 : 0;

            double[] Left(double[] exceedance) => [.. exceedance.Select(q => q * (1 - detection) / (1 - (detection * exceedance[0])))];
        }

        Assert.True(asked > 60, $"{asked} asked");
    }

    [Fact]
    public void Update_ObservedFindingsAndUselessTests_GainNothing()
    {
        var builder = new NoisyOrNetworkBuilder();
        int seen = builder.AddFinding(0.1), lonely = builder.AddFinding(0.1), open = builder.AddFinding(0.1);
        int cause = builder.AddCause(0.3);
        builder.AddEdge(cause, seen, 0.8);
        builder.AddEdge(cause, open, 0.8);
        var engine = new PosteriorEngine(builder.Build());
        var gain = new InformationGain(
            engine, [FindingTest.YesNo(seen), FindingTest.YesNo(lonely), FindingTest.YesNo(open, 0.5, 0.5)]);
        Assert.Throws<InvalidOperationException>(() => gain.Update());
        var evidence = new Evidence(engine.Network);
        evidence[seen] = Observation.Present;
        engine.Update(evidence);
        gain.Update();
        Assert.Equal([0, 0, 0], gain.Bits.ToArray().Select(b => Math.Round(b, 14)));
        Assert.Equal(double.NaN, gain.PositiveGivenEvidence[0]);
        Assert.Equal(0.1, gain.PositiveGivenEvidence[1], 1e-15);
        Assert.Equal(0.5, gain.PositiveGivenEvidence[2], 1e-15);
    }

    [Fact]
    public void Update_SomeTestsWanted_GivesTheirGainAndNoOthers()
    {
        var (random, problem) = SmallWithUnobserved(34_001);
        var engine = problem.Solve();
        var tests = RandomTests(random, problem);
        InformationGain all = new(engine, tests), some = new(engine, tests);
        all.Update();
        bool[] isWanted = [.. tests.Select((_, i) => i == all.Best)];
        some.Update(isWanted);
        Assert.Equal(all.Best, some.Best);
        Assert.Equal(all.Bits[all.Best], some.Bits[all.Best]);
        Assert.Equal(0, some.Bits.ToArray().Where((_, i) => i != all.Best).Sum());
        Assert.Throws<ArgumentException>(() => some.Update(new bool[tests.Length + 1]));
    }

    [Fact]
    public void Constructor_UnknownFindingOrLevel_Throws()
    {
        var builder = new NoisyOrNetworkBuilder();
        builder.AddFinding(0.1);
        var engine = new PosteriorEngine(builder.Build());
        Assert.Throws<ArgumentException>(() => new InformationGain(engine, [FindingTest.Level(1)]));
        Assert.Throws<ArgumentException>(() => new InformationGain(engine, [FindingTest.YesNo(0, threshold: 2)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => FindingTest.YesNo(0, 1.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => FindingTest.YesNo(0, 1, 0, threshold: 0));
        Assert.Throws<InvalidOperationException>(() => FindingTest.Level(0).Observe(true));
        Assert.Equal(Observation.Uncertain(0.25, 0.875), FindingTest.YesNo(0, 0.75, 0.125).Observe(false));
    }

    /// <summary>Updated tables of random tests over random small networks, those without a posterior left out.</summary>
    private static IEnumerable<(ulong Seed, Problem Problem, PosteriorEngine Engine, InformationGain Gain)> Tables(ulong first, ulong end)
    {
        for (ulong seed = first; seed < end; seed++)
        {
            var (random, problem) = SmallWithUnobserved(seed);
            var engine = problem.Solve();
            if (!engine.IsPossible)
                continue;
            var gain = new InformationGain(engine, RandomTests(random, problem));
            gain.Update();
            yield return (seed, problem, engine, gain);
        }
    }

    private static (SeededGenerator Random, Problem Problem) SmallWithUnobserved(ulong seed)
    {
        var random = new SeededGenerator(seed);
        var problem = Problem.RandomSmall(random);
        for (int f = 0; f < problem.Observed.Count; f++)
        {
            if (f == 0 || random.Chance(0.4))
                problem.Observed[f] = Observation.Unobserved;
        }

        return (random, problem);
    }

    private static FindingTest[] RandomTests(SeededGenerator random, Problem problem) =>
        [.. Enumerable.Range(0, problem.Leak.Count).Where(f => !problem.Observed[f].IsObserved).Select(f =>
            random.Below(3) switch
            {
                0 => FindingTest.Level(f),
                1 => FindingTest.YesNo(f, threshold: random.BetweenInclusive(1, problem.Leak[f].Length)),
                _ => FindingTest.YesNo(f, random.Between(0.5, 1), random.Between(0, 0.4)),
            })];

    private static double[] Parents(Problem problem, PosteriorEngine engine, int finding) =>
        Parents(problem, engine.Marginals.ToArray(), finding);

    /// <summary>Marginals of the uncertain causes that reach a finding.</summary>
    private static double[] Parents(Problem problem, double[] marginals, int finding) =>
        [.. Enumerable.Range(0, marginals.Length)
            .Where(c => marginals[c] is > 0 and < 1)
            .Where(c => problem.Edges[c].Any(e => e.Finding == finding && e.Exceedance[0] > 0))
            .Select(c => marginals[c])];

    private static double Entropy(double p) => Term(p) + Term(1 - p);

    private static double Term(double p) => p > 0 ? -p * Math.Log2(p) : 0;
}
