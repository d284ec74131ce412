using Nodus.Anatomy.Posing;

namespace Nodus.Anatomy.Tests.Posing;

public sealed class SkinWeightsTests
{
    [Fact]
    public void Of_EveryVertex_SumsToOne()
    {
        SkinWeights weights = PosedBody.Skin.Weights;

        for (int v = 0; v < weights.VertexCount; v++)
        {
            float sum = 0;
            foreach (float w in weights.WeightsOf(v)) sum += w;
            Assert.Equal(1, sum, 1e-4f);
        }
    }

    [Fact]
    public void Of_MirrorVertices_HaveMirroredWeights()
    {
        SkinWeights weights = PosedBody.Skin.Weights;
        BodyMesh mesh = PosedBody.Skin.Standing;

        for (int v = mesh.SeamVertexCount; v < mesh.HalfVertexCount; v++)
        {
            var own = Pairs(weights, v);
            var other = Pairs(weights, mesh.MirrorVertex(v)).ToDictionary(pair => Skeleton.MirrorBone(pair.Key), pair => pair.Value);
            Assert.Equal(own.Count, other.Count);
            foreach ((int bone, float weight) in own) Assert.Equal(weight, other[bone], 1e-5f);
        }
    }

    [Theory]
    [InlineData("thigh_med_mid", BodyPart.Thigh, BodyPart.ThighLow)]
    [InlineData("biceps", BodyPart.UpperArm, BodyPart.UpperArmLow)]
    [InlineData("flank", BodyPart.LumbarLow, BodyPart.ThoraxLow)]
    [InlineData("middle_tip", BodyPart.MiddleTip, BodyPart.MiddleTip)]
    [InlineData("menton", BodyPart.Head, BodyPart.Head)]
    public void Of_ALandmark_IsCarriedByItsOwnPart(string landmark, BodyPart first, BodyPart last)
    {
        SurfacePlace place = CompiledBody.At(landmark, Side.Left);
        int vertex = PosedBody.Skin.Standing.Triangles[3 * place.Cell];

        float own = Pairs(PosedBody.Skin.Weights, vertex)
            .Where(pair => Skeleton.SideOf(pair.Key) != Side.Right && Skeleton.PartOf(pair.Key) >= first && Skeleton.PartOf(pair.Key) <= last)
            .Sum(pair => pair.Value);

        Assert.True(own > 0.8f, $"{landmark} is carried by its part with {own} only");
    }

    private static Dictionary<int, float> Pairs(SkinWeights weights, int vertex)
    {
        var pairs = new Dictionary<int, float>();
        for (int i = 0; i < weights.BonesOf(vertex).Length; i++) pairs[weights.BonesOf(vertex)[i]] = weights.WeightsOf(vertex)[i];
        return pairs;
    }
}
