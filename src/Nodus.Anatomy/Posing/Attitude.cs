using System.Numerics;

namespace Nodus.Anatomy.Posing;

/// <summary>How the whole body is in the room.</summary>
public enum Attitude
{
    /// <summary>Upright on the feet.</summary>
    Standing,

    /// <summary>On a seat, knees bent.</summary>
    Sitting,

    /// <summary>On the floor, legs forward.</summary>
    FloorSitting,

    /// <summary>On the back, face up, head towards the back of the room.</summary>
    Supine,

    /// <summary>On the belly.</summary>
    Prone,

    /// <summary>On the right side.</summary>
    RightSide,

    /// <summary>On the left side.</summary>
    LeftSide,

    /// <summary>Upright on the knees.</summary>
    Kneeling,

    /// <summary>On hands and knees.</summary>
    AllFours,
}

/// <summary>What an attitude means for the pelvis and the joints.</summary>
public static class Attitudes
{
    /// <summary>The turn of the pelvis. In the room y is up.</summary>
    public static Quaternion Turn(this Attitude attitude) => attitude switch
    {
        Attitude.Supine => LimbTurns.About(Vector3.UnitX, -90),
        Attitude.Prone or Attitude.AllFours => LimbTurns.About(Vector3.UnitX, 90),
        Attitude.RightSide => LimbTurns.About(Vector3.UnitZ, 90),
        Attitude.LeftSide => LimbTurns.About(Vector3.UnitZ, -90),
        _ => Quaternion.Identity,
    };

    /// <summary>Joint angles that belong to it; a figure changes those it wants otherwise.</summary>
    public static JointAngles Angles(this Attitude attitude)
    {
        var angles = new JointAngles();
        foreach (Side side in (Side[])[Side.Left, Side.Right])
        {
            switch (attitude)
            {
                case Attitude.Sitting:
                    angles.Set(Joint.Hip, side, Motion.Flexion, 86).Set(Joint.Knee, side, Motion.Flexion, 86);
                    angles.Set(Joint.Hip, side, Motion.Abduction, 5);
                    break;
                case Attitude.FloorSitting:
                    angles.Set(Joint.Hip, side, Motion.Flexion, 85).Set(Joint.Ankle, side, Motion.Flexion, -8);
                    break;
                case Attitude.Kneeling:
                    angles.Set(Joint.Knee, side, Motion.Flexion, 92).Set(Joint.Ankle, side, Motion.Flexion, -55);
                    break;
                case Attitude.AllFours:
                    angles.Set(Joint.Hip, side, Motion.Flexion, 88).Set(Joint.Knee, side, Motion.Flexion, 88);
                    angles.Set(Joint.Ankle, side, Motion.Flexion, -55).Set(Joint.Shoulder, side, Motion.Flexion, 85);
                    angles.Set(Joint.Shoulder, side, Motion.Abduction, 4).Set(Joint.Wrist, side, Motion.Flexion, -80);
                    angles.Set(Joint.Forearm, side, Motion.Pronation, 150);
                    break;
            }
        }

        return angles;
    }
}
