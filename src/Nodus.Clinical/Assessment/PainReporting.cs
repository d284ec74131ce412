namespace Nodus.Clinical.Assessment;

/// <summary>
/// How pain that is there comes to be on the picture: the constants of the drawing model, each with its grade.
/// </summary>
/// <remarks>
/// Patients who draw the same pain twice overlap by only 42 % (the figure the project's design starts from; its primary
/// source is still to be named, so what follows from it counts as elicited). If every painful spot is drawn with probability
/// r each time, two drawings share r r of the r (2 - r) they cover together, so r / (2 - r) = 0.42 and r = 0.59.
/// </remarks>
internal static class PainReporting
{
    /// <summary>Levels of a zone's pain: none, mild, moderate, severe.</summary>
    public const int LevelCount = 4;

    /// <summary>
    /// P(a painful zone is on the picture), as it counts for each zone apart: 0.59 from the redrawings, times 0.6 because the
    /// missing zones of one pattern are missing together - a less irritable point refers less far - and would be counted several
    /// times otherwise. Elicited.
    /// </summary>
    public const double Detection = 0.35;

    /// <summary>The same for a zone right beside a painted one: half of it, as the border between neighbours is drawn where
    /// the hand happens to stop. Elicited.</summary>
    public const double DetectionBeside = 0.18;

    /// <summary>The same for a zone without skin (teeth, throat, pelvic floor), which only an inset shows and most people
    /// never open. Elicited.</summary>
    public const double DetectionInside = 0.15;

    /// <summary>From this part of a zone on, paint means pain there. Elicited.</summary>
    public const double ClearCoverage = 0.2;

    /// <summary>From this part of a zone on, the whole of it hurts, and the middle of the paint is no place. Elicited.</summary>
    public const double WholeCoverage = 0.6;

    /// <summary>Below this part, paint is the rim of a stroke meant for the neighbour. Elicited.</summary>
    public const double RimCoverage = 0.03;

    /// <summary>P(a zone is covered between rim and clear | pain in it) over the same without pain. Elicited.</summary>
    public const double PartialRatio = 3;

    /// <summary>P(zone painful | nothing that is known makes it so): bruises, rare diseases, what nobody knows. Elicited.</summary>
    public const double Unknown = 0.03;

    /// <summary>P(level above mild, above moderate | painful because of a known cause). Elicited.</summary>
    private const double CauseAboveMild = 0.75, CauseAboveModerate = 0.3;

    /// <summary>The same for other pain; a little milder. Elicited.</summary>
    private const double OtherAboveMild = 0.6, OtherAboveModerate = 0.22;

    /// <summary>P(movement finding | nothing it tests is there). With it, a finding that a muscle causes in
    /// one of two cases counts 1.75, inside the plausible range 1.0 to 1.8 of the restricted-range sign. Derived from
    /// the elicited ratios of Baeumler 2023's complementary criteria (1.3 positive, 0.8 negative).</summary>
    public const double MovementUnknown = 0.4;

    /// <summary>P(a restricted movement is seen as restricted): a normal result then counts 0.8 for a muscle that restricts
    /// it in one of two cases. Derived as above.</summary>
    public const double MovementDetection = 0.4;

    /// <summary>P(an activity provokes the pain | no muscle it loads is active). Elicited: most activities hurt for many
    /// reasons, so they weigh like movement tests.</summary>
    public const double ActivityUnknown = 0.4;

    /// <summary>P(yes to a question, or a sign other than pain | no cause that goes with it is there). Elicited.</summary>
    public const double AnswerUnknown = 0.1;

    /// <summary>P(what is asked for, and is there, is noticed and told). Elicited.</summary>
    public const double AnswerDetection = 0.5;

    /// <summary>P(pain above none, mild, moderate | one cause alone), from P(zone painful | the cause).</summary>
    public static double[] AboveLevelGivenCause(double activation) =>
        [activation, activation * CauseAboveMild, activation * CauseAboveModerate];

    /// <summary>The same for pain of unknown cause.</summary>
    public static double[] AboveLevelGivenNoCause() =>
        [Unknown, Unknown * OtherAboveMild, Unknown * OtherAboveModerate];

    /// <summary>The level of an intensity: 0 none, up to 3 mild, up to 6 moderate, above severe (cut points 1-3, 4-6, 7-10
    /// as usual for the numerical rating scale; elicited).</summary>
    public static int LevelOf(double intensity) => intensity switch
    {
        <= 0 => 0,
        < 4 => 1,
        < 7 => 2,
        _ => 3,
    };
}
