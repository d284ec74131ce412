using System.Numerics;
using CsCheck;
using Nodus.Anatomy.Paint;

namespace Nodus.Anatomy.Tests.Paint;

public sealed class PaintTests
{
    private static readonly BodyAtlas Atlas = CompiledBody.Atlas;

    [Fact]
    public void At_Falls_FromOneInTheCoreToNothingAtTheRadius()
    {
        Assert.Equal(1, PaintFalloff.At(0, 2, PaintFalloff.SoftCore, 1));
        Assert.Equal(1, PaintFalloff.At(0.81f, 2, PaintFalloff.SoftCore, 1));
        Assert.Equal(0, PaintFalloff.At(4, 2, PaintFalloff.SoftCore, 1));
        Assert.Equal(0, PaintFalloff.At(0, 2, PaintFalloff.SoftCore, -0.3f));
        Gen.Select(Gen.Float[0, 3], Gen.Float[0, 3], Gen.Float[-1, 1], Gen.Float[0.1f, 0.95f]).Sample((a, b, facing, core) =>
        {
            float near = PaintFalloff.At(MathF.Min(a, b), 1.5f, core, facing);
            float far = PaintFalloff.At(MathF.Max(a, b), 1.5f, core, facing);
            return near >= far && near is >= 0 and <= 1;
        });
    }

    [Fact]
    public void CoveredRadius_IsWhereThePaintFallsToCovered()
    {
        const float Slack = 1e-3f;
        Gen.Select(Gen.Float[0, 2], Gen.Float[-1, 1], Gen.Float[0.1f, 0.95f]).Sample((distance, facing, core) =>
        {
            float covered = PaintFalloff.CoveredRadius(1.5f, core, facing);
            if (MathF.Abs(distance - covered) < Slack || MathF.Abs(facing) < Slack) return true;
            return PaintFalloff.At(distance * distance, 1.5f, core, facing) >= PaintFalloff.Covered == distance < covered;
        });
    }

    [Fact]
    public void Add_OnOneFaceOfTheHand_DoesNotBleedThroughIt()
    {
        var field = new PaintField(new CellIndex(Atlas.Mesh));
        field.Add(CompiledBody.Ways().Stroke(["palm_centre @3"], Side.Left, 1, 3));

        Dictionary<string, ZonePaint> zones = field.ByZone(Atlas.Zones).ToDictionary(z => z.Site.ToString());

        Assert.InRange(zones["palm left"].Coverage, 0.15, 0.6);
        Assert.False(zones.TryGetValue("hand_dorsal left", out ZonePaint back) && back.Coverage > 0);
    }

    [Fact]
    public void ByZone_HasTheZonesUnderTheStroke()
    {
        var field = new PaintField(new CellIndex(Atlas.Mesh));
        field.Add(CompiledBody.Ways().Stroke(["calf_mid @4", "soleus @3"], Side.Right, 0.8f, 1));

        IReadOnlyList<ZonePaint> zones = field.ByZone(Atlas.Zones);

        ZonePaint strongest = zones.MaxBy(z => z.Activation);
        Assert.Equal("calf right", strongest.Site.ToString());
        Assert.All(zones, z => Assert.True(z.Coverage is >= 0 and <= 1 && z.Activation <= z.Peak && z.Peak <= 0.8f + 1e-6));
        Assert.All(zones, z => Assert.Equal(Side.Right, z.Site.Side));
        field.Clear();
        Assert.Empty(field.ByZone(Atlas.Zones));
    }

    [Theory]
    [InlineData("front", "umbilicus", 3f)]
    [InlineData("back", "calf_mid", 1.5f)]
    [InlineData("hand_left_palm", "palm_centre", 0.6f)]
    public void Add_OnAView_PaintsLikeTheLaw_AndOnlyItsRectangle(string view, string landmark, float radius)
    {
        Nodus.Anatomy.Rendering.ViewBuffer buffer = CompiledBody.View(view);
        ViewSurface surface = ViewSurface.Of(buffer);
        var paint = new PixelPaint(surface);
        SurfacePlace place = CompiledBody.At(landmark, Side.Left);
        var dab = new PaintSample(place.PositionOn(Atlas.Mesh), place.NormalOn(Atlas.Mesh), radius, 1);

        PixelRect rect = paint.Add(dab, PaintFalloff.PenCore, 7);

        int painted = 0;
        for (int y = 0; y < surface.Height; y++)
        {
            for (int x = 0; x < surface.Width; x++)
            {
                byte strength = paint.Strength[y * surface.Width + x];
                if (strength == 0) continue;
                painted++;
                Assert.True(x >= rect.X && x < rect.X + rect.Width && y >= rect.Y && y < rect.Y + rect.Height);
                float d = Vector3.DistanceSquared(buffer.PointAt(x, y), dab.Position);
                float facing = Vector3.Dot(Atlas.Mesh.CellNormal(buffer.CellAt(x, y)), dab.Normal);
                Assert.Equal(PaintFalloff.At(d, radius, PaintFalloff.PenCore, facing), strength / 255f, 0.25f);
            }
        }

        double disc = Math.PI * radius * radius * surface.PixelsPerCm * surface.PixelsPerCm;
        Assert.InRange(painted / disc, 0.6, 1.1);
        paint.Erase(dab with { RadiusCm = 2 * radius });
        Assert.All(paint.Strength, s => Assert.Equal(0, s));
    }

