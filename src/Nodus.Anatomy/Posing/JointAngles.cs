using System.Numerics;

namespace Nodus.Anatomy.Posing;

/// <summary>How far each joint is moved, in degrees from the anatomical position. Empty is the standing body of the atlas.</summary>
public sealed class JointAngles
{
    // The arms of the body hang this far from the trunk; abduction is counted from hanging straight down.
    private const float HangingAbduction = 14;

    private readonly Dictionary<(Joint Joint, Side Side, Motion Motion), float> degrees = [];

    /// <summary>Moves a joint.</summary>
    /// <param name="joint">The joint.</param>
    /// <param name="side">Left or right; of no matter in the middle.</param>
    /// <param name="motion">A movement it has.</param>
    /// <param name="angle">Degrees.</param>
    /// <exception cref="ArgumentOutOfRangeException">The joint does not do that, or not so far.</exception>
    public JointAngles Set(Joint joint, Side side, Motion motion, float angle)
    {
        JointMotion allowed = JointMotion.Find(joint, motion)
            ?? throw new ArgumentOutOfRangeException(nameof(motion), $"{joint} has no {motion}.");
        if (!(angle >= allowed.Least && angle <= allowed.Most))
        {
            throw new ArgumentOutOfRangeException(
                nameof(angle), $"{motion} of {joint} is {angle}; it goes from {allowed.Least} to {allowed.Most} degrees.");
        }

        degrees[(joint, JointMotion.IsMidline(joint) ? Side.Midline : side, motion)] = angle;
        return this;
    }

    /// <summary>How far a joint is moved.</summary>
    public float Get(Joint joint, Side side, Motion motion)
    {
        (Joint, Side, Motion) key = (joint, JointMotion.IsMidline(joint) ? Side.Midline : side, motion);
        if (degrees.TryGetValue(key, out float angle)) return angle;
        return joint == Joint.Shoulder && motion == Motion.Abduction ? HangingAbduction : 0;
    }

    /// <summary>The mirror image: left and right changed, turns and side bends to the other side.</summary>
    public JointAngles Mirrored()
    {
        var image = new JointAngles();
        foreach (((Joint joint, Side side, Motion motion), float angle) in degrees)
        {
            bool sideways = side == Side.Midline && motion is Motion.Rotation or Motion.SideBending;
            image.degrees[(joint, side.Mirrored(), motion)] = sideways && side == Side.Midline ? -angle : angle;
        }

        return image;
    }

    /// <summary>The turn of each bone against the one that carries it.</summary>
    internal Quaternion[] Turns(Skeleton skeleton)
    {
        var turns = new Quaternion[Skeleton.BoneCount];
        Array.Fill(turns, Quaternion.Identity);
        Midline(turns);
        foreach (Side side in (Side[])[Side.Left, Side.Right])
        {
            var limb = new LimbTurns(this, skeleton, side);
            foreach ((BodyPart part, Quaternion turn) in limb.All())
                turns[Skeleton.Bone(part, side)] = side == Side.Left ? turn : LimbTurns.Mirrored(turn);
        }

        return turns;
    }

    private void Midline(Quaternion[] turns)
    {
        Share(Joint.Lumbar, (BodyPart.LumbarLow, 0.5f), (BodyPart.LumbarHigh, 0.5f));
        Share(Joint.Thorax, (BodyPart.ThoraxLow, 0.3f), (BodyPart.ThoraxMiddle, 0.36f), (BodyPart.ThoraxHigh, 0.34f));
        Share(Joint.Neck, (BodyPart.NeckLow, 0.48f), (BodyPart.NeckHigh, 0.34f), (BodyPart.Head, 0.18f));
        turns[(int)BodyPart.Head] *= Spine(Joint.Head, 1);

        void Share(Joint joint, params (BodyPart Part, float Share)[] parts)
        {
            foreach ((BodyPart part, float share) in parts) turns[(int)part] = Spine(joint, share);
        }
    }

    private Quaternion Spine(Joint joint, float share) =>
        LimbTurns.About(Vector3.UnitY, share * Get(joint, Side.Midline, Motion.Rotation))
        * LimbTurns.About(Vector3.UnitZ, -share * Get(joint, Side.Midline, Motion.SideBending))
        * LimbTurns.About(Vector3.UnitX, share * Get(joint, Side.Midline, Motion.Flexion));
}
