using System.Numerics;

namespace Nodus.Anatomy.Posing;

/// <summary>
/// The joints inside a body, found from landmarks of its skin. Bones are numbered: those of the midline, then those of the
/// left, then their mirror images in the same order.
/// </summary>
public sealed class Skeleton
{
    private const int MidlineCount = (int)BodyPart.Head + 1;
    private const int PairedCount = (int)BodyPart.Toes - (int)BodyPart.Head;

    private readonly Vector3[] joints;

    private Skeleton(Vector3[] joints) => this.joints = joints;

    /// <summary>How many bones there are.</summary>
    public static int BoneCount => MidlineCount + 2 * PairedCount;

    /// <summary>The joint each bone turns about, centimetres, in the standing body.</summary>
    public ReadOnlySpan<Vector3> Joints => joints;

    /// <summary>Fits a skeleton to a body.</summary>
    /// <param name="landmark">The position of a landmark of the left half or the midline.</param>
    public static Skeleton Fit(Func<string, Vector3> landmark)
    {
        ArgumentNullException.ThrowIfNull(landmark);
        var found = new Vector3[BoneCount];
        foreach (BodyPart part in Enum.GetValues<BodyPart>())
        {
            Vector3 joint = Joint(part, landmark);
            if (IsMidline(part)) joint.X = 0;
            found[Bone(part, Side.Left)] = joint;
            found[Bone(part, Side.Right)] = IsMidline(part) ? joint : joint with { X = -joint.X };
        }

        return new Skeleton(found);
    }

    /// <summary>Fits a skeleton to the neutral body.</summary>
    /// <exception cref="ArgumentException">A landmark is missing.</exception>
    public static Skeleton Fit(LandmarkSet landmarks)
    {
        ArgumentNullException.ThrowIfNull(landmarks);
        return Fit(id => landmarks.TryFind(id, Side.Left, out Landmark? found)
            ? found.Position
            : throw new ArgumentException($"The skeleton needs the landmark {id}.", nameof(landmarks)));
    }

    /// <summary>The joints of a pose taken as those of a standing body: for skin that is known in that pose.</summary>
    internal static Skeleton Of(PosedSkeleton pose) => new([.. pose.Joints]);

    /// <summary>Whether a part lies in the middle and has no twin.</summary>
    public static bool IsMidline(BodyPart part) => part <= BodyPart.Head;

    /// <summary>The number of a bone; the side of a midline part does not matter.</summary>
    public static int Bone(BodyPart part, Side side) =>
        side == Side.Right && !IsMidline(part) ? (int)part + PairedCount : (int)part;

    /// <summary>The part a bone belongs to.</summary>
    public static BodyPart PartOf(int bone) => (BodyPart)(bone < MidlineCount + PairedCount ? bone : bone - PairedCount);

    /// <summary>The side a bone lies on.</summary>
    public static Side SideOf(int bone) =>
        bone < MidlineCount ? Side.Midline : bone < MidlineCount + PairedCount ? Side.Left : Side.Right;

    /// <summary>The bone on the other side.</summary>
    public static int MirrorBone(int bone) => Bone(PartOf(bone), SideOf(bone).Mirrored());

    /// <summary>The bone that carries a bone; -1 for the root. It always has a smaller number.</summary>
    public static int ParentOf(int bone)
    {
        BodyPart? parent = Parent(PartOf(bone));
        return parent is { } part ? Bone(part, SideOf(bone)) : -1;
    }

    /// <summary>The joint of a part, in the standing body.</summary>
    public Vector3 JointOf(BodyPart part, Side side) => joints[Bone(part, side)];

    private static BodyPart? Parent(BodyPart part) => part switch
    {
        BodyPart.Pelvis => null,
        BodyPart.ShoulderGirdle => BodyPart.ThoraxHigh,
        BodyPart.ThumbRoot or BodyPart.IndexRoot or BodyPart.MiddleRoot or BodyPart.RingRoot or BodyPart.LittleRoot
            => BodyPart.Hand,
        BodyPart.Thigh => BodyPart.Pelvis,
        BodyPart.Toes => BodyPart.Foot,
        _ => part - 1,
    };

