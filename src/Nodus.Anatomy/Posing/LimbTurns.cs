using System.Numerics;

namespace Nodus.Anatomy.Posing;

/// <summary>Angles of one side in words of the clinic, turned into rotations of the left limb's bones.</summary>
/// <remarks>Axes are those of the standing body: x to its left, y up, z forward; a limb bone points down.</remarks>
internal sealed class LimbTurns(JointAngles angles, Skeleton skeleton, Side side)
{
    /// <summary>Part of an arm's turn about its own length that the piece near the shoulder takes.</summary>
    public const float NearShareOfArm = 0.35f;

    private const float NearShareOfThigh = 0.45f;
    private const float HangingAbduction = 14;

    /// <summary>The turn of every bone of the limb.</summary>
    public IEnumerable<(BodyPart Part, Quaternion Turn)> All() => [.. Arm(), .. Hand(), .. Leg()];

    /// <summary>A rotation by degrees.</summary>
    public static Quaternion About(Vector3 axis, float degrees) =>
        Quaternion.CreateFromAxisAngle(axis, float.DegreesToRadians(degrees));

    /// <summary>The same rotation of the mirror image.</summary>
    public static Quaternion Mirrored(Quaternion q) => new(q.X, -q.Y, -q.Z, q.W);

    /// <summary>The hinge of the elbow: about it a straight arm bends forward.</summary>
    public static Vector3 ElbowHinge(Skeleton skeleton) => Vector3.Normalize(Vector3.Cross(
        Along(skeleton, BodyPart.UpperArm, BodyPart.Forearm) + Along(skeleton, BodyPart.Forearm, BodyPart.Hand), Vector3.UnitZ));

    /// <summary>The direction from one joint to another of the standing left limb.</summary>
    public static Vector3 Along(Skeleton skeleton, BodyPart from, BodyPart to) =>
        Vector3.Normalize(skeleton.JointOf(to, Side.Left) - skeleton.JointOf(from, Side.Left));

    /// <summary>How far the girdle follows an arm lifted so far: about a third, after the first 40 degrees.</summary>
    public static float GirdleElevation(float liftedDegrees) => Math.Clamp((liftedDegrees - 40) * 0.26f, 0, 34);

    private IEnumerable<(BodyPart Part, Quaternion Turn)> Arm()
    {
        float flexion = Get(Joint.Shoulder, Motion.Flexion), abduction = Get(Joint.Shoulder, Motion.Abduction);
        Vector3 upper = Along(skeleton, BodyPart.UpperArm, BodyPart.Forearm);
        Quaternion lift = About(Vector3.UnitY, -Get(Joint.Shoulder, Motion.Across))
            * About(Vector3.UnitX, -flexion) * About(Vector3.UnitZ, abduction - HangingAbduction);
        float lifted = float.RadiansToDegrees(MathF.Acos(Math.Clamp(-Vector3.Transform(upper, lift).Y, -1, 1)));
        Quaternion girdle = Girdle(
            GirdleElevation(lifted) + Get(Joint.Girdle, Motion.Elevation), Get(Joint.Girdle, Motion.Protraction));
        yield return (BodyPart.ShoulderGirdle, girdle);

        // The arm's direction is given against the trunk; the girdle's own share is taken off.
        float rotation = Get(Joint.Shoulder, Motion.Rotation);
        yield return (BodyPart.UpperArm, Quaternion.Inverse(girdle) * lift * About(-upper, rotation * NearShareOfArm));
        yield return (BodyPart.UpperArmLow, About(-upper, rotation * (1 - NearShareOfArm)));
        yield return (BodyPart.Forearm, About(ElbowHinge(skeleton), Get(Joint.Elbow, Motion.Flexion)));
        Vector3 fore = Along(skeleton, BodyPart.Forearm, BodyPart.Hand);
        Quaternion half = About(fore, Get(Joint.Forearm, Motion.Pronation) / 2);
        yield return (BodyPart.ForearmMiddle, half);
        yield return (BodyPart.ForearmLow, half);
        yield return (BodyPart.Hand, About(ElbowHinge(skeleton), Get(Joint.Wrist, Motion.Flexion))
            * About(Vector3.UnitZ, Get(Joint.Wrist, Motion.Abduction)));
    }

