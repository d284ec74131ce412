using System.Numerics;

namespace Nodus.Anatomy.Posing;

/// <summary>The bones of one arm of a pose, to be brought somewhere.</summary>
/// <remarks>Directions of the standing arm are kept for the side at hand; a right arm is the mirror image of a left one.</remarks>
internal sealed class ArmBones
{
    // Length of the last phalanx with its flesh, as part of the one before (measured on the landmarks).
    private const float FingerTip = 0.95f, ThumbTip = 0.86f;

    private readonly PosedSkeleton pose;
    private readonly Side side;
    private readonly Vector3 upper, fore, hinge, palmAlong, palmFaces;
    private readonly float upperLength, foreLength;
    private readonly Quaternion girdleAtRest;

    public ArmBones(PosedSkeleton pose, Side side)
    {
        this.pose = pose;
        this.side = side;
        Skeleton s = pose.Skeleton;
        upper = Own(LimbTurns.Along(s, BodyPart.UpperArm, BodyPart.Forearm));
        fore = Own(LimbTurns.Along(s, BodyPart.Forearm, BodyPart.Hand));
        palmAlong = Own(LimbTurns.Along(s, BodyPart.Hand, BodyPart.MiddleRoot));
        palmFaces = Vector3.Normalize(Vector3.UnitZ - palmAlong * palmAlong.Z);
        // A hinge is a turning sense: its mirror image turns the other way round.
        hinge = side == Side.Right ? -Own(LimbTurns.ElbowHinge(s)) : LimbTurns.ElbowHinge(s);
        upperLength = Vector3.Distance(s.JointOf(BodyPart.UpperArm, side), s.JointOf(BodyPart.Forearm, side));
        foreLength = Vector3.Distance(s.JointOf(BodyPart.Forearm, side), s.JointOf(BodyPart.Hand, side));
        girdleAtRest = Quaternion.Inverse(pose.TurnOf(BodyPart.ThoraxHigh, side)) * pose.TurnOf(BodyPart.ShoulderGirdle, side);
    }

    public Vector3 Shoulder => pose.JointOf(BodyPart.UpperArm, side);

    public Vector3 ForearmDirection =>
        Vector3.Normalize(pose.JointOf(BodyPart.Hand, side) - pose.JointOf(BodyPart.Forearm, side));

    /// <summary>Lifts the girdle with an arm that reaches up, and draws it forward with one that reaches across.</summary>
    public void FollowWithGirdle(Vector3 wrist)
    {
        Quaternion trunk = pose.TurnOf(BodyPart.ThoraxHigh, side);
        pose.Turn(BodyPart.ShoulderGirdle, side, girdleAtRest);
        Vector3 towards = Vector3.Normalize(Vector3.Transform(wrist - Shoulder, Quaternion.Inverse(trunk)));
        float lifted = float.RadiansToDegrees(MathF.Acos(Math.Clamp(-towards.Y, -1, 1)));
        float forward = Math.Clamp(towards.Z * 14 - Own(towards).X * 8, -16, 20);
        Quaternion follow = LimbTurns.Girdle(LimbTurns.GirdleElevation(lifted), forward);
        pose.Turn(BodyPart.ShoulderGirdle, side, girdleAtRest * (side == Side.Right ? LimbTurns.Mirrored(follow) : follow));
    }

    /// <summary>The turn of a hand whose palm looks one way and whose fingers point another.</summary>
    public Quaternion HandTurn(Vector3 fingers, Vector3 palm)
    {
        palm = Vector3.Normalize(palm);
        fingers -= palm * Vector3.Dot(fingers, palm);
        if (fingers.LengthSquared() < 1e-4f) fingers = Vector3.Cross(palm, MathF.Abs(palm.Y) < 0.8f ? Vector3.UnitY : Vector3.UnitX);
        return Frame(Vector3.Normalize(fingers), palm) * Quaternion.Inverse(Frame(palmAlong, palmFaces));
    }

    /// <summary>The way from the wrist to what touches, as in the standing body but with the fingers as they are.</summary>
    public Vector3 ContactFromWrist(HandContact contact)
    {
        Skeleton s = pose.Skeleton;
        Vector3 volar = palmFaces;
        Vector3 palm = (s.JointOf(BodyPart.MiddleRoot, side) - s.JointOf(BodyPart.Hand, side)) * 0.72f;
        return contact switch
        {
            HandContact.Palm => palm + volar * 1.7f,
            HandContact.Back => palm - volar * 1.9f,
            HandContact.Fingertips => Tip(BodyPart.MiddleTip, FingerTip) + volar * 0.4f,
            HandContact.IndexTip => Tip(BodyPart.IndexTip, FingerTip) + volar * 0.3f,
            HandContact.Thumb => Tip(BodyPart.ThumbTip, ThumbTip),
            HandContact.Grip => (Tip(BodyPart.ThumbTip, ThumbTip * 0.8f) + Tip(BodyPart.IndexTip, FingerTip * 0.8f)) / 2,
            HandContact.Knuckles => InHand(BodyPart.MiddleMiddle),
            _ => Vector3.Zero,
        };

        Vector3 Tip(BodyPart part, float beyond)
        {
            Vector3 last = s.JointOf(part, side), before = s.JointOf(part - 1, side);
            Vector3 end = last + Vector3.Normalize(last - before) * (Vector3.Distance(last, before) * beyond);
            return BackToRest(pose.Carry(part, side, end));
        }

        Vector3 InHand(BodyPart part) => BackToRest(pose.JointOf(part, side));
        Vector3 BackToRest(Vector3 now) => Vector3.Transform(
            now - pose.JointOf(BodyPart.Hand, side), Quaternion.Inverse(pose.TurnOf(BodyPart.Hand, side)));
    }

