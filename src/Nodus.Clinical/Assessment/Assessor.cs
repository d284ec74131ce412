using System.Diagnostics.CodeAnalysis;
using Nodus.Anatomy;
using Nodus.Anatomy.Zones;
using Nodus.Clinical.Knowledge;
using Nodus.Clinical.Safety;
using Nodus.Inference;

namespace Nodus.Clinical.Assessment;

/// <summary>
/// Ranks trigger points and rivals for a case: zones, answers, movements and palpation become evidence on the noisy-OR network of the
/// knowledge, and its exact posterior becomes a <see cref="Differential"/>. A pure function of case, knowledge and atlas.
/// </summary>
/// <remarks>
/// Not thread-safe: it keeps the engine's buffers warm, so that a stroke re-solves only what it touched. One per thread.
/// Age and sex only exclude rivals that do not exist in such people.
/// </remarks>
public sealed class Assessor
{
    /// <summary>Version of the inference and of the model around it; changes whenever a number could.</summary>
    public const string EngineVersion = "frontier-6";

    /// <summary>Causes below this are not asked what they produce.</summary>
    private const double AskedLeast = 0.01;

    /// <summary>Rivals less probable than this are not listed: what must not be missed is asked by the gate, whatever is probable.</summary>
    private const double RivalLeast = 0.01;

    /// <summary>What is missing for a muscle is said when it tells at least this, and so many.</summary>
    private const double MissingBitsLeast = 0.02;

    private const int MissingListed = 3;

    /// <summary>A rise over the prior below this is rounding.</summary>
    private const double RiseLeast = 1e-9;

    private readonly IReadOnlyList<ZoneSite> _sites;
    private readonly PosteriorLimits? _limits;
    private readonly string _atlasVersion;
    private PainNetwork _pain;
    private CaseEvidence _evidence;
    private PosteriorEngine _engine;
    private NextTests? _next;
    private IReadOnlyList<Suspect> _suspects;
    private ReferralMap _map = ReferralMap.Empty;

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
        (_sites, _limits, _atlasVersion) = (sites, limits, atlasVersion);
        Build(knowledge);
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
        return new SealedDifferential(Assess(triage.Case, triage.Sheet.Knowledge), triage);
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

    /// <summary>
    /// Every muscle and rival of <see cref="Assess(Triage)"/> in its order, with what each explains, and what must not be missed:
    /// all that is ranked. Reasons, tests, the set that explains all and the summary are left empty; they take most of the work and
    /// may follow when there is a moment.
    /// </summary>
    /// <param name="pass">Leave of the gate for the case.</param>
    /// <exception cref="ImpossibleEvidenceException">As for <see cref="Assess(Triage)"/>.</exception>
    public Differential Outline(GatePass pass)
    {
        ArgumentNullException.ThrowIfNull(pass);
        return Outline(pass.Triage.Case, pass.Triage.Sheet.Knowledge);
    }

    /// <summary>Ranks without a gate; for tests and measurements, which nobody is treated by.</summary>
    internal Differential Assess(Case @case, SafetyKnowledge? questions = null)
    {
        ArgumentNullException.ThrowIfNull(@case);
        var words = new FindingWords(Knowledge, questions);
        (Differential outline, Suspect[] muscles, Suspect[] rivals, Responsibility shares) = Rank(@case, words);
        IReadOnlyList<RankedTest> tests = (_next ??= new NextTests(_engine, _pain, _evidence)).Rank(@case);
        var reasons = new Reasons(_engine, _pain, _evidence, @case, shares, _suspects, words);
        IReadOnlyList<NextTest> next = _next.Describe(tests, words);
        Differential result = outline with
        {
            Muscles =
            [
                .. outline.Muscles.Zip(muscles, (rank, muscle) => rank with
                {
                    For = reasons.For(muscle),
                    Against = reasons.Against(muscle),
                    Missing =
                    [
                        .. tests.Where(test => test.Bits >= MissingBitsLeast && test.Concerns(muscle.Causes, _pain.Network)).Take(MissingListed)
                            .Select(test => _next.Undone(test, words)),
                    ],
                }),
            ],
            Rivals = [.. outline.Rivals.Zip(rivals, (rank, rival) => rank with { For = reasons.For(rival), Against = reasons.Against(rival) })],
            Together = new Description(_pain, _engine, shares).Together(),
            Next = SideContradiction.Of(@case, _evidence.Painted) is { } question ? [question, .. next] : next,
            Enough = NextTests.IsEnough(tests),
        };
        return result with { Summary = Summary.Of(result, Knowledge, _sites) };
    }

