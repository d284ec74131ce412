using Nodus.Anatomy;
using Nodus.Clinical.Knowledge;

namespace Nodus.Clinical.Assessment;

/// <summary>What is ranked: a muscle of one side with its points, or a rival of one side.</summary>
/// <param name="Muscle">The muscle; null for a rival.</param>
/// <param name="Rival">The rival; null for a muscle.</param>
/// <param name="Side">Left or right; the midline for a rival of the whole body.</param>
/// <param name="Causes">Its causes, ascending: the first tells its place in the order of the knowledge, left before right.</param>
internal sealed record Suspect(Muscle? Muscle, RivalSide? Rival, Side Side, int[] Causes)
{
    /// <summary>Its id in the knowledge.</summary>
    public string Id => Muscle?.Id ?? Rival!.Rival.Id;

    /// <summary>The therapist's name for it, with the side.</summary>
    public string Name => Placed(Muscle?.Name ?? Rival!.Rival.Name, Side);

    /// <summary>A name with its side; without one on the midline.</summary>
    public static string Placed(string name, Side side) => side == Side.Midline ? name : $"{name}, {side.ToWord()}";

    /// <summary>Everything that can be ranked: muscles in the order of the knowledge, left before right, then the rivals.</summary>
    public static IReadOnlyList<Suspect> All(PainNetwork pain) =>
    [
        .. pain.Knowledge.Muscles.SelectMany(muscle => new[] { Side.Left, Side.Right }.Select(side =>
            new Suspect(muscle, null, side, [.. muscle.Points.Select(point => pain.CauseOf(point, side))]))),
        .. pain.Rivals.Select(rival => new Suspect(null, rival, rival.Side, [rival.Cause])),
    ];
}
