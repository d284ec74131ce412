using Nodus.Anatomy;
using Nodus.Anatomy.Zones;
using Nodus.Clinical.Knowledge;
using Nodus.Inference;

namespace Nodus.Clinical.Assessment;

/// <summary>
/// What must not be missed where somebody has this pain. Rare and grave conditions sink in any ranking by probability: a
/// spinal infection that explains a picture as well as the lumbar muscles stays a thousand times less probable. So they are
/// ranked among themselves, by how much the case has raised them too, and the first are named with what to ask.
/// </summary>
internal sealed class GraveLookAlikes(PainNetwork pain, PosteriorEngine engine, CaseEvidence evidence, Case @case, FindingWords words)
{
    /// <summary>More than this nobody reads. Elicited.</summary>
    private const int Listed = 6;

    private const int AskedListed = 3;

    /// <summary>The list for a case; empty where no pain was told.</summary>
    public IReadOnlyList<GraveLookAlike> Of() => evidence.Painted.Count == 0
        ? []
        :
        [
            .. pain.Rivals.Where(rival => rival.Rival.Urgency <= Urgency.Urgent && rival.Rival.Bearers.Includes(@case.Sex, @case.Age))
                .Select(rival => (Rival: rival, Zones: Reached(rival.Cause)))
                .Where(one => one.Zones.Count > 0)
                .OrderByDescending(one => Math.Round(Weight(one.Rival.Cause), 12))
                .DistinctBy(one => one.Rival.Rival.Id, StringComparer.Ordinal)
                .Take(Listed)
                .Select(one => new GraveLookAlike(
                    one.Rival.Rival.Id, one.Rival.Side.ToWord(), one.Rival.Rival.Urgency.ToString().ToLowerInvariant(),
                    Math.Round(engine.Marginals[one.Rival.Cause], 6),
                    [.. one.Zones.Select(site => new ZonePlace(site.Zone.Id, site.Side.ToWord()))], ToAsk(one.Rival))),
        ];

    /// <summary>The painful zones where a rival's pain can lie.</summary>
    private List<ZoneSite> Reached(int cause) =>
        [.. evidence.Painted.Where(site => pain.Network.PresentGivenCause(site.Index, cause) > 0)];

    /// <summary>
    /// Posterior odds over the root of the prior odds: half by how probable it is, half by how much the case has raised it,
    /// so that neither the commonest nor the narrowest pattern always comes first. Elicited.
    /// </summary>
    private double Weight(int cause) => PriorRules.Odds(engine.Marginals[cause]) / Math.Sqrt(PriorRules.Odds(evidence.Odds.PriorOf(cause)));

    private IReadOnlyList<string> ToAsk(RivalSide rival) =>
    [
        .. rival.Rival.For.Where(one => IsOpen(one.Finding, rival)).OrderByDescending(one => one.Strength).Take(AskedListed)
            .Select(one => words.Of(one.Finding)),
    ];

    /// <summary>Whether nobody has told or ruled out a finding.</summary>
    private bool IsOpen(RivalFinding finding, RivalSide of) => finding.Kind switch
    {
        RivalFindingKind.Answer or RivalFindingKind.Sign => !@case.Answers.ContainsKey(finding.Id),
        RivalFindingKind.Movement => !@case.Movements.Any(one => one.Test.Id == finding.Id && of.TestedSides.Contains(one.Side)),
        _ => !CauseOdds.Shows(@case, finding, of),
    };
}
