using Nodus.Anatomy.Paint;

namespace Nodus.Compiler.Pictures;

/// <summary>Chooses the views that together show most of a pattern, and what of each view to cut out.</summary>
internal static class ViewChoice
{
    /// <summary>A close-up with this many times the scale counts as much better; more does not help.</summary>
    private const float ScaleExponent = 0.3f;

    /// <summary>The best view, then the one that adds most of what is not seen yet.</summary>
    public static IReadOnlyList<ViewCanvas> Best(IReadOnlyList<ViewCanvas> views, IReadOnlyList<PaintSample> samples, int count)
    {
        var chosen = new List<ViewCanvas>();
        var seen = new float[samples.Count];
        while (chosen.Count < count)
        {
            ViewCanvas best = views.Except(chosen).MaxBy(view => Gain(view, samples, seen))!;
            chosen.Add(best);
            for (int i = 0; i < seen.Length; i++) seen[i] = Math.Max(seen[i], best.Facing(samples[i].Position, samples[i].Normal));
        }

        return chosen;
    }

    /// <summary>The rectangle of a view, in its pixels, that shows the pattern with some body around it.</summary>
    /// <param name="view">The view.</param>
    /// <param name="samples">The pattern and the point.</param>
    /// <param name="leastCm">Never cut out less than this.</param>
    /// <param name="aspect">Width by height of the wanted picture.</param>
    public static (float X, float Y, float Width, float Height) Crop(
        ViewCanvas view, IReadOnlyList<PaintSample> samples, float leastCm, float aspect)
    {
        float perCm = view.Surface.PixelsPerCm;
        float x0 = float.MaxValue, y0 = float.MaxValue, x1 = float.MinValue, y1 = float.MinValue;
        foreach (PaintSample sample in samples)
        {
            if (!view.Buffer.TryProject(sample.Position, sample.Normal, out float x, out float y)) continue;
            float r = sample.RadiusCm * perCm;
            (x0, y0, x1, y1) = (Math.Min(x0, x - r), Math.Min(y0, y - r), Math.Max(x1, x + r), Math.Max(y1, y + r));
        }

        if (x0 > x1) (x0, y0, x1, y1) = (0, 0, view.Surface.Width, view.Surface.Height);
        const float Margin = 1.25f;
        float width = Math.Max((x1 - x0) * Margin, leastCm * perCm), height = Math.Max((y1 - y0) * Margin, leastCm * perCm);
        if (width < height * aspect) width = height * aspect;
        else height = width / aspect;
        return ((x0 + x1 - width) / 2, (y0 + y1 - height) / 2, width, height);
    }

    private static float Gain(ViewCanvas view, IReadOnlyList<PaintSample> samples, float[] seen)
    {
        float gain = 0;
        for (int i = 0; i < seen.Length; i++)
        {
            PaintSample sample = samples[i];
            float facing = view.Facing(sample.Position, sample.Normal);
            // Dabs lie a third of a radius apart, so a dab stands for about radius * radius of skin.
            if (facing > seen[i]) gain += (facing - seen[i]) * sample.Strength * sample.RadiusCm * sample.RadiusCm;
        }

        return gain * MathF.Pow(view.Surface.PixelsPerCm, ScaleExponent);
    }
}
