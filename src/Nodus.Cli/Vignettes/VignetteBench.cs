using System.Collections.Concurrent;
using Nodus.Clinical.Knowledge;
using Nodus.Clinical.Safety;
using Nodus.Clinical.Simulation;

namespace Nodus.Cli.Vignettes;

/// <summary>How many people are made from the model.</summary>
/// <param name="Single">With one point, each drawn well and drawn badly.</param>
/// <param name="Other">With two points, with three, and with a rival: so many of each.</param>
/// <param name="Population">As the network expects them, seen only and examined.</param>
internal sealed record BenchSize(int Single, int Other, int Population)
{
    /// <summary>A full run.</summary>
    public static BenchSize Full { get; } = new(300, 100, 500);
}

/// <summary>The groups of a set of cases by one way of ranking.</summary>
/// <param name="Method">Who ranked.</param>
/// <param name="Groups">The groups, the same for each method.</param>
internal sealed record MethodScore(string Method, IReadOnlyList<GroupScore> Groups);

/// <summary>How dialogues of one sort went.</summary>
/// <param name="Drawing">How the pain was drawn.</param>
/// <param name="Examiner">Who pressed.</param>
/// <param name="Alone">Whether one point was pressed a turn, whatever was proposed with it.</param>
/// <param name="Outcomes">One a case.</param>
internal sealed record DialogueScore(string Drawing, SimulatedExaminer Examiner, bool Alone, IReadOnlyList<DialogueOutcome> Outcomes)
{
    /// <summary>A quantile of the answers it took; null when so many were never found.</summary>
    public int? Answers(double quantile) => Quantile(quantile, one => one.Answers);

    /// <summary>A quantile of the presses it took; null when so many were never found.</summary>
    public int? Presses(double quantile) => Quantile(quantile, one => one.Answers is null ? null : one.Presses);

    /// <summary>Share of dialogues.</summary>
    public double Share(Func<DialogueOutcome, bool> of) => Outcomes.Count == 0 ? 0 : (double)Outcomes.Count(of) / Outcomes.Count;

    private int? Quantile(double quantile, Func<DialogueOutcome, int?> of)
    {
        if (Outcomes.Count == 0) return null;
        int[] sorted = [.. Outcomes.Select(one => of(one) ?? int.MaxValue).Order()];
        int value = sorted[Math.Min(sorted.Length - 1, Math.Max(0, (int)Math.Ceiling(quantile * sorted.Length) - 1))];
        return value == int.MaxValue ? null : value;
    }
}

/// <summary>How far probabilities can be taken at their word, for one set of cases.</summary>
/// <param name="Name">What set.</param>
/// <param name="Cases">How many cases.</param>
/// <param name="Listed">All that was listed.</param>
/// <param name="First">What was listed first for each case.</param>
internal sealed record CalibrationScore(string Name, int Cases, Calibration Listed, Calibration First);

/// <summary>A case whose cause needs a physician soon, which the gate let pass and whose ranking does not show it.</summary>
/// <param name="Id">The case.</param>
/// <param name="Rival">The cause.</param>
/// <param name="Rank">Its rank among muscles and rivals.</param>
/// <param name="RankOfRivals">Its rank among rivals.</param>
internal sealed record UnsafeAdvice(string Id, string Rival, int Rank, int RankOfRivals);

/// <summary>What became of cases whose cause is an emergency or urgent: each counts once, where it is seen first.</summary>
/// <param name="Cases">Their ids.</param>
/// <param name="Stopped">How many the gate stops.</param>
/// <param name="Ranked">How many of the others have the cause among the first of muscles and rivals together.</param>
/// <param name="Named">How many of the others have it among what must not be missed.</param>
/// <param name="Unsafe">The others.</param>
/// <param name="OpenQuestions">Questions of the gate still open in those it does not stop, median; no muscle is named to a person before they are answered.</param>
internal sealed record DangerScore(
    IReadOnlyList<string> Cases, int Stopped, int Ranked, int Named, IReadOnlyList<UnsafeAdvice> Unsafe, int OpenQuestions);

