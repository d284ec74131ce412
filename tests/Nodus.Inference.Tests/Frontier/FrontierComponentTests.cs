using Nodus.Inference.Frontier;

namespace Nodus.Inference.Tests.Frontier;

public class FrontierComponentTests
{
    [Fact]
    public void RunInOrder_AnyOrderOfCauses_GivesTheSamePosterior()
    {
        int compared = 0;
        for (ulong seed = 40_000; seed < 40_200; seed++)
        {
            var random = new SeededGenerator(seed);
            var problem = Problem.RandomSmall(random);
            var network = problem.BuildNetwork();
            var absorbed = new AbsorbedEvidence(network);
            absorbed.Update(problem.BuildEvidence(network).Observations);
            var finder = new ComponentFinder(network);
            int count = absorbed.IsPossible ? finder.Find(absorbed) : 0;
            for (int k = 0; k < count; k++)
            {
                var component = new FrontierComponent();
                finder.Describe(k, absorbed, component.Model);
                var expected = new double[network.CauseCount];
                component.Solve(PosteriorLimits.Default, expected);
                if (!component.IsPossible || component.Model.CauseCount < 2)
                    continue;
                var order = Enumerable.Range(0, component.Model.CauseCount).ToArray();
                for (int i = 0; i < 5; i++)
                {
                    random.Shuffle(order);
                    var marginals = new double[network.CauseCount];
                    component.RunInOrder(order, marginals);
                    Assert.True(component.IsPossible, $"seed {seed}");
                    for (int c = 0; c < marginals.Length; c++)
                        Assert.Equal(expected[c], marginals[c], 1e-12);
                    compared++;
                }
            }
        }

        Assert.True(compared > 200, $"{compared} compared");
    }
}
