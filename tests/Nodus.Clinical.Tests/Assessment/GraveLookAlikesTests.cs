using System.Text;
using Nodus.Clinical.Assessment;
using Nodus.Clinical.Knowledge;
using Nodus.Clinical.Tests.Safety;

namespace Nodus.Clinical.Tests.Assessment;

/// <summary>What is named however rare it is.</summary>
public sealed class GraveLookAlikesTests
{
    private const string Arm = """{"pain":[{"zone":"arm_front","side":"right"},{"zone":"hand","side":"right"}]""";

    /// <summary>The nerve root as an emergency as rare as any can be.</summary>
    private static readonly KnowledgeBase Grave = new("knowledge-9", "atlas-1", SmallBody.WithRivals.Entries with
    {
        Rivals =
        [
            .. SmallBody.WithRivals.Rivals.Select(rival => rival.Id == "root_c6"
                ? new Rival(
                    rival.Id, rival.Name, rival.Kind, rival.Sidedness, rival.Pattern, rival.Qualities, rival.For, rival.Against, rival.Separate,
                    Urgency.Emergency, RivalPrior.ValueMin, rival.Confidence, rival.Sources, rival.Zones, rival.Bearers)
                : rival),
        ],
    });

    [Fact]
    public void Of_RareEmergencyThatFits_IsNamedWhereItCanHurt()
    {
        Differential differential = Assess(Grave, Arm + "}");

        GraveLookAlike named = Assert.Single(differential.NotToMiss);
        Assert.Equal(("root_c6", "right", "emergency"), (named.Id, named.Side, named.Urgency));
        Assert.Equal(["arm_front", "hand"], named.Zones.Select(zone => zone.Zone).Order(StringComparer.Ordinal));
        Assert.InRange(named.Probability, 0.000001, 0.05);
    }

    [Fact]
    public void Of_AsksWhatNobodyTold_StrongestFirst()
    {
        Assert.Equal(["numb", "Spurling's test painful"], Assert.Single(Assess(Grave, Arm + "}").NotToMiss).Ask);
        Assert.Equal(["Spurling's test painful"], Assert.Single(Assess(Grave, Arm + ""","answers":{"numb":false}}""").NotToMiss).Ask);
        Assert.Equal(["numb"], Assert.Single(Assess(Grave, Arm + ""","movements":[{"test":"spurling","side":"right","result":"normal"}]}""").NotToMiss).Ask);
        Assert.Equal(
            ["numb", "Spurling's test painful"],
            Assert.Single(Assess(Grave, Arm + ""","movements":[{"test":"spurling","side":"left","result":"normal"}]}""").NotToMiss).Ask);
    }

    [Fact]
    public void Of_WhatCanWait_IsNotNamed() => Assert.DoesNotContain(SmallBody.AssessRivals(Arm + "}").NotToMiss, one => one.Id == "root_c6");

    [Fact]
    public void Of_PainElsewhereOrNone_NamesNothing()
    {
        Assert.DoesNotContain(Assess(Grave, """{"pain":[{"zone":"sternum"}]}""").NotToMiss, one => one.Id == "root_c6");
        Assert.Empty(Assess(Grave, """{"pain":[]}""").NotToMiss);
    }

    [Theory]
    [InlineData("M", 60, true)]
    [InlineData("F", 60, false)]
    [InlineData("M", 30, false)]
    public void Of_WhatDoesNotExistInSuchPeople_IsNotNamed(string sex, int age, bool named)
    {
        Differential differential = SmallBody.AssessRivals($$"""{"sex":"{{sex}}","age":{{age}},"pain":[{"zone":"sternum"}]}""");

        Assert.Equal(named, differential.NotToMiss.Any(one => one.Id == "gland"));
    }

    private static Differential Assess(KnowledgeBase knowledge, string json) =>
        new Assessor(knowledge, SmallBody.Sites, "atlas-1").Assess(new CaseReader(knowledge, SmallSafety.Rulebook, SmallBody.Sites).Read(Encoding.UTF8.GetBytes(json)));
}
