using System.Numerics;
using Nodus.Anatomy.Posing;

namespace Nodus.Anatomy.Tests.Posing;

/// <summary>The compiled body, ready to be posed; made once.</summary>
internal static class PosedBody
{
    private static readonly Lazy<PosableSkin> Lazily =
        new(() => PosableSkin.Of(CompiledBody.Atlas.Builds[0], Skeleton.Fit(CompiledBody.Atlas.Landmarks)));

    public static PosableSkin Skin => Lazily.Value;

    public static PosedSkeleton Bones(JointAngles angles) => new(Skin.Skeleton, angles, Quaternion.Identity);

    public static PosedSkin Pose(JointAngles angles) => Skin.Pose(Bones(angles));

    public static JointAngles Both(Joint joint, Motion motion, float degrees) =>
        new JointAngles().Set(joint, Side.Left, motion, degrees).Set(joint, Side.Right, motion, degrees);
}
