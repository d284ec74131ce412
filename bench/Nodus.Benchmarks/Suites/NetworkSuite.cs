using BenchmarkDotNet.Attributes;
using Nodus.Inference;

namespace Nodus.Benchmarks.Suites;

/// <summary>The engine on a case of each neutral network: the one whose exact answer takes the median number of state updates.</summary>
public class NetworkSuite
{
    private PosteriorEngine engine = null!;
    private InformationGain gain = null!;
    private Evidence nothing = null!, evidence = null!;
    private int region;

    /// <summary>See <see cref="BodyProblem.All"/>.</summary>
    [Params("A", "B", "C", "D")]
    public string Network { get; set; } = "";

    /// <summary>Chooses the case and warms the engine.</summary>
    [GlobalSetup]
    public void Choose()
    {
        BodyProblem problem = BodyProblem.All.Single(one => one.Name == Network);
        engine = new PosteriorEngine(problem.Network);
        gain = new InformationGain(engine, [.. Enumerable.Range(0, problem.Network.FindingCount).Select(f => FindingTest.YesNo(f))]);
        nothing = new Evidence(problem.Network);
        ProblemCase[] byWork = [.. problem.Cases().OrderBy(one => WorkOf(one))];
        ProblemCase median = byWork[byWork.Length / 2];
        evidence = ProblemFiles.Evidence(problem.Network, median);
        region = median.Positive[0];
        engine.Update(evidence);
    }

    /// <summary>All evidence is new: every region absorbed, every component solved. The emptying before it is part of the time.</summary>
    [Benchmark]
    public void Full()
    {
        engine.Update(nothing);
        engine.Update(evidence);
    }

    /// <summary>One painful region is taken away and comes back: two updates.</summary>
    [Benchmark]
    public void OneRegion()
    {
        evidence[region] = Observation.Absent;
        engine.Update(evidence);
        evidence[region] = Observation.Present;
        engine.Update(evidence);
    }

    /// <summary>What every unobserved finding would tell, for the same evidence again and again.</summary>
    [Benchmark]
    public void Gain() => gain.Update();

    /// <summary>The most probable set, proven.</summary>
    [Benchmark]
    public LikelySet Set() => engine.FindLikelySet();

    private long WorkOf(ProblemCase one)
    {
        engine.Update(ProblemFiles.Evidence(engine.Network, one));
        return engine.StateUpdates;
    }
}