/// <summary>The result of a run.</summary>
/// <param name="Knowledge">Version of the knowledge.</param>
/// <param name="Seed">Of the people made from the model.</param>
/// <param name="Written">Written cases without a grave cause, method by method.</param>
/// <param name="Model">Cases made from the model, method by method.</param>
/// <param name="Dialogues">Dialogues.</param>
/// <param name="Calibrations">Calibration by set.</param>
/// <param name="WrittenDangers">Written cases whose cause is an emergency or urgent.</param>
/// <param name="ModelDangers">The same of the cases made from the model.</param>
/// <param name="Stopped">Ids of the other written cases that the gate stops.</param>
/// <param name="Missed">Of these, those whose cause is not among the first five of its list, with its best rank.</param>
/// <param name="NamedAnyway">Mean number of conditions named to them as not to be missed.</param>
internal sealed record VignetteBenchResult(
    string Knowledge, int Seed, IReadOnlyList<MethodScore> Written, IReadOnlyList<MethodScore> Model, IReadOnlyList<DialogueScore> Dialogues,
    IReadOnlyList<CalibrationScore> Calibrations, DangerScore WrittenDangers, DangerScore ModelDangers, IReadOnlyList<string> Stopped,
    IReadOnlyList<(string Id, int Rank)> Missed, double NamedAnyway);

/// <summary>Runs the ranking over cases with known causes.</summary>
/// <param name="data">What is run.</param>
/// <param name="seed">Of the people made from the model.</param>
/// <param name="size">How many people.</param>
internal sealed class VignetteBench(CompiledFolder data, int seed, BenchSize size)
{
    private const int ShownMost = 5, ManyZones = 3;

    private static readonly (SimulatedExaminer Examiner, bool Alone)[] Ways =
        [(SimulatedExaminer.Perfect, false), (SimulatedExaminer.Perfect, true), (SimulatedExaminer.Thorough, false), (SimulatedExaminer.Usual, false)];

    private readonly SimulatedPeople people = new(data.Knowledge, data.Atlas.Zones.Sites, seed);
    private readonly Baselines baselines = new(data.Knowledge);
    private readonly ConcurrentBag<Ranker> idle = [];

    /// <summary>The people made from the model.</summary>
    public IReadOnlyList<BenchCase> Made => field ??= ModelCases.Of(people, size.Single, size.Other, size.Single);

    /// <summary>Runs everything.</summary>
    /// <param name="written">Cases from elsewhere.</param>
    public VignetteBenchResult Run(IReadOnlyList<BenchCase> written)
    {
        // Whose cause is grave is told apart: the gate and what must not be missed are for them, the ranking comes after.
        BenchCase[] grave = [.. written.Where(IsGrave)], others = [.. written.Where(one => !IsGrave(one))];
        (Triage[] triages, Ranking[] readings) = Read(others);
        (Triage[] madeTriages, Ranking[] madeReadings) = Read(Made);
        (Triage[] graveTriages, Ranking[] graveReadings) = Read(grave);
        CaseRanks[] ranks = [.. others.Zip(readings, CaseRanks.Of)];
        return new VignetteBenchResult(
            data.Knowledge.Version, seed,
            Methods(others, readings, WrittenGroups), Methods(Made, madeReadings, ModelGroups), [.. Dialogues()],
            [People(examined: false), People(examined: true), Calibrated("literature", [.. others.Zip(readings)])],
            Dangers(grave, graveTriages, graveReadings), Dangers(Made, madeTriages, madeReadings),
            [.. others.Where((_, i) => triages[i].IsStop).Select(one => one.Id)],
            [.. others.Select((one, i) => (one.Id, Rank: ranks[i].Own.Min())).Where(one => one.Rank > ShownMost)],
            readings.Average(one => one.NotToMiss.Count));
    }

