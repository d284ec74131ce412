namespace Nodus.Inference.Tests;

public class PosteriorEngineQuestionsTests
{
    [Fact]
    public void Sample_RandomSmallNetworks_FrequenciesEqualEnumeration()
    {
        const int Draws = 20_000;
        int compared = 0;
        for (ulong seed = 20_000; seed < 20_150; seed++)
        {
            var random = new SeededGenerator(seed);
            var problem = Problem.RandomSmall(random);
            var engine = problem.Solve();
            if (!engine.IsPossible)
                continue;
            var truth = new Enumeration(problem);
            var count = new int[1 << problem.Prior.Count];
            var isActive = new bool[problem.Prior.Count];
            for (int i = 0; i < Draws; i++)
            {
                engine.Sample(random, isActive);
                count[SetOf(isActive)]++;
            }

            for (int set = 0; set < count.Length; set++)
            {
                double p = truth.OfSet(set), expected = Draws * p;
                // Enumeration subtracts, so an impossible set may keep a rounding residue there; it must never be drawn.
                double allowed = (5 * Math.Sqrt(expected * (1 - p))) + 4;
                Assert.True(
                    p < 1e-12 ? count[set] == 0 : Math.Abs(count[set] - expected) <= allowed,
                    $"seed {seed}, set {set:b}: {count[set]} of {Draws} draws, expected {expected:0.0}");
                compared++;
            }
        }

        Assert.True(compared > 5000, $"{compared} compared");
    }

    [Fact]
    public void Sample_WithoutLeaks_EveryPresentFindingHasAnActiveCause()
    {
        int checkedFindings = 0;
        for (ulong seed = 20_200; seed < 20_400; seed++)
        {
            var random = new SeededGenerator(seed);
            var problem = Problem.RandomSmall(random).Beside(Problem.RandomSmall(random));
            for (int f = 0; f < problem.Leak.Count; f++)
                Array.Clear(problem.Leak[f]);
            var engine = problem.Solve();
            if (!engine.IsPossible)
                continue;
            var isActive = new bool[problem.Prior.Count];
            for (int i = 0; i < 200; i++)
            {
                engine.Sample(random, isActive);
                for (int f = 0; f < problem.Leak.Count; f++)
                {
                    var seen = problem.Observed[f];
                    if (!seen.IsObserved || seen.LikelihoodBelow > 0)
                        continue;
                    bool isExplained = Enumerable.Range(0, isActive.Length).Any(
                        c => isActive[c] && problem.Edges[c].Any(e => e.Finding == f && e.Exceedance[seen.Threshold - 1] > 0));
                    Assert.True(isExplained, $"seed {seed}: finding {f} is present and nothing produces it");
                    checkedFindings++;
                }

                for (int c = 0; c < isActive.Length; c++)
                    Assert.True(!isActive[c] || engine.Marginals[c] > 0, $"seed {seed}: cause {c} is impossible");
            }
        }

        Assert.True(checkedFindings > 10_000, $"{checkedFindings} checked");
    }

    [Fact]
    public void Sample_BodyShapedNetwork_MarginalsAndPairsEqualTheExactOnes()
    {
        const int Draws = 20_000;
        var body = new BodyShapedNetwork(4404, 0.002, 0.05, 8, clustered: true);
        var random = new SeededGenerator(4404);
        var engine = new PosteriorEngine(body.Network);
        engine.Update(body.SampleCase(random, 25, 40));
        int causes = body.Network.CauseCount;
        var isActive = new bool[causes];
        var single = new int[causes];
        var both = new int[causes];
        var given = new double[causes];
        int strongest = engine.Marginals.IndexOf(engine.Marginals.ToArray().Where(m => m < 0.7).Max());
        for (int i = 0; i < Draws; i++)
        {
            engine.Sample(random, isActive);
            for (int c = 0; c < causes; c++)
            {
                single[c] += isActive[c] ? 1 : 0;
                both[c] += isActive[c] && isActive[strongest] ? 1 : 0;
            }
        }

        engine.MarginalsGivenActive(strongest, given);
        for (int c = 0; c < causes; c++)
        {
            Near(single[c], engine.Marginals[c], $"cause {c}");
            Near(both[c], given[c] * engine.Marginals[strongest], $"cause {c} with {strongest}");
        }

        static void Near(int count, double p, string what)
        {
            double allowed = (5 * Math.Sqrt(Draws * p * (1 - p))) + 4;
            Assert.True(Math.Abs(count - (Draws * p)) <= allowed, $"{what}: {count} draws, expected {Draws * p:0.0}");
        }
    }