    [Fact]
    public void StippleMask_OfTwoViews_ShowsTheSameDots()
    {
        StippleDots dots = StippleDots.Scatter(Atlas.Mesh);
        int seenInBoth = 0, marked = 0;
        Nodus.Anatomy.Rendering.ViewBuffer[] views = [CompiledBody.View("head_front"), CompiledBody.View("head_left")];
        StippleMask[] masks = [.. views.Select(v => new StippleMask(ViewSurface.Of(v), dots))];
        foreach (SurfacePlace dot in dots.Points)
        {
            Vector3 p = dot.PositionOn(Atlas.Mesh), n = dot.NormalOn(Atlas.Mesh);
            // Dots seen well from both cameras: on skin that looks half forward, half to the left.
            if (n.X < 0.5f || n.Z < 0.5f) continue;
            if (!views[0].TryProject(p, n, out float x0, out float y0) || !views[1].TryProject(p, n, out float x1, out float y1))
                continue;
            seenInBoth++;
            if (masks[0].Distance[(int)y0 * views[0].Width + (int)x0] < 130
                && masks[1].Distance[(int)y1 * views[1].Width + (int)x1] < 130) marked++;
        }

        // Beside the ear and the nose a dot may count as seen although skin a few millimetres nearer hides it.
        Assert.True(seenInBoth > 50, $"only {seenInBoth} dots are seen in both views");
        Assert.InRange(marked, 0.97 * seenInBoth, seenInBoth);
    }

    [Fact]
    public void Pen_WritesItsRectangleOnly()
    {
        ViewSurface surface = ViewSurface.Of(CompiledBody.View("front"));
        var paint = new PixelPaint(surface);
        SurfacePlace place = CompiledBody.At("umbilicus", Side.Left);
        PixelRect rect = paint.Add(new PaintSample(place.PositionOn(Atlas.Mesh), place.NormalOn(Atlas.Mesh), 4, 1), 0.8f, 10);
        var layer = new byte[4 * surface.Width * surface.Height];
        Array.Fill(layer, (byte)7);
        var inner = new PixelRect(rect.X, rect.Y, rect.Width / 2, rect.Height);

        PaintComposer.Pen(paint, inner, PainColours.Standard, layer);

        for (int i = 0; i < layer.Length / 4; i++)
        {
            int x = i % surface.Width, y = i / surface.Width;
            bool inside = x >= inner.X && x < inner.X + inner.Width && y >= inner.Y && y < inner.Y + inner.Height;
            if (!inside) Assert.Equal(7, layer[4 * i + 3]);
        }
    }

    [Fact]
    public void Over_WithAClearLayer_LeavesThePicture()
    {
        byte[] picture = [10, 20, 30, 255, 40, 50, 60, 0];

        PaintComposer.Over([255, 0, 0, 0, 255, 0, 0, 0], picture);
        Assert.Equal([10, 20, 30, 255, 40, 50, 60, 0], picture);
        PaintComposer.Over([255, 0, 0, 255, 255, 0, 0, 255], picture);
        Assert.Equal([255, 0, 0, 255, 255, 0, 0, 0], picture);
    }

    [Fact]
    public void Colours_DarkenWithIntensity()
    {
        double[] light = [.. Enumerable.Range(0, 11).Select(i => PainColours.Standard.Of(i)).Select(
            c => 0.2126 * Math.Pow((c >> 16) / 255.0, 2.2) + 0.7152 * Math.Pow(((c >> 8) & 255) / 255.0, 2.2)
                + 0.0722 * Math.Pow((c & 255) / 255.0, 2.2))];

        Assert.All(light.Zip(light.Skip(1)), p => Assert.True(p.Second < p.First));
    }

    [Fact]
    public void Scatter_KeepsDotsApart_AndRepeats()
    {
        BodyMesh mesh = Atlas.Mesh;
        StippleDots dots = StippleDots.Scatter(mesh);
        Vector3[] p = [.. dots.Points.Select(d => d.PositionOn(mesh))];

        // Sorted by height, only dots of nearly the same height can be near each other.
        int[] order = [.. Enumerable.Range(0, p.Length).OrderBy(i => p[i].Y)];
        for (int i = 0; i < order.Length; i++)
        {
            for (int k = i + 1; k < order.Length && p[order[k]].Y - p[order[i]].Y < 0.3f; k++)
                Assert.True(Vector3.Distance(p[order[i]], p[order[k]]) > 0.3f);
        }

        Assert.InRange(dots.Points.Length, 15_000, 60_000);
        Assert.InRange(dots.CoarseCount, dots.Points.Length / 6, dots.Points.Length / 2);
        Assert.All(p, q => Assert.True(q.X > 0));
        Assert.Equal(dots.Points, StippleDots.Scatter(mesh).Points);
    }
}
