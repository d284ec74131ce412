namespace Nodus.Inference.Tests;

public class PosteriorEngineTests
{
    private const double Tolerance = 1e-12;

    [Fact]
    public void Marginals_ThousandRandomSmallNetworks_EqualEnumeration()
    {
        int possible = 0;
        for (ulong seed = 1; seed <= 1000; seed++)
        {
            var problem = Problem.RandomSmall(new SeededGenerator(seed));
            var network = problem.BuildNetwork();
            var engine = new PosteriorEngine(network);
            engine.Update(problem.BuildEvidence(network));
            var truth = new Enumeration(problem);
            // Enumeration subtracts cumulative probabilities, so an impossible case may come out as a rounding residue.
            Assert.True(engine.IsPossible == (truth.Evidence > 1e-15), $"seed {seed}: evidence {truth.Evidence:R}");
            if (!engine.IsPossible)
                continue;
            possible++;
            Assert.True(engine.IsExact);
            Assert.True(engine.AdjointDefect < 1e-12, $"seed {seed}: <F,B> off by {engine.AdjointDefect:R}");
            Assert.True(Math.Abs(engine.LogEvidence() - Math.Log(truth.Evidence)) < 1e-9, $"seed {seed}: evidence");
            for (int c = 0; c < network.CauseCount; c++)
            {
                Assert.InRange(engine.Marginals[c], 0, 1);
                double expected = truth.Marginal(c);
                Assert.True(
                    Math.Abs(engine.Marginals[c] - expected) <= Tolerance,
                    $"seed {seed}, cause {c}: {engine.Marginals[c]:R} is not {expected:R}");
            }
        }

        Assert.InRange(possible, 600, 1000);
    }

    [Fact]
    public void NoneActive_RandomSets_EqualEnumeration()
    {
        for (ulong seed = 5000; seed < 5300; seed++)
        {
            var random = new SeededGenerator(seed);
            var problem = Problem.RandomSmall(random).Beside(Problem.RandomSmall(random));
            if (problem.Prior.Count > 14)
                continue;
            var network = problem.BuildNetwork();
            var engine = new PosteriorEngine(network);
            engine.Update(problem.BuildEvidence(network));
            if (!engine.IsPossible)
                continue;
            var truth = new Enumeration(problem);
            var set = Enumerable.Range(0, network.CauseCount).Where(_ => random.Chance(0.4)).ToArray();
            double none = engine.NoneActive(set);
            Assert.True(Math.Abs(none - truth.NoneActive(set)) < 1e-11, $"seed {seed}: {none:R}, {truth.NoneActive(set):R}");
            Assert.True(engine.NoneActive([]) == 1, "no question must be certain");
        }
    }

    [Fact]
    public void ProducedAndNotCaused_BinaryFindings_EqualEnumeration()
    {
        int asked = 0;
        for (ulong seed = 7000; seed < 7300; seed++)
        {
            var problem = Problem.RandomSmall(new SeededGenerator(seed));
            var network = problem.BuildNetwork();
            var engine = new PosteriorEngine(network);
            engine.Update(problem.BuildEvidence(network));
            if (!engine.IsPossible)
                continue;
            var truth = new Enumeration(problem);
            for (int f = 0; f < network.FindingCount; f++)
            {
                if (problem.Observed[f] != Observation.Present || problem.Leak[f].Length > 1 || problem.Leak[f][0] == 1)
                    continue;
                double notCaused = engine.NotCaused(f);
                Assert.True(Math.Abs(notCaused - truth.NotCaused(f)) < 1e-11, $"seed {seed}, finding {f}: not caused");
                for (int c = 0; c < network.CauseCount; c++)
                {
                    double produced = engine.Produced(c, f), expected = truth.Produced(c, f);
                    Assert.True(
                        Math.Abs(produced - expected) < 1e-11,
                        $"seed {seed}, cause {c}, finding {f}: {produced:R} is not {expected:R}");
                    asked++;
                }
            }
        }

        Assert.True(asked > 100, $"only {asked} questions were asked");
    }

