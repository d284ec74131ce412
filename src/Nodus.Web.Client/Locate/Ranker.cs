using Nodus.Anatomy;
using Nodus.Anatomy.Zones;
using Nodus.Clinical.Assessment;
using Nodus.Clinical.Knowledge;
using Nodus.Clinical.Safety;

namespace Nodus.Web.Client.Locate;

/// <summary>Asks the assessor about a case that passed the gate, and puts its answer into the words of the panel.</summary>
/// <param name="knowledge">What is known about muscles.</param>
/// <param name="atlas">The body.</param>
public sealed class Ranker(KnowledgeBase knowledge, BodyAtlas atlas)
{
    private readonly Assessor assessor = Assessor.For(knowledge, atlas);

    /// <summary>What is known about muscles.</summary>
    public KnowledgeBase Knowledge => knowledge;

    /// <summary>
    /// The first muscles for a case, to be shown while the pen moves; everything else is taken from the last whole
    /// ranking, and follows when the pen rests.
    /// </summary>
    public Ranking Glance(GatePass pass, Ranking last, int count)
    {
        if (pass.Triage.Case.Pain.Count == 0) return Ranking.Empty;
        return last with
        {
            Muscles =
            [
                .. assessor.Leading(pass, count).Select(Muscle).Select(muscle => muscle with
                {
                    Explains = last.Muscles.FirstOrDefault(old => old.Id == muscle.Id && old.Side == muscle.Side)?.Explains ?? [],
                }),
            ],
        };
    }

    /// <summary>Ranks the muscles for a case.</summary>
    public Ranking Rank(GatePass pass)
    {
        if (pass.Triage.Case.Pain.Count == 0) return Ranking.Empty;
        Differential answer = assessor.Assess(pass.Triage).Open(pass);
        return new Ranking(
            [.. answer.Muscles.Where(muscle => muscle.Explains.Count > 0).Select(Muscle)],
            [.. answer.Together.Unexplained.Select(zone => Site(zone.Zone, zone.Side)).OfType<ZoneSite>()],
            answer.Next.Select(NextPoint).FirstOrDefault(point => point is not null));
    }

    private RankedMuscle Muscle(MuscleRank rank)
    {
        Side side = SideOf(rank.Side);
        return new RankedMuscle(
            rank.Muscle,
            knowledge.TryFindMuscle(rank.Muscle, out Muscle? muscle) ? muscle.Name : rank.Muscle,
            side,
            rank.Probability,
            rank.Band,
            [.. rank.Points.Select(point => Point(point.Point, side, point.Probability))],
            [.. rank.Explains.Select(zone => (Found: Site(zone.Zone, zone.Side), zone.Share))
                .Where(zone => zone.Found is not null)
                .Select(zone => new ExplainedZone(zone.Found!, zone.Share))]);
    }

    private RankedPoint Point(string id, Side side, double probability) => new(
        id, knowledge.TryFindPoint(id, out TriggerPoint? point) ? point.Name : id, side, probability);

    private RankedPoint? NextPoint(NextTest test) =>
        test.Test.Split(':') is ["palpate", string point, string side] ? Point(point, SideOf(side), 0) : null;

    private ZoneSite? Site(string zone, string side) =>
        atlas.Zones.TryFind(zone, SideOf(side), out ZoneSite? site) ? site : null;

    private static Side SideOf(string word) => word switch
    {
        "left" => Side.Left,
        "right" => Side.Right,
        _ => Side.Midline,
    };
}