    private static Vector3 Joint(BodyPart part, Func<string, Vector3> at) => part switch
    {
        BodyPart.Pelvis => Hip(at),
        // The joints of the spine lie in front of the spinous processes that are felt through the skin.
        BodyPart.LumbarLow => at("L5") + new Vector3(0, 0, 4.8f),
        BodyPart.LumbarHigh => (at("L1") + at("L3")) / 2 + new Vector3(0, 0, 4.6f),
        BodyPart.ThoraxLow => at("T12") + new Vector3(0, 0, 4.6f),
        BodyPart.ThoraxMiddle => (at("T7") + at("T10")) / 2 + new Vector3(0, 0, 5),
        BodyPart.ThoraxHigh => at("T4") + new Vector3(0, 0, 5),
        BodyPart.NeckLow => at("C7") + new Vector3(0, -0.6f, 4.4f),
        BodyPart.NeckHigh => at("C4") + new Vector3(0, 0, 4.4f),
        BodyPart.Head => at("C2") + new Vector3(0, 2.2f, 5.6f),
        BodyPart.ShoulderGirdle => at("clavicle_med") + new Vector3(0.2f, 0, -2.4f),
        BodyPart.UpperArm or BodyPart.UpperArmLow => at("acromion") + new Vector3(-0.6f, -4.4f, 0.5f),
        BodyPart.Forearm or BodyPart.ForearmMiddle or BodyPart.ForearmLow => Middle(at, "med_epicondyle", "lat_epicondyle"),
        BodyPart.Hand => Middle(at, "wrist_volar", "wrist_dorsal"),
        BodyPart.ThumbRoot => Inward(at, "thumb_CMC", 0.9f),
        BodyPart.ThumbMiddle => Inward(at, "thumb_MCP", 0.9f),
        BodyPart.ThumbTip => Inward(at, "thumb_IP", 0.8f),
        BodyPart.IndexRoot => Inward(at, "index_MCP", 0.9f),
        BodyPart.IndexMiddle => Inward(at, "index_PIP", 0.75f),
        BodyPart.IndexTip => Inward(at, "index_DIP", 0.65f),
        BodyPart.MiddleRoot => Inward(at, "middle_MCP", 0.9f),
        BodyPart.MiddleMiddle => Inward(at, "middle_PIP", 0.75f),
        BodyPart.MiddleTip => Inward(at, "middle_DIP", 0.65f),
        BodyPart.RingRoot => Inward(at, "ring_MCP", 0.9f),
        BodyPart.RingMiddle => Inward(at, "ring_PIP", 0.75f),
        BodyPart.RingTip => Inward(at, "ring_DIP", 0.65f),
        BodyPart.LittleRoot => Inward(at, "little_MCP", 0.8f),
        BodyPart.LittleMiddle => Inward(at, "little_PIP", 0.65f),
        BodyPart.LittleTip => Inward(at, "little_DIP", 0.6f),
        BodyPart.Thigh or BodyPart.ThighLow => Hip(at),
        BodyPart.Shin => Middle(at, "med_condyle", "lat_condyle") + new Vector3(0, 0, -0.4f),
        BodyPart.Foot => Middle(at, "med_malleolus", "lat_malleolus"),
        BodyPart.Hallux => Middle(at, "mt1_head", "mt1_plantar"),
        BodyPart.Toes => Middle(at, "mt3_head", "mt3_plantar"),
        _ => throw new ArgumentOutOfRangeException(nameof(part)),
    };

    /// <summary>The centre of the hip joint: half way between midline and greater trochanter, a little above it.</summary>
    private static Vector3 Hip(Func<string, Vector3> at)
    {
        Vector3 trochanter = at("greater_trochanter");
        return new Vector3(trochanter.X * 0.51f, trochanter.Y + 1.2f, trochanter.Z + 0.2f);
    }

    private static Vector3 Middle(Func<string, Vector3> at, string a, string b) => (at(a) + at(b)) / 2;

    /// <summary>Under a knuckle, towards the palm: the landmarks of finger joints lie on the back of the hand.</summary>
    private static Vector3 Inward(Func<string, Vector3> at, string knuckle, float depthCm) =>
        at(knuckle) + Vector3.Normalize(at("wrist_volar") - at("wrist_dorsal")) * depthCm;
}
