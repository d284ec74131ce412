using Nodus.Anatomy;
using Nodus.Anatomy.Zones;
using Nodus.Clinical.Knowledge;
using Nodus.Inference;

namespace Nodus.Clinical.Assessment;

/// <summary>A rival on one of the sides it can lie on, as a cause.</summary>
/// <param name="Rival">The rival.</param>
/// <param name="Side">Its side; the midline for one of the whole body.</param>
/// <param name="Cause">Its number in the network.</param>
internal sealed record RivalSide(Rival Rival, Side Side, int Cause)
{
    /// <summary>The sides on which a test of it is done.</summary>
    public IReadOnlyList<Side> TestedSides => Side == Side.Midline ? [Side.Left, Side.Right] : [Side];
}

/// <summary>
/// The knowledge as a noisy-OR network. Causes: every trigger point, left and right, "an expert would call it active", and
/// every rival on each side it can lie on. Findings: pain of every zone site in four levels, each cause itself, each
/// outcome of each movement test per side, each provoking activity, each question with a yes that a cause makes likelier.
/// </summary>
/// <remarks>Points come first, two a point, left before right; so a number tells point and side at once.</remarks>
internal sealed class PainNetwork
{
    private readonly Dictionary<(string Test, MovementFinding Effect, Side Side), int> _movement = [];
    private readonly Dictionary<string, int> _activity = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _answer = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _pointIndex = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Zone, Side Side), int> _siteOf;
    private readonly ReferralMap _map;
    private readonly int[] _patchStart;

    /// <summary>Builds the network.</summary>
    /// <param name="knowledge">What is known of everybody.</param>
    /// <param name="sites">The zones of the atlas.</param>
    /// <param name="map">What pressing showed in this patient; empty for nobody in particular.</param>
    public PainNetwork(KnowledgeBase knowledge, IReadOnlyList<ZoneSite> sites, ReferralMap map)
    {
        Knowledge = knowledge;
        Sites = sites;
        _map = map;
        Priors = new MusclePriors(knowledge);
        Beside = Neighbours(sites);
        _siteOf = sites.ToDictionary(site => (site.Zone.Id, site.Side), site => site.Index);
        for (int p = 0; p < knowledge.Points.Count; p++) _pointIndex.Add(knowledge.Points[p].Id, p);
        PointCauses = 2 * knowledge.Points.Count;
        Rivals = [.. knowledge.Rivals.SelectMany(rival => rival.Sides.Select(side => (rival, side)))
            .Select((one, i) => new RivalSide(one.rival, one.side, PointCauses + i))];
        var builder = new NoisyOrNetworkBuilder();
        foreach (ZoneSite _ in sites) builder.AddFinding(PainReporting.AboveLevelGivenNoCause());
        for (int cause = 0; cause < PointCauses + Rivals.Count; cause++) builder.AddFinding(0);
        AddOutcomes(builder);
        _patchStart = AddPatches(builder);
        foreach (Muscle muscle in knowledge.Muscles)
        {
            foreach (TriggerPoint point in muscle.Points)
            {
                AddPoint(builder, muscle, point, Side.Left);
                AddPoint(builder, muscle, point, Side.Right);
            }
        }

        foreach (RivalSide rival in Rivals) AddRival(builder, rival);
        Network = builder.Build();
    }

    public KnowledgeBase Knowledge { get; }

    public IReadOnlyList<ZoneSite> Sites { get; }

    /// <summary>The sites beside each site, ascending.</summary>
    public int[][] Beside { get; }

    /// <summary>What is expected before anything is seen.</summary>
    public MusclePriors Priors { get; }

    public NoisyOrNetwork Network { get; }

    /// <summary>How many causes are trigger points; the rivals follow.</summary>
    public int PointCauses { get; }

    /// <summary>The rivals, side by side, in the order of the knowledge.</summary>
    public IReadOnlyList<RivalSide> Rivals { get; }

    /// <summary>The cause of a point of one side.</summary>
    public int CauseOf(TriggerPoint point, Side side) => (2 * _pointIndex[point.Id]) + (side == Side.Right ? 1 : 0);

    /// <summary>Whether a cause is a trigger point; otherwise it is a rival.</summary>
    public bool IsPoint(int cause) => cause < PointCauses;

    /// <summary>The point of a cause that is one.</summary>
    public TriggerPoint PointOf(int cause) => Knowledge.Points[cause / 2];

    /// <summary>The side of a cause that is a point.</summary>
    public static Side SideOf(int cause) => cause % 2 == 0 ? Side.Left : Side.Right;

    /// <summary>The rival of a cause that is one.</summary>
    public RivalSide RivalOf(int cause) => Rivals[cause - PointCauses];

    /// <summary>The name of a cause, with its side.</summary>
    public string NameOf(int cause) => IsPoint(cause)
        ? Suspect.Placed(PointOf(cause).Name, SideOf(cause))
        : Suspect.Placed(RivalOf(cause).Rival.Name, RivalOf(cause).Side);

    /// <summary>
    /// The finding that is the cause itself: without leak, always produced by it and by nothing else. What is seen of it, a
    /// likelihood ratio, is exactly a ratio on the odds of the cause.
    /// </summary>
    public int ItselfOf(int cause) => Sites.Count + cause;

    /// <summary>
    /// The finding "pain in this zone, with its middle in this patch". It stands for the zone's own finding where the place is
    /// known: by one cause alone it is as probable as that one times P(patch | cause), so what is told of the zone is not counted
    /// twice. Several causes of the same zone are taken to choose their places each on its own.
    /// </summary>
    /// <param name="site">The zone and its side.</param>
    /// <param name="patch">The patch; null where the place is not known.</param>
    public int PainOf(ZoneSite site, int? patch) => patch is { } known ? _patchStart[site.Index] + known : site.Index;

    /// <summary>The finding of a movement outcome; -1 when nothing answers to it.</summary>
    public int MovementOf(string test, MovementFinding effect, Side side) => _movement.GetValueOrDefault((test, effect, side), -1);

    /// <summary>The finding "this activity provokes the pain"; -1 when nothing answers to it.</summary>
    public int ActivityOf(string activity) => _activity.GetValueOrDefault(activity, -1);

    /// <summary>The finding of a yes to a question, or of a sign; -1 when no cause makes it likelier.</summary>
    public int AnswerOf(string question) => _answer.GetValueOrDefault(question, -1);

    /// <summary>Outcomes of movement tests with their findings, in the order of the knowledge.</summary>
    public IEnumerable<(string Test, MovementFinding Effect, Side Side, int Finding)> Movements =>
        _movement.Select(one => (one.Key.Test, one.Key.Effect, one.Key.Side, one.Value)).OrderBy(one => one.Value);

    /// <summary>Questions with their findings, in the order of the knowledge.</summary>
    public IEnumerable<(string Question, int Finding)> Answers => _answer.Select(one => (one.Key, one.Value)).OrderBy(one => one.Value);

    private void AddOutcomes(NoisyOrNetworkBuilder builder)
    {
        foreach (MovementEffect effect in Knowledge.Muscles.SelectMany(muscle => muscle.Movements)) Movement(effect.Test, effect.Effect);
        foreach (ActivityEffect effect in Knowledge.Muscles.SelectMany(muscle => muscle.Activities))
        {
            if (effect.Effect == ActivityDirection.Provokes) Once(_activity, effect.Activity, PainReporting.ActivityUnknown);
        }

        foreach (SignAssociation association in Knowledge.Muscles.SelectMany(muscle => muscle.Signs))
            Once(_answer, association.Sign, PainReporting.AnswerUnknown);
        foreach (RivalFinding finding in Knowledge.Rivals.SelectMany(rival => rival.For).Select(one => one.Finding))
        {
            if (finding.Kind == RivalFindingKind.Movement) Movement(finding.Id, finding.Shows!.Value);
            else if (finding.Kind is RivalFindingKind.Answer or RivalFindingKind.Sign) Once(_answer, finding.Id, PainReporting.AnswerUnknown);
            else if (finding is { Kind: RivalFindingKind.Activity, Does: ActivityDirection.Provokes }) Once(_activity, finding.Id, PainReporting.ActivityUnknown);
        }

        void Movement(string test, MovementFinding effect)
        {
            for (Side side = Side.Left; side <= Side.Right; side++) Once(_movement, (test, effect, side), PainReporting.MovementUnknown);
        }

        void Once<T>(Dictionary<T, int> findings, T key, double leak)
            where T : notnull
        {
            if (!findings.ContainsKey(key)) findings.Add(key, builder.AddFinding(leak));
        }
    }

    /// <summary>Pain of no known cause lies anywhere in its zone.</summary>
    private int[] AddPatches(NoisyOrNetworkBuilder builder)
    {
        var start = new int[Sites.Count];
        double[] unknown = PainReporting.AboveLevelGivenNoCause();
        foreach (ZoneSite site in Sites)
        {
            IReadOnlyList<ZonePatch> patches = site.Zone.Patches;
            for (int patch = 0; patch < patches.Count; patch++)
            {
                int finding = builder.AddFinding([.. unknown.Select(above => above * patches[patch].AreaShare)]);
                if (patch == 0) start[site.Index] = finding;
            }
        }

        return start;
    }

    private void AddPoint(NoisyOrNetworkBuilder builder, Muscle muscle, TriggerPoint point, Side side)
    {
        int cause = builder.AddCause(Priors.OfPoint(point));
        AddZones(builder, cause, point.Id, _map.Of(point, side, point.ZonesOn(side)));
        var outcomes = new Outcomes();
        foreach (MovementEffect effect in muscle.Movements) outcomes.Keep(MovementOf(effect.Test, effect.Effect, side), effect.Strength);
        foreach (ActivityEffect effect in muscle.Activities.Where(effect => effect.Effect == ActivityDirection.Provokes))
            outcomes.Keep(ActivityOf(effect.Activity), effect.Strength);
        foreach (SignAssociation association in muscle.Signs) outcomes.Keep(AnswerOf(association.Sign), association.Strength);
        outcomes.AddTo(builder, cause);
    }

    private void AddRival(NoisyOrNetworkBuilder builder, RivalSide of)
    {
        int cause = builder.AddCause(of.Rival.Prior);
        AddZones(builder, cause, of.Rival.Id, of.Rival.ZonesOn(of.Side));
        var outcomes = new Outcomes();
        foreach (SupportingFinding found in of.Rival.For)
        {
            RivalFinding finding = found.Finding;
            if (finding.Kind == RivalFindingKind.Movement)
            {
                foreach (Side side in of.TestedSides) outcomes.Keep(MovementOf(finding.Id, finding.Shows!.Value, side), found.Strength);
            }
            else if (finding.Kind is RivalFindingKind.Answer or RivalFindingKind.Sign)
            {
                outcomes.Keep(AnswerOf(finding.Id), found.Strength);
            }
            else if (finding is { Kind: RivalFindingKind.Activity, Does: ActivityDirection.Provokes })
            {
                outcomes.Keep(ActivityOf(finding.Id), found.Strength);
            }
        }

        outcomes.AddTo(builder, cause);
    }

    /// <summary>Edges to the zones, and to the cause itself, which comes next in the findings' order.</summary>
    private void AddZones(NoisyOrNetworkBuilder builder, int cause, string id, IEnumerable<ReferralZone> zones)
    {
        var strongest = new SortedDictionary<int, ReferralZone>();
        foreach (ReferralZone zone in zones)
        {
            if (!_siteOf.TryGetValue((zone.Zone, zone.Side), out int site))
                throw new InvalidDataException($"'{id}' refers to '{zone.Zone}' ({zone.Side}), which the atlas does not have.");
            if (!strongest.TryGetValue(site, out ReferralZone? known) || zone.Activation > known.Activation) strongest[site] = zone;
        }

        foreach ((int site, ReferralZone zone) in strongest)
        {
            builder.AddEdge(cause, site, PainReporting.AboveLevelGivenCause(zone.Activation));
            IReadOnlyList<ZonePatch> patches = Sites[site].Zone.Patches;
            for (int patch = 0; patch < patches.Count; patch++)
            {
                double there = zone.Patches.Count > 0 ? zone.Patches[patch] : patches[patch].AreaShare;
                if (there > 0) builder.AddEdge(cause, _patchStart[site] + patch, PainReporting.AboveLevelGivenCause(zone.Activation * there));
            }
        }

        builder.AddEdge(cause, ItselfOf(cause), 1);
    }

    /// <summary>Neighbouring sites of each site. Neighbours share a side; a midline zone has them on both.</summary>
    internal static int[][] Neighbours(IReadOnlyList<ZoneSite> sites)
    {
        var beside = sites.Select(_ => new SortedSet<int>()).ToArray();
        var byZone = sites.ToLookup(site => site.Zone.Id, StringComparer.Ordinal);
        foreach (var site in sites)
        {
            foreach (var other in site.Zone.Neighbours.SelectMany(id => byZone[id]))
            {
                if (other.Side != site.Side && other.Side != Side.Midline && site.Side != Side.Midline)
                    continue;
                beside[site.Index].Add(other.Index);
                beside[other.Index].Add(site.Index);
            }
        }

        return [.. beside.Select(set => set.ToArray())];
    }

    /// <summary>Outcomes of one cause; one named twice counts by the stronger statement.</summary>
    private sealed class Outcomes
    {
        private readonly SortedDictionary<int, double> strength = [];

        public void Keep(int finding, double value) => strength[finding] = Math.Max(value, strength.GetValueOrDefault(finding));

        public void AddTo(NoisyOrNetworkBuilder builder, int cause)
        {
            foreach ((int finding, double value) in strength) builder.AddEdge(cause, finding, value);
        }
    }
}
