using Nodus.Anatomy;
using Nodus.Anatomy.Posing;

namespace Nodus.Compiler.Figures;

/// <summary>How the fingers are held.</summary>
internal enum HandShape
{
    /// <summary>Slightly bent, as a hand hangs.</summary>
    Relaxed,

    /// <summary>Stretched out.</summary>
    Flat,

    /// <summary>Rounded, as over a head or knee.</summary>
    Cup,

    /// <summary>Closed.</summary>
    Fist,

    /// <summary>Index finger stretched, the others closed.</summary>
    Point,

    /// <summary>Index and middle finger held forward, the others closed.</summary>
    TwoFingers,

    /// <summary>Round a bar or limb.</summary>
    Grip,

    /// <summary>Thumb against fingertips.</summary>
    Pinch,

    /// <summary>Thumb stretched, the fingers half closed.</summary>
    ThumbOut,

    /// <summary>Finger ends bent over an edge.</summary>
    Hook,
}

/// <summary>Joint angles of hand shapes.</summary>
internal static class HandShapes
{
    /// <summary>Sets the fingers of one hand.</summary>
    public static void Apply(this HandShape shape, JointAngles angles, Side side)
    {
        (float flexion, float curl, float thumbFlexion, float thumbOpposition, float thumbAbduction) = shape switch
        {
            HandShape.Flat => (0f, 0f, 0f, 0f, -8f),
            HandShape.Cup => (22, 22, 8, 25, 0),
            HandShape.Fist => (75, 95, 45, 45, -18),
            HandShape.Point or HandShape.TwoFingers => (72, 95, 45, 45, -18),
            HandShape.Grip => (50, 50, 25, 55, 0),
            HandShape.Pinch => (48, 30, 12, 62, -6),
            HandShape.ThumbOut => (62, 70, -6, 10, 6),
            HandShape.Hook => (12, 75, 10, 25, -10),
            _ => (14, 20, 8, 12, -8),
        };
        angles.Set(Joint.Fingers, side, Motion.Flexion, flexion).Set(Joint.Fingers, side, Motion.Curl, curl);
        angles.Set(Joint.Thumb, side, Motion.Flexion, thumbFlexion).Set(Joint.Thumb, side, Motion.Opposition, thumbOpposition);
        angles.Set(Joint.Thumb, side, Motion.Abduction, thumbAbduction);
        if (shape is HandShape.Point or HandShape.TwoFingers)
            angles.Set(Joint.Index, side, Motion.Flexion, -60).Set(Joint.Index, side, Motion.Curl, -75);
        if (shape is HandShape.TwoFingers)
            angles.Set(Joint.Middle, side, Motion.Flexion, -58).Set(Joint.Middle, side, Motion.Curl, -70);
    }
}
