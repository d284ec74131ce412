using System.Numerics;

namespace Nodus.Anatomy.Posing;

/// <summary>A skeleton with its joints moved, somewhere in the room.</summary>
public sealed class PosedSkeleton
{
    private readonly Skeleton skeleton;
    private readonly Quaternion[] local;
    private readonly Quaternion[] turn;
    private readonly Vector3[] joint;
    private Quaternion rootTurn;
    private Vector3 rootPlace;

    /// <summary>Moves the joints of a skeleton.</summary>
    /// <param name="skeleton">The standing skeleton.</param>
    /// <param name="angles">How far each joint is moved.</param>
    /// <param name="attitude">How the whole body lies in the room: the turn of the pelvis.</param>
    public PosedSkeleton(Skeleton skeleton, JointAngles angles, Quaternion attitude)
    {
        ArgumentNullException.ThrowIfNull(skeleton);
        ArgumentNullException.ThrowIfNull(angles);
        this.skeleton = skeleton;
        local = angles.Turns(skeleton);
        turn = new Quaternion[local.Length];
        joint = new Vector3[local.Length];
        rootTurn = attitude;
        rootPlace = skeleton.Joints[0];
        Follow(0);
    }

    /// <summary>The standing skeleton.</summary>
    public Skeleton Skeleton => skeleton;

    /// <summary>Displaces all of it.</summary>
    public void Move(Vector3 by)
    {
        rootPlace += by;
        Follow(0);
    }

    /// <summary>How a part is turned against the standing body.</summary>
    public Quaternion TurnOf(BodyPart part, Side side) => turn[Skeleton.Bone(part, side)];

    /// <summary>Where the joint of a part is.</summary>
    public Vector3 JointOf(BodyPart part, Side side) => joint[Skeleton.Bone(part, side)];

    /// <summary>Carries a point of the standing body with a part.</summary>
    public Vector3 Carry(BodyPart part, Side side, Vector3 standing)
    {
        int bone = Skeleton.Bone(part, side);
        return joint[bone] + Vector3.Transform(standing - skeleton.Joints[bone], turn[bone]);
    }

    /// <summary>Turns a part anew against the part that carries it; what hangs on it follows.</summary>
    internal void Turn(BodyPart part, Side side, Quaternion against)
    {
        int bone = Skeleton.Bone(part, side);
        local[bone] = against;
        Follow(bone);
    }

    /// <summary>How each bone carries skin that lies on the bones of another pose.</summary>
    /// <param name="from">The pose the skin is known in; null for the standing body.</param>
    internal DualQuaternion[] CarriersFrom(PosedSkeleton? from)
    {
        var carriers = new DualQuaternion[turn.Length];
        for (int b = 0; b < carriers.Length; b++)
        {
            Quaternion against = from is null ? turn[b] : turn[b] * Quaternion.Conjugate(from.turn[b]);
            Vector3 start = from is null ? skeleton.Joints[b] : from.joint[b];
            carriers[b] = DualQuaternion.From(against, joint[b] - Vector3.Transform(start, against));
        }

        return carriers;
    }

    /// <summary>Where the joint of each bone is.</summary>
    internal ReadOnlySpan<Vector3> Joints => joint;

    private void Follow(int from)
    {
        ReadOnlySpan<Vector3> rest = skeleton.Joints;
        for (int b = from; b < turn.Length; b++)
        {
            int parent = Skeleton.ParentOf(b);
            if (parent < 0)
            {
                (turn[b], joint[b]) = (Quaternion.Normalize(rootTurn * local[b]), rootPlace);
                continue;
            }

            turn[b] = Quaternion.Normalize(turn[parent] * local[b]);
            joint[b] = joint[parent] + Vector3.Transform(rest[b] - rest[parent], turn[parent]);
        }
    }
}
