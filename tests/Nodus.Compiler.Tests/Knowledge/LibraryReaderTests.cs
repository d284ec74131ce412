using Nodus.Clinical.Knowledge;
using Nodus.Compiler.Entries;

namespace Nodus.Compiler.Tests.Knowledge;

/// <summary>The files beside muscles and rivals.</summary>
public sealed class LibraryReaderTests
{
    [Fact]
    public void Read_RightTexts_GivesEveryEntry()
    {
        (KnowledgeFolder folder, IReadOnlyList<KnowledgeError> errors) = Fixture.Read(Fixture.Texts());

        Assert.Empty(errors);
        DangerZoneEntry danger = Assert.Single(folder.DangerZones);
        Assert.Equal([2, 1], danger.Skin.Strokes.Select(stroke => stroke.Through.Count));
        Assert.True(danger.Zone.Forbids(Technique.DryNeedling));
        Assert.Equal(new TechniqueModification(Technique.PressureRelease, "Half the time."), Assert.Single(danger.Zone.Modify));
        FactorEntry factor = Assert.Single(folder.Factors);
        Assert.Equal(("Do you sit for hours?", "Stand up."), (factor.Factor.Ask, factor.Monograph.Advice));
        TechniqueGuide guide = Assert.Single(folder.Library.Techniques);
        Assert.True(guide.IsFor(Practitioner.Massage));
        Assert.False(guide.IsFor(Practitioner.Patient));
        Assert.Equal(["numbness_patch", null], guide.Contraindications.Select(item => item.Answer));
        Assert.Equal(new ExerciseDose(3, 12, null, 3), Assert.Single(folder.Library.Exercises).Dose);
        EvidenceItem item = Assert.Single(folder.Library.Evidence);
        Assert.Equal((2019, EvidenceCertainty.Low, EvidenceStance.Against), (item.Year, item.Certainty, item.Stance));
        Assert.Equal(["denneny2019"], Assert.Single(folder.Library.Untraced).Nearest);
        OutcomeInstrument instrument = Assert.Single(folder.Library.Instruments);
        Assert.Equal("worst", Assert.Single(instrument.Questions).Anchors["10"]);
        ContextEntry context = Assert.Single(folder.Contexts);
        Assert.Equal([0.379, null], context.Context.Muscles.Select(prior => prior.Prior));
        Assert.Equal(["72 patients", null], context.Monograph.Muscles.Select(basis => basis.Note));
        Assert.Equal("shoulder_front", Assert.Single(folder.Library.ZoneExceptions).Zone);
        Assert.Equal(new LayMeaning("muscle", "infraspinatus"), Assert.Single(folder.Library.LayWords).Means[0]);
    }

