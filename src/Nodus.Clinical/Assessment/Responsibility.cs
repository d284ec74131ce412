using Nodus.Anatomy.Zones;
using Nodus.Inference;

namespace Nodus.Clinical.Assessment;

/// <summary>
/// Who answers for each painful zone. For every cause P(it is there and sends its pain there | case), and the probability
/// that none does. Several points may do so at once; shares divide by the sum, so that they add up to 1.
/// </summary>
internal sealed class Responsibility
{
    private readonly double[] _produced;
    private readonly double[] _notCaused;
    private readonly double[] _total;
    private readonly int _causeCount;

    private Responsibility(IReadOnlyList<ZoneSite> zones, int causeCount)
    {
        Zones = zones;
        _causeCount = causeCount;
        _produced = new double[zones.Count * causeCount];
        _notCaused = new double[zones.Count];
        _total = new double[zones.Count];
    }

    /// <summary>The painful zones.</summary>
    public IReadOnlyList<ZoneSite> Zones { get; }

    public static Responsibility Of(
        PosteriorEngine engine, PainNetwork pain, CaseEvidence evidence, double leastMarginal)
    {
        List<ZoneSite> painted = evidence.Painted;
        var shares = new Responsibility([.. painted], pain.Network.CauseCount);
        var indexOfSite = new int[pain.Sites.Count];
        Array.Fill(indexOfSite, -1);
        for (int z = 0; z < painted.Count; z++)
        {
            indexOfSite[painted[z].Index] = z;
            shares._notCaused[z] = engine.NotCaused(evidence.PainOf(painted[z]));
            shares._total[z] = shares._notCaused[z];
        }

        for (int cause = 0; cause < pain.Network.CauseCount; cause++)
        {
            if (engine.Marginals[cause] < leastMarginal)
                continue;
            foreach (int finding in pain.Network.FindingsOf(cause))
            {
                if (finding >= indexOfSite.Length)
                    break;
                int z = indexOfSite[finding];
                if (z < 0)
                    continue;
                double produced = engine.Produced(cause, evidence.PainOf(painted[z]));
                shares._produced[(z * shares._causeCount) + cause] = produced;
                shares._total[z] += produced;
            }
        }

        return shares;
    }

    /// <summary>P(nothing known causes the zone's pain | case).</summary>
    public double NotCaused(int zone) => _notCaused[zone];

    /// <summary>P(the cause is there and sends pain into the zone | case).</summary>
    public double Produced(int zone, int cause) => _produced[(zone * _causeCount) + cause];

    /// <summary>Share of some causes together.</summary>
    public double Of(int zone, ReadOnlySpan<int> causes)
    {
        double sum = 0;
        foreach (int cause in causes) sum += Produced(zone, cause);
        return _total[zone] > 0 ? sum / _total[zone] : 0;
    }
}