    [Fact]
    public void Marginals_Renumbered_AreTheSame()
    {
        for (ulong seed = 9000; seed < 9100; seed++)
        {
            var random = new SeededGenerator(seed);
            var problem = Problem.RandomSmall(random);
            var causeTo = Enumerable.Range(0, problem.Prior.Count).ToArray();
            var findingTo = Enumerable.Range(0, problem.Leak.Count).ToArray();
            random.Shuffle(causeTo);
            random.Shuffle(findingTo);
            var (plain, other) = (problem.Solve(), problem.Renumber(causeTo, findingTo).Solve());
            Assert.Equal(plain.IsPossible, other.IsPossible);
            for (int c = 0; plain.IsPossible && c < causeTo.Length; c++)
                Assert.Equal(plain.Marginals[c], other.Marginals[causeTo[c]], Tolerance);
        }
    }

    [Fact]
    public void Marginals_MirroredDrawing_AreMirrored()
    {
        for (ulong seed = 9100; seed < 9200; seed++)
        {
            // A body of two like halves that meet at some midline findings, drawn on one side and on the other.
            var random = new SeededGenerator(seed);
            var (half, seen) = (Problem.RandomSmall(random), Problem.RandomSmall(random).Observed);
            var body = half.Beside(half);
            int findings = half.Leak.Count, causes = half.Prior.Count;
            for (int c = 0; c < causes; c++)
            {
                body.Edges[causes + c] = [.. half.Edges[c].Select(
                    e => (e.Finding % 3 == 0 ? e.Finding : e.Finding + findings, e.Exceedance))];
            }

            for (int f = 0; f < findings; f++)
            {
                bool fits = f < seen.Count && seen[f].Threshold < body.Leak[f].Length + 1
                    && (seen[f].Upper == int.MaxValue || seen[f].Upper < body.Leak[f].Length + 1);
                body.Observed[findings + f] = fits && f % 3 != 0 ? seen[f] : Observation.Unobserved;
            }

            var drawn = body.Solve();
            for (int f = 0; f < findings; f++)
            {
                if (f % 3 != 0)
                    (body.Observed[f], body.Observed[findings + f]) = (body.Observed[findings + f], body.Observed[f]);
            }

            var mirrored = body.Solve();
            Assert.Equal(drawn.IsPossible, mirrored.IsPossible);
            for (int c = 0; drawn.IsPossible && c < causes; c++)
            {
                Assert.Equal(drawn.Marginals[c], mirrored.Marginals[causes + c], Tolerance);
                Assert.Equal(drawn.Marginals[causes + c], mirrored.Marginals[c], Tolerance);
            }
        }
    }

    [Fact]
    public void Marginals_UnrelatedProblemBeside_AreTheSame()
    {
        for (ulong seed = 9200; seed < 9300; seed++)
        {
            var random = new SeededGenerator(seed);
            var (left, right) = (Problem.RandomSmall(random), Problem.RandomSmall(random));
            var (a, b, both) = (left.Solve(), right.Solve(), left.Beside(right).Solve());
            Assert.Equal(a.IsPossible && b.IsPossible, both.IsPossible);
            if (!both.IsPossible)
                continue;
            Assert.Equal((double[])[.. a.Marginals, .. b.Marginals], both.Marginals.ToArray());
            Assert.Equal(a.LogEvidence() + b.LogEvidence(), both.LogEvidence(), 1e-11);
        }
    }

    [Fact]
    public void Marginals_ComponentsJoinedByAnInertCause_AreTheSame()
    {
        for (ulong seed = 9400; seed < 9500; seed++)
        {
            var random = new SeededGenerator(seed);
            var problem = Problem.RandomSmall(random).Beside(Problem.RandomSmall(random));
            var joined = problem.Beside(new Problem());
            // All but impossible, and all but ineffective: it ties every finding into one component and changes nothing.
            joined.Prior.Add(1e-15);
            joined.Edges.Add([.. joined.Leak.Select((leak, f) => (f, leak.Select(_ => 1e-15).ToArray()))]);
            var (apart, tied) = (problem.Solve(), joined.Solve());
            if (!apart.IsPossible)
                continue;
            for (int c = 0; c < problem.Prior.Count; c++)
                Assert.Equal(apart.Marginals[c], tied.Marginals[c], Tolerance);
        }
    }

