using Nodus.Clinical.Knowledge;
using Nodus.Clinical.Safety;
using Nodus.Clinical.Safety.Language;

namespace Nodus.Clinical.Tests.Safety;

/// <summary>A vocabulary of a few facts and rules, small enough to reason about by hand.</summary>
internal static class SmallSafety
{
    public static readonly string[] YesNoFacts =
        ["after_trauma", "night_pain_positional", "fever", "chest_pain", "chest_pressure", "sweating", "cleared", "numb", "anticoagulant", "ill"];

    public static SafetyKnowledge Rulebook { get; } = new(
        [
            .. YesNoFacts.Select(id => Fact(id)),
            Fact("sbp") with { Scale = new FactScale("mmHg", 50, 300), AskedOf = AskedOf.Clinician },
        ],
        [new BodyRegion("chest", ["sternum"]), new BodyRegion("arm", ["arm_front", "hand"]), new BodyRegion("shoulder", ["shoulder_front"])],
        [
            Rule("RF01", Disposition.Emergency, new AllOf([Yes("chest_pain"), Yes("sweating")])),
            Rule("RF02", Disposition.UrgentReferral, new AllOf([new AtLeast(1, [Yes("chest_pain"), Painted("chest")]), Yes("ill")]), Yes("cleared")),
            Rule("RF03", Disposition.ReferBeforeTreatment, new AtLeast(2, [Yes("fever"), Yes("after_trauma"), new AgeWithin(65, 1000)])),
            Rule("RF04", Disposition.UrgentReferral, new FactWithin(Place("sbp"), 180, double.MaxValue)),
            Rule("RF05", Disposition.UrgentReferral, new ScoreFrom(2, [new(Yes("fever"), 1), new(Yes("numb"), 1), new(Yes("cleared"), -2)])),
            Rule("CI01", Disposition.ContraindicatedTechnique, Yes("anticoagulant"), limits:
            [
                new RuleLimit([Technique.DryNeedling], LimitPlace.Everywhere, [], null, "It bleeds.", "Press."),
                new RuleLimit([], LimitPlace.Regions, ["arm"], "Lightly.", "It bleeds.", null),
                new RuleLimit([Technique.Heat], LimitPlace.There, [], null, "It bleeds.", null),
            ]),
        ],
        [
            new InterviewSection("everyone", "About you", "Everyone", null, [Place("fever"), Place("anticoagulant")]),
            new InterviewSection("chest", "About your chest", "Heart", Painted("chest"), [Place("chest_pressure"), Place("sweating")]),
            new InterviewSection("worse", "Some more", "Infection", Yes("fever"), [Place("ill")]),
        ],
        [new EmergencyContacts("GB", "United Kingdom", ["999"], "116 123", null), new EmergencyContacts("*", "elsewhere", ["112"], null, null)]);

    public static SafetyLanguage Language { get; } = new(
        [
            new Wording("chest_pressure", false, ["chest &4 tight*|crush*|pressure", "elephant ~3 chest"], ["chest ~2 fine"], ["chest of drawers"]),
            new Wording("fever", false, ["fever*|feverish", "burning up"], [], ["hay fever"]),
            new Wording("sweating", false, ["sweat*"], [], []),
            new Wording("numb", false, ["numb*", "no feeling"], [], []),
            new Wording("ill", false, ["feel|feeling ~2 ill"], [], []),
            new Wording("chest", true, ["chest"], [], []),
        ],
        [
            new CueWords(CueKind.Negation, ["no|not|never|without", "havent|dont"], ["ruled out"]),
            new CueWords(CueKind.Doubt, ["maybe|perhaps"], []),
            new CueWords(CueKind.Family, ["dad|mum ~2 had|has"], []),
            new CueWords(CueKind.Past, ["years ago"], ["years ago", "as a child"]),
            new CueWords(CueKind.Worry, ["worried about"], []),
            new CueWords(CueKind.NoCue, ["not only|sure"], []),
            new CueWords(CueKind.Barrier, ["but|now"], []),
        ],
        [new MedicationClass("anticoagulants", "Blood thinners", "anticoagulant", ["warfarin"], ["blood thin*"])]);

    public static SafetyGate Gate { get; } = new(Rulebook, new WordReader(Rulebook, Language));

    public static FactIsYes Yes(string id) => new(Place(id));

    public static Painted Painted(string region) => new(1UL << new[] { "chest", "arm", "shoulder" }.IndexOf(region), false);

    public static int Place(string id) => id == "sbp" ? YesNoFacts.Length : Array.IndexOf(YesNoFacts, id);

    public static Triage Check(string json) => Gate.Check(Assessment.SmallBody.Read(json));

    /// <summary>A fact sheet with some answers and nothing painted.</summary>
    public static FactSheet Sheet(params (string Fact, bool Yes)[] answers) => new(
        Rulebook, answers.ToDictionary(one => one.Fact, one => one.Yes, StringComparer.Ordinal), new Dictionary<string, double>(StringComparer.Ordinal),
        (null, Sex.Unknown), null, WordReading.Nothing);

    private static int IndexOf(this string[] words, string word) => Array.IndexOf(words, word);

    private static SafetyFact Fact(string id) => new(
        id, $"{id}?", id.Replace('_', ' '), null, AskedOf.Everyone, id is "cleared" or "anticoagulant" ? FactTime.Ever : FactTime.Now, null,
        id == "after_trauma" ? ["trauma"] : [], id == "chest_pressure" ? ["chest_pain"] : []);

    private static SafetyRule Rule(string id, Disposition disposition, Condition when, Condition? unless = null, RuleLimit[]? limits = null) =>
        new(id, $"Rule {id}", disposition, $"Condition {id}", when, unless, "Because.", "Please do.", "Act.", limits ?? [], Grade.Elicited, []);
}