    /// <summary>The girdle about the joint at the breastbone.</summary>
    public static Quaternion Girdle(float elevation, float protraction) =>
        About(Vector3.UnitY, -protraction) * About(Vector3.UnitZ, elevation);

    private IEnumerable<(BodyPart Part, Quaternion Turn)> Hand()
    {
        Vector3 hinge = ElbowHinge(skeleton);
        foreach ((BodyPart root, Joint own) in ((BodyPart, Joint)[])
            [(BodyPart.IndexRoot, Joint.Index), (BodyPart.MiddleRoot, Joint.Middle), (BodyPart.RingRoot, Joint.Fingers), (BodyPart.LittleRoot, Joint.Little)])
        {
            float flexion = Get(Joint.Fingers, Motion.Flexion), curl = Get(Joint.Fingers, Motion.Curl), spread = 0;
            if (own != Joint.Fingers) (flexion, curl) = (flexion + Get(own, Motion.Flexion), curl + Get(own, Motion.Curl));
            if (own == Joint.Little) spread = Get(own, Motion.Abduction);
            yield return (root, About(Vector3.UnitZ, -spread) * About(hinge, flexion));
            yield return (root + 1, About(hinge, curl));
            yield return (root + 2, About(hinge, curl * 0.65f));
        }

        Vector3 thumb = Along(skeleton, BodyPart.ThumbRoot, BodyPart.ThumbMiddle);
        Vector3 palm = Along(skeleton, BodyPart.Hand, BodyPart.MiddleRoot);
        // The thumb closes towards the root of the little finger, a little in front of the palm.
        Vector3 closing = Vector3.Normalize(Vector3.Cross(thumb, new Vector3(-1, -0.25f, 0.35f)));
        float flex = Get(Joint.Thumb, Motion.Flexion);
        yield return (BodyPart.ThumbRoot, About(palm, Get(Joint.Thumb, Motion.Opposition))
            * About(Vector3.UnitZ, Get(Joint.Thumb, Motion.Abduction)));
        yield return (BodyPart.ThumbMiddle, About(closing, flex));
        yield return (BodyPart.ThumbTip, About(closing, flex));
    }

    private IEnumerable<(BodyPart Part, Quaternion Turn)> Leg()
    {
        float rotation = Get(Joint.Hip, Motion.Rotation);
        yield return (BodyPart.Thigh, About(Vector3.UnitX, -Get(Joint.Hip, Motion.Flexion))
            * About(Vector3.UnitZ, Get(Joint.Hip, Motion.Abduction)) * About(Vector3.UnitY, rotation * NearShareOfThigh));
        yield return (BodyPart.ThighLow, About(Vector3.UnitY, rotation * (1 - NearShareOfThigh)));
        yield return (BodyPart.Shin, About(Vector3.UnitX, Get(Joint.Knee, Motion.Flexion))
            * About(Vector3.UnitY, Get(Joint.Knee, Motion.Rotation)));
        yield return (BodyPart.Foot, About(Vector3.UnitX, -Get(Joint.Ankle, Motion.Flexion))
            * About(Vector3.UnitY, Get(Joint.Ankle, Motion.Abduction)) * About(Vector3.UnitZ, -Get(Joint.Ankle, Motion.Inversion)));
        yield return (BodyPart.Hallux, About(Vector3.UnitX, Get(Joint.Hallux, Motion.Flexion))
            * About(Vector3.UnitY, -Get(Joint.Hallux, Motion.Abduction)));
        yield return (BodyPart.Toes, About(Vector3.UnitX, Get(Joint.Toes, Motion.Flexion)));
    }

    private float Get(Joint joint, Motion motion) => angles.Get(joint, side, motion);
}
