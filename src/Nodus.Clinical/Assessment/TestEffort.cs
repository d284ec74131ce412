using Nodus.Clinical.Knowledge;

namespace Nodus.Clinical.Assessment;

/// <summary>
/// What a test costs in time. Elicited: every test costs half a minute of turning to it, saying what will be done, and noting
/// the result, so that a cheap question is not asked before a press that tells more; then pressing takes 2 s to find, 5 s
/// for referral and a little to get there, and a deep or inner point needs another position, gloves or leave.
/// </summary>
internal static class TestEffort
{
    private const double Turning = 30;

    /// <summary>Seconds of a movement test on one side.</summary>
    public const double MovementSeconds = Turning + 20;

    /// <summary>Seconds of a question.</summary>
    public const double QuestionSeconds = Turning + 10;

    /// <summary>Seconds of pressing one more point of the muscle under the hand: to find it, and 5 s for referral.</summary>
    public const double AlongSeconds = 7;

    /// <summary>Seconds of pressing a point.</summary>
    public static double PressingSeconds(Reach reach) => reach switch
    {
        Reach.Deep => Turning + 25,
        Reach.Intraoral => Turning + 60,
        Reach.Intrapelvic => Turning + 180,
        _ => Turning + 15,
    };
}