    [Fact]
    public void Update_OneObservationAtATime_EqualsAllAtOnceBitForBit()
    {
        for (ulong seed = 9600; seed < 9700; seed++)
        {
            var random = new SeededGenerator(seed);
            var problem = Problem.RandomSmall(random);
            var network = problem.BuildNetwork();
            var stepwise = new PosteriorEngine(network);
            var evidence = new Evidence(network);
            var order = Enumerable.Range(0, network.FindingCount).ToArray();
            random.Shuffle(order);
            foreach (int f in order)
            {
                evidence[f] = problem.Observed[f];
                stepwise.Update(evidence);
            }

            var atOnce = problem.Solve();
            Assert.Equal(atOnce.IsPossible, stepwise.IsPossible);
            if (!atOnce.IsPossible)
                continue;
            Assert.Equal(atOnce.Marginals.ToArray(), Again(stepwise, evidence));
        }
    }

    [Fact]
    public void Update_ObservationTakenBack_ReturnsToTheSameBits()
    {
        var problem = Problem.RandomSmall(new SeededGenerator(3));
        for (int f = 0; f < problem.Observed.Count; f++)
            problem.Observed[f] = Observation.Unobserved;
        var network = problem.BuildNetwork();
        var engine = new PosteriorEngine(network);
        var evidence = new Evidence(network);
        engine.Update(evidence);
        var before = engine.Marginals.ToArray();
        evidence[0] = Observation.Absent;
        engine.Update(evidence);
        evidence[0] = Observation.Unobserved;
        engine.Update(evidence);
        Assert.Equal(before, engine.Marginals.ToArray());
        Assert.Equal(0, engine.LogEvidence(), 1e-15);
    }

    [Fact]
    public void Marginals_LawOfTotalProbability_HoldsOverATestsAnswers()
    {
        for (ulong seed = 9800; seed < 9850; seed++)
        {
            var problem = Problem.RandomSmall(new SeededGenerator(seed));
            problem.Observed[0] = Observation.Unobserved;
            var network = problem.BuildNetwork();
            var engine = new PosteriorEngine(network);
            var evidence = problem.BuildEvidence(network);
            engine.Update(evidence);
            if (!engine.IsPossible)
                continue;
            var prior = engine.Marginals.ToArray();
            double priorEvidence = engine.LogEvidence(), mass = 0;
            var mixed = new double[prior.Length];
            for (int level = 0; level < network.LevelCount(0); level++)
            {
                evidence[0] = Observation.AtLevel(level);
                engine.Update(evidence);
                if (!engine.IsPossible)
                    continue;
                double share = Math.Exp(engine.LogEvidence() - priorEvidence);
                mass += share;
                for (int c = 0; c < mixed.Length; c++)
                    mixed[c] += share * engine.Marginals[c];
            }

            Assert.Equal(1, mass, 1e-12);
            for (int c = 0; c < mixed.Length; c++)
                Assert.Equal(prior[c], mixed[c], Tolerance);
        }
    }

    [Fact]
    public void Marginals_ImpossibleEvidence_ThrowWithAClearMessage()
    {
        var builder = new NoisyOrNetworkBuilder();
        int finding = builder.AddFinding(0);
        int other = builder.AddFinding(0);
        int cause = builder.AddCause(0.3);
        builder.AddEdge(cause, finding, 0.5);
        builder.AddEdge(cause, other, 1);
        var network = builder.Build();
        var engine = new PosteriorEngine(network);
        var evidence = new Evidence(network);
        evidence[finding] = Observation.Present;
        evidence[other] = Observation.Absent;
        engine.Update(evidence);
        Assert.False(engine.IsPossible);
        Assert.Equal(double.NegativeInfinity, engine.LogEvidence());
        var error = Assert.Throws<ImpossibleEvidenceException>(() => engine.Marginals.ToArray());
        Assert.Contains("impossible", error.Message, StringComparison.Ordinal);
        evidence[other] = Observation.Unobserved;
        engine.Update(evidence);
        Assert.Equal(1, engine.Marginals[cause]);
    }

    [Fact]
    public void Marginals_BeforeAnyUpdate_Throw()
    {
        var engine = new PosteriorEngine(new NoisyOrNetworkBuilder().Build());
        Assert.Throws<InvalidOperationException>(() => engine.Marginals.ToArray());
        engine.Update(new Evidence(engine.Network));
        Assert.Empty(engine.Marginals.ToArray());
    }

    private static double[] Again(PosteriorEngine engine, Evidence evidence)
    {
        engine.Update(evidence);
        return engine.Marginals.ToArray();
    }
}
