using Nodus.Anatomy;
using Nodus.Anatomy.Zones;

namespace Nodus.Web.Client.Locate;

/// <summary>What the panel shows: muscles, best first, and the zones that no point explains.</summary>
/// <param name="Muscles">The muscles worth a look.</param>
/// <param name="Unexplained">Painful zones that probably no point causes.</param>
/// <param name="Next">The point whose pressing would change the ranking most; null where none would.</param>
public sealed record Ranking(
    IReadOnlyList<RankedMuscle> Muscles, IReadOnlyList<ZoneSite> Unexplained, RankedPoint? Next)
{
    /// <summary>Nothing drawn, nothing ranked.</summary>
    public static Ranking Empty { get; } = new([], [], null);
}

/// <summary>A muscle of one side.</summary>
/// <param name="Id">The muscle's id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Side">Left or right.</param>
/// <param name="Probability">That an expert would call one of its points an active trigger point, 0 to 1.</param>
/// <param name="Band">The probability in a word.</param>
/// <param name="Points">Its points, best first.</param>
/// <param name="Explains">The painful zones it accounts for, largest share first.</param>
public sealed record RankedMuscle(
    string Id, string Name, Side Side, double Probability, string Band,
    IReadOnlyList<RankedPoint> Points, IReadOnlyList<ExplainedZone> Explains);

/// <summary>A trigger point of a ranked muscle.</summary>
/// <param name="Id">The point's id.</param>
/// <param name="Name">The therapist's name.</param>
/// <param name="Side">Left or right.</param>
/// <param name="Probability">That an expert would call it active, 0 to 1.</param>
public sealed record RankedPoint(string Id, string Name, Side Side, double Probability);

/// <summary>A painful zone that a muscle accounts for.</summary>
/// <param name="Site">The zone and its side.</param>
/// <param name="Share">How much of its pain, 0 to 1.</param>
public sealed record ExplainedZone(ZoneSite Site, double Share);
