using Nodus.Clinical.Knowledge;
using Nodus.Compiler.Pictures;

namespace Nodus.Compiler;

/// <summary>Muscles and rivals with their painted patterns: enough to list zones and to draw.</summary>
/// <param name="Muscles">The muscles, with their points.</param>
/// <param name="Rivals">The rivals.</param>
/// <param name="Paint">The pattern of every point and rival.</param>
public sealed record PatternSet(IReadOnlyList<Muscle> Muscles, IReadOnlyList<Rival> Rivals, ReferralPaint Paint)
{
    /// <summary>Ids of muscles and rivals, in order.</summary>
    public IEnumerable<string> Ids => Muscles.Select(muscle => muscle.Id).Concat(Rivals.Select(rival => rival.Id));

    /// <summary>What there is to draw of a muscle or a rival; nothing for an unknown id.</summary>
    public IReadOnlyList<ReferralPlate> Plates(string id) =>
    [
        .. Muscles.Where(muscle => string.Equals(muscle.Id, id, StringComparison.Ordinal)).SelectMany(muscle => muscle.Points).Select(Plate),
        .. Rivals.Where(rival => string.Equals(rival.Id, id, StringComparison.Ordinal)).Select(Plate),
    ];

    /// <summary>A trigger point with its pattern.</summary>
    public ReferralPlate Plate(TriggerPoint point) => new(point.Id, point.Name, point.Site, PaintOf(point.Id));

    /// <summary>A rival with its pattern.</summary>
    public ReferralPlate Plate(Rival rival) => new(rival.Id, rival.Name, null, PaintOf(rival.Id));

    private PaintedReferral PaintOf(string id) => Paint.Find(id) ?? new PaintedReferral(id, [], []);
}
