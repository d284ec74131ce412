using Nodus.Anatomy.Drawing;
using Nodus.Clinical.Knowledge;
using Nodus.Compiler.Entries;

namespace Nodus.Compiler.Tests.Knowledge;

public sealed class RivalReaderTests
{
    [Fact]
    public void Read_RightText_GivesEveryField()
    {
        (KnowledgeFolder folder, IReadOnlyList<KnowledgeError> errors) = Fixture.Read(Fixture.Texts());

        Assert.Empty(errors);
        RivalEntry rival = Assert.Single(folder.Rivals);
        Assert.Equal(RivalKind.NerveRoot, rival.Kind);
        Assert.Equal(Sidedness.Paired, rival.Pattern.Sidedness);
        Assert.Equal([PainQuality.Shooting, PainQuality.Tingling], rival.Qualities);
        Assert.Equal(Enum.GetValues<RivalFindingKind>(), rival.Monograph.For.Select(found => found.Finding.Kind));
        Assert.Equal(new RivalFinding(RivalFindingKind.Movement, "shoulder_internal_rotation", Shows: MovementFinding.Painful), rival.Monograph.For[1].Finding);
        Assert.Equal(new RivalFinding(RivalFindingKind.Activity, "reaching_behind_back", Does: ActivityDirection.Eases), rival.Monograph.For[2].Finding);
        Assert.Equal(0.4, Assert.Single(rival.Monograph.Against).Ratio);
        Assert.Equal(0.9, Assert.Single(rival.Monograph.Tests).Specificity);
        Assert.Equal(0.01, rival.Monograph.Prior.Value);
        Assert.Equal(4, rival.With([]).For.Count);
    }

    /// <summary>Each row damages one line of the fixture and states where and how the reader must complain.</summary>
    [Theory]
    [InlineData("id: radiculopathy_c6", "id: radiculopathy_c7", 1, 5, "the file is named 'radiculopathy_c6.yaml'")]
    [InlineData("kind: nerve_root", "kind: root", 4, 7, "kind is 'root'; allowed is one of nerve_root, nerve, joint")]
    [InlineData("paired: true\n", "", 1, 1, "paired is missing; needed is true or false")]
    [InlineData("paired: true", "paired: true\noneSided: right", 7, 11, "oneSided says where the only one lies; it contradicts 'paired: true'")]
    [InlineData("paired: true", "paired: false", 7, 10, "pattern has a side, yet 'paired: false' without 'oneSided' has none; allowed is bilateral or midline")]
    [InlineData("paired: true", "paired: false\noneSided: both", 7, 11, "oneSided is 'both'; allowed is one of left, right")]
    [InlineData("essential:\n  - { strength: 0.9, through: [\"bicipital_groove @2.0\", \"deltoid_ant @2.0\"] }\n", "", 1, 1, "essential is missing")]
    [InlineData("qualities: [shooting, tingling]", "qualities: [shooting, electric]", 13, 23, "qualities: there is no quality of pain 'electric'")]
    [InlineData("answer: numbness_patch", "answer: numbnes_patch", 15, 15, "for[0].answer: there is no question of the intake 'numbnes_patch'. Did you mean \"numbness_patch\"")]
    [InlineData("answer: numbness_patch", "answer: numbness_patch, sign: tearing", 15, 5, "for[0]: exactly one of answer, movement, activity, sign, observation is needed, not answer and sign")]
    [InlineData("answer: numbness_patch, ", "", 15, 5, "for[0]: exactly one of answer, movement, activity, sign, observation is needed, not none")]
    [InlineData("effect: painful, strength: 0.1", "strength: 0.1", 16, 5, "for[1].effect is missing; needed is one of restricted, painful, weak")]
    [InlineData("sign: tearing, strength: 0.2", "sign: tearing, effect: painful, strength: 0.2", 18, 22, "for[3].effect is not a field of the format")]
    [InlineData("ratio: 0.4", "ratio: 1.4", 21, 62, "against[0].ratio is 1.4; allowed is a number from 0.05 to 0.95")]
    [InlineData("specificity: 0.9", "specificity: 9", 23, 103, "tests[0].specificity is 9; allowed is a number from 0 to 1")]
    [InlineData("grade: published, sources: [delphi2018]", "grade: published, sources: []", 23, 115, "tests[0].grade is published, so tests[0].sources must name where")]
    [InlineData("  - { name: Spurling test, how: Extend and lean., positive: Arm pain., sensitivity: 0.5, specificity: 0.9, grade: published, sources: [delphi2018] }\n", "", 22, 7, "tests is missing; a rival needs at least one that separates it")]
    [InlineData("separate: [The pain runs to the thumb.]", "separate: []", 24, 11, "separate has 0 entries; at least 1 is needed")]
    [InlineData("urgency: routine", "urgency: today", 27, 10, "urgency is 'today'; allowed is one of emergency, urgent, soon, routine, self_limiting")]
    [InlineData("value: 0.01", "value: 0.3", 28, 17, "prior.value is 0.3; allowed is a number from 0.0005 to 0.2")]
    [InlineData("sources: [simons1999]", "sources: []", 30, 10, "sources has 0 entries; at least 1 is needed")]
    public void Read_OneDamage_NamesFilePlaceAndField(string right, string wrong, int line, int column, string message)
    {
        string text = Fixture.Rival.ReplaceLineEndings("\n");
        Assert.Contains(right, text, StringComparison.Ordinal);
        int at = text.IndexOf(right, StringComparison.Ordinal);

        (KnowledgeFolder folder, IReadOnlyList<KnowledgeError> errors) =
            Fixture.Read(Fixture.Texts(rival: text[..at] + wrong + text[(at + right.Length)..]));

        Assert.Contains(errors, error => error.Message.Contains(message, StringComparison.Ordinal)
            && error == new KnowledgeError(Fixture.RivalPath, line, column, error.Message));
        // Only the rival: the muscle that names it is not blamed as well.
        Assert.All(errors, error => Assert.Equal(Fixture.RivalPath, error.Path));
        Assert.Empty(folder.Rivals);
        Assert.Single(folder.Muscles);
    }

    [Theory]
    [InlineData("paired: false", "pattern: midline", Sidedness.Unpaired, true)]
    [InlineData("paired: false", "pattern: bilateral", Sidedness.Unpaired, true)]
    [InlineData("paired: false\noneSided: left", "pattern: ipsilateral", Sidedness.LeftOnly, false)]
    [InlineData("paired: false\noneSided: right", "pattern: ipsilateral", Sidedness.RightOnly, false)]
    [InlineData("paired: true", "pattern: bilateral", Sidedness.Paired, true)]
    public void Read_Sidedness_SaysWhichHalfIsMirrored(string paired, string pattern, Sidedness sidedness, bool mirrors)
    {
        string text = Fixture.Rival.Replace("paired: true", paired, StringComparison.Ordinal)
            .Replace("pattern: ipsilateral", pattern, StringComparison.Ordinal);

        PatternEntry read = Assert.Single(Fixture.Read(Fixture.Texts(rival: text)).Folder.Rivals).Pattern;

        Assert.Equal((sidedness, mirrors), (read.Sidedness, read.MirrorsItself));
    }
}
