using Nodus.Anatomy.Zones;
using Nodus.Clinical.Assessment;
using Nodus.Clinical.Knowledge;

namespace Nodus.Clinical.Simulation;

/// <summary>
/// Makes people from the network itself, to measure the ranking on: what is there is drawn at random, and what they show
/// follows from it by the model. The same seed and number make the same person, in whatever order they are asked for.
/// </summary>
/// <remarks>
/// Circular by nature: the one who ranks them knows exactly how they were made. They show what the engine makes of its own
/// assumptions, never whether these are true of people.
/// </remarks>
public sealed class SimulatedPeople
{
    /// <summary>P(a painful zone is drawn) each time: two drawings of one pain then overlap by 0.59 / (2 - 0.59) = 42 %, as
    /// told at <see cref="PainReporting"/>. Elicited.</summary>
    public const double DrawnAgain = 0.59;

    /// <summary>P(a drawn zone lands on a neighbour). Most of our people of one point hurt in one or two zones and draw at least one,
    /// so that their pictures would overlap by 71 %; this brings the mean back to 42 %. Elicited by that alone.</summary>
    public const double Misplaced = 0.29;

    /// <summary>How many movement tests and questions an examined person was given.</summary>
    private const int TestsDone = 6;

    /// <summary>An intensity inside each level: none, mild, moderate, severe.</summary>
    private static readonly double[] IntensityOfLevel = [0, 2, 5, 8];

    private readonly KnowledgeBase _knowledge;
    private readonly PainNetwork _pain;
    private readonly int _seed;
    private readonly int[][] _areas;
    private readonly int[] _points;
    private readonly int[] _rivals;
    private readonly int[][] _beside;

    /// <summary>Creates a source of people.</summary>
    /// <param name="knowledge">What is known.</param>
    /// <param name="sites">The zones of the atlas.</param>
    /// <param name="seed">Any number.</param>
    /// <exception cref="InvalidDataException">The knowledge names a zone that the atlas does not have.</exception>
    public SimulatedPeople(KnowledgeBase knowledge, IReadOnlyList<ZoneSite> sites, int seed)
    {
        ArgumentNullException.ThrowIfNull(knowledge);
        ArgumentNullException.ThrowIfNull(sites);
        (_knowledge, _seed) = (knowledge, seed);
        _pain = new PainNetwork(knowledge, sites, ReferralMap.Empty);
        _points = [.. Enumerable.Range(0, _pain.PointCauses).Where(Hurts)];
        _rivals = [.. _pain.Rivals.Select(rival => rival.Cause).Where(Hurts)];
        _areas =
        [
            .. _points.GroupBy(cause => (_knowledge.MuscleOf(_pain.PointOf(cause)).Group, PainNetwork.SideOf(cause)))
                .Select(area => area.ToArray()),
        ];
        // A drawing lands on skin only.
        _beside = [.. _pain.Beside.Select((beside, site) => sites[site].Zone.HasSkin ? beside.Where(other => sites[other].Zone.HasSkin).ToArray() : [])];
    }

    private enum Kind
    {
        OnePoint = 1,
        TwoPoints = 2,
        ThreePoints = 3,
        Rival,
        Redrawing,
        Anybody,
        Examined,
        Examination,
    }

    internal PainNetwork Pain => _pain;

