using Nodus.Anatomy;
using Nodus.Anatomy.Zones;
using Nodus.Clinical.Knowledge;
using Nodus.Clinical.Safety;
using Nodus.Inference;

namespace Nodus.Clinical.Assessment;

/// <summary>
/// Ranks trigger points for a case: zones, answers, movements and palpation become evidence on the noisy-OR network of the
/// knowledge, and its exact posterior becomes a <see cref="Differential"/>. A pure function of case, knowledge and atlas.
/// </summary>
/// <remarks>
/// Not thread-safe: it keeps the engine's buffers warm, so that a stroke re-solves only what it touched. One per thread.
/// Age and sex do not enter the ranking in this version; they matter to the gate, which every ranking passes.
/// </remarks>
public sealed class Assessor
{
    /// <summary>Version of the inference and of the model around it; changes whenever a number could.</summary>
    public const string EngineVersion = "frontier-4";

    /// <summary>A painful zone is unexplained when P(a point causes it) is below this. Elicited.</summary>
    public const double ExplainedLeast = 0.5;

    /// <summary>Shares below this are not listed.</summary>
    private const double ShareLeast = 0.05;

    /// <summary>Points below this are not asked what they produce.</summary>
    private const double AskedLeast = 0.01;

    /// <summary>A rise over the prior below this is rounding.</summary>
    private const double RiseLeast = 1e-9;

    private readonly PainNetwork _pain;
    private readonly CaseEvidence _evidence;
    private readonly PosteriorEngine _engine;
    private readonly List<MuscleSide> _muscleSides = [];
    private readonly string _atlasVersion;

    /// <summary>Creates an assessor.</summary>
    /// <param name="knowledge">What is known.</param>
    /// <param name="sites">The zones of the atlas: <see cref="ZoneMap.Sites"/>.</param>
    /// <param name="atlasVersion">Version of the atlas, for the record.</param>
    /// <param name="limits">How much work an exact answer may take; the default when null.</param>
    /// <exception cref="InvalidDataException">The knowledge names a zone that the atlas does not have.</exception>
    public Assessor(
        KnowledgeBase knowledge, IReadOnlyList<ZoneSite> sites, string atlasVersion, PosteriorLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(knowledge);
        ArgumentNullException.ThrowIfNull(sites);
        _pain = new PainNetwork(knowledge, sites);
        _evidence = new CaseEvidence(_pain);
        _engine = new PosteriorEngine(_pain.Network, limits);
        _atlasVersion = atlasVersion;
        foreach (Muscle muscle in knowledge.Muscles)
        {
            for (Side side = Side.Left; side <= Side.Right; side++)
                _muscleSides.Add(new MuscleSide(muscle, side, [.. muscle.Points.Select(point => _pain.CauseOf(point, side))]));
        }
    }

    /// <summary>Creates an assessor for knowledge and atlas.</summary>
    /// <param name="knowledge">What is known.</param>
    /// <param name="atlas">The atlas.</param>
    /// <param name="limits">How much work an exact answer may take; tighter in a browser than the default.</param>
    public static Assessor For(KnowledgeBase knowledge, BodyAtlas atlas, PosteriorLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(atlas);
        return new Assessor(knowledge, atlas.Zones.Sites, atlas.Version, limits);
    }

    /// <summary>What is known.</summary>
    public KnowledgeBase Knowledge => _pain.Knowledge;

    /// <summary>The engine after the last assessment, for measurements: width, state updates, exactness.</summary>
    public PosteriorEngine Engine => _engine;

    /// <summary>Ranks the case of a triage. What comes out is sealed: a person sees muscles only with a <see cref="GatePass"/>.</summary>
    /// <param name="triage">What the gate says about the case.</param>
    /// <exception cref="ImpossibleEvidenceException">The case has probability zero. The model has a leak everywhere, so this
    /// would be a fault of the knowledge.</exception>
    public SealedDifferential Assess(Triage triage)
    {
        ArgumentNullException.ThrowIfNull(triage);
        return new SealedDifferential(Assess(triage.Case), triage);
    }

    /// <summary>
    /// The first muscles of <see cref="Assess(Triage)"/> with their points, and nothing else: no zones, no reasons. While the pen
    /// moves this is all that is shown, and most of the work of an assessment is the rest. Muscles whose points refer to
    /// none of the painful zones are left out.
    /// </summary>
    /// <param name="pass">Leave of the gate for the case.</param>
    /// <param name="count">How many at most, from 1.</param>
    /// <exception cref="ImpossibleEvidenceException">As for <see cref="Assess(Triage)"/>.</exception>
    public IReadOnlyList<MuscleRank> Leading(GatePass pass, int count)
    {
        ArgumentNullException.ThrowIfNull(pass);
        return Leading(pass.Triage.Case, count);
    }

    /// <summary>Ranks without a gate; for tests and measurements, which nobody is treated by.</summary>
    internal Differential Assess(Case @case)
    {
        ArgumentNullException.ThrowIfNull(@case);
        _evidence.Set(@case);
        _engine.Update(_evidence.Evidence);
        var shares = Responsibility.Of(_engine, _pain, _evidence.Painted, AskedLeast);
        var muscles = Rank(@case, shares);
        return new Differential(
            EngineVersion, Knowledge.Version, _atlasVersion, muscles, [], Together(shares),
            NextPress.Best(_engine, _pain, _evidence), _engine.IsExact);
    }