    private (Differential Outline, Suspect[] Muscles, Suspect[] Rivals, Responsibility Shares) Rank(Case @case, FindingWords words)
    {
        Update(@case);
        Responsibility shares = Responsibility.Of(_engine, _pain, _evidence, AskedLeast);
        var describe = new Description(_pain, _engine, shares);
        (Suspect Of, double Probability)[] ranked =
        [
            .. Candidates().Select(candidate => (candidate.Of, Probability: Exactly(candidate.Of, candidate.Most), candidate.Least))
                .Where(rank => rank.Probability > rank.Least).Select(rank => (rank.Of, rank.Probability))
                .OrderByDescending(rank => Math.Round(rank.Probability, 12)),
        ];
        (Suspect Of, double Probability)[] muscles = [.. ranked.Where(rank => rank.Of.Muscle is not null)];
        (Suspect Of, double Probability)[] rivals = [.. ranked.Where(rank => rank.Of.Rival is not null && rank.Probability >= RivalLeast)];
        var outline = new Differential(
            EngineVersion, Knowledge.Version, _atlasVersion,
            [.. muscles.Select(rank => describe.Muscle(rank.Of, rank.Probability))], [.. rivals.Select(rank => describe.Rival(rank.Of, rank.Probability))],
            new GraveLookAlikes(_pain, _engine, _evidence, @case, words).Of(), describe.Zones(_suspects), describe.Unexplained(),
            [], Enough: false, WidespreadGuard.Of(_evidence.Painted), "", _engine.IsExact);
        return (outline, [.. muscles.Select(rank => rank.Of)], [.. rivals.Select(rank => rank.Of)], shares);
    }

    /// <summary>What is ranked, without a gate; for tests and measurements.</summary>
    internal Differential Outline(Case @case, SafetyKnowledge? questions = null) => Rank(@case, new FindingWords(Knowledge, questions)).Outline;

    /// <summary>The first muscles without a gate; for tests and measurements.</summary>
    internal IReadOnlyList<MuscleRank> Leading(Case @case, int count)
    {
        ArgumentNullException.ThrowIfNull(@case);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        Update(@case);
        var candidates = Candidates().Where(candidate => candidate.Of.Muscle is not null && candidate.Of.Causes.Any(_evidence.ReachesPain)).OrderByDescending(candidate => candidate.Most);
        var leading = new List<(Suspect Suspect, double Probability)>();
        foreach ((Suspect muscle, double least, double most) in candidates)
        {
            // No later one can be more probable than its sum; once enough are above that, the order is settled.
            if (leading.Count(rank => rank.Probability >= most) >= count) break;
            double probability = Exactly(muscle, most);
            if (probability > least) leading.Add((muscle, probability));
        }

        return
        [
            .. leading.OrderByDescending(rank => Math.Round(rank.Probability, 12)).ThenBy(rank => rank.Suspect.Causes[0]).Take(count)
                .Select(rank => Description.Plainly(rank.Suspect, rank.Probability, _pain, _engine)),
        ];
    }

    [MemberNotNull(nameof(_pain), nameof(_evidence), nameof(_engine), nameof(_suspects))]
    private void Build(KnowledgeBase knowledge)
    {
        _pain = new PainNetwork(knowledge, _sites, _map);
        _evidence = new CaseEvidence(_pain);
        _engine = new PosteriorEngine(_pain.Network, _limits);
        _suspects = Suspect.All(_pain);
        _next = null;
    }

    /// <summary>A patient with a map of their own has a network of their own.</summary>
    private void Update(Case @case)
    {
        if (!_map.Equals(@case.Map))
        {
            _map = @case.Map;
            Build(Knowledge);
        }

        _evidence.Set(@case);
        _engine.Update(_evidence.Evidence);
    }

    /// <summary>
    /// What may be more probable than before, in the order of the knowledge; each with the prior, and with the sum over its
    /// causes, an upper bound. Where even that is not above the prior, the exact answer is not.
    /// </summary>
    private IEnumerable<(Suspect Of, double Least, double Most)> Candidates()
    {
        foreach (Suspect suspect in _suspects)
        {
            double nonePrior = 1, most = 0;
            foreach (int cause in suspect.Causes)
            {
                nonePrior *= 1 - _evidence.Odds.PriorOf(cause);
                most += _engine.Marginals[cause];
            }

            double least = 1 - nonePrior + RiseLeast;
            if (most > least) yield return (suspect, least, most);
        }
    }

    private double Exactly(Suspect suspect, double most) =>
        suspect.Causes.Length == 1 ? most : 1 - _engine.NoneActive(suspect.Causes);

    /// <summary>The word for a probability.</summary>
    public static string BandOf(double probability) => probability switch
    {
        < 0.2 => "unlikely",
        < 0.5 => "possible",
        <= 0.8 => "likely",
        _ => "very likely",
    };
}
