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

    /// <summary>Below this part, paint is the rim of a stroke meant for the neighbour. Elicited.</summary>
    public const double RimCoverage = 0.03;

    /// <summary>P(a zone is covered between rim and clear | pain in it) over the same without pain. Elicited.</summary>
    public const double PartialRatio = 3;

    /// <summary>P(zone painful | no trigger point makes it so), the work of everything this knowledge does not hold: joints,
    /// nerves, organs, bruises. Elicited.</summary>
    public const double Unknown = 0.03;

    /// <summary>P(level above mild, above moderate | painful because of an active point). Elicited.</summary>
    private const double PointAboveMild = 0.75, PointAboveModerate = 0.3;

    /// <summary>The same for other pain; a little milder. Elicited.</summary>
    private const double OtherAboveMild = 0.6, OtherAboveModerate = 0.22;

    /// <summary>P(movement finding | no point of the muscles it tests is active). With it, a finding that a muscle causes in
    /// one of two cases counts 1.75, inside the plausible range 1.0 to 1.8 of the restricted-range sign. Derived from
    /// the elicited ratios of Baeumler 2023's complementary criteria (1.3 positive, 0.8 negative).</summary>
    public const double MovementUnknown = 0.4;

    /// <summary>P(a restricted movement is seen as restricted): a normal result then counts 0.8 for a muscle that restricts
    /// it in one of two cases. Derived as above.</summary>
    public const double MovementDetection = 0.4;

    /// <summary>P(an activity provokes the pain | no muscle it loads is active). Elicited: most activities hurt for many
    /// reasons, so they weigh like movement tests.</summary>
    public const double ActivityUnknown = 0.4;

    /// <summary>P(a sign other than pain | no point that goes with it is active). Elicited.</summary>
    public const double SignUnknown = 0.1;

    /// <summary>P(a sign that is there is noticed and told). Elicited.</summary>
    public const double SignDetection = 0.5;

    /// <summary>P(pain above none, mild, moderate | active point alone), from P(zone painful | point active).</summary>
    public static double[] AboveLevelGivenPoint(double activation) =>
        [activation, activation * PointAboveMild, activation * PointAboveModerate];

    /// <summary>The same for pain that no point causes.</summary>
    public static double[] AboveLevelGivenNoPoint() =>
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
