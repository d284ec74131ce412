using System.Numerics;
using Nodus.Anatomy.Rendering;
using Nodus.Anatomy.Surface;

namespace Nodus.Anatomy.Tests.Rendering;

public sealed class ViewBufferTests
{
    public static TheoryData<string> Traced => ["front", "left", "head_front", "hand_left_palm", "foot_right_sole"];

    /// <summary>Sphere tracing of the field is the reference for the rasterised views.</summary>
    [Theory]
    [MemberData(nameof(Traced))]
    public void Buffer_AgainstSphereTracing_HasTheSameOutlineAndDepth(string id)
    {
        ViewBuffer buffer = CompiledBody.View(id);
        int step = buffer.Height / 90, agree = 0, either = 0, compared = 0;
        double depthSum = 0;
        for (int y = step / 2; y < buffer.Height; y += step)
        {
            for (int x = step / 2; x < buffer.Width; x += step)
            {
                if (buffer.View.SolidityAt(x + 0.5f, y + 0.5f) < 1) continue;
                bool traced = Trace(buffer.View, x + 0.5f, y + 0.5f, out double depth), shown = buffer.CellAt(x, y) >= 0;
                if (!traced && !shown) continue;
                either++;
                if (traced != shown) continue;
                agree++;
                double difference = Math.Abs(depth - buffer.Depths[y * buffer.Width + x]);
                // At the outline of one part before another a pixel may show either.
                if (difference > 1) continue;
                compared++;
                depthSum += difference;
            }
        }

        Assert.InRange((double)agree / either, 0.975, 1);
        Assert.InRange((double)compared / agree, 0.985, 1);
        Assert.InRange(depthSum / compared, 0, 0.05);
    }

    [Fact]
    public void PlaceAt_ProjectedBack_FallsOnThePixel()
    {
        ViewBuffer buffer = CompiledBody.View("front");
        var random = new Random(3);
        int tried = 0, seen = 0;
        while (tried < 300)
        {
            int x = random.Next(buffer.Width), y = random.Next(buffer.Height);
            if (buffer.CellAt(x, y) < 0) continue;
            tried++;
            SurfacePlace place = buffer.PlaceAt(x, y);
            if (!buffer.TryProject(place, out float px, out float py)) continue;
            seen++;
            Assert.InRange(Math.Abs(px - x - 0.5f), 0, 1.5f);
            Assert.InRange(Math.Abs(py - y - 0.5f), 0, 1.5f);
        }

        Assert.InRange(seen, 280, 300);
    }

    [Fact]
    public void TryProject_LandmarkOfTheBack_IsSeenFromBehindOnly()
    {
        Assert.True(CompiledBody.Atlas.Landmarks.TryFind("C7", Side.Midline, out Landmark? c7));
        Assert.False(CompiledBody.View("front").TryProject(c7.Position, c7.Normal, out _, out _));
        Assert.True(CompiledBody.View("back").TryProject(c7.Position, c7.Normal, out float x, out _));
        Assert.InRange(x, 389, 391);
    }

    [Fact]
    public void Views_OfHandsAndFeet_ShowOnlyTheirSide()
    {
        foreach (string id in (string[])["hand_left_palm", "foot_right_dorsum"])
        {
            ViewBuffer buffer = CompiledBody.View(id);
            Side[] sides = [.. buffer.Cells.Where(c => c != ViewBuffer.None).Select(c => buffer.Mesh.SideOfCell(c)).Distinct()];
            Assert.Equal([buffer.View.Shows], sides);
        }
    }

    [Fact]
    public void Views_OfOneBuild_TogetherShowAlmostAllSkin()
    {
        BodyBuild build = CompiledBody.Atlas.Builds[0];
        var seen = new bool[build.Mesh.CellCount];
        foreach (BodyView view in build.Views)
        {
            foreach (ushort cell in CompiledBody.View(view.Id).Cells)
            {
                if (cell != ViewBuffer.None) seen[cell] = true;
            }
        }

        double all = 0, shown = 0;
        for (int c = 0; c < seen.Length; c++)
        {
            all += build.Mesh.AreaCm2(c);
            if (seen[c]) shown += build.Mesh.AreaCm2(c);
        }

        Assert.InRange(shown / all, 0.97, 1);
    }

    [Fact]
    public void Format_RoundTrip_KeepsEveryPixel()
    {
        ViewBuffer buffer = CompiledBody.View("hand_left_palm");
        using var memory = new MemoryStream();
        ViewBufferFormat.Write(buffer, memory);
        memory.Position = 0;
        Assert.Equal(buffer.Cells, ViewBufferFormat.Read(memory, buffer.View, buffer.Mesh).Cells);
    }

    [Fact]
    public void Read_DamagedFile_IsRefusedOrFits()
    {
        ViewBuffer buffer = CompiledBody.View("foot_left_sole");
        using var memory = new MemoryStream();
        ViewBufferFormat.Write(buffer, memory);
        byte[] whole = memory.ToArray();
        var random = new Random(11);
        for (int i = 0; i < 60; i++)
        {
            byte[] damaged = [.. whole[..random.Next(whole.Length)]];
            if (damaged.Length > 20) damaged[random.Next(damaged.Length)] ^= (byte)random.Next(1, 256);
            Assert.Throws<InvalidDataException>(
                () => ViewBufferFormat.Read(new MemoryStream(damaged), buffer.View, buffer.Mesh));
        }
    }

    private static bool Trace(BodyView view, float x, float y, out double depth)
    {
        const double start = 60;
        double near = Math.Max(-start, view.NearCm);
        bool hit = SourceFiles.NeutralBody.TryTrace(
            Vector3d.From(view.Unproject(x, y, (float)near)), Vector3d.From(view.Direction), Math.Min(start, view.FarCm) - near,
            out double distance);
        depth = near + distance;
        Vector3 p = view.Unproject(x, y, (float)depth);
        return hit && (view.Shows == Side.Midline || p.X > 0 == (view.Shows == Side.Left));
    }
}