    /// <summary>What gate and ranking say of cases.</summary>
    private (Triage[] Triages, Ranking[] Readings) Read(IReadOnlyList<BenchCase> cases)
    {
        Triage[] triages = Each(cases, (one, _, _) => data.Gate.Check(one.Case));
        return (triages, Each(triages, (one, _, ranker) => ranker.Rank(one)));
    }

    /// <summary>Does something for each, on all processors, each with an engine of its own.</summary>
    private TOut[] Each<TIn, TOut>(IReadOnlyList<TIn> items, Func<TIn, int, Ranker, TOut> work)
    {
        var results = new TOut[items.Count];
        Parallel.For(
            0, items.Count, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
            () => idle.TryTake(out Ranker? ranker) ? ranker : new Ranker(data),
            (i, _, ranker) =>
            {
                results[i] = work(items[i], i, ranker);
                return ranker;
            },
            idle.Add);
        return results;
    }

    private MethodScore[] Methods(
        IReadOnlyList<BenchCase> cases, IReadOnlyList<Ranking> readings, Func<IReadOnlyList<BenchCase>, IEnumerable<(string Name, Func<BenchCase, bool> Has)>> groups)
    {
        return [Score("nodus", readings), Score("zone list", [.. cases.Select(baselines.ZoneList)]), Score("zone overlap", [.. cases.Select(baselines.ZoneOverlap)])];

        MethodScore Score(string method, IReadOnlyList<Ranking> by)
        {
            (BenchCase Case, CaseRanks Ranks)[] ranked = [.. cases.Select((one, i) => (one, CaseRanks.Of(one, by[i])))];
            return new MethodScore(method, [.. groups(cases).Select(group => GroupScore.Of(group.Name, [.. ranked.Where(one => group.Has(one.Case)).Select(one => one.Ranks)]))]);
        }
    }

    private static IEnumerable<(string Name, Func<BenchCase, bool> Has)> WrittenGroups(IReadOnlyList<BenchCase> cases)
    {
        string[] grades = [.. new[] { "published", "derived", "elicited" }.Where(grade => cases.Any(one => one.Grade == grade))];
        string[] kinds = [.. new[] { CaseKind.Single, CaseKind.Double, CaseKind.Triple, CaseKind.Rival }.Where(kind => cases.Any(one => one.Kind == kind))];
        yield return ("all", _ => true);
        foreach (string grade in grades) yield return (grade, one => one.Grade == grade);
        foreach (string kind in kinds) yield return (kind, one => one.Kind == kind);
        foreach (string kind in kinds)
        {
            foreach (string grade in grades.Where(grade => cases.Any(one => one.Grade == grade && one.Kind == kind)))
                yield return ($"{kind}, {grade}", one => one.Grade == grade && one.Kind == kind);
        }
    }

    private static IEnumerable<(string Name, Func<BenchCase, bool> Has)> ModelGroups(IReadOnlyList<BenchCase> cases) =>
        cases.Select(one => one.Kind).Distinct(StringComparer.Ordinal).Select(kind => (kind, (Func<BenchCase, bool>)(one => one.Kind == kind)));

    /// <summary>All dialogues, and those of pictures with one, two and more zones apart: a picture of one zone says little.</summary>
    private IEnumerable<DialogueScore> Dialogues()
    {
        foreach (string kind in (string[])[CaseKind.Single, CaseKind.Redrawn])
        {
            BenchCase[] cases = [.. Made.Where(one => one.Kind == kind)];
            foreach ((SimulatedExaminer examiner, bool alone) in Ways)
            {
                DialogueOutcome[] outcomes = Each(cases, (one, i, ranker) => PalpationDialogue.Run(one, people.Examine(one.Person!, i, examiner), ranker.Rank, alone));
                yield return new DialogueScore(kind, examiner, alone, outcomes);
                if (alone) continue;
                for (int zones = 1; zones <= ManyZones; zones++)
                {
                    yield return new DialogueScore(
                        $"{kind}, {zones}{(zones == ManyZones ? " or more" : "")} zone{(zones == 1 ? "" : "s")}", examiner, alone,
                        [.. outcomes.Where((_, i) => Math.Min(ManyZones, cases[i].Case.Pain.Count) == zones)]);
                }
            }
        }
    }

