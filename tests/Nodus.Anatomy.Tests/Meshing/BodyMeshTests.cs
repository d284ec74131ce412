using System.Numerics;
using Nodus.Anatomy.Meshing;
using Nodus.Anatomy.Surface;

namespace Nodus.Anatomy.Tests.Meshing;

/// <summary>Laws of the skin that ships.</summary>
public sealed class BodyMeshTests
{
    public static TheoryData<string> Builds => [.. CompiledBody.Atlas.Builds.Select(b => b.Id)];

    [Fact]
    public void Mesh_IsOneClosedSurfaceWithoutHandles()
    {
        MeshTopology topology = MeshTopology.Of(CompiledBody.Atlas.Mesh);
        Assert.Equal(new MeshTopology(0, 0, 0, 1, 2), topology);
    }

    [Fact]
    public void Topology_OfATorus_IsNoSphere()
    {
        // Seven vertices, fourteen faces: the smallest torus (Moebius, Csaszar).
        var triangles = new List<int>();
        for (int i = 0; i < 7; i++) triangles.AddRange([i, (i + 1) % 7, (i + 3) % 7, i, (i + 3) % 7, (i + 2) % 7]);
        var mesh = new BodyMesh(new Vector3[7], new Vector3[7], [.. triangles], 0);
        MeshTopology topology = MeshTopology.Of(mesh);
        // Without a seam the mirror image is a second torus.
        Assert.Equal((0, 2, 0), (topology.OpenEdges, topology.Components, topology.EulerNumber));
        Assert.False(topology.IsSphere);
    }

    [Fact]
    public void Mesh_Size_FitsTheViewsAndTheGrading()
    {
        BodyMesh mesh = CompiledBody.Atlas.Mesh;
        Assert.InRange(mesh.CellCount, 56000, 65534);
        double head = MeanEdge(mesh, p => p.Y > 156 && p.Z > 7), thigh = MeanEdge(mesh, p => p.Y is > 60 and < 75);
        Assert.InRange(head, 0.3, 0.5);
        Assert.InRange(thigh, 0.75, 1.1);
    }

    [Theory]
    [MemberData(nameof(Builds))]
    public void Mesh_LeftAndRight_AreExactMirrorImages(string id)
    {
        BodyMesh mesh = Build(id).Mesh;
        for (int v = 0; v < mesh.Positions.Length; v++)
        {
            Vector3 p = mesh.Positions[v], q = mesh.Positions[mesh.MirrorVertex(v)];
            Assert.Equal(p with { X = -p.X }, q);
            Assert.Equal(v, mesh.MirrorVertex(mesh.MirrorVertex(v)));
            Assert.Equal(v < mesh.SeamVertexCount, p.X == 0);
            if (v < mesh.HalfVertexCount) Assert.True(p.X >= 0);
        }
    }

    [Theory]
    [MemberData(nameof(Builds))]
    public void Mesh_EveryCell_FacesOutwardInBothPoses(string id)
    {
        foreach (BodyMesh mesh in (BodyMesh[])[Build(id).Mesh, Build(id).RaisedMesh])
        {
            int folded = 0;
            double volume = 0;
            for (int c = 0; c < mesh.CellCount; c++)
            {
                Vector3 a = Corner(mesh, c, 0), b = Corner(mesh, c, 1), d = Corner(mesh, c, 2);
                if (Vector3.Dot(Vector3.Cross(b - a, d - a), mesh.CellNormal(c)) <= 0) folded++;
                volume += Vector3.Dot(a, Vector3.Cross(b, d)) / 6.0;
            }

            // Deep in the armpit of the lifted arm a cell or two of 64 000 may turn over.
            Assert.InRange(folded, 0, 6);
            Assert.InRange(volume, 50_000, 85_000);
        }
    }

    [Fact]
    public void Vertices_OfTheNeutralBuild_LieOnTheField()
    {
        BodyMesh mesh = CompiledBody.Atlas.Mesh;
        double sum = 0, worst = 0;
        for (int v = 0; v < mesh.HalfVertexCount; v++)
        {
            double d = Math.Abs(SourceFiles.NeutralBody.Evaluate(Vector3d.From(mesh.Positions[v])));
            sum += d;
            worst = Math.Max(worst, d);
        }

        Assert.InRange(sum / mesh.HalfVertexCount, 0, 0.005);
        Assert.InRange(worst, 0, 0.08);
    }

    [Fact]
    public void Vertices_OfTheMorphedBuild_LieOnItsField()
    {
        AtlasSource source = SourceFiles.Feminine;
        ImplicitBody body = MannequinReader.Read(source.Path, source.Text);
        BodyMesh mesh = Build("feminine").Mesh;
        double worst = Enumerable.Range(0, mesh.HalfVertexCount)
            .Max(v => Math.Abs(body.Evaluate(Vector3d.From(mesh.Positions[v]))));
        Assert.InRange(worst, 0, 0.08);
    }

    private static BodyBuild Build(string id) => CompiledBody.Atlas.Builds.Single(b => b.Id == id);

    private static Vector3 Corner(BodyMesh mesh, int cell, int k) => mesh.Positions[mesh.Triangles[3 * cell + k]];

    private static double MeanEdge(BodyMesh mesh, Func<Vector3, bool> where)
    {
        double sum = 0;
        int count = 0;
        for (int c = 0; c < mesh.CellCount; c++)
        {
            if (!where(mesh.Centroid(c))) continue;
            for (int k = 0; k < 3; k++, count++) sum += Vector3.Distance(Corner(mesh, c, k), Corner(mesh, c, (k + 1) % 3));
        }

        return sum / count;
    }
}