    /// <summary>The first muscles without a gate; for tests and measurements.</summary>
    internal IReadOnlyList<MuscleRank> Leading(Case @case, int count)
    {
        ArgumentNullException.ThrowIfNull(@case);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        _evidence.Set(@case);
        _engine.Update(_evidence.Evidence);
        var candidates = Candidates().Where(candidate => RefersToPain(candidate.Of)).OrderByDescending(candidate => candidate.Most);
        var leading = new List<(MuscleRank Rank, double Probability, int Place)>();
        foreach ((MuscleSide muscle, double least, double most) in candidates)
        {
            // No later one can be more probable than its sum; once enough are above that, the order is settled.
            if (leading.Count(rank => rank.Probability >= most) >= count) break;
            double probability = Exactly(muscle, most);
            if (probability > least) leading.Add((Plainly(muscle, probability), probability, muscle.Causes[0]));
        }

        return [.. InOrder(leading.OrderBy(rank => rank.Place).Select(rank => (rank.Rank, rank.Probability))).Take(count)];
    }

    /// <summary>A muscle of one side.</summary>
    /// <param name="Muscle">The muscle.</param>
    /// <param name="Side">Left or right.</param>
    /// <param name="Causes">Its points' causes, ascending: the first tells its place in the muscle list, left before right.</param>
    private sealed record MuscleSide(Muscle Muscle, Side Side, int[] Causes);

    /// <summary>
    /// Muscles that may be more probable than before, in the order of the list, left before right; each with the prior, and
    /// with the sum over its points, an upper bound. Where even that is not above the prior, the exact answer is not.
    /// </summary>
    private IEnumerable<(MuscleSide Of, double Least, double Most)> Candidates()
    {
        foreach (MuscleSide muscle in _muscleSides)
        {
            double nonePrior = 1, most = 0;
            foreach (int cause in muscle.Causes)
            {
                nonePrior *= 1 - _evidence.PriorOf(cause);
                most += _engine.Marginals[cause];
            }

            double least = 1 - nonePrior + RiseLeast;
            if (most > least) yield return (muscle, least, most);
        }
    }

    private double Exactly(MuscleSide muscle, double most) =>
        muscle.Causes.Length == 1 ? most : 1 - _engine.NoneActive(muscle.Causes);

    private bool RefersToPain(MuscleSide muscle)
    {
        foreach (int cause in muscle.Causes)
        {
            foreach (int finding in _pain.Network.FindingsOf(cause))
            {
                if (finding >= _pain.Sites.Count) break;
                if (_evidence.IsPainted(finding)) return true;
            }
        }

        return false;
    }

    /// <summary>OrderByDescending is stable: equals stay in the order of the muscle list, left before right.</summary>
    private static IEnumerable<MuscleRank> InOrder(IEnumerable<(MuscleRank Rank, double Probability)> ranks) =>
        ranks.OrderByDescending(rank => Math.Round(rank.Probability, 12)).Select(rank => rank.Rank);

    private List<MuscleRank> Rank(Case @case, Responsibility shares)
    {
        var reasons = new Reasons(_engine, _pain, _evidence, @case, shares);
        var ranks = new List<(MuscleRank Rank, double Probability)>();
        foreach ((MuscleSide muscle, double least, double most) in Candidates())
        {
            double probability = Exactly(muscle, most);
            if (probability > least)
                ranks.Add((Describe(muscle, probability, shares, reasons), probability));
        }

        return [.. InOrder(ranks)];
    }

    private MuscleRank Plainly(MuscleSide muscle, double probability)
    {
        var points = muscle.Causes.Select(cause => new PointRank(_pain.PointOf(cause).Id, Rounded(_engine.Marginals[cause])));
        return new MuscleRank(
            muscle.Muscle.Id, muscle.Side.ToWord(), Rounded(probability), BandOf(probability),
            [.. points.OrderByDescending(point => point.Probability)], [], [], []);
    }

    private MuscleRank Describe(MuscleSide muscle, double probability, Responsibility shares, Reasons reasons)
    {
        int first = muscle.Causes[0], end = muscle.Causes[^1] + 1;
        var explains = shares.Zones
            .Select((site, z) => (Site: site, Share: shares.OfCauses(z, first, end, muscle.Side)))
            .Where(zone => zone.Share >= ShareLeast)
            .OrderByDescending(zone => zone.Share)
            .Select(zone => new ZoneShare(zone.Site.Zone.Id, zone.Site.Side.ToWord(), Rounded(zone.Share)));
        return Plainly(muscle, probability) with
        {
            Explains = [.. explains],
            For = reasons.For(muscle.Muscle, muscle.Side, muscle.Causes),
            Against = reasons.Against(muscle.Muscle, muscle.Side, muscle.Causes),
        };
    }

    private PointSet Together(Responsibility shares)
    {
        var set = _engine.FindLikelySet();
        var unexplained = shares.Zones.Where((_, z) => 1 - shares.NotCaused(z) < ExplainedLeast);
        return new PointSet(
            [.. set.Causes.Select(cause => $"{_pain.PointOf(cause).Id}:{PainNetwork.SideOf(cause).ToWord()}")],
            set.IsProven, Rounded(set.Probability),
            [.. unexplained.Select(site => new ZonePlace(site.Zone.Id, site.Side.ToWord()))]);
    }

    /// <summary>The word for a probability.</summary>
    public static string BandOf(double probability) => probability switch
    {
        < 0.2 => "unlikely",
        < 0.5 => "possible",
        <= 0.8 => "likely",
        _ => "very likely",
    };

    private static double Rounded(double probability) => Math.Round(probability, 4);
}
