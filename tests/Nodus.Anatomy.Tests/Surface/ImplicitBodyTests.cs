using System.Numerics;
using Nodus.Anatomy.Surface;

namespace Nodus.Anatomy.Tests.Surface;

public sealed class ImplicitBodyTests
{
    private const int Seed = 20261123;

    [Fact]
    public void Evaluate_NearTheSurface_EqualsTheFullEvaluation()
    {
        ImplicitBody body = SourceFiles.NeutralBody;
        var random = new Random(Seed);
        double worst = 0;
        Vector3d worstAt = default;
        foreach (Vector3d p in NearSurface(random, 6000))
        {
            double error = Math.Abs(body.Evaluate(p) - body.EvaluateFull(p));
            if (error > worst) (worst, worstAt) = (error, p);
        }

        // 0.01 mm; a drawing's finest sample is a hundred times coarser.
        Assert.True(worst < 0.001, $"culling is {worst:E2} cm off at {worstAt} (seed {Seed})");
    }

    [Fact]
    public void Evaluate_MirroredPoint_IsExactlyEqual()
    {
        ImplicitBody body = SourceFiles.NeutralBody;
        foreach (Vector3d p in NearSurface(new Random(Seed), 500))
            Assert.Equal(body.Evaluate(p), body.Evaluate(p.Mirrored));
    }

    [Fact]
    public void Evaluate_FarOutsideTheGrid_IsPositiveAndFinite()
    {
        ImplicitBody body = SourceFiles.NeutralBody;
        Assert.InRange(body.Evaluate(new Vector3d(400, -300, 900)), 100, 2000);
    }

    [Fact]
    public void Normal_OnTheSurface_PointsUphill()
    {
        ImplicitBody body = SourceFiles.NeutralBody;
        foreach (Vector3d p in NearSurface(new Random(Seed), 500))
        {
            Vector3d on = body.Project(p), n = body.Normal(on);
            Assert.InRange(n.Length, 1 - 1e-9, 1 + 1e-9);
            Assert.True(body.Evaluate(on + n * 0.05) > body.Evaluate(on - n * 0.05), $"the normal at {on} points inward");
        }
    }

    [Fact]
    public void TryTrace_FromTheFront_StopsOnTheSurface()
    {
        ImplicitBody body = SourceFiles.NeutralBody;
        Assert.True(body.TryTrace(new Vector3d(3, 120, 60), new Vector3d(0, 0, -1), 120, out double distance));
        Assert.InRange(body.Evaluate(new Vector3d(3, 120, 60 - distance)), -0.01, 0.01);
        Assert.False(body.TryTrace(new Vector3d(0, 40, 60), new Vector3d(0, 0, -1), 120, out _));
    }

    /// <summary>Points within 1.5 mm of the skin of the neutral build, all over it.</summary>
    private static IEnumerable<Vector3d> NearSurface(Random random, int count)
    {
        BodyMesh mesh = CompiledBody.Atlas.Mesh;
        for (int i = 0; i < count; i++)
        {
            Vector3 p = mesh.Positions[random.Next(mesh.HalfVertexCount)];
            yield return Vector3d.From(p) + new Vector3d(Shift(), Shift(), Shift());
        }

        double Shift() => 0.3 * (random.NextDouble() - 0.5);
    }
}