    [Fact]
    public void Sample_SameSeed_GivesTheSameSamples()
    {
        var body = new BodyShapedNetwork(5, 0.002, 0.05, 5, clustered: false);
        var engine = new PosteriorEngine(body.Network);
        engine.Update(body.SampleCase(new SeededGenerator(5), 5, 30));
        var first = new bool[body.Network.CauseCount];
        var second = new bool[body.Network.CauseCount];
        var (left, right) = (new Random(9), new Random(9));
        for (int i = 0; i < 20; i++)
        {
            engine.Sample(left, first);
            engine.Sample(right, second);
            Assert.Equal(first, second);
        }
    }

    [Fact]
    public void MarginalsGivenActive_RandomSmallNetworks_EqualEnumeration()
    {
        int asked = 0;
        for (ulong seed = 21_000; seed < 21_400; seed++)
        {
            var random = new SeededGenerator(seed);
            var problem = Problem.RandomSmall(random).Beside(Problem.RandomSmall(random));
            if (problem.Prior.Count > 12)
                continue;
            var engine = problem.Solve();
            if (!engine.IsPossible)
                continue;
            var truth = new Enumeration(problem);
            var given = new double[problem.Prior.Count];
            for (int a = 0; a < given.Length; a++)
            {
                if (engine.Marginals[a] < 1e-9)
                    continue;
                engine.MarginalsGivenActive(a, given);
                for (int b = 0; b < given.Length; b++)
                {
                    double expected = truth.BothActive(a, b) / truth.Marginal(a);
                    Assert.True(
                        Math.Abs(given[b] - expected) < 1e-10,
                        $"seed {seed}: P({b} | {a}) is {given[b]:R}, not {expected:R}");
                    asked++;
                }
            }
        }

        Assert.True(asked > 5000, $"{asked} asked");
    }

    [Theory]
    [InlineData(31, false)]
    [InlineData(32, true)]
    public void MarginalsGivenActive_BodyShapedNetwork_IsSymmetricAndAverages(ulong seed, bool clustered)
    {
        var body = new BodyShapedNetwork(seed, 0.002, 0.05, 8, clustered);
        var engine = new PosteriorEngine(body.Network);
        engine.Update(body.SampleCase(new SeededGenerator(seed), 15, 40));
        var marginals = engine.Marginals.ToArray();
        int causes = marginals.Length;
        var rows = new double[causes][];
        for (int a = 0; a < causes; a++)
        {
            rows[a] = new double[causes];
            engine.MarginalsGivenActive(a, rows[a]);
            Assert.Equal(1, rows[a][a]);
        }

        for (int a = 0; a < causes; a++)
        {
            for (int b = 0; b < a; b++)
            {
                double one = rows[a][b] * marginals[a], other = rows[b][a] * marginals[b];
                Assert.True(Math.Abs(one - other) <= 1e-11 * Math.Max(one, other), $"{a}, {b}: {one:R} and {other:R}");
                Assert.InRange(rows[a][b], 0, 1);
            }
        }
    }

    [Fact]
    public void MarginalsGivenActive_EqualsThePriorRaisedToOne()
    {
        // The same network with the cause certain must give the same answer by a plain update.
        for (ulong seed = 21_500; seed < 21_600; seed++)
        {
            var random = new SeededGenerator(seed);
            var problem = Problem.RandomSmall(random);
            var engine = problem.Solve();
            int cause = random.Below(problem.Prior.Count);
            if (!engine.IsPossible || engine.Marginals[cause] < 1e-9)
                continue;
            var given = new double[problem.Prior.Count];
            engine.MarginalsGivenActive(cause, given);
            problem.Prior[cause] = 1;
            var certain = problem.Solve();
            for (int c = 0; c < given.Length; c++)
                Assert.Equal(certain.Marginals[c], given[c], 1e-11);
        }
    }

    [Fact]
    public void MarginalsGivenActive_ImpossibleCause_Throws()
    {
        var builder = new NoisyOrNetworkBuilder();
        int cause = builder.AddCause(0);
        var engine = new PosteriorEngine(builder.Build());
        engine.Update(new Evidence(engine.Network));
        var error = Assert.Throws<ImpossibleEvidenceException>(() => engine.MarginalsGivenActive(cause, new double[1]));
        Assert.Contains("cannot be active", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => engine.MarginalsGivenActive(cause, new double[2]));
        Assert.Throws<ArgumentException>(() => engine.Sample(new Random(1), new bool[2]));
    }

