namespace Nodus.Anatomy.Meshing;

/// <summary>
/// Where the field is sampled to find the skin: planes close together through hands, feet and head, wider elsewhere.
/// </summary>
internal static class ExtractionLattice
{
    // Fingers stand 2 mm apart at their roots: wider planes would join them and leave holes like those of a handle.
    // The groove behind the ear is as narrow.
    private const double FineCm = 0.3, HeadAndFootCm = 0.36, TrunkCm = 0.75, WidthCm = 0.4;

    /// <summary>From just right of the plane of symmetry, which lies midway between the first two, past the fingers.</summary>
    public static double[] X { get; } = Planes(-WidthCm / 2, 46, x => x is > 5.5 and < 9 or > 26 ? FineCm : WidthCm);

    /// <summary>From under the soles to above the head.</summary>
    public static double[] Y { get; } = Planes(-3.003, 178, y => y switch
    {
        < 10 => HeadAndFootCm,
        < 62 => TrunkCm,
        < 90 => FineCm,
        < 151 => TrunkCm,
        > 156 and < 168 => FineCm,
        _ => HeadAndFootCm,
    });

    /// <summary>From behind the back to before the toes.</summary>
    public static double[] Z { get; } = Planes(-21.007, 25, _ => HeadAndFootCm);

    private static double[] Planes(double from, double to, Func<double, double> step)
    {
        var planes = new List<double>();
        for (double at = from; at < to; at += step(at)) planes.Add(at);
        return [.. planes];
    }
}
