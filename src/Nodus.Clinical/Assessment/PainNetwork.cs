using Nodus.Anatomy;
using Nodus.Anatomy.Zones;
using Nodus.Clinical.Knowledge;
using Nodus.Inference;

namespace Nodus.Clinical.Assessment;

/// <summary>
/// The knowledge as a noisy-OR network. Causes: every trigger point, left and right, "an expert would call it active".
/// Findings: pain of every zone site in four levels, what pressing each point shows, each outcome of each movement test per
/// side, each provoking activity, each sign.
/// </summary>
internal sealed class PainNetwork
{
    private readonly Dictionary<(string Test, Knowledge.MovementFinding Effect, Side Side), int> _movement = [];
    private readonly Dictionary<string, int> _activity = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _sign = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _pointIndex = new(StringComparer.Ordinal);
    private readonly int _firstPalpation;

    public PainNetwork(KnowledgeBase knowledge, IReadOnlyList<ZoneSite> sites)
    {
        Knowledge = knowledge;
        Sites = sites;
        Priors = new MusclePriors(knowledge);
        var builder = new NoisyOrNetworkBuilder();
        foreach (var _ in sites)
            builder.AddFinding(PainReporting.AboveLevelGivenNoPoint());
        _firstPalpation = sites.Count;
        for (int p = 0; p < knowledge.Points.Count; p++)
        {
            _pointIndex.Add(knowledge.Points[p].Id, p);
            builder.AddFinding(0);
            builder.AddFinding(0);
        }

        AddOutcomes(builder);
        var siteOf = sites.ToDictionary(site => (site.Zone.Id, site.Side), site => site.Index);
        foreach (var muscle in knowledge.Muscles)
        {
            foreach (var point in muscle.Points)
            {
                AddCause(builder, muscle, point, Side.Left, siteOf);
                AddCause(builder, muscle, point, Side.Right, siteOf);
            }
        }

        Network = builder.Build();
    }

    public KnowledgeBase Knowledge { get; }

    public IReadOnlyList<ZoneSite> Sites { get; }

    /// <summary>What is expected before anything is seen.</summary>
    public MusclePriors Priors { get; }

    public NoisyOrNetwork Network { get; }

    /// <summary>The cause of a point of one side: two a point, left first, in the order of <see cref="KnowledgeBase.Points"/>.</summary>
    public int CauseOf(TriggerPoint point, Side side) => (2 * _pointIndex[point.Id]) + (side == Side.Right ? 1 : 0);

    /// <summary>The point of a cause.</summary>
    public TriggerPoint PointOf(int cause) => Knowledge.Points[cause / 2];

    /// <summary>The side of a cause.</summary>
    public static Side SideOf(int cause) => cause % 2 == 0 ? Side.Left : Side.Right;

    /// <summary>The finding "what pressing the point of this cause shows".</summary>
    public int PalpationOf(int cause) => _firstPalpation + cause;

    /// <summary>The finding of a movement outcome; -1 when no muscle answers to it.</summary>
    public int MovementOf(string test, Knowledge.MovementFinding effect, Side side) =>
        _movement.GetValueOrDefault((test, effect, side), -1);

    /// <summary>The finding "this activity provokes the pain"; -1 when no muscle answers to it.</summary>
    public int ActivityOf(string activity) => _activity.GetValueOrDefault(activity, -1);

    /// <summary>The finding of a sign; -1 when there is no such sign.</summary>
    public int SignOf(string sign) => _sign.GetValueOrDefault(sign, -1);

    private void AddOutcomes(NoisyOrNetworkBuilder builder)
    {
        foreach (var effect in Knowledge.Muscles.SelectMany(muscle => muscle.Movements))
        {
            foreach (var side in (ReadOnlySpan<Side>)[Side.Left, Side.Right])
            {
                if (!_movement.ContainsKey((effect.Test, effect.Effect, side)))
                    _movement.Add((effect.Test, effect.Effect, side), builder.AddFinding(PainReporting.MovementUnknown));
            }
        }

        foreach (var effect in Knowledge.Muscles.SelectMany(muscle => muscle.Activities))
        {
            if (effect.Effect == ActivityDirection.Provokes && !_activity.ContainsKey(effect.Activity))
                _activity.Add(effect.Activity, builder.AddFinding(PainReporting.ActivityUnknown));
        }

        foreach (var association in Knowledge.Muscles.SelectMany(muscle => muscle.Signs))
        {
            if (!_sign.ContainsKey(association.Sign))
                _sign.Add(association.Sign, builder.AddFinding(PainReporting.SignUnknown));
        }
    }

    private void AddCause(
        NoisyOrNetworkBuilder builder, Muscle muscle, TriggerPoint point, Side side,
        Dictionary<(string, Side), int> siteOf)
    {
        int cause = builder.AddCause(Priors.OfPoint(point));
        var strongest = new SortedDictionary<int, double>();
        foreach (var zone in point.ZonesOn(side))
        {
            if (!siteOf.TryGetValue((zone.Zone, zone.Side), out int site))
                throw new InvalidDataException($"The point '{point.Id}' refers to '{zone.Zone}' ({zone.Side}), which the atlas does not have.");
            strongest[site] = Math.Max(zone.Activation, strongest.GetValueOrDefault(site));
        }

        foreach (var (site, activation) in strongest)
            builder.AddEdge(cause, site, PainReporting.AboveLevelGivenPoint(activation));

        // A finding without leak whose only cause always produces it is the cause itself: its observation, a likelihood
        // ratio, is exactly the ratio of the examination.
        builder.AddEdge(cause, PalpationOf(cause), 1);

        // A muscle may name one outcome twice; the stronger statement counts.
        var outcomes = new SortedDictionary<int, double>();
        foreach (var effect in muscle.Movements)
            Keep(outcomes, MovementOf(effect.Test, effect.Effect, side), effect.Strength);
        foreach (var effect in muscle.Activities.Where(effect => effect.Effect == ActivityDirection.Provokes))
            Keep(outcomes, ActivityOf(effect.Activity), effect.Strength);
        foreach (var association in muscle.Signs)
            Keep(outcomes, SignOf(association.Sign), association.Strength);
        foreach (var (finding, strength) in outcomes)
            builder.AddEdge(cause, finding, strength);
    }

    private static void Keep(SortedDictionary<int, double> outcomes, int finding, double strength) =>
        outcomes[finding] = Math.Max(strength, outcomes.GetValueOrDefault(finding));
}
