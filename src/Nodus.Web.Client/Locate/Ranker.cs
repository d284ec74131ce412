using Nodus.Anatomy;
using Nodus.Anatomy.Drawing;
using Nodus.Clinical.Knowledge;

namespace Nodus.Web.Client.Locate;

public sealed class Ranker(KnowledgeBase knowledge, BodyAtlas atlas)
{
    public KnowledgeBase Knowledge => knowledge;

    public Ranking Rank(IReadOnlyList<ZonePain> painful)
    {
        var byZone = painful.ToDictionary(z => (z.Site.Zone.Id, z.Site.Side), z => z);
        var list = new List<RankedMuscle>();
        foreach (Muscle m in knowledge.Muscles)
        foreach (Side side in (Side[])[Side.Left, Side.Right])
        {
            var points = new List<RankedPoint>();
            var explains = new Dictionary<int, ExplainedZone>();
            foreach (TriggerPoint p in m.Points)
            {
                double hit = 0, all = 0;
                foreach (ReferralZone z in p.ZonesOn(side))
                {
                    all += z.Activation;
                    if (!byZone.TryGetValue((z.Zone, z.Side), out ZonePain? pain)) continue;
                    hit += z.Activation * Math.Min(1, pain.Coverage * 2);
                    explains[pain.Site.Index] = new ExplainedZone(pain.Site, z.Activation);
                }
                if (hit > 0) points.Add(new RankedPoint(p.Id, p.Name, side, hit / (all + 0.5)));
            }
            if (points.Count == 0) continue;
            points.Sort((a, b) => b.Probability.CompareTo(a.Probability));
            double best = points[0].Probability;
            list.Add(new RankedMuscle(m.Id, m.Name, side, best, best > 0.6 ? "likely" : best > 0.3 ? "possible" : "less likely", points, [.. explains.Values.OrderByDescending(e => e.Share)]));
        }
        list.Sort((a, b) => b.Probability.CompareTo(a.Probability));
        return new Ranking(list, [.. painful.Where(z => !list.Any(m => m.Explains.Any(e => e.Site.Index == z.Site.Index))).Select(z => z.Site)]);
    }
}
