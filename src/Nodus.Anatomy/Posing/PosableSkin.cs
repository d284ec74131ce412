using System.Numerics;

namespace Nodus.Anatomy.Posing;

/// <summary>
/// A skin that can be posed. It is known in two shapes, with hanging and with raised arms, since bones alone would draw a
/// web between the chest and a lifted arm: each is carried into the pose, and the arm's height says which is believed.
/// </summary>
public sealed class PosableSkin
{
    /// <summary>How far the atlas lifts the arms of its second shape, degrees from the standing body.</summary>
    public const float RaisedDegrees = 108;

    // Lifted less than the first the standing shape alone is used, beyond the second the raised one alone.
    private const float StandingUpToDegrees = 22, RaisedFromDegrees = 62;

    private readonly SkinWeights standingWeights, raisedWeights;
    private readonly PosedSkeleton raisedPose;
    private readonly ArmpitRelaxing armpits;

    private PosableSkin(
        BodyMesh standing, BodyMesh raised, SkinWeights standingWeights, SkinWeights raisedWeights, Skeleton skeleton)
    {
        Standing = standing;
        Raised = raised;
        Skeleton = skeleton;
        this.standingWeights = standingWeights;
        this.raisedWeights = raisedWeights;
        raisedPose = RaisedPoseOf(skeleton);
        armpits = new ArmpitRelaxing(raised, skeleton.JointOf(BodyPart.UpperArm, Side.Left));
    }

    /// <summary>The skin with hanging arms.</summary>
    public BodyMesh Standing { get; }

    /// <summary>The same cells with raised arms.</summary>
    public BodyMesh Raised { get; }

    /// <summary>The skeleton of the standing body.</summary>
    public Skeleton Skeleton { get; }

    /// <summary>Who carries the standing skin.</summary>
    public SkinWeights Weights => standingWeights;

    /// <summary>Fits weights to both shapes of a body (a second or two).</summary>
    public static PosableSkin Of(BodyBuild build, Skeleton skeleton)
    {
        ArgumentNullException.ThrowIfNull(build);
        ArgumentNullException.ThrowIfNull(skeleton);
        PosedSkeleton raised = RaisedPoseOf(skeleton);
        return new PosableSkin(
            build.Mesh, build.RaisedMesh, SkinWeights.Of(build.Mesh, skeleton),
            SkinWeights.Of(build.RaisedMesh, Skeleton.Of(raised)), skeleton);
    }

    /// <summary>The same for finer skins, every cell of which was cut into four.</summary>
    internal PosableSkin Refined(BodyMesh standing, BodyMesh raised)
    {
        (int A, int B)[] ends = SkinWeights.EndsOf(Standing, standing);
        return new PosableSkin(standing, raised, standingWeights.Between(ends), raisedWeights.Between(ends), Skeleton);
    }

    /// <summary>The skin in a pose.</summary>
    public PosedSkin Pose(PosedSkeleton pose) => Pose(pose, Standing.Normals, Raised.Normals);

    /// <summary>The skin in a pose, with any directions in the place of normals.</summary>
    internal PosedSkin Pose(PosedSkeleton pose, Vector3[] standingDirections, Vector3[] raisedDirections)
    {
        PosedSkin low = PosedSkin.Of(Standing.Positions, standingDirections, standingWeights, pose.CarriersFrom(null));
        float left = RaisedShare(pose, Side.Left), right = RaisedShare(pose, Side.Right);
        if (left <= 0 && right <= 0) return low;
        PosedSkin high = PosedSkin.Of(Raised.Positions, raisedDirections, raisedWeights, pose.CarriersFrom(raisedPose));
        for (int v = 0; v < low.Positions.Length; v++)
        {
            float share = ShareAt(v, left, right);
            if (share <= 0) continue;
            low.Positions[v] = Vector3.Lerp(low.Positions[v], high.Positions[v], share);
            low.Normals[v] = Vector3.Lerp(low.Normals[v], high.Normals[v], share);
        }

        armpits.Run(low.Positions, v => ShareAt(v, left, right));
        return low;
    }

    /// <summary>Mixes what is known of each vertex of the two shapes, as a pose believes them.</summary>
    internal float[] Mix(PosedSkeleton pose, float[] standing, float[] raised)
    {
        float left = RaisedShare(pose, Side.Left), right = RaisedShare(pose, Side.Right);
        var mixed = new float[standing.Length];
        for (int v = 0; v < mixed.Length; v++) mixed[v] = standing[v] + (raised[v] - standing[v]) * ShareAt(v, left, right);
        return mixed;
    }

    private float ShareAt(int vertex, float left, float right) =>
        vertex < Standing.SeamVertexCount ? (left + right) / 2 : vertex < Standing.HalfVertexCount ? left : right;

    private static float RaisedShare(PosedSkeleton pose, Side side)
    {
        Skeleton s = pose.Skeleton;
        Vector3 hanging = Vector3.Normalize(s.JointOf(BodyPart.Forearm, side) - s.JointOf(BodyPart.UpperArm, side));
        Vector3 now = Vector3.Normalize(pose.JointOf(BodyPart.Forearm, side) - pose.JointOf(BodyPart.UpperArm, side));
        Vector3 inTrunk = Vector3.Transform(now, Quaternion.Inverse(pose.TurnOf(BodyPart.ThoraxHigh, side)));
        float angle = float.RadiansToDegrees(MathF.Acos(Math.Clamp(Vector3.Dot(hanging, inTrunk), -1, 1)));
        float t = Math.Clamp((angle - StandingUpToDegrees) / (RaisedFromDegrees - StandingUpToDegrees), 0, 1);
        return t * t * (3 - 2 * t);
    }

    private static PosedSkeleton RaisedPoseOf(Skeleton skeleton)
    {
        var pose = new PosedSkeleton(skeleton, new JointAngles(), Quaternion.Identity);
        pose.Turn(BodyPart.UpperArm, Side.Left, LimbTurns.About(Vector3.UnitZ, RaisedDegrees));
        pose.Turn(BodyPart.UpperArm, Side.Right, LimbTurns.About(Vector3.UnitZ, -RaisedDegrees));
        return pose;
    }
}