    private CalibrationScore People(bool examined)
    {
        string kind = examined ? CaseKind.Examined : CaseKind.Population;
        return Calibrated(kind, Each<int, (BenchCase, Ranking)>([.. Enumerable.Range(0, size.Population)], (i, _, ranker) =>
        {
            BenchCase one = BenchCase.Of($"{kind}-{i}", kind, people.Anybody(i, examined));
            return (one, ranker.Rank(one.Case));
        }));
    }

    private static CalibrationScore Calibrated(string name, IReadOnlyList<(BenchCase Case, Ranking Ranking)> ranked)
    {
        return new CalibrationScore(
            name, ranked.Count, Calibration.Of([.. ranked.SelectMany(one => one.Ranking.Together.Where(entry => IsSettled(one.Case, entry)).Select(entry => Of(one.Case, entry)))]),
            Calibration.Of([.. ranked.Where(one => one.Ranking.Together.Count > 0).Select(one => Of(one.Case, one.Ranking.Together[0]))]));

        static Forecast Of(BenchCase @case, Ranked entry) => new(entry.Probability, @case.Truth.Any(cause => cause.Is(entry)));

        // Of what a source leaves open nobody knows whether it was there.
        static bool IsSettled(BenchCase @case, Ranked entry) => @case.Truth.Any(cause => cause.Is(entry)) || !@case.Accept.Any(cause => cause.Is(entry));
    }

    private DangerScore Dangers(IReadOnlyList<BenchCase> cases, IReadOnlyList<Triage> triages, IReadOnlyList<Ranking> readings)
    {
        var grave = new List<string>();
        var missed = new List<UnsafeAdvice>();
        var open = new List<int>();
        int ranked = 0, named = 0;
        for (int i = 0; i < cases.Count; i++)
        {
            if (!IsGrave(cases[i])) continue;
            grave.Add(cases[i].Id);
            if (triages[i].IsStop) continue;
            open.Add(triages[i].Open.Count);
            UnsafeAdvice[] unranked = [.. Unranked(cases[i], readings[i])];
            UnsafeAdvice[] unnamed = [.. unranked.Where(one => readings[i].NotToMiss.All(other => other.Id != one.Rival))];
            if (unranked.Length == 0) ranked++;
            else if (unnamed.Length == 0) named++;
            missed.AddRange(unnamed);
        }

        open.Sort();
        return new DangerScore(grave, grave.Count - open.Count, ranked, named, missed, open.Count == 0 ? 0 : open[open.Count / 2]);
    }

    private bool IsGrave(BenchCase one) => one.Truth.Any(IsDangerous);

    private bool IsDangerous(CauseName cause) =>
        cause.IsRival && data.Knowledge.TryFindRival(cause.Id, out Rival? rival) && rival.Urgency is Urgency.Emergency or Urgency.Urgent;

    /// <summary>The causes of a case that are dangerous and not among the first.</summary>
    private IEnumerable<UnsafeAdvice> Unranked(BenchCase @case, Ranking ranking)
    {
        CaseRanks ranks = CaseRanks.Of(@case, ranking);
        for (int i = 0; i < @case.Truth.Count; i++)
        {
            if (IsDangerous(@case.Truth[i]) && ranks.Together[i] > ShownMost)
                yield return new UnsafeAdvice(@case.Id, @case.Truth[i].Id, ranks.Together[i], ranks.Own[i]);
        }
    }
}