    [Fact]
    public void PresentGivenEvidence_RandomSmallNetworks_EqualsTheRatioOfEvidences()
    {
        int asked = 0;
        for (ulong seed = 22_000; seed < 22_200; seed++)
        {
            var random = new SeededGenerator(seed);
            var problem = Problem.RandomSmall(random).Beside(Problem.RandomSmall(random));
            var network = problem.BuildNetwork();
            var evidence = problem.BuildEvidence(network);
            var engine = new PosteriorEngine(network);
            var with = new PosteriorEngine(network);
            engine.Update(evidence);
            if (!engine.IsPossible)
                continue;
            for (int f = 0; f < network.FindingCount; f++)
            {
                if (evidence[f].IsObserved)
                    continue;
                double present = engine.PresentGivenEvidence(f);
                evidence[f] = Observation.Present;
                with.Update(evidence);
                evidence[f] = Observation.Unobserved;
                Assert.Equal(Math.Exp(with.LogEvidence() - engine.LogEvidence()), present, 1e-11);
                asked++;
            }
        }

        Assert.True(asked > 100, $"{asked} asked");
    }

    [Fact]
    public void WriteJoint_RandomSmallNetworks_EqualsEnumeration()
    {
        int asked = 0;
        for (ulong seed = 23_000; seed < 23_400; seed++)
        {
            var random = new SeededGenerator(seed);
            var problem = Problem.RandomSmall(random);
            var engine = problem.Solve();
            if (!engine.IsPossible)
                continue;
            var truth = new Enumeration(problem);
            int component = random.Below(Math.Max(1, engine.ComponentCount));
            var causes = Enumerable.Range(0, problem.Prior.Count).ToArray();
            random.Shuffle(causes);
            causes = [.. causes.Where(c => engine.ComponentOf(c) == component && engine.CanSplit(component, c)).Take(4)];
            if (causes.Length < 2)
                continue;
            var joint = new double[1 << causes.Length];
            engine.WriteJoint(component, causes, joint);
            var expected = new double[joint.Length];
            for (int set = 0; set < 1 << problem.Prior.Count; set++)
            {
                int state = 0;
                for (int i = 0; i < causes.Length; i++)
                    state |= (set >> causes[i] & 1) << i;
                expected[state] += truth.OfSet(set);
            }

            for (int s = 0; s < joint.Length; s++)
                Assert.True(Math.Abs(expected[s] - joint[s]) < 1e-11, $"seed {seed}: state {s:b} {joint[s]:R}, {expected[s]:R}");
            asked++;
        }

        Assert.True(asked > 100, $"{asked} asked");
    }

    [Fact]
    public void Questions_Warm_AllocateNothing()
    {
        var body = new BodyShapedNetwork(77, 0.002, 0.05, 5, clustered: false, sharedTests: 40);
        var random = new SeededGenerator(77);
        var first = body.SampleCase(random, 5, 25);
        var second = body.SampleCase(random, 5, 25);
        var engine = new PosteriorEngine(body.Network);
        var gain = new InformationGain(
            engine, [.. Enumerable.Range(0, body.Network.FindingCount).Select(f => FindingTest.YesNo(f, 0.9, 0.1))]);
        var isActive = new bool[body.Network.CauseCount];
        var given = new double[body.Network.CauseCount];
        for (int i = 0; i < 20; i++)
            Ask(i);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 4; i++)
            Ask(i);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Ask(int i)
        {
            engine.Update(i % 2 == 0 ? first : second);
            for (int s = 0; s < 5; s++)
                engine.Sample(random, isActive);
            for (int c = 0; c < given.Length; c++)
                engine.MarginalsGivenActive(c, given);
            engine.PresentGivenEvidence(body.Network.FindingCount - 1);
            gain.Update();
        }
    }

    [Fact]
    public void Questions_OverTheLimits_StillAnswer()
    {
        var body = new BodyShapedNetwork(80, 0.01, 0.05, 8, clustered: true, sharedTests: 30);
        var evidence = new Evidence(body.Network);
        for (int f = 0; f < 260; f++)
            evidence[f] = Observation.Present;
        var engine = new PosteriorEngine(body.Network, new PosteriorLimits(2_000_000, 1_000_000, 12));
        engine.Update(evidence);
        Assert.False(engine.IsExact);
        var isActive = new bool[body.Network.CauseCount];
        engine.Sample(new SeededGenerator(1), isActive);
        Assert.Contains(true, isActive);
        var given = new double[body.Network.CauseCount];
        engine.MarginalsGivenActive(3, given);
        Assert.All(given, p => Assert.InRange(p, 0, 1));
        var gain = new InformationGain(engine, [.. Enumerable.Range(260, 400).Select(f => FindingTest.YesNo(f))]);
        gain.Update();
        Assert.True(gain.Best >= 0);
        Assert.All(gain.Bits.ToArray(), bits => Assert.InRange(bits, 0, 1));
    }

    private static int SetOf(bool[] isActive)
    {
        int set = 0;
        for (int c = 0; c < isActive.Length; c++)
            set |= isActive[c] ? 1 << c : 0;
        return set;
    }
}