    /// <summary>Bends elbow and shoulder so that the wrist comes to a place and the hand has its turn.</summary>
    public float BringWrist(Vector3 wrist, Vector3 elbowPoints, Quaternion hand)
    {
        Vector3 to = wrist - Shoulder;
        float far = to.Length(), reach = Math.Clamp(far, Math.Abs(upperLength - foreLength) + 4, (upperLength + foreLength) * 0.998f);
        Vector3 line = to / far, lean = elbowPoints - line * Vector3.Dot(elbowPoints, line);
        lean = lean.LengthSquared() < 1e-5f ? Vector3.Normalize(Vector3.Cross(line, Vector3.UnitX)) : Vector3.Normalize(lean);
        // Law of cosines: how far the upper arm stands off the line from shoulder to wrist.
        float cos = (upperLength * upperLength + reach * reach - foreLength * foreLength) / (2 * upperLength * reach);
        Vector3 along = line * cos + lean * MathF.Sqrt(Math.Max(0, 1 - cos * cos));
        Vector3 elbow = Shoulder + along * upperLength;
        Vector3 onward = Vector3.Normalize(Shoulder + line * reach - elbow), axis = Vector3.Normalize(Vector3.Cross(along, -lean));
        Place(along, onward, axis, hand);
        return Math.Abs(far - reach);
    }

    /// <summary>Lays the forearm on something: its middle at a place, the hand beyond it.</summary>
    public float LeanForearm(Vector3 target, Vector3 direction, Vector3 palm)
    {
        direction = Vector3.Normalize(direction);
        Vector3 wish = target - direction * (foreLength * 0.45f), to = wish - Shoulder;
        Vector3 along = Vector3.Normalize(to), onward = Vector3.Normalize(target + direction * (foreLength * 0.55f) - (Shoulder + along * upperLength));
        Vector3 axis = Vector3.Cross(along, onward);
        axis = axis.LengthSquared() < 1e-4f ? Vector3.UnitX : Vector3.Normalize(axis);
        Place(along, onward, axis, HandTurn(onward, palm));
        return Math.Abs(to.Length() - upperLength);
    }

    private void Place(Vector3 along, Vector3 onward, Vector3 axis, Quaternion hand)
    {
        Quaternion upperTurn = Frame(along, axis) * Quaternion.Inverse(Frame(upper, hinge));
        Quaternion foreTurn = Frame(onward, axis) * Quaternion.Inverse(Frame(fore, hinge));
        Quaternion against = Quaternion.Inverse(pose.TurnOf(BodyPart.ShoulderGirdle, side)) * upperTurn;
        float turn = Twist(against, upper);
        Quaternion low = Quaternion.CreateFromAxisAngle(upper, turn * (1 - LimbTurns.NearShareOfArm));
        pose.Turn(BodyPart.UpperArm, side, against * Quaternion.Inverse(low));
        pose.Turn(BodyPart.UpperArmLow, side, low);
        pose.Turn(BodyPart.Forearm, side, Quaternion.Inverse(upperTurn) * foreTurn);

        Quaternion beyond = Quaternion.Inverse(foreTurn) * hand;
        float pronation = Twist(beyond, fore) * (side == Side.Right ? -1 : 1);
        // From palm forward the forearm turns inward by half a circle, outward hardly at all.
        if (pronation < -1.4f) pronation += 2 * MathF.PI;
        float whole = pronation * (side == Side.Right ? -1 : 1);
        Quaternion half = Quaternion.CreateFromAxisAngle(fore, whole / 2);
        pose.Turn(BodyPart.ForearmMiddle, side, half);
        pose.Turn(BodyPart.ForearmLow, side, half);
        pose.Turn(BodyPart.Hand, side, Quaternion.Inverse(half * half) * beyond);
    }

    /// <summary>The part of a turn that goes about an axis, radians from -pi to pi.</summary>
    private static float Twist(Quaternion q, Vector3 axis)
    {
        float angle = 2 * MathF.Atan2(Vector3.Dot(new Vector3(q.X, q.Y, q.Z), axis), q.W);
        return angle > MathF.PI ? angle - 2 * MathF.PI : angle < -MathF.PI ? angle + 2 * MathF.PI : angle;
    }

    /// <summary>The turn that brings x to one direction and y as near as it can to another.</summary>
    private static Quaternion Frame(Vector3 x, Vector3 y)
    {
        Vector3 across = Vector3.Normalize(y - x * Vector3.Dot(x, y)), z = Vector3.Cross(x, across);
        return Quaternion.Normalize(Quaternion.CreateFromRotationMatrix(new Matrix4x4(
            x.X, x.Y, x.Z, 0, across.X, across.Y, across.Z, 0, z.X, z.Y, z.Z, 0, 0, 0, 0, 1)));
    }

    private Vector3 Own(Vector3 v) => side == Side.Right ? v with { X = -v.X } : v;
}
