using Nodus.Anatomy.Paint;

namespace Nodus.Compiler.Pictures;

/// <summary>A rectangle of a view, in its pixels; it may reach beyond the view.</summary>
internal readonly record struct Crop(float X, float Y, float Width, float Height);

/// <summary>Chooses the views that together show most of a pattern, and what of each view to cut out.</summary>
internal static class ViewChoice
{
    /// <summary>A second view must add this part of what the first one shows.</summary>
    private const float GainLeast = 0.04f;

    /// <summary>To see where to press is worth this part of the whole pattern.</summary>
    private const float PointWorth = 0.2f;

    /// <summary>A close-up has some advantage over a whole body, but not in proportion to its scale.</summary>
    private const float ScaleExponent = 0.3f;

    /// <summary>Body around the pattern, as a factor on its size.</summary>
    private const float Margin = 1.25f;

    /// <summary>Never less than this is cut out, so that one sees where on the body it is.</summary>
    private const float LeastCm = 24;

    /// <summary>The best view and, when it adds something, the one that adds most to it.</summary>
    public static IReadOnlyList<ViewCanvas> Best(IReadOnlyList<ViewCanvas> views, PatternInPoses pattern)
    {
        // Dabs lie a third of a radius apart, so a dab stands for about radius * radius of skin.
        IReadOnlyList<PaintSample> spots = pattern.On(views[0].Surface.Mesh).Spots;
        float[] worth = [.. spots.Select(dab => dab.Strength * dab.RadiusCm * dab.RadiusCm)];
        if (pattern.HasPoint) worth[^1] = spots.Count == 1 ? 1 : PointWorth * worth.SkipLast(1).Sum();
        var seen = new float[spots.Count];
        (ViewCanvas first, float gain) = Next(views, pattern, worth, seen);
        IReadOnlyList<PaintSample> posed = pattern.On(first.Surface.Mesh).Spots;
        for (int i = 0; i < seen.Length; i++) seen[i] = first.Facing(posed[i]);
        (ViewCanvas second, float more) = Next(views, pattern, worth, seen);
        return more > GainLeast * gain ? [first, second] : [first];
    }

    /// <summary>What to cut out of a view.</summary>
    /// <param name="view">The view.</param>
    /// <param name="spots">The pattern and the point.</param>
    /// <param name="aspect">Width by height of the wanted picture.</param>
    public static Crop Around(ViewCanvas view, IReadOnlyList<PaintSample> spots, float aspect)
    {
        float perCm = view.Surface.PixelsPerCm;
        float x0 = float.MaxValue, y0 = float.MaxValue, x1 = float.MinValue, y1 = float.MinValue;
        foreach (PaintSample spot in spots)
        {
            if (!view.TryLocate(spot, out float x, out float y)) continue;
            float r = spot.RadiusCm * perCm;
            (x0, y0, x1, y1) = (Math.Min(x0, x - r), Math.Min(y0, y - r), Math.Max(x1, x + r), Math.Max(y1, y + r));
        }

        if (x0 > x1) (x0, y0, x1, y1) = (0, 0, view.Surface.Width, view.Surface.Height);
        float width = Math.Max((x1 - x0) * Margin, LeastCm * perCm), height = Math.Max((y1 - y0) * Margin, LeastCm * perCm);
        if (width < height * aspect) width = height * aspect;
        else height = width / aspect;
        return new Crop((x0 + x1 - width) / 2, (y0 + y1 - height) / 2, width, height);
    }

    private static (ViewCanvas View, float Gain) Next(
        IReadOnlyList<ViewCanvas> views, PatternInPoses pattern, float[] worth, float[] seen) =>
        views.Select(view => (View: view, Gain: Gain(view, pattern.On(view.Surface.Mesh).Spots, worth, seen))).MaxBy(pair => pair.Gain);

    private static float Gain(ViewCanvas view, IReadOnlyList<PaintSample> spots, float[] worth, float[] seen)
    {
        float gain = 0;
        for (int i = 0; i < seen.Length; i++) gain += Math.Max(0, view.Facing(spots[i]) - seen[i]) * worth[i];
        if (gain <= 0) return 0;
        float whole = Inside(view, Around(view, spots, aspect: 0.8f));
        return gain * MathF.Pow(view.Surface.PixelsPerCm, ScaleExponent) * whole * whole;
    }

    /// <summary>How much of a crop lies within the view, 0 to 1, bottom and sides: above a head there is nothing anyway.</summary>
    private static float Inside(ViewCanvas view, Crop crop)
    {
        float width = Math.Min(crop.X + crop.Width, view.Surface.Width) - Math.Max(crop.X, 0);
        float height = Math.Min(crop.Y + crop.Height, view.Surface.Height) - crop.Y;
        return Math.Max(0, width) * Math.Max(0, height) / (crop.Width * crop.Height);
    }
}
