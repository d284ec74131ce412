namespace Nodus.Anatomy;

/// <summary>Which half of the body something belongs to, seen from the body itself (its own left and right).</summary>
public enum Side
{
    /// <summary>On the plane of symmetry; neither half.</summary>
    Midline,

    /// <summary>The body's left half (x &gt; 0).</summary>
    Left,

    /// <summary>The body's right half (x &lt; 0).</summary>
    Right,
}

/// <summary>Operations on <see cref="Side"/>.</summary>
public static class Sides
{
    /// <summary>The other half; the midline is its own mirror image.</summary>
    public static Side Mirrored(this Side side) => side switch
    {
        Side.Left => Side.Right,
        Side.Right => Side.Left,
        _ => Side.Midline,
    };

    /// <summary>The word used in every interface: <c>left</c>, <c>right</c> or <c>midline</c>.</summary>
    public static string ToWord(this Side side) => side switch
    {
        Side.Left => "left",
        Side.Right => "right",
        _ => "midline",
    };

    /// <summary>The side of such a word; null for any other.</summary>
    public static Side? OfWord(string? word) => word switch
    {
        "left" => Side.Left,
        "right" => Side.Right,
        "midline" => Side.Midline,
        _ => null,
    };
}
