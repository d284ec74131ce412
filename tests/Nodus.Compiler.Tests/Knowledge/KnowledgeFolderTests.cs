using Nodus.Clinical.Knowledge;
using Nodus.Compiler.Entries;

namespace Nodus.Compiler.Tests.Knowledge;

public sealed class KnowledgeFolderTests
{
    [Fact]
    public void Read_RightTexts_GivesEveryField()
    {
        (KnowledgeFolder folder, IReadOnlyList<KnowledgeError> errors) = Fixture.Read(Fixture.Texts());

        Assert.Empty(errors);
        MuscleEntry muscle = Assert.Single(folder.Muscles);
        Assert.Equal("infraspinatus", muscle.Id);
        Assert.Equal(Confidence.High, muscle.Confidence);
        Assert.Equal(new MovementEffect("shoulder_internal_rotation", MovementFinding.Restricted, 0.5, Grade.Elicited), Assert.Single(muscle.Movements));
        Assert.Equal(new ActivityEffect("reaching_behind_back", ActivityDirection.Provokes, 0.4, Grade.Elicited), Assert.Single(muscle.Activities));
        Assert.Equal(new SignAssociation("tearing", 0.2, Grade.Elicited), Assert.Single(muscle.Signs));
        Assert.Equal(["deltoid"], muscle.Satellites);
        Assert.Equal("79416005", muscle.Monograph.Codes["snomed"]);
        Assert.Equal(30, muscle.Monograph.Stretch!.Seconds);
        Assert.Equal("ball", muscle.Monograph.SelfRelease.Tool);
        TechniqueProtocol protocol = Assert.Single(muscle.Monograph.Techniques);
        Assert.Equal((Technique.PressureRelease, 45.0, 3, 4.5), (protocol.Technique, protocol.Seconds, protocol.Repeats, protocol.Pressure));
        Assert.Equal(["radiculopathy_c6", "Packer's hand"], muscle.Monograph.LookAlikes.Select(other => other.Rival ?? other.Name));
        Assert.Equal(new FactorOdds("prolonged_sitting", 1.5, Grade.Elicited), Assert.Single(muscle.Factors));
        Assert.Equal("suprascapular_notch", Assert.Single(muscle.Monograph.DangerZones).Zone);
        PointEntry point = Assert.Single(muscle.Points);
        Assert.Equal("scap_spine_mid", point.Place.Towards!.Value.Id);
        Assert.Equal(0.45f, point.Place.Fraction);
        Assert.Equal([ReferralKind.Essential, ReferralKind.Spillover], point.Pattern.Strokes.Select(stroke => stroke.Kind));
        Assert.Equal(4.6f, point.Pattern.Strokes[1].Through[1].RadiusCm);
        Assert.Equal(new InsetEntry("teeth_upper_molar", ReferralKind.Spillover, 0.8), Assert.Single(point.Pattern.Insets));
        Assert.Equal(1.0, muscle.Monograph.Points[0].Palpation!.PressureKg);
        Assert.Equal("10.1093/pm/pnx207", folder.Library.Sources[0].Doi);
    }

