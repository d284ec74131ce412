using Nodus.Anatomy;
using Nodus.Anatomy.Zones;
using Nodus.Clinical.Assessment;
using Nodus.Clinical.Knowledge;
using Nodus.Clinical.Safety;

namespace Nodus.Web.Client.Locate;

/// <summary>Asks the assessor about a case that passed the gate, and puts its answer into what the answers show.</summary>
/// <param name="knowledge">What is known about muscles and rivals.</param>
/// <param name="questions">The gate's questions, for their words.</param>
/// <param name="atlas">The body.</param>
public sealed class Ranker(KnowledgeBase knowledge, SafetyKnowledge questions, BodyAtlas atlas)
{
    private readonly Assessor assessor = Assessor.For(knowledge, atlas);

    /// <summary>What is known about muscles and rivals.</summary>
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
                .. assessor.Leading(pass, count).Select(Muscle).Select(muscle =>
                    last.Muscles.FirstOrDefault(muscle.IsSame) is { } known
                        ? muscle with { Explains = known.Explains, Why = known.Why }
                        : muscle),
            ],
        };
    }

    /// <summary>
    /// Everything that is ranked for a case; reasons, proposals and summary are those of the last whole ranking, and follow.
    /// </summary>
    public Ranking Outline(GatePass pass, Ranking last)
    {
        if (pass.Triage.Case.Pain.Count == 0) return Ranking.Empty;
        Ranking outline = Of(assessor.Outline(pass), last);
        return outline with
        {
            Muscles = [.. outline.Muscles.Select(muscle => last.Muscles.FirstOrDefault(muscle.IsSame) is { } known ? muscle with { Why = known.Why } : muscle)],
            Rivals = [.. outline.Rivals.Select(rival => last.Rivals.FirstOrDefault(rival.IsSame) is { } known ? rival with { Why = known.Why } : rival)],
        };
    }

    /// <summary>Ranks everything for a case.</summary>
    public Ranking Rank(GatePass pass)
    {
        if (pass.Triage.Case.Pain.Count == 0) return Ranking.Empty;
        Differential answer = assessor.Assess(pass.Triage).Open(pass);
        return Of(answer, Ranking.Empty) with
        {
            Together = Together(answer.Together),
            Next = [.. answer.Next.Select(Propose).OfType<Proposal>()],
            Enough = answer.Enough,
            Summary = answer.Summary,
        };
    }

    private Ranking Of(Differential answer, Ranking last) => last with
    {
        Muscles = [.. answer.Muscles.Where(muscle => muscle.Explains.Count > 0).Select(Muscle)],
        Rivals = [.. answer.Rivals.Select(Rival).OfType<RankedRival>()],
        NotToMiss = [.. answer.NotToMiss.Select(Grave).OfType<GraveRival>()],
        Unexplained = [.. answer.Together.Unexplained.Select(zone => Site(zone.Zone, zone.Side)).OfType<ZoneSite>()],
        Zones = [.. answer.Zones.Select(Zone).OfType<RankedZone>()],
        Widespread = answer.Widespread?.Note,
    };

    /// <summary>A point of a side, with the probability a ranking gives it.</summary>
    public RankedPoint? Point(string id, Side side, double probability = 0) =>
        knowledge.TryFindPoint(id, out TriggerPoint? point) ? new RankedPoint(point, side, probability) : null;

    private RankedMuscle Muscle(MuscleRank rank)
    {
        Side side = SideOf(rank.Side);
        return new RankedMuscle(
            rank.Muscle, MuscleName(rank.Muscle), side, rank.Probability, rank.Band,
            [.. rank.Points.Select(point => Point(point.Point, side, point.Probability)).OfType<RankedPoint>()],
            Explained(rank.Explains), new Reasoning(rank.For, rank.Against, rank.Missing));
    }

    private RankedRival? Rival(RivalRank rank) => knowledge.TryFindRival(rank.Id, out Rival? rival)
        ? new RankedRival(
            rival, SideOf(rank.Side), rank.Probability, rank.Band, Explained(rank.Explains), new Reasoning(rank.For, rank.Against, []))
        : null;

    private GraveRival? Grave(GraveLookAlike one) =>
        knowledge.TryFindRival(one.Id, out Rival? rival) ? new GraveRival(rival, SideOf(one.Side), one.Ask) : null;

    private RankedZone? Zone(ZoneReading reading) => Site(reading.Zone, reading.Side) is { } site
        ? new RankedZone(site, [.. reading.By.Select(Cause)], reading.Unknown)
        : null;

    private ZoneCause Cause(CauseShare share) => share.Muscle is { } muscle
        ? new ZoneCause(Placed(MuscleName(muscle), share.Side), $"muscles/{muscle}", share.Share)
        : new ZoneCause(Placed(RivalName(share.Rival!), share.Side), $"rivals/{share.Rival}", share.Share);

    private TogetherReading? Together(CauseSet set)
    {
        RankedPoint[] points = [.. set.Points.Select(Parts).Select(part => Point(part.Id, SideOf(part.Side))).OfType<RankedPoint>()];
        string[] rivals = [.. set.Rivals.Select(Parts).Select(part => Placed(RivalName(part.Id), part.Side))];
        return points.Length + rivals.Length == 0 ? null : new TogetherReading(points, rivals, set.Probability);

        static (string Id, string Side) Parts(string placed) => (placed.Split(':')[0], placed.Split(':')[^1]);
    }

    private Proposal? Propose(NextTest test) => test.Test.Split(':') switch
    {
        ["palpate", string point, string side] when Point(point, SideOf(side)) is { } spot => new PressProposal(spot, test.Why),
        ["move", string id, string side] when knowledge.TryFindMovement(id, out Movement? movement) => new MoveProposal(movement, SideOf(side), test.Why),
        ["ask", "side"] => new SideProposal(test.Why),
        ["ask", "pain", string zone, string side] when Site(zone, side) is { } site => new PainProposal(site, test.Why),
        ["ask", string question] => new AskProposal(question, Question(question), test.Why),
        _ => null,
    };

    private string Question(string id) =>
        questions.Find(id)?.Question ?? (knowledge.TryFindSign(id, out Sign? sign) ? $"{sign.Plain}?" : id.Replace('_', ' '));

    private string MuscleName(string id) => knowledge.TryFindMuscle(id, out Muscle? muscle) ? muscle.Name : id;

    private string RivalName(string id) => knowledge.TryFindRival(id, out Rival? rival) ? rival.Name : id;

    private static string Placed(string name, string side) => side == "midline" ? name : $"{name}, {side}";

    private IReadOnlyList<ExplainedZone> Explained(IReadOnlyList<ZoneShare> zones) =>
    [
        .. zones.Select(zone => (Found: Site(zone.Zone, zone.Side), zone.Share))
            .Where(zone => zone.Found is not null).Select(zone => new ExplainedZone(zone.Found!, zone.Share)),
    ];

    private ZoneSite? Site(string zone, string side) =>
        atlas.Zones.TryFind(zone, SideOf(side), out ZoneSite? site) ? site : null;

    private static Side SideOf(string word) => Sides.OfWord(word) ?? Side.Midline;
}
