using System.Numerics;

namespace Nodus.Anatomy.Posing;

/// <summary>The part of a hand that touches.</summary>
public enum HandContact
{
    /// <summary>The flat palm.</summary>
    Palm,

    /// <summary>The tips of the long fingers.</summary>
    Fingertips,

    /// <summary>The tip of the index finger.</summary>
    IndexTip,

    /// <summary>The tip of the thumb.</summary>
    Thumb,

    /// <summary>Between thumb and fingers: pinching or holding.</summary>
    Grip,

    /// <summary>The knuckles.</summary>
    Knuckles,

    /// <summary>The back of the hand.</summary>
    Back,

    /// <summary>The wrist itself.</summary>
    Wrist,

    /// <summary>The fleshy forearm below the elbow, as on a table or door frame.</summary>
    Forearm,
}

/// <summary>Where a hand is to go.</summary>
/// <param name="Side">Which hand.</param>
/// <param name="Contact">What of it touches.</param>
/// <param name="Target">The place to touch, centimetres in the room.</param>
/// <param name="PalmFaces">The direction the palm looks in.</param>
/// <param name="FingersPoint">The direction the fingers point in; null to follow the forearm.</param>
/// <param name="ElbowPoints">The direction the elbow leans to.</param>
public sealed record HandGoal(
    Side Side, HandContact Contact, Vector3 Target, Vector3 PalmFaces, Vector3? FingersPoint, Vector3 ElbowPoints);

/// <summary>Brings a hand to a place by two bones and a wrist.</summary>
public static class ArmReach
{
    private const int Rounds = 8;

    /// <summary>Moves an arm so that the hand touches its goal; as near as it gets when it is too far.</summary>
    /// <returns>How far the goal is missed, centimetres.</returns>
    public static float Run(PosedSkeleton pose, HandGoal goal)
    {
        ArgumentNullException.ThrowIfNull(pose);
        ArgumentNullException.ThrowIfNull(goal);
        var arm = new ArmBones(pose, goal.Side);
        Vector3 wrist = goal.Target, fingers = goal.FingersPoint ?? Vector3.Normalize(goal.Target - arm.Shoulder);
        float missed = 0;
        for (int round = 0; round < Rounds; round++)
        {
            arm.FollowWithGirdle(wrist);
            if (goal.Contact == HandContact.Forearm)
            {
                missed = arm.LeanForearm(goal.Target, fingers, goal.PalmFaces);
                continue;
            }

            Quaternion hand = arm.HandTurn(fingers, goal.PalmFaces);
            wrist = goal.Target - Vector3.Transform(arm.ContactFromWrist(goal.Contact), hand);
            missed = arm.BringWrist(wrist, goal.ElbowPoints, hand);
            // Without a wish the hand goes on as the forearm comes, once that is known.
            if (goal.FingersPoint is null) fingers = arm.ForearmDirection;
        }

        return missed;
    }
}
