using Nodus.Inference.Frontier;

namespace Nodus.Inference.Tests.Frontier;

public class RivalStrengthTests
{
    [Fact]
    public void Of_CauseHiddenBehindALikelierOneWithItsPattern_IsFarAboveItsMarginal()
    {
        var model = new ComponentModel();
        for (int f = 0; f < 4; f++)
            model.AddFinding(f, 1, 0, 0.02);
        AddCause(model, 0, 0.02, [0, 1, 2]);
        AddCause(model, 1, 0.002, [0, 1, 2]);
        AddCause(model, 2, 0.002, [2, 3]);
        double[] marginals = [0.9, 0.005, 0.3];
        double[] strength = [.. new RivalStrength().Of(model, marginals)];
        Assert.InRange(strength[1], 0.05, 0.1);
        Assert.All(strength.Zip(marginals), s => Assert.InRange(s.First, s.Second, 1));
    }

    [Fact]
    public void Of_RandomComponents_LiesBetweenTheMarginalAndOne()
    {
        var strengths = new RivalStrength();
        for (ulong seed = 0; seed < 200; seed++)
        {
            var random = new SeededGenerator(seed);
            var model = new ComponentModel();
            int findings = random.BetweenInclusive(1, 8), causes = random.BetweenInclusive(1, 12);
            for (int f = 0; f < findings; f++)
                model.AddFinding(f, 1, random.Chance(0.3) ? random.Unit() : 0, random.Chance(0.2) ? 0 : random.Unit());
            for (int c = 0; c < causes; c++)
            {
                double active = random.Chance(0.1) ? 1 : random.Unit();
                model.AddCause(c, active, 1 - active);
                for (int f = 0; f < findings; f++)
                {
                    if (random.Chance(0.5))
                        model.AddEdge(f, random.Chance(0.2) ? 1 : random.Unit());
                }
            }

            double[] marginals = [.. Enumerable.Range(0, causes).Select(_ => random.Chance(0.2) ? random.Below(2) : random.Unit())];
            var found = strengths.Of(model, marginals);
            for (int c = 0; c < causes; c++)
                Assert.InRange(found[c], marginals[c], 1);
        }
    }

    private static void AddCause(ComponentModel model, int cause, double active, int[] findings)
    {
        model.AddCause(cause, active, 1 - active);
        foreach (int f in findings)
            model.AddEdge(f, 0.4);
    }
}
