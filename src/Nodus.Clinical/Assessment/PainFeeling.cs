using Nodus.Anatomy.Drawing;
using Nodus.Clinical.Knowledge;

namespace Nodus.Clinical.Assessment;

/// <summary>
/// What a word of feeling does to the odds of a cause that reaches the place. Weak, since people use these words loosely:
/// referred muscle pain is told as deep and aching, nerve pain as shooting, numb or tingling, but neither only so. Elicited.
/// </summary>
internal static class PainFeeling
{
    private const double Typical = 1.25, Untypical = 0.6, Listed = 1.4, NotListed = 0.7;

    private static readonly string[] OfMuscle = [PainQuality.Aching.ToWord(), PainQuality.Stiff.ToWord(), PainQuality.Cramping.ToWord()];

    private static readonly string[] OfNerve = [PainQuality.Tingling.ToWord(), PainQuality.Numb.ToWord(), PainQuality.Shooting.ToWord()];

    /// <summary>Factor on the odds of a trigger point.</summary>
    /// <param name="felt">The words told of the zones it reaches; empty for none.</param>
    public static double OfPoint(IReadOnlySet<string> felt) =>
        felt.Count == 0 ? 1 : OfMuscle.Any(felt.Contains) ? Typical : felt.All(word => OfNerve.Contains(word)) ? Untypical : 1;

    /// <summary>Factor on the odds of a rival.</summary>
    /// <param name="rival">The rival, with the words that fit it.</param>
    /// <param name="felt">The words told of the zones it reaches; empty for none.</param>
    public static double OfRival(Rival rival, IReadOnlySet<string> felt) =>
        felt.Count == 0 || rival.Qualities.Count == 0 ? 1 : rival.Qualities.Any(quality => felt.Contains(quality.ToWord())) ? Listed : NotListed;
}
