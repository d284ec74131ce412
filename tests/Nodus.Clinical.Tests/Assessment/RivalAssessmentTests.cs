using Nodus.Clinical.Assessment;

namespace Nodus.Clinical.Tests.Assessment;

/// <summary>Rivals in the network: they share the pain with the muscles.</summary>
public sealed class RivalAssessmentTests
{
    private const string Arm = """{"pain":[{"zone":"arm_front","side":"right"},{"zone":"hand","side":"right"}]""";

    [Fact]
    public void Assess_PainOfARoot_RanksItOnItsSideAndTellsWhatSeparatesIt()
    {
        Differential differential = SmallBody.AssessRivals(Arm + "}");

        RivalRank root = differential.FindRival("root_c6", "right")!;
        Assert.Null(differential.FindRival("root_c6", "left"));
        Assert.Equal(("nerve_root", "soon"), (root.Kind, root.Urgency));
        Assert.Equal(["Numb thumb and a weak elbow."], root.Separate);
        Assert.Contains(root.Explains, zone => zone is { Zone: "hand", Side: "right" });
        Assert.True(root.Probability > 0.02);
    }

    [Fact]
    public void Assess_RivalBesideMuscles_TakesProbabilityFromThemAndGivesItBack()
    {
        double alone = SmallBody.Assess(Arm + "}").Find("scalene", "right")!.Probability;
        double beside = SmallBody.AssessRivals(Arm + "}").Find("scalene", "right")!.Probability;
        double likelier = SmallBody.AssessRivals(Arm + ""","answers":{"numb":true}}""").Find("scalene", "right")!.Probability;

        Assert.True(likelier < beside && beside < alone, $"{likelier} < {beside} < {alone}");
    }

    [Fact]
    public void Assess_AnswerMovementAndQuality_MoveARivalTheRightWay()
    {
        double P(string more) => SmallBody.AssessRivals(Arm + more + "}").FindRival("root_c6", "right")?.Probability ?? 0;

        double before = P("");
        Assert.True(P(""","answers":{"numb":true}""") > before);
        Assert.True(P(""","answers":{"numb":false}""") < before);
        Assert.True(P(""","movements":[{"test":"spurling","side":"right","result":"painful"}]""") > before);
        Assert.True(P(""","movements":[{"test":"spurling","side":"right","result":"normal"}]""") < before);
        Assert.True(P(""","movements":[{"test":"hand_behind_back","side":"right","result":"restricted"}]""") < before);
        // A finding of the other side says nothing about this one's opposing finding.
        Assert.True(P(""","movements":[{"test":"hand_behind_back","side":"left","result":"restricted"}]""") > P(""","movements":[{"test":"hand_behind_back","side":"right","result":"restricted"}]"""));
        Assert.True(SmallBody.AssessRivals(Arm.Replace("\"hand\"", "\"hand\",\"quality\":[\"tingling\"]", StringComparison.Ordinal) + "}").FindRival("root_c6", "right")!.Probability > before);
    }

    [Theory]
    [InlineData("M", 60, true)]
    [InlineData("M", null, true)]
    [InlineData("X", 60, true)]
    [InlineData("F", 60, false)]
    [InlineData("M", 30, false)]
    public void Assess_RivalOfSomePeople_IsRankedOnlyInThem(string sex, int? age, bool ranked)
    {
        string years = age?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "null";
        string json = $$"""{"sex":"{{sex}}","age":{{years}},"pain":[{"zone":"sternum"}],"answers":{"fever":true} }""";

        Assert.Equal(ranked, SmallBody.AssessRivals(json).FindRival("gland", "midline") is not null);
    }

    [Fact]
    public void Assess_Zones_ListAlternativesWithSharesAndTheUnknown()
    {
        Differential differential = SmallBody.AssessRivals(Arm + "}");

        ZoneReading hand = Assert.Single(differential.Zones, zone => zone.Zone == "hand");
        Assert.Contains(hand.By, one => one.Rival == "root_c6");
        Assert.Contains(hand.By, one => one.Muscle == "scalene");
        Assert.All(hand.By, one => Assert.True((one.Muscle is null) != (one.Rival is null)));
        Assert.Equal(hand.By.OrderByDescending(one => one.Share), hand.By);
        Assert.InRange(hand.By.Sum(one => one.Share), 0.3, 1.0001);
        Assert.InRange(hand.Unknown, 0.0001, 0.5);
    }

    [Fact]
    public void Assess_StrongRival_ExplainsInTheSetAndLeavesNothingUnexplained()
    {
        Differential differential = SmallBody.AssessRivals(Arm + ""","answers":{"numb":true},"movements":[{"test":"spurling","side":"right","result":"painful"}]}""");

        Assert.Contains("root_c6:right", differential.Together.Rivals);
        Assert.Empty(differential.Together.Unexplained);
    }

    [Fact]
    public void Reasons_OfARival_NameWhatSpeaksForAndAgainst()
    {
        RivalRank root = SmallBody.AssessRivals(Arm + ""","answers":{"numb":true},"movements":[{"test":"spurling","side":"right","result":"painful"},{"test":"hand_behind_back","side":"right","result":"restricted"}]}""")
            .FindRival("root_c6", "right")!;

        Assert.Contains(root.For, reason => reason.Contains("Spurling", StringComparison.Ordinal));
        Assert.Contains(root.For, reason => reason.Contains("numb", StringComparison.OrdinalIgnoreCase));
        Assert.Contains(root.Against, reason => reason.StartsWith("Speaks against it: Hand behind the back", StringComparison.Ordinal));
    }
}
