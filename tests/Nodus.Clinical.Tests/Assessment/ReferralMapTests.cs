using Nodus.Clinical.Assessment;

namespace Nodus.Clinical.Tests.Assessment;

public sealed class ReferralMapTests
{
    private const string Heel = """{"pain":[{"zone":"heel","side":"right"}]""";
    private const string Map = ""","referralMap":[{"point":"scalene.1","side":"right","zones":[{"zone":"heel","side":"right"}]}]""";

    [Fact]
    public void Assess_OwnMap_LetsAPointExplainWhereTheTextbookDoesNotReach()
    {
        Assert.Null(SmallBody.Assess(Heel + "}").Find("scalene", "right"));
        MuscleRank scalene = SmallBody.Assess(Heel + Map + "}").Find("scalene", "right")!;

        Assert.Contains(scalene.Explains, zone => zone.Zone == "heel");
        Assert.Null(SmallBody.Assess(Heel + Map + "}").Find("scalene", "left"));
    }

    [Fact]
    public void Assess_OwnMap_WeakensWhatPressingDidNotReach()
    {
        const string Neck = """{"pain":[{"zone":"neck_side","side":"right"}]""";

        Assert.True(SmallBody.Assess(Neck + Map + "}").Find("scalene", "right")!.Probability < SmallBody.Assess(Neck + "}").Find("scalene", "right")!.Probability);
    }

    [Fact]
    public void Assess_AnotherPatientAfterwards_IsRankedWithoutTheMap()
    {
        Assessor assessor = SmallBody.NewAssessor();
        byte[] before = assessor.Assess(SmallBody.Read(Heel + "}")).ToJson();
        assessor.Assess(SmallBody.Read(Heel + Map + "}"));

        Assert.Equal(before, assessor.Assess(SmallBody.Read(Heel + "}")).ToJson());
    }

    [Fact]
    public void Equals_SameZonesInAnyOrderAndParts_IsTheSameMap()
    {
        ReferralMap Read(string list) => SmallBody.Read($$"""{"referralMap":[{{list}}]}""").Map;
        const string One = """{"point":"scalene.1","side":"right","zones":[{"zone":"heel","side":"right"},{"zone":"hand","side":"right"}]}""";
        const string Two = """{"point":"scalene.1","side":"right","zones":[{"zone":"hand","side":"right"}]},{"point":"scalene.1","side":"right","zones":[{"zone":"heel","side":"right"}]}""";

        Assert.True(Read(One).Equals(Read(Two)));
        Assert.False(Read(One).Equals(ReferralMap.Empty));
        Assert.False(Read(One).Equals(Read(One.Replace("heel", "arm_front", StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData("""{"referralMap":[{"point":"scalene.9","side":"right","zones":[{"zone":"heel","side":"right"}]}]}""", "referralMap[0].point")]
    [InlineData("""{"referralMap":[{"point":"scalene.1","side":"right","zones":[]}]}""", "referralMap[0].zones")]
    [InlineData("""{"referralMap":[{"point":"scalene.1","side":"right","zones":[{"zone":"heal","side":"right"}]}]}""", "referralMap[0].zones[0].zone")]
    [InlineData("""{"palpation":[{"point":"scalene.1","side":"right","referred":false,"referredTo":[{"zone":"heel","side":"right"}]}]}""", "palpation[0].referredTo")]
    [InlineData("""{"examiner":"expert"}""", "examiner")]
    public void Read_Wrong_NamesTheField(string json, string field) =>
        Assert.Equal(field, Assert.Throws<CaseFormatException>(() => SmallBody.Read(json)).Field);

    [Fact]
    public void Read_ReferredTo_MeansThatItReferred() =>
        Assert.True(SmallBody.Read("""{"palpation":[{"point":"scalene.1","side":"right","referredTo":[{"zone":"heel","side":"right"}]}]}""").Palpation[0].Referred);
}
