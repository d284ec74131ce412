using System.Numerics;
using Nodus.Anatomy.Rendering;

namespace Nodus.Anatomy.Tests;

public sealed class BodyAtlasTests
{
    [Fact]
    public void Read_WhatWasWritten_IsTheSameAtlas()
    {
        BodyAtlas atlas = CompiledBody.Atlas;
        using var memory = new MemoryStream();
        atlas.Write(memory);
        memory.Position = 0;
        BodyAtlas again = BodyAtlas.Read(memory);
        Assert.Equal(atlas.Version, again.Version);
        Assert.Equal(atlas.Mesh.Triangles, again.Mesh.Triangles);
        for (int b = 0; b < atlas.Builds.Count; b++)
        {
            Assert.Equal(atlas.Builds[b].Mesh.Positions, again.Builds[b].Mesh.Positions);
            Assert.Equal(atlas.Builds[b].RaisedMesh.Positions, again.Builds[b].RaisedMesh.Positions);
            Assert.Equal(atlas.Builds[b].Views, again.Builds[b].Views);
        }

        Assert.Equal(atlas.Landmarks.All, again.Landmarks.All);
    }

    [Fact]
    public void Read_DamagedFile_IsRefused()
    {
        using var memory = new MemoryStream();
        CompiledBody.Atlas.Write(memory);
        byte[] whole = memory.ToArray();
        Assert.Throws<InvalidDataException>(() => BodyAtlas.Read(new MemoryStream(whole[..(whole.Length / 2)])));
        Assert.Throws<InvalidDataException>(() => BodyAtlas.Read(new MemoryStream(whole[..5])));
        Assert.Throws<InvalidDataException>(() => BodyAtlas.Read(new MemoryStream("<html></html>"u8.ToArray())));
    }

    [Fact]
    public void Builds_HaveOneNumberingAndTheSameViews()
    {
        BodyAtlas atlas = CompiledBody.Atlas;
        Assert.Equal(["neutral", "feminine"], atlas.Builds.Select(b => b.Id));
        foreach (BodyBuild build in atlas.Builds)
        {
            Assert.Equal(atlas.Mesh.Triangles, build.Mesh.Triangles);
            Assert.Equal(
                atlas.Views.Select(v => (v.Id, v.WidthPx, v.HeightPx, v.Pose)),
                build.Views.Select(v => (v.Id, v.WidthPx, v.HeightPx, v.Pose)));
        }
    }

    [Fact]
    public void Views_HaveRightAngledAxesAndUndoTheirProjection()
    {
        foreach (BodyView view in CompiledBody.Atlas.Builds.SelectMany(b => b.Views))
        {
            Assert.Equal(1, view.Direction.Length(), 1e-4);
            Assert.Equal(1, view.Up.Length(), 1e-4);
            Assert.Equal(0, Vector3.Dot(view.Direction, view.Up), 1e-4);
            var p = new Vector3(7, 120, -4);
            Vector3 q = view.Project(p);
            Assert.True(Vector3.Distance(p, view.Unproject(q.X, q.Y, q.Z)) < 1e-3, view.Id);
        }
    }

    [Fact]
    public void Front_ShowsTheBodysLeftAtTheRight()
    {
        BodyView front = CompiledBody.Atlas.Builds[0].View("front");
        Assert.True(front.Project(new Vector3(20, 120, 0)).X > front.WidthPx / 2f);
        Assert.Throws<KeyNotFoundException>(() => CompiledBody.Atlas.Builds[0].View("from_below"));
    }

    [Fact]
    public void Landmarks_AreCompleteAndLieInTheirCells()
    {
        BodyAtlas atlas = CompiledBody.Atlas;
        Assert.InRange(atlas.Landmarks.All.Count, 393, 500);
        foreach (Landmark l in atlas.Landmarks.All)
        {
            var place = SurfacePlace.In(atlas.Mesh, l.Cell, l.Position);
            Assert.True(Vector3.Distance(place.PositionOn(atlas.Mesh), l.Position) < 0.02, $"{l.Id} {l.Side}");
            if (l.Side != Side.Midline)
            {
                Assert.Equal(l.Side, atlas.Mesh.SideOfCell(l.Cell));
                Assert.True(atlas.Landmarks.TryFind(l.Id, l.Side.Mirrored(), out Landmark? other), l.Id);
                Assert.Equal(atlas.Mesh.MirrorCell(l.Cell), other.Cell);
            }
        }
    }

    [Fact]
    public void Mirrored_Place_IsTheMirrorImage()
    {
        BodyMesh mesh = CompiledBody.Atlas.Mesh;
        var random = new Random(9);
        for (int i = 0; i < 200; i++)
        {
            var place = new SurfacePlace(random.Next(mesh.CellCount), 0.2f, 0.5f);
            Vector3 p = place.PositionOn(mesh), q = place.Mirrored(mesh).PositionOn(mesh);
            Assert.True(Vector3.Distance(p with { X = -p.X }, q) < 1e-4);
        }
    }
}