    /// <summary>Each row damages one line of the fixture and states where and how the reader must complain.</summary>
    [Theory]
    [InlineData("id: infraspinatus\n", "id: masseter\n", 1, 5, "the file is named 'infraspinatus.yaml'")]
    [InlineData("id: infraspinatus\n", "id: infraspinatu\n", 1, 5, "there is no muscle in muscles.json 'infraspinatu'. Did you mean \"infraspinatus\"")]
    [InlineData("latin: ", "latine: ", 3, 1, "latine is not a field of the format. Did you mean \"latin\"")]
    [InlineData("latin: Musculus infraspinatus\n", "", 1, 1, "latin is missing; needed is a text")]
    [InlineData("group: shoulder_arm", "group: shoulder", 5, 8, "there is no muscle group 'shoulder'")]
    [InlineData("group: shoulder_arm", "group: head_neck", 5, 8, "muscles.json puts 'infraspinatus' into 'shoulder_arm'")]
    [InlineData("confidence: high\nplain", "confidence: highest\nplain", 7, 13, "confidence is 'highest'; allowed is one of high, medium, low.")]
    [InlineData("action: [External rotation of the arm]", "action: External rotation of the arm", 10, 9, "action must be a list, not 'External rotation of the arm'")]
    [InlineData("action: [External rotation of the arm]", "action: []", 10, 9, "action has 0 entries; at least 1 is needed")]
    [InlineData("{ origin: Infraspinous fossa, insertion: Greater tubercle }", "[a]", 9, 14, "attachments must be a mapping (key: value), not a list")]
    [InlineData("- id: infraspinatus.1", "- id: teres_minor.1", 13, 9, "points[0].id is 'teres_minor.1'; allowed is 'infraspinatus.'")]
    [InlineData("place: infraspinatus>scap_spine_mid:0.45", "place: infraspinatus>scap_spine_midd:0.45", 16, 12, "points[0].place: there is no landmark 'scap_spine_midd'. Did you mean \"scap_spine_mid\"")]
    [InlineData("place: infraspinatus>scap_spine_mid:0.45", "place: infraspinatus>scap_spine_mid", 16, 12, "points[0].place: ")]
    [InlineData("place: infraspinatus>scap_spine_mid:0.45", "place: infraspinatus @2", 16, 12, "a radius ('@') belongs into strokes")]
    [InlineData("place: infraspinatus>scap_spine_mid:0.45", "place: \"~infraspinatus\"", 16, 12, "a trigger point lies on its own side")]
    [InlineData("depthCm: 1.5", "depthCm: deep", 17, 14, "points[0].depthCm must be a number from 0 to 12, not 'deep'")]
    [InlineData("depthCm: 1.5", "depthCm: 15", 17, 14, "points[0].depthCm is 15; allowed is a number from 0 to 12")]
    [InlineData("reach: flat", "reach: flet", 18, 12, "allowed is one of flat, pincer, deep, intraoral, intrapelvic, none. Did you mean \"flat\"")]
    [InlineData("pattern: ipsilateral", "pattern: contralateral", 19, 14, "no stroke goes to the opposite side")]
    [InlineData("pressureKg: 1.0", "pressureKg: 9", 23, 19, "points[0].palpation.pressureKg is 9; allowed is a number from 0 to 4")]
    [InlineData("deltoid_ant @3.2", "deltoid_anterior @3.2", 26, 62, "points[0].essential[0].through[1]: there is no landmark 'deltoid_anterior'. Did you mean \"deltoid_ant\"")]
    [InlineData("deltoid_ant @3.2", "deltoid_ant @12", 26, 62, "points[0].essential[0].through[1]: ")]
    [InlineData("deltoid_ant @3.2", "deltoid_ant", 26, 62, "'deltoid_ant' needs a radius")]
    [InlineData("deltoid_ant @3.2", "~inion @3.2", 26, 62, "the landmark 'inion' lies in the midline and has no opposite side")]
    [InlineData("strength: 0.95", "strength: 1.95", 26, 21, "points[0].essential[0].strength is 1.95; allowed is a number from 0 to 1")]
    [InlineData("strength: 0.95", "strength: 0", 26, 21, "a stroke that is not there is left out")]
    [InlineData("\"bicipital_groove @3.2\", \"deltoid_ant @3.2\"", "\"~bicipital_groove @3.2\", \"~deltoid_ant @3.2\"", 26, 9, "contradicts 'pattern: ipsilateral'")]
    [InlineData("    essential:\n      - { strength: 0.95, through: [\"bicipital_groove @3.2\", \"deltoid_ant @3.2\"] }\n", "", 13, 5, "a point needs an essential stroke or inset, or 'painless: true'")]
    [InlineData("pattern: ipsilateral", "pattern: ipsilateral\n    painless: true", 20, 15, "points[0].painless is true, yet the point has an essential pattern")]
    [InlineData("pattern: ipsilateral", "pattern: ipsilateral\n    painless: maybe", 20, 15, "points[0].painless must be true or false, not 'maybe'")]
    [InlineData("zone: teeth_upper_molar", "zone: teeth_uper_molar", 30, 17, "there is no zone without skin 'teeth_uper_molar'. Did you mean \"teeth_upper_molar\"")]
    [InlineData("zone: teeth_upper_molar", "zone: shoulder_front", 30, 17, "'shoulder_front' has skin; paint it with a stroke")]
    [InlineData("sources: [simons1999]\n", "sources: [simmons1999]\n", 32, 15, "points[0].sources: there is no source 'simmons1999'. Did you mean \"simons1999\"")]
    [InlineData("    sources: [simons1999]\n", "", 13, 5, "points[0].sources is missing; at least 1 entry is needed")]
    [InlineData("    confidence: high\nmovements", "movements", 13, 5, "points[0].confidence is missing")]
    [InlineData("test: shoulder_internal_rotation", "test: shoulder_rotation", 35, 13, "movements[0].test: there is no movement test 'shoulder_rotation'")]
    [InlineData("effect: restricted", "effect: less", 35, 49, "movements[0].effect is 'less'; allowed is one of restricted, painful, weak")]
    [InlineData("activity: reaching_behind_back", "activity: reaching_behind", 37, 17, "activities[0].activity: there is no activity 'reaching_behind'. Did you mean \"reaching_behind_back\"")]
    [InlineData("sign: tearing", "sign: tears", 39, 13, "signs[0].sign: there is no sign 'tears'")]
    [InlineData("satellites: [deltoid]", "satellites: [deltoideus]", 45, 14, "satellites: there is no muscle in muscles.json 'deltoideus'. Did you mean \"deltoid\"")]
    [InlineData("satellites: [deltoid]", "satellites: [deltoid, deltoid]", 45, 23, "satellites names 'deltoid' twice")]
    [InlineData("rival: radiculopathy_c6", "rival: radiculopathy_c9", 41, 14, "lookAlikes[0].rival: there is no rival 'radiculopathy_c9'. Did you mean \"radiculopathy_c6\"")]
    [InlineData("rival: radiculopathy_c6", "rival: radiculopathy_c6, name: Root", 41, 5, "lookAlikes[0]: exactly one of rival and name is needed")]
    [InlineData("name: Packer's hand, ", "", 42, 5, "lookAlikes[1]: exactly one of rival and name is needed")]
    [InlineData("factor: prolonged_sitting", "factor: prolonged_siting", 44, 15, "factors[0].factor: there is no factor 'prolonged_siting'. Did you mean \"prolonged_sitting\"")]
    [InlineData("odds: 1.5", "odds: 1", 44, 40, "factors[0].odds is 1; allowed is a number from 1.05 to 4")]
    [InlineData("stop: At tingling in the hand.\n    grade: elicited", "stop: At tingling in the hand.\n    grade: published", 56, 12, "techniques[0].grade is published, so techniques[0].sources must name where")]
    [InlineData("    direction: Against the bone.\n", "", 47, 5, "techniques[0].direction is missing; needed is a text")]
    [InlineData("seconds: 45", "seconds: 1500", 51, 14, "techniques[0].seconds is 1500; allowed is a number from 1 to 1200")]
    [InlineData("pressure: 4.5", "pressure: 6", 53, 15, "techniques[0].pressure is 6; allowed is a number from 0 to 5")]
    [InlineData("pressure: 4.5", "pressure: 4.2", 53, 15, "techniques[0].pressure is 4.2; allowed are whole and half numbers from 0 to 5")]
    [InlineData("pressure: 4.5", "dose: 30 s", 53, 5, "techniques[0].dose is not a field of the format")]
    [InlineData("zone: suprascapular_notch", "zone: suprascapular", 62, 13, "dangerZones[0].zone: there is no danger zone 'suprascapular'. Did you mean \"suprascapular_notch\"")]
    [InlineData("signs:\n  - { sign: tearing, strength: 0.2, grade: elicited }", "signs:\n  - { sign: tearing, strength: 0.2, grade: elicited }\n  - { sign: tearing, strength: 0.3, grade: elicited }", 40, 5, "signs[1] is about the same as an entry before it")]
    [InlineData("seconds: 30, repeats: 3", "seconds: 30, repeats: 2.5", 58, 62, "stretch.repeats is 2.5; allowed is a whole number")]
    [InlineData("cautions: [The bone is thin here.]\n", "", 1, 1, "cautions is missing; at least 1 entry is needed")]
    [InlineData("sources: [simons1999, delphi2018]\n", "", 1, 1, "sources is missing; at least 1 entry is needed")]
    [InlineData("notes: A fixture.", "notes: [", 65, 1, "Not valid YAML")]
    [InlineData("notes: A fixture.", "name: Twice", 64, 1, "Not valid YAML: Duplicate key")]
    [InlineData("notes: A fixture.", "notes: &a [*a]", 64, 12, "aliases (*name) are not part of the format")]
    public void Read_OneDamage_NamesFilePlaceAndField(string right, string wrong, int line, int column, string message)
    {
        string text = Fixture.Muscle.ReplaceLineEndings("\n");
        Assert.Contains(right, text, StringComparison.Ordinal);
        int at = text.IndexOf(right, StringComparison.Ordinal);

        (KnowledgeFolder folder, IReadOnlyList<KnowledgeError> errors) =
            Fixture.Read(Fixture.Texts(text[..at] + wrong + text[(at + right.Length)..]));

        Assert.Contains(errors, error => error.Message.Contains(message, StringComparison.Ordinal)
            && error == new KnowledgeError(Fixture.MusclePath, line, column, error.Message));
        Assert.Empty(folder.Muscles);
    }

    [Fact]
    public void Read_OnePointTwice_NamesTheSecond()
    {
        string text = Fixture.Muscle.ReplaceLineEndings("\n");
        int from = text.IndexOf("  - id: infraspinatus.1", StringComparison.Ordinal), to = text.IndexOf("movements:", StringComparison.Ordinal);

        KnowledgeError error = Assert.Single(Fixture.Read(Fixture.Texts(text.Insert(to, text[from..to]))).Errors);

        Assert.Equal($"{Fixture.MusclePath}(34,9): The trigger point 'infraspinatus.1' is defined twice.", error.ToString());
    }
}
