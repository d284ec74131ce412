namespace Nodus.Compiler.Referrals;

/// <summary>
/// How probable it is that an active trigger point makes a zone painful, from how its pattern lies over that zone.
/// Elicited: the textbook charts give solid and stippled areas without frequencies (Simons, Travell &amp; Simons 1999),
/// and experts expect no fixed location (Fernandez-de-las-Penas &amp; Dommerholt 2018), so nothing here is certain.
/// </summary>
internal static class ReferralActivation
{
    /// <summary>P(painful) of a zone that essential pattern of full strength fills.</summary>
    public const double EssentialMost = 0.9;

    /// <summary>P(painful) of a zone that spillover of full strength fills.</summary>
    public const double SpilloverMost = 0.5;

    /// <summary>A zone less probable than this is not said to belong to the pattern: a brush of the rim is chance.</summary>
    public const double Floor = 0.12;

    /// <summary>Nothing is more probable than this, however patterns add up.</summary>
    public const double Most = 0.9;

    /// <summary>A zone of which this part is painted comes to two thirds (1 - 1/e) of the most.</summary>
    private const double CoverageScale = 0.2;

    /// <summary>The same for the part of the whole pattern that lies in the zone.</summary>
    private const double ShareScale = 0.5;

    /// <summary>P(zone painful | point active) from both kinds of pattern.</summary>
    /// <remarks>
    /// A kind contributes most * strength * (1 - exp(-coverage / 0.2 - share / 0.5)). Coverage counts because a zone
    /// that is painted all over is painful whenever the pattern is felt; share counts because a small spot in a large
    /// zone is still where the pain is told when the pattern is nothing but that spot. Filled: 0.9; a fifth of the zone
    /// and half of the pattern: 0.78; a twentieth of the zone and a tenth of the pattern: 0.33. The kinds are two
    /// separate chances to be felt: 1 - (1 - essential)(1 - spillover).
    /// </remarks>
    public static double Of(PatternInZone essential, PatternInZone spillover) =>
        Math.Min(Most, 1 - (1 - Contribution(essential, EssentialMost)) * (1 - Contribution(spillover, SpilloverMost)));

    /// <summary>How much of the pain each cell gets, in any unit, from the weights of both kinds.</summary>
    public static double[] Felt(double[] essential, double[] spillover) =>
        [.. essential.Zip(spillover, (solid, dotted) => (EssentialMost * solid) + (SpilloverMost * dotted))];

    /// <summary>The contribution of one kind.</summary>
    public static double Contribution(PatternInZone paint, double most) =>
        most * paint.Strength * (1 - Math.Exp(-paint.Coverage / CoverageScale - paint.Share / ShareScale));
}
