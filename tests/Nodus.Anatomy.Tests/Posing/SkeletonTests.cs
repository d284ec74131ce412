using System.Numerics;
using Nodus.Anatomy.Posing;

namespace Nodus.Anatomy.Tests.Posing;

public sealed class SkeletonTests
{
    [Fact]
    public void Fit_LeftAndRight_AreMirrorImages()
    {
        Skeleton skeleton = PosedBody.Skin.Skeleton;

        for (int bone = 0; bone < Skeleton.BoneCount; bone++)
        {
            Vector3 mirrored = skeleton.Joints[Skeleton.MirrorBone(bone)];
            mirrored.X = -mirrored.X;
            Assert.True(Vector3.Distance(mirrored, skeleton.Joints[bone]) < 1e-4f, $"bone {bone}");
        }
    }

    [Fact]
    public void ParentOf_EveryBone_ComesBeforeIt()
    {
        for (int bone = 1; bone < Skeleton.BoneCount; bone++) Assert.InRange(Skeleton.ParentOf(bone), 0, bone - 1);
    }

    [Fact]
    public void Pose_AnyAngles_KeepsTheLengthOfBones()
    {
        JointAngles angles = PosedBody.Both(Joint.Hip, Motion.Flexion, 110).Set(Joint.Knee, Side.Left, Motion.Flexion, 130)
            .Set(Joint.Shoulder, Side.Left, Motion.Flexion, 160).Set(Joint.Elbow, Side.Left, Motion.Flexion, 120);
        Skeleton skeleton = PosedBody.Skin.Skeleton;
        PosedSkeleton posed = PosedBody.Bones(angles);

        foreach ((BodyPart from, BodyPart to) in ((BodyPart, BodyPart)[])
            [(BodyPart.Thigh, BodyPart.Shin), (BodyPart.Shin, BodyPart.Foot), (BodyPart.UpperArm, BodyPart.Forearm), (BodyPart.Forearm, BodyPart.Hand)])
        {
            float rest = Vector3.Distance(skeleton.JointOf(from, Side.Left), skeleton.JointOf(to, Side.Left));
            float now = Vector3.Distance(posed.JointOf(from, Side.Left), posed.JointOf(to, Side.Left));
            Assert.Equal(rest, now, 0.001f);
        }
    }

    [Fact]
    public void Pose_HipAndKneeAtARightAngle_PutsTheFootBelowTheKnee()
    {
        PosedSkeleton posed = PosedBody.Bones(new JointAngles()
            .Set(Joint.Hip, Side.Left, Motion.Flexion, 90).Set(Joint.Knee, Side.Left, Motion.Flexion, 90));
        Vector3 hip = posed.JointOf(BodyPart.Thigh, Side.Left), knee = posed.JointOf(BodyPart.Shin, Side.Left);
        Vector3 ankle = posed.JointOf(BodyPart.Foot, Side.Left);

        Assert.True(knee.Z - hip.Z > 35, "the thigh does not point forward");
        Assert.True(knee.Y - ankle.Y > 35, "the lower leg does not hang");
    }

    [Fact]
    public void Set_BeyondWhatAJointDoes_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new JointAngles().Set(Joint.Knee, Side.Left, Motion.Flexion, 190));
        Assert.Throws<ArgumentOutOfRangeException>(() => new JointAngles().Set(Joint.Knee, Side.Left, Motion.Pronation, 10));
    }
}
