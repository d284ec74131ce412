using Nodus.Anatomy;
using Nodus.Anatomy.Zones;
using Nodus.Clinical.Knowledge;
using Nodus.Inference;

namespace Nodus.Clinical.Assessment;

/// <summary>
/// Ranks trigger points for a case: zones, answers, movements and palpation become evidence on the noisy-OR network of the
/// knowledge, and its exact posterior becomes a <see cref="Differential"/>. A pure function of case, knowledge and atlas.
/// </summary>
/// <remarks>
/// Not thread-safe: it keeps the engine's buffers warm, so that a stroke re-solves only what it touched. One per thread.
/// Age and sex do not enter the ranking in this version, and there is no safety gate in it.
/// </remarks>
public sealed class Assessor
{
    /// <summary>Version of the inference and of the model around it; changes whenever a number could.</summary>
    public const string EngineVersion = "frontier-2";

    /// <summary>A painful zone is unexplained when P(a point causes it) is below this. Elicited.</summary>
    public const double ExplainedLeast = 0.5;

    /// <summary>Shares below this are not listed.</summary>
    private const double ShareLeast = 0.05;

    /// <summary>Most points of a muscle.</summary>
    private const int PointsMost = 64;

    /// <summary>Points below this are not asked what they produce.</summary>
    private const double AskedLeast = 0.01;

    /// <summary>A rise over the prior below this is rounding.</summary>
    private const double RiseLeast = 1e-9;

    private readonly PainNetwork _pain;
    private readonly CaseEvidence _evidence;
    private readonly PosteriorEngine _engine;
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
        if (knowledge.Muscles.FirstOrDefault(muscle => muscle.Points.Count > PointsMost) is { } large)
            throw new InvalidDataException($"The muscle '{large.Id}' has {large.Points.Count} points; at most {PointsMost} are allowed.");
        _pain = new PainNetwork(knowledge, sites);
        _evidence = new CaseEvidence(_pain);
        _engine = new PosteriorEngine(_pain.Network, limits);
        _atlasVersion = atlasVersion;
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

    /// <summary>Ranks.</summary>
    /// <exception cref="ImpossibleEvidenceException">The case has probability zero. The model has a leak everywhere, so this
    /// would be a fault of the knowledge.</exception>
    public Differential Assess(Case @case)
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

    private List<MuscleRank> Rank(Case @case, Responsibility shares)
    {
        var reasons = new Reasons(_engine, _pain, _evidence, @case, shares);
        var ranks = new List<(MuscleRank Rank, double Probability)>();
        Span<int> causes = stackalloc int[PointsMost];
        foreach (var muscle in Knowledge.Muscles)
        {
            foreach (var side in (ReadOnlySpan<Side>)[Side.Left, Side.Right])
            {
                int count = muscle.Points.Count;
                double nonePrior = 1, most = 0;
                for (int i = 0; i < count; i++)
                {
                    causes[i] = _pain.CauseOf(muscle.Points[i], side);
                    nonePrior *= 1 - _evidence.PriorOf(causes[i]);
                    most += _engine.Marginals[causes[i]];
                }

                // The sum over points is an upper bound; where even that is not above the prior, the exact answer is not.
                var own = causes[..count];
                double least = 1 - nonePrior + RiseLeast;
                double probability = most <= least ? 0 : count == 1 ? most : 1 - _engine.NoneActive(own);
                if (probability > least)
                    ranks.Add((Describe(muscle, side, own, probability, shares, reasons), probability));
            }
        }

        // OrderByDescending is stable: equals stay in the order of the muscle list, left before right.
        return [.. ranks.OrderByDescending(rank => Math.Round(rank.Probability, 12)).Select(rank => rank.Rank)];
    }

    private MuscleRank Describe(
        Muscle muscle, Side side, ReadOnlySpan<int> causes, double probability, Responsibility shares, Reasons reasons)
    {
        var points = new List<PointRank>();
        foreach (int cause in causes)
            points.Add(new PointRank(_pain.PointOf(cause).Id, Rounded(_engine.Marginals[cause])));
        int first = causes[0], end = causes[^1] + 1;
        var explains = shares.Zones
            .Select((site, z) => (Site: site, Share: shares.OfCauses(z, first, end, side)))
            .Where(zone => zone.Share >= ShareLeast)
            .OrderByDescending(zone => zone.Share)
            .Select(zone => new ZoneShare(zone.Site.Zone.Id, zone.Site.Side.ToWord(), Rounded(zone.Share)));
        return new MuscleRank(
            muscle.Id, side.ToWord(), Rounded(probability), BandOf(probability),
            [.. points.OrderByDescending(point => point.Probability)], [.. explains],
            reasons.For(muscle, side, causes), reasons.Against(muscle, side, causes));
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
