using Nodus.Clinical.Assessment;
using Nodus.Clinical.Knowledge;

namespace Nodus.Clinical.Tests.Assessment;

public sealed class NextTestsTests
{
    private const string Arm = """{"pain":[{"zone":"arm_front","side":"right"},{"zone":"hand","side":"right"}]""";

    [Fact]
    public void Next_Undecided_ProposesByInformationForTheirTime()
    {
        IReadOnlyList<NextTest> next = SmallBody.AssessRivals(Arm + "}").Next;

        Assert.StartsWith("palpate:", next[0].Test, StringComparison.Ordinal);
        NextTest[] others = [.. next.Where(test => !test.Test.StartsWith("ask:pain:", StringComparison.Ordinal))];
        Assert.Equal(others.OrderByDescending(test => test.Bits / (test.Seconds - (TestEffort.AlongSeconds * test.Along.Count))).Select(test => test.Test), others.Select(test => test.Test));
        Assert.Equal(others.Length + 1, next.Count);
        Assert.StartsWith("ask:pain:", next[^1].Test, StringComparison.Ordinal);
        Assert.All(next, test => Assert.InRange(test.Positive, 0, 1));
    }

    [Fact]
    public void Next_PointsOfOneMuscle_ArePressedInOneTurn()
    {
        IReadOnlyList<NextTest> next = SmallBody.Assess(Arm + "}").Next;

        NextTest infraspinatus = Assert.Single(next, test => test.Test.StartsWith("palpate:infraspinatus.", StringComparison.Ordinal));
        string other = infraspinatus.Test.Contains(".1:", StringComparison.Ordinal) ? "palpate:infraspinatus.2:right" : "palpate:infraspinatus.1:right";
        Assert.Equal([other], infraspinatus.Along);
        Assert.Equal(TestEffort.PressingSeconds(Reach.Flat) + TestEffort.AlongSeconds, infraspinatus.Seconds);
        Assert.Contains("In the same turn: ", infraspinatus.Why, StringComparison.Ordinal);
        Assert.Empty(next.Single(test => test.Test.StartsWith("palpate:scalene", StringComparison.Ordinal)).Along);
    }

    [Fact]
    public void Next_PainOnTheMidline_ComparesSides()
    {
        IReadOnlyList<NextTest> next = SmallBody.Assess("{\"pain\":[{\"zone\":\"sternum\"}]}").Next;

        Assert.Equal(["palpate:sternalis.1:left", "palpate:sternalis.1:right"], next[0].Along.Append(next[0].Test).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Next_PointsPressedInVain_ProposesWhatTellsOfTheRival()
    {
        string all = string.Join(",", SmallBody.Knowledge.Points.Select(point => $$"""{"point":"{{point.Id}}","side":"both","tender":false}"""));

        IReadOnlyList<NextTest> next = SmallBody.AssessRivals($$"""{{Arm}},"palpation":[{{all}}]}""").Next;

        Assert.Contains(next, test => test.Test == "move:spurling:right");
        Assert.Contains("C6 root, right", next.First(test => test.Test == "ask:numb").Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Next_AnsweredOrDone_IsNotProposedAgain()
    {
        IReadOnlyList<NextTest> next = SmallBody.AssessRivals(Arm + ""","answers":{"numb":false},"movements":[{"test":"spurling","side":"right","result":"normal"}],"palpation":[{"point":"scalene.1","side":"right","tender":false}]}""").Next;

        Assert.DoesNotContain(next, test => test.Test is "ask:numb" or "move:spurling:right" or "palpate:scalene.1:right");
    }

    [Fact]
    public void Next_WithoutBearingOnThePain_OrAskedInVain_IsNotProposed()
    {
        string all = string.Join(",", SmallBody.Knowledge.Points.Select(point => $$"""{"point":"{{point.Id}}","side":"both","tender":false}"""));
        IReadOnlyList<NextTest> next = SmallBody.AssessRivals(Arm + "}").Next;

        Assert.DoesNotContain(next, test => test.Test.Contains("sternalis", StringComparison.Ordinal) || test.Test == "ask:fever" || test.Test.EndsWith(":left", StringComparison.Ordinal));
        Assert.DoesNotContain(SmallBody.AssessRivals($$"""{{Arm}},"answers":{"numb":null},"palpation":[{{all}}]}""").Next, test => test.Test == "ask:numb");
    }

    [Fact]
    public void Next_ZoneThatIsNotOnThePicture_IsAskedForUntilItIsTold()
    {
        const string Asked = "ask:pain:arm_front:right";
        const string Hand = """{"pain":[{"zone":"hand","side":"right"}""";
        Differential before = SmallBody.AssessRivals(Hand + "]}"), no = SmallBody.AssessRivals(Hand + """,{"zone":"arm_front","side":"right","intensity":0}]}""");
        Differential yes = SmallBody.AssessRivals(Hand + """,{"zone":"arm_front","side":"right"}]}""");

        Assert.Contains("arm_front, right", before.Next.First(test => test.Test == Asked).Why, StringComparison.Ordinal);
        Assert.DoesNotContain(no.Next, test => test.Test == Asked);
        Assert.DoesNotContain(yes.Next, test => test.Test == Asked);
        double P(Differential of) => of.FindRival("root_c6", "right")?.Probability ?? 0;
        Assert.True(P(no) < P(before) && P(before) < P(yes), $"{P(no)} < {P(before)} < {P(yes)}");
    }

    [Fact]
    public void Next_NoPainTold_AsksForNone() =>
        Assert.DoesNotContain(SmallBody.AssessRivals("""{"answers":{"numb":true}}""").Next, test => test.Test.StartsWith("ask:pain:", StringComparison.Ordinal));

    [Fact]
    public void Enough_OnceThePointIsFoundAndTheRestRuledOut_ButNotBefore()
    {
        Assert.False(SmallBody.Assess(Arm + "}").Enough);
        string all = string.Join(",", SmallBody.Knowledge.Points.SelectMany(point => new[] { "left", "right" }.Select(side =>
        {
            bool found = point.Id == "scalene.1" && side == "right";
            return $$"""{"point":"{{point.Id}}","side":"{{side}}","tender":{{(found ? "true" : "false")}},"recognised":{{(found ? "true" : "false")}}}""";
        })));

        Assert.True(SmallBody.Assess($$"""{{Arm}},"palpation":[{{all}}]}""").Enough);
    }

    [Fact]
    public void Missing_NamesWhatWouldTellMostAboutTheMuscle()
    {
        MuscleRank infraspinatus = SmallBody.Assess("""{"pain":[{"zone":"shoulder_front","side":"right"}]}""").Find("infraspinatus", "right")!;

        Assert.Contains(infraspinatus.Missing, missing => missing.Contains("infraspinatus.1, right has not been pressed", StringComparison.Ordinal));
        Assert.All(infraspinatus.Missing, missing => Assert.DoesNotContain("biceps", missing, StringComparison.Ordinal));
    }

    [Fact]
    public void Next_DrawnOnOneSideAndFoundOnTheOther_AsksForTheSideFirst()
    {
        string found = ""","palpation":[{"point":"scalene.1","side":"left","tender":true,"recognised":true}]}""";

        Assert.Equal("ask:side", SmallBody.Assess(Arm + found).Next[0].Test);
        Assert.NotEqual("ask:side", SmallBody.Assess(Arm + found.Replace("left", "right", StringComparison.Ordinal)).Next[0].Test);
        Assert.NotEqual("ask:side", SmallBody.Assess("""{"pain":[{"zone":"hand","side":"both"}]""" + found).Next[0].Test);
    }
}
