using Nodus.Clinical.Knowledge;

namespace Nodus.Clinical.Assessment;

/// <summary>
/// What a test costs in time, with getting into position and saying the result. Elicited: pressing takes 2 s to find and 5 s
/// for referral; a deep or inner point needs another position, gloves or leave.
/// </summary>
internal static class TestEffort
{
    /// <summary>Seconds of a movement test on one side.</summary>
    public const double MovementSeconds = 20;

    /// <summary>Seconds of a question.</summary>
    public const double QuestionSeconds = 10;

    /// <summary>Seconds of pressing a point.</summary>
    public static double PressingSeconds(Reach reach) => reach switch
    {
        Reach.Deep => 25,
        Reach.Intraoral => 60,
        Reach.Intrapelvic => 180,
        _ => 15,
    };
}