    /// <summary>
    /// Active points of different muscles of one area and side. One alone is drawn as the network expects it of somebody who has
    /// but one, in proportion to its odds; of several any is as probable as any other. Each sends pain to at least one zone,
    /// and all of it is drawn.
    /// </summary>
    /// <param name="points">How many, 1 to 3.</param>
    /// <param name="number">Which person, from 0.</param>
    public SimulatedPerson WithPoints(int points, int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(points, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(points, 3);
        Random random = Chance((Kind)points, number);
        int[] causes = points == 1 ? [ByOdds(random)] : OfOneArea(points, random);
        return Person(causes, Drawn(causes, random));
    }

    /// <summary>A rival, any as probable as any other, all of whose pain is drawn, and what its own questions and tests show.</summary>
    /// <param name="number">Which person, from 0.</param>
    public SimulatedPerson WithRival(int number)
    {
        Random random = Chance(Kind.Rival, number);
        RivalSide rival = _pain.RivalOf(_rivals[random.Next(_rivals.Length)]);
        SimulatedPerson person = Person([rival.Cause], Drawn([rival.Cause], random));
        return person with { Case = new Examination(this, person, SimulatedExaminer.Usual, random).Shown(person.Case, rival) };
    }

    /// <summary>Draws a picture anew: some zones are left out, some land beside, one at least is there.</summary>
    /// <param name="person">Whose picture.</param>
    /// <param name="number">Which redrawing, from 0; another number is another picture.</param>
    public SimulatedPerson Redrawn(SimulatedPerson person, int number)
    {
        ArgumentNullException.ThrowIfNull(person);
        Random random = Chance(Kind.Redrawing, number);
        var drawn = new SortedDictionary<int, PainReport>();
        while (drawn.Count == 0)
        {
            foreach (PainReport report in person.Case.Pain)
            {
                if (random.NextDouble() >= DrawnAgain) continue;
                PainReport again = report with { Patch = PatchAgain(report.Site, person.Active, random) };
                int[] beside = _beside[report.Site.Index];
                if (random.NextDouble() < Misplaced && beside.Length > 0) again = Moved(again, _pain.Sites[beside[random.Next(beside.Length)]]);
                Keep(drawn, again);
            }
        }

        return person with { Case = person.Case with { Pain = [.. drawn.Values] } };
    }

    /// <summary>
    /// A person as the network expects them: each cause is there with its prior, zones also hurt for unknown reasons, and each
    /// painful zone is on the picture with the probability that the engine assumes. At least one zone is.
    /// </summary>
    /// <param name="number">Which person, from 0.</param>
    /// <param name="examined">Whether some movement tests were done and some questions answered, chosen at random.</param>
    public SimulatedPerson Anybody(int number, bool examined)
    {
        Random random = Chance(examined ? Kind.Examined : Kind.Anybody, number);
        while (true)
        {
            int[] causes = [.. Enumerable.Range(0, _pain.Network.CauseCount).Where(cause => random.NextDouble() < _pain.Network.PriorOf(cause))];
            SortedDictionary<int, PainReport> felt = [];
            foreach (int cause in causes) Radiate(cause, random, felt);
            double[] unknown = PainReporting.AboveLevelGivenNoCause();
            foreach (ZoneSite site in _pain.Sites) Raise(felt, site, unknown, null, random);
            PainReport[] pain = [.. felt.Values];
            PainReport[] told =
            [
                .. pain.Where(report => random.NextDouble() < (report.Site.Zone.HasSkin ? PainReporting.Detection : PainReporting.DetectionInside)),
            ];
            if (told.Length == 0) continue;
            SimulatedPerson person = Person(causes, told) with { Pain = pain };
            if (!examined) return person;
            return person with { Case = new Examination(this, person, SimulatedExaminer.Usual, random).Some(person.Case, TestsDone, random) };
        }
    }

    /// <summary>Somebody who answers what is pressed, moved and asked as this person would.</summary>
    /// <param name="person">The person.</param>
    /// <param name="number">Which examination, from 0.</param>
    /// <param name="examiner">Who presses.</param>
    public Examination Examine(SimulatedPerson person, int number, SimulatedExaminer examiner)
    {
        ArgumentNullException.ThrowIfNull(person);
        return new Examination(this, person, examiner, Chance(Kind.Examination, number));
    }

    /// <summary>
    /// A generator of its own for each person, so that nobody depends on who was asked for before. Seeds that follow each other
    /// begin alike in <see cref="Random"/>, so they are stirred first (the finaliser of SplitMix64: Steele 2014, OOPSLA, 453-472).
    /// </summary>
    private Random Chance(Kind kind, int number)
    {
        unchecked
        {
            ulong stirred = (((ulong)(uint)_seed << 32) | (uint)number) + ((ulong)kind * 0x9E3779B97F4A7C15);
            stirred = (stirred ^ (stirred >> 30)) * 0xBF58476D1CE4E5B9;
            stirred = (stirred ^ (stirred >> 27)) * 0x94D049BB133111EB;
            return new Random((int)(stirred ^ (stirred >> 31)));
        }
    }

    private bool Hurts(int cause)
    {
        ReadOnlySpan<int> findings = _pain.Network.FindingsOf(cause);
        return findings.Length > 0 && findings[0] < _pain.Sites.Count;
    }

    private int ByOdds(Random random)
    {
        double left = random.NextDouble() * _points.Sum(Odds);
        return _points.First(cause => (left -= Odds(cause)) <= 0 || cause == _points[^1]);

        double Odds(int cause) => PriorRules.Odds(_pain.Network.PriorOf(cause));
    }

    private int[] OfOneArea(int points, Random random)
    {
        while (true)
        {
            int[] causes = [.. _areas[random.Next(_areas.Length)]];
            random.Shuffle(causes);
            int[] chosen = [.. causes.DistinctBy(cause => _pain.PointOf(cause).MuscleId, StringComparer.Ordinal).Take(points).Order()];
            if (chosen.Length == points) return chosen;
        }
    }

    private IReadOnlyList<PainReport> Drawn(IReadOnlyList<int> causes, Random random)
    {
        SortedDictionary<int, PainReport> felt = [];
        foreach (int cause in causes)
        {
            SortedDictionary<int, PainReport> own = [];
            while (own.Count == 0) Radiate(cause, random, own);
            foreach (PainReport report in own.Values) Keep(felt, report);
        }

        return [.. felt.Values];
    }

    private void Radiate(int cause, Random random, SortedDictionary<int, PainReport> felt)
    {
        foreach (int site in _pain.Network.FindingsOf(cause))
        {
            if (site >= _pain.Sites.Count) break;
            Raise(felt, _pain.Sites[site], PainReporting.AboveLevelGivenCause(_pain.Network.PresentGivenCause(site, cause)), cause, random);
        }
    }

    /// <summary>Pain of a site from one cause, or from none that is known; it lies where the one that is felt most puts it.</summary>
    private void Raise(SortedDictionary<int, PainReport> felt, ZoneSite site, double[] aboveLevel, int? cause, Random random)
    {
        double draw = random.NextDouble();
        double intensity = IntensityOfLevel[aboveLevel.Count(above => draw < above)];
        if (intensity > 0 && IsStronger(felt, site, intensity)) felt[site.Index] = new PainReport(site, 1, intensity, []) { Patch = PatchOf(site, cause, random) };
    }

    /// <summary>Of two pains of one zone the stronger one is told.</summary>
    private static void Keep(SortedDictionary<int, PainReport> felt, PainReport report)
    {
        if (IsStronger(felt, report.Site, report.Intensity)) felt[report.Site.Index] = report;
    }

    private static bool IsStronger(SortedDictionary<int, PainReport> felt, ZoneSite site, double? intensity) =>
        !felt.TryGetValue(site.Index, out PainReport? known) || intensity > known.Intensity;

    /// <summary>Where in a zone its pain is drawn; null for a zone without skin.</summary>
    private int? PatchOf(ZoneSite site, int? cause, Random random)
    {
        int count = site.Zone.Patches.Count;
        if (count == 0) return null;
        double[] odds = [.. Enumerable.Range(0, count).Select(patch => cause is { } known ? _pain.Network.PresentGivenCause(_pain.PainOf(site, patch), known) : site.Zone.Patches[patch].AreaShare)];
        double left = random.NextDouble() * odds.Sum();
        return Enumerable.Range(0, count).FirstOrDefault(patch => (left -= odds[patch]) <= 0, count - 1);
    }

    /// <summary>Where the same pain is drawn another time, taken for that of the cause that reaches the zone most.</summary>
    private int? PatchAgain(ZoneSite site, IReadOnlyList<int> active, Random random)
    {
        int cause = active.MaxBy(one => _pain.Network.PresentGivenCause(site.Index, one));
        return PatchOf(site, _pain.Network.PresentGivenCause(site.Index, cause) > 0 ? cause : null, random);
    }

    /// <summary>Pain that was drawn over the border: in the neighbour's patch that is nearest.</summary>
    private static PainReport Moved(PainReport report, ZoneSite to) => report with
    {
        Site = to,
        Patch = report.Patch is { } patch ? ZonePatches.At(to, ZonePatches.CentreOf(report.Site, patch)) : null,
    };

    private SimulatedPerson Person(int[] causes, IReadOnlyList<PainReport> pain) => new(
        [
            .. causes.Select(cause => _pain.IsPoint(cause)
                ? new TrueCause(_pain.PointOf(cause), null, PainNetwork.SideOf(cause))
                : new TrueCause(null, _pain.RivalOf(cause).Rival, _pain.RivalOf(cause).Side)),
        ],
        new Case { Pain = pain }) { Active = causes };
}
