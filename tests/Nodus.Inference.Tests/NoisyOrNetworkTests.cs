namespace Nodus.Inference.Tests;

public class NoisyOrNetworkTests
{
    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void AddFindingCauseEdge_NotAProbability_Throw(double value)
    {
        var builder = new NoisyOrNetworkBuilder();
        int finding = builder.AddFinding(0.1), cause = builder.AddCause(0.1);
        Assert.Throws<ArgumentOutOfRangeException>(() => builder.AddFinding(value));
        Assert.Throws<ArgumentOutOfRangeException>(() => builder.AddCause(value));
        Assert.Throws<ArgumentOutOfRangeException>(() => builder.AddEdge(cause, finding, value));
    }

    [Fact]
    public void AddEdge_UnknownTwiceOrWrongLevels_SayWhich()
    {
        var builder = new NoisyOrNetworkBuilder();
        int binary = builder.AddFinding(0.1), graded = builder.AddFinding([0.3, 0.1]), cause = builder.AddCause(0.1);
        builder.AddEdge(cause, binary, 0.5);
        Assert.Contains("twice", Message(() => builder.AddEdge(cause, binary, 0.5)), StringComparison.Ordinal);
        Assert.Contains("3 levels", Message(() => builder.AddEdge(cause, graded, 0.5)), StringComparison.Ordinal);
        Assert.Contains("0 to 1", Message(() => builder.AddEdge(cause, 2, 0.5)), StringComparison.Ordinal);
        Assert.Contains("0 to 0", Message(() => builder.AddEdge(1, binary, 0.5)), StringComparison.Ordinal);
        Assert.Contains("increase", Message(() => builder.AddEdge(cause, graded, [0.2, 0.3])), StringComparison.Ordinal);
    }

    [Fact]
    public void Build_EdgesInAnyOrder_AreSortedByFinding()
    {
        var builder = new NoisyOrNetworkBuilder();
        int a = builder.AddFinding(0.01), b = builder.AddFinding([0.02, 0.01]), cause = builder.AddCause(0.2);
        builder.AddEdge(cause, b, [0.7, 0.4]);
        builder.AddEdge(cause, a, 0.6);
        var network = builder.Build();
        Assert.Equal([a, b], network.FindingsOf(cause).ToArray());
        Assert.Equal(0.6, network.PresentGivenCause(a, cause));
        Assert.Equal(0.7, network.PresentGivenCause(b, cause));
        Assert.Equal(0.02, network.PresentGivenNoCause(b));
        Assert.Equal((2, 3), (network.LevelCount(a), network.LevelCount(b)));
        Assert.Equal((1, 2, 2), (network.CauseCount, network.FindingCount, network.EdgeCount));
    }

    [Fact]
    public void Evidence_UnknownFindingOrLevel_SaysWhatIsAllowed()
    {
        var builder = new NoisyOrNetworkBuilder();
        builder.AddFinding([0.2, 0.1]);
        var evidence = new Evidence(builder.Build());
        evidence[0] = Observation.AtLevel(2);
        Assert.Contains("0 to 2", Message(() => evidence[0] = Observation.AtLevel(3)), StringComparison.Ordinal);
        Assert.Contains("0 to 0", Message(() => evidence[1] = Observation.Present), StringComparison.Ordinal);
        Assert.Equal(Observation.AtLevel(2), evidence[0]);
        evidence.Clear();
        Assert.Equal(Observation.Unobserved, evidence[0]);
    }

    [Fact]
    public void Observation_NonsenseLikelihoods_Throw()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Observation.Uncertain(-1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Observation.Uncertain(0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Observation.Uncertain(double.PositiveInfinity, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Observation.NotReported(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Observation.AtLeast(0));
        Assert.Equal(Observation.Absent, Observation.AtLevel(0));
        Assert.Equal(Observation.Present, Observation.Uncertain(1, 0));
    }

    [Fact]
    public void Update_EvidenceOfAnotherNetwork_Throws()
    {
        var engine = new PosteriorEngine(new NoisyOrNetworkBuilder().Build());
        Assert.Throws<ArgumentException>(() => engine.Update(new Evidence(new NoisyOrNetworkBuilder().Build())));
    }

    private static string Message(Action action) => Assert.ThrowsAny<ArgumentException>(action).Message;
}
