using System.Numerics;
using Nodus.Anatomy.Posing;

namespace Nodus.Anatomy.Tests.Posing;

public sealed class ArmReachTests
{
    [Theory]
    [InlineData(Side.Left, 4, 150, 30)]
    [InlineData(Side.Right, 4, 150, 30)]
    [InlineData(Side.Left, -14, 130, 24)]
    [InlineData(Side.Right, -40, 150, 10)]
    public void Run_PlaceWithinReach_BringsTheFingertipsThere(Side side, float x, float y, float z)
    {
        PosedSkeleton pose = PosedBody.Bones(new JointAngles());
        var target = new Vector3(x, y, z);

        float missed = ArmReach.Run(pose, new HandGoal(
            side, HandContact.Fingertips, target, new Vector3(0, 0, -1), null, new Vector3(0, -1, 0)));

        Vector3 joint = pose.JointOf(BodyPart.MiddleTip, side);
        Assert.True(missed < 0.5f, $"missed by {missed} cm");
        Assert.True(Vector3.Distance(joint, target) < 4.5f, $"the last finger joint is {Vector3.Distance(joint, target)} cm away");
    }

    [Fact]
    public void Run_PlaceTooFar_SaysByHowMuch()
    {
        float missed = ArmReach.Run(PosedBody.Bones(new JointAngles()), new HandGoal(
            Side.Left, HandContact.Palm, new Vector3(20, 140, 120), new Vector3(0, 0, 1), null, new Vector3(0, -1, 0)));

        Assert.True(missed > 20, $"missed by {missed} cm only");
    }

    [Fact]
    public void Run_MirroredGoals_BendMirroredArms()
    {
        PosedSkeleton pose = PosedBody.Bones(new JointAngles());
        foreach (Side side in (Side[])[Side.Left, Side.Right])
        {
            float x = side == Side.Left ? 1 : -1;
            ArmReach.Run(pose, new HandGoal(side, HandContact.Palm, new Vector3(12 * x, 128, 26), new Vector3(-x, 0, -1), null, new Vector3(x, -1, 0)));
        }

        foreach (BodyPart part in (BodyPart[])[BodyPart.Forearm, BodyPart.Hand, BodyPart.MiddleTip, BodyPart.ThumbTip])
        {
            Vector3 left = pose.JointOf(part, Side.Left), right = pose.JointOf(part, Side.Right);
            Assert.True(Vector3.Distance(left, right with { X = -right.X }) < 0.1f, $"{part}: {left} and {right}");
        }
    }
}
