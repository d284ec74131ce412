using System.Numerics;
using Nodus.Anatomy.Posing;

namespace Nodus.Anatomy.Tests.Posing;

public sealed class PosableSkinTests
{
    public static TheoryData<Joint, Motion, float> DeepBends => new()
    {
        { Joint.Hip, Motion.Flexion, 110 },
        { Joint.Knee, Motion.Flexion, 130 },
        { Joint.Elbow, Motion.Flexion, 130 },
        { Joint.Shoulder, Motion.Abduction, 150 },
        { Joint.Forearm, Motion.Pronation, 150 },
        { Joint.Neck, Motion.Flexion, 45 },
        { Joint.Thorax, Motion.Flexion, 40 },
    };

    [Fact]
    public void Pose_WithoutAngles_IsTheStandingSkin()
    {
        PosedSkin posed = PosedBody.Pose(new JointAngles());

        float most = posed.Positions.Zip(PosedBody.Skin.Standing.Positions, Vector3.Distance).Max();
        Assert.True(most < 0.001f, $"a vertex has moved by {most} cm");
    }

    [Fact]
    public void Pose_MirroredAngles_IsTheMirroredSkin()
    {
        JointAngles angles = new JointAngles()
            .Set(Joint.Neck, Side.Midline, Motion.SideBending, 30).Set(Joint.Thorax, Side.Midline, Motion.Rotation, 25)
            .Set(Joint.Hip, Side.Right, Motion.Flexion, 100).Set(Joint.Hip, Side.Right, Motion.Abduction, 30)
            .Set(Joint.Hip, Side.Right, Motion.Rotation, 40).Set(Joint.Knee, Side.Left, Motion.Flexion, 90)
            .Set(Joint.Shoulder, Side.Left, Motion.Flexion, 120).Set(Joint.Shoulder, Side.Left, Motion.Rotation, -40)
            .Set(Joint.Forearm, Side.Left, Motion.Pronation, 120).Set(Joint.Fingers, Side.Right, Motion.Curl, 80);
        BodyMesh mesh = PosedBody.Skin.Standing;

        PosedSkin one = PosedBody.Pose(angles), other = PosedBody.Pose(angles.Mirrored());

        for (int v = 0; v < mesh.Positions.Length; v++)
        {
            Vector3 mirrored = one.Positions[mesh.MirrorVertex(v)];
            mirrored.X = -mirrored.X;
            float off = Vector3.Distance(mirrored, other.Positions[v]);
            Assert.True(off < 0.01f, $"vertex {v} is {off} cm off its mirror image");
        }
    }

    [Theory]
    [MemberData(nameof(DeepBends))]
    public void Pose_DeeplyBent_KeepsItsVolume(Joint joint, Motion motion, float degrees)
    {
        double rest = Volume(PosedBody.Skin.Standing.Positions);

        double bent = Volume(PosedBody.Pose(PosedBody.Both(joint, motion, degrees)).Positions);

        Assert.InRange(bent / rest, 0.95, 1.05);
    }

    [Fact]
    public void Pose_RaisedArm_LeavesTheOtherSideAlone()
    {
        PosedSkin posed = PosedBody.Pose(new JointAngles().Set(Joint.Shoulder, Side.Left, Motion.Abduction, 150));
        BodyMesh mesh = PosedBody.Skin.Standing;

        for (int v = mesh.HalfVertexCount; v < mesh.Positions.Length; v++)
        {
            if (mesh.Positions[v].X > -4) continue;
            Assert.True(Vector3.Distance(posed.Positions[v], mesh.Positions[v]) < 0.05f, $"vertex {v} has moved");
        }
    }

    /// <summary>The enclosed volume: a sum of tetrahedra from the origin (divergence theorem).</summary>
    private static double Volume(Vector3[] p)
    {
        int[] t = PosedBody.Skin.Standing.Triangles;
        double sum = 0;
        for (int i = 0; i < t.Length; i += 3) sum += Vector3.Dot(p[t[i]], Vector3.Cross(p[t[i + 1]], p[t[i + 2]]));
        return sum / 6;
    }
}