    /// <summary>Each row damages one line of a fixture and states where and how the reader must complain.</summary>
    [Theory]
    [InlineData("danger-zones/a", "structure: nerve", "structure: nerves", 4, 14, "[0].structure is 'nerves'; allowed is one of artery")]
    [InlineData("danger-zones/a", "  paired: true\n", "", 1, 3, "[0].paired is missing; needed is true or false")]
    [InlineData("danger-zones/a", "\"bicipital_groove @1\"", "\"groove @1\"", 8, 8, "[0].through[1][0]: there is no landmark 'groove'")]
    [InlineData("danger-zones/a", "\"bicipital_groove @1\"", "bicipital_groove", 8, 8, "[0].through[1][0]: 'bicipital_groove' needs a radius")]
    [InlineData("danger-zones/a", "[\"bicipital_groove @1\"]", "bicipital_groove @1", 8, 7, "[0].through[1] must be a list with at least one entry, not 'bicipital_groove @1'")]
    [InlineData("danger-zones/a", "avoid: [dry_needling]", "avoid: [needling]", 12, 11, "[0].avoid is 'needling'; allowed is one of pressure_release")]
    [InlineData("danger-zones/a", "avoid: [dry_needling]", "avoid: [pressure_release]", 13, 11, "[0].modify names a technique that [0].avoid forbids")]
    [InlineData("factors/a", "kind: posture", "kind: bad", 1, 80, "[0].kind is 'bad'; allowed is one of posture, ergonomic")]
    [InlineData("factors/a", "grade: elicited", "grade: published", 1, 145, "[0].grade is published, so [0].sources must name where")]
    [InlineData("techniques/a", "id: pressure_release", "id: pressing", 1, 7, "[0].id is 'pressing'; allowed is one of pressure_release")]
    [InlineData("techniques/a", "who: [massage, physiotherapy]", "who: [massage, massage]", 5, 18, "[0].who names 'massage' twice")]
    [InlineData("techniques/a", "secondsMax: 90", "secondsMax: 9", 6, 39, "[0].dose.secondsMax is less than secondsMin")]
    [InlineData("techniques/a", "answer: numbness_patch", "answer: numb", 10, 17, "[0].contraindications[0].answer: there is no question of the intake 'numb'")]
    [InlineData("techniques/a", "level: modify, how: Not over it.", "level: modify", 10, 40, "[0].contraindications[0].level is modify, so [0].contraindications[0].how must say how")]
    [InlineData("techniques/a", "evidence: [denneny2019]", "evidence: [denny2019]", 12, 14, "[0].evidence: there is no evidence item 'denny2019'. Did you mean \"denneny2019\"")]
    [InlineData("exercises/a", "muscles: [infraspinatus]", "muscles: [infraspinous]", 4, 13, "[0].muscles: there is no muscle in muscles.json 'infraspinous'")]
    [InlineData("exercises/a", "sets: 3, repeats: 12, perWeek: 3", "sets: 3, perWeek: 3", 7, 9, "[0].dose: repeats or seconds is needed")]
    [InlineData("evidence/a", "year: 2019", "year: 19", 3, 9, "[0].year is 19; allowed is a number from 1900")]
    [InlineData("evidence/a", "  doesNotShow: That it never helps.\n", "", 1, 3, "[0].doesNotShow is missing")]
    [InlineData("evidence/untraced", "nearest: [denneny2019]", "nearest: [somebody]", 1, 33, "[0].nearest: there is no evidence item 'somebody'")]
    [InlineData("instruments/a", "max: 10 }\n", "max: 0 }\n", 6, 25, "[0].range.max is 0; it must be above min, 0")]
    [InlineData("instruments/a", "to: 10, name: more", "to: 11, name: more", 10, 58, "[0].bands[1].to is 11; allowed is a number from 0 to 10")]
    [InlineData("instruments/a", "class: ship_text", "class: unclear_ask_owner", 15, 14, "[0].questions: the text of items may stand here only where the licence class is ship_text")]
    [InlineData("contexts/a", "prior: 0.379", "prior: 0.5", 6, 39, "[0].muscles[0].prior is 0.5, but 0.77 with this certainty shrinks to 0.379")]
    [InlineData("contexts/a", "odds: 1.5", "odds: 1.5, prior: 0.2", 7, 7, "[0].muscles[1]: exactly one of prior and odds is needed")]
    [InlineData("contexts/a", "certainty: low, ", "", 6, 7, "[0].muscles[0]: reported and certainty belong together")]
    [InlineData("contexts/a", "id: shoulder_pain", "id: prolonged_sitting", 1, 7, "The context 'prolonged_sitting' has the id of the factor in knowledge/factors/a.yaml")]
    [InlineData("zone-exceptions", "zone: shoulder_front", "zone: shoulder_frnt", 1, 11, "[0].zone: there is no zone 'shoulder_frnt'. Did you mean \"shoulder_front\"")]
    [InlineData("lay-words", "muscle infraspinatus", "muscle infraspinous", 1, 50, "means: there is no muscle 'infraspinous'. Did you mean \"infraspinatus\"")]
    [InlineData("lay-words", "muscle infraspinatus", "muscel infraspinatus", 1, 50, "means: there is no kind 'muscel'. Allowed: zone, muscle")]
    [InlineData("lay-words", "muscle infraspinatus", "infraspinatus", 1, 50, "means: 'infraspinatus' must be a kind and an id")]
    public void Read_OneDamage_NamesFilePlaceAndField(string file, string right, string wrong, int line, int column, string message)
    {
        string path = $"knowledge/{file}.yaml";
        IReadOnlyList<KnowledgeError> errors = Fixture.ReadDamaged(path, right, wrong).Errors;

        KnowledgeError error = Assert.Single(errors, error => error.Message.Contains(message, StringComparison.Ordinal));
        Assert.Equal(new KnowledgeError(path, line, column, error.Message), error);
    }
}
