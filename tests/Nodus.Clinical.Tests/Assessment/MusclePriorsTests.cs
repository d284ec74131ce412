using Nodus.Anatomy;
using Nodus.Clinical.Assessment;
using Nodus.Clinical.Knowledge;

namespace Nodus.Clinical.Tests.Assessment;

public sealed class MusclePriorsTests
{
    private const string Pain = "\"pain\":[{\"zone\":\"shoulder_front\",\"side\":\"right\",\"intensity\":6}]";
    private const double Base = 0.02 / 0.98;
    private static readonly MusclePriors Priors = new(SmallBody.Knowledge);

    [Fact]
    public void OfPoint_SharesTheMusclesPrior()
    {
        TriggerPoint point = Point("infraspinatus.1");

        Assert.Equal(0.02, Priors.OfMuscleSide(point), 1e-12);
        Assert.Equal(0.02, 1 - Math.Pow(1 - Priors.OfPoint(point), 2), 1e-12);
    }

    [Fact]
    public void OfMuscleSide_PublishedRate_CountsByItsSquareRootWithoutContext()
    {
        Assert.Equal(3 * Base, Odds(Priors.OfMuscleSide(Point("biceps.1"))), 1e-9);
        // An elicited factor speaks for its context alone.
        Assert.Equal(Base, Odds(Priors.OfMuscleSide(Point("scalene.1"))), 1e-9);
    }

    [Theory]
    [InlineData("biceps.1", Side.Right, "swimmers_shoulder", 5.196152422706632)] // 9 to the power 0.75
    [InlineData("biceps.1", Side.Left, "swimmers_shoulder", 0.3 * 5.196152422706632)]
    [InlineData("scalene.1", Side.Right, "violin", 2)]
    [InlineData("scalene.1", Side.Left, "violin", 0.6)]
    [InlineData("infraspinatus.1", Side.Left, "violin", 1)]
    [InlineData("biceps.1", Side.Left, "violin", 3)]
    public void OfContexts_PainOnTheRight_FollowsTheRules(string point, Side side, string context, double factor) =>
        Assert.Equal(factor, Priors.OfContexts(Point(point), side, Read(Pain, context)), 1e-9);

    [Theory]
    [InlineData("\"pain\":[]")]
    [InlineData("\"pain\":[{\"zone\":\"shoulder_front\",\"side\":\"both\",\"intensity\":6}]")]
    [InlineData("\"pain\":[{\"zone\":\"shoulder_front\",\"side\":\"right\",\"intensity\":6},{\"zone\":\"sternum\",\"intensity\":3}]")]
    [InlineData("\"pain\":[{\"zone\":\"shoulder_front\",\"side\":\"right\",\"intensity\":0}]")]
    public void OfContexts_NoSideAlone_LeavesNoSideUnaffected(string pain) =>
        Assert.Equal(2, Priors.OfContexts(Point("scalene.1"), Side.Left, Read(pain, "violin")), 1e-9);

    [Theory]
    [InlineData(1, "infraspinatus.1")]
    [InlineData(2, "infraspinatus.1", "sitting")]
    [InlineData(2, "infraspinatus.1", "sitting", "sitting")]
    [InlineData(4, "infraspinatus.1", "sitting", "smoking")] // 6, but never more than 4
    [InlineData(1, "biceps.1", "sitting", "smoking")]
    public void OfFactors_Named_MultiplyTheMusclesThatNameThemWithinBounds(double factor, string point, params string[] factors) =>
        Assert.Equal(factor, Priors.OfFactors(Point(point), Read(Pain, factors)), 1e-9);

    [Fact]
    public void OfPoint_Case_CombinesContextsAndFactors()
    {
        double p = Priors.OfPoint(Point("infraspinatus.1"), Side.Left, Read(Pain, "sitting", "violin"));

        Assert.Equal(2 * Base, Odds(1 - Math.Pow(1 - p, 2)), 1e-9);
    }

    [Theory]
    [InlineData(0.821, RateCertainty.Low, 0.417)]
    [InlineData(0.65, RateCertainty.VeryLow, 0.229)]
    [InlineData(0.10, RateCertainty.Moderate, 0.1)]
    public void Shrunk_PublishedRate_IsThatOfTheTable(double reported, RateCertainty certainty, double shrunk) =>
        Assert.Equal(shrunk, RateShrinkage.Shrunk(reported, certainty), 0.001);

    private static TriggerPoint Point(string id) =>
        SmallBody.Knowledge.TryFindPoint(id, out TriggerPoint? point) ? point : throw new ArgumentException($"There is no point {id}.", nameof(id));

    private static Case Read(string pain, params string[] factors) =>
        SmallBody.Read($"{{{pain},\"factors\":[{string.Join(',', factors.Select(factor => $"\"{factor}\""))}]}}");

    private static double Odds(double p) => p / (1 - p);
}
