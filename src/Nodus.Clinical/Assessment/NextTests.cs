using Nodus.Anatomy;
using Nodus.Clinical.Knowledge;
using Nodus.Inference;

namespace Nodus.Clinical.Assessment;

/// <summary>
/// What to press, move or ask next: the expected information of each test about <em>all</em> causes together, for each second
/// that it takes.
/// </summary>
/// <remarks>
/// What pressing a point shows depends on that point alone, so its information follows from the point's probability exactly:
/// I = H(answer) - p H(answer | active) - (1 - p) H(answer | not active). The answer is "tender and familiar" or not; with
/// specificity s and sensitivity e, ratio+ = e / (1 - s) and ratio- = (1 - e) / s. Movements and questions depend on
/// many causes at once, and so does the oldest question of all, whether it also hurts somewhere else - a zone that is not on
/// the picture may well hurt, as long as nobody asked: <see cref="InformationGain"/>.
/// </remarks>
internal sealed class NextTests
{
    /// <summary>Tests that tell less than this are not listed.</summary>
    private const double BitsLeast = 0.005;

    /// <summary>Where no test tells as much as this, further tests change little: a coin of 1 : 99 has 0.08 bits. Elicited.</summary>
    private const double BitsEnough = 0.08;

    /// <summary>
    /// Beyond this work for one posterior only presses are proposed: what movements and questions tell takes many posteriors,
    /// and a browser would stand still for seconds over a picture of twenty zones and more.
    /// </summary>
    private const long AskedEffortMost = 200_000;

    private const int Listed = 6;

    private readonly PosteriorEngine engine;
    private readonly PainNetwork pain;
    private readonly CaseEvidence evidence;
    private readonly Asked[] asked;
    private readonly InformationGain gain;
    private readonly bool[] isWanted, concernsPain;

    public NextTests(PosteriorEngine engine, PainNetwork pain, CaseEvidence evidence)
    {
        (this.engine, this.pain, this.evidence) = (engine, pain, evidence);
        asked =
        [
            .. pain.Movements.Select(one => new Asked(
                one.Finding, TestKind.Movement, $"move:{one.Test}:{one.Side.ToWord()}", $"{one.Test}:{one.Side.ToWord()}", TestEffort.MovementSeconds)),
            .. pain.Answers.Select(one => new Asked(one.Finding, TestKind.Question, $"ask:{one.Question}", one.Question, TestEffort.QuestionSeconds)),
            .. pain.Sites.Select(site => new Asked(site.Index, TestKind.Pain, $"ask:{Case.PainQuestion(site)}", Case.PainQuestion(site), TestEffort.QuestionSeconds)),
        ];
        isWanted = new bool[asked.Length];
        concernsPain = new bool[pain.Network.FindingCount];
        gain = new InformationGain(engine, [.. asked.Select(one => FindingTest.YesNo(one.Finding))]);
    }

    /// <summary>
    /// Every test that tells something of what may cause the pain, for the engine's present posterior; the most for a second
    /// first. What was asked in vain is not asked again.
    /// </summary>
    public IReadOnlyList<RankedTest> Rank(Case @case)
    {
        var tests = new List<RankedTest>();
        AddPalpations(tests);
        if (engine.StateUpdates <= AskedEffortMost) AddAsked(tests, @case.Unsure);
        return [.. tests.OrderByDescending(test => Math.Round(test.Bits / test.Seconds, 12)).ThenBy(test => test.Id, StringComparer.Ordinal)];
    }

    /// <summary>
    /// The first of some ranked tests, in words. Of the questions whether it hurts elsewhere the best one comes last: they tell
    /// much about everything together, but whoever asked them first was later to find the one muscle
    /// (first after three answers: 74 % of people made with one point, 87 % with presses first).
    /// </summary>
    public IReadOnlyList<NextTest> Describe(IReadOnlyList<RankedTest> ranked, FindingWords words)
    {
        RankedTest[] worth = [.. ranked.Where(test => test.Bits >= BitsLeast)];
        RankedTest[] elsewhere = [.. worth.Where(test => test.Kind == TestKind.Pain).Take(1)];
        ILookup<object, RankedTest> turns = worth.Where(test => test.Kind != TestKind.Pain).ToLookup(TurnOf);
        return
        [
            .. turns.Take(Listed - elsewhere.Length).Select(turn => turn.ToArray()).Concat(elsewhere.Select(test => new[] { test })).Select(turn => new NextTest(
                turn[0].Id, Math.Round(turn[0].Bits, 4), turn[0].Seconds + ((turn.Length - 1) * TestEffort.AlongSeconds),
                Math.Round(turn[0].Positive, 4), Why(turn, words))
            {
                Along = [.. turn.Skip(1).Select(test => test.Id)],
            }),
        ];

        // The points of a muscle that are reached alike are pressed in one turn, on both sides where both may cause the pain, as
        // sides are compared; all else is a turn of its own.
        object TurnOf(RankedTest test) => test.Cause is { } cause ? (pain.PointOf(cause).MuscleId, pain.PointOf(cause).Reach) : test;
    }

    /// <summary>Whether further tests would change little.</summary>
    public static bool IsEnough(IReadOnlyList<RankedTest> ranked) => ranked.All(test => test.Bits < BitsEnough);

    /// <summary>That a test has not been done yet, in words.</summary>
    public string Undone(RankedTest test, FindingWords words) => test.Kind switch
    {
        TestKind.Press => $"{Named(test, words)} has not been pressed",
        TestKind.Movement => $"{Named(test, words)} has not been tested",
        TestKind.Pain => $"Nobody asked whether it hurts there too: {Named(test, words)}",
        _ => $"Nobody asked: {Named(test, words)}",
    };

    private void AddPalpations(List<RankedTest> tests)
    {
        (double sensitivity, double specificity) = SignLikelihoods.Table.TenderAndFamiliar;
        for (int cause = 0; cause < pain.PointCauses; cause++)
        {
            Reach reach = pain.PointOf(cause).Reach;
            if (reach == Reach.None || evidence.Odds.PressedOf(cause) is not null || !evidence.ReachesPain(cause)) continue;
            double p = engine.Marginals[cause];
            double positive = (p * sensitivity) + ((1 - p) * (1 - specificity));
            double bits = Entropy(positive) - (p * Entropy(sensitivity)) - ((1 - p) * Entropy(specificity));
            tests.Add(new RankedTest(
                TestKind.Press, $"palpate:{pain.PointOf(cause).Id}:{PainNetwork.SideOf(cause).ToWord()}", bits, TestEffort.PressingSeconds(reach), positive,
                cause, -1, ""));
        }
    }

    /// <summary>Movement tests and questions; of a movement's several outcomes the one that tells most. Where no pain is told the
    /// first question is where it hurts, not whether it hurts elsewhere.</summary>
    private void AddAsked(List<RankedTest> tests, IReadOnlySet<string> unsure)
    {
        MarkWanted(unsure);
        gain.Update(isWanted);
        var strongest = new Dictionary<string, RankedTest>(StringComparer.Ordinal);
        for (int i = 0; i < asked.Length; i++)
        {
            double bits = gain.Bits[i];
            if (!(bits > 0) || bits <= (strongest.TryGetValue(asked[i].Id, out RankedTest? known) ? known.Bits : 0)) continue;
            strongest[asked[i].Id] = new RankedTest(
                asked[i].Kind, asked[i].Id, bits, asked[i].Seconds, gain.PositiveGivenEvidence[i], null, asked[i].Finding, asked[i].What);
        }

        tests.AddRange(strongest.Values);
    }

    /// <summary>Most of a table would be for parts of the body where nothing hurts.</summary>
    private void MarkWanted(IReadOnlySet<string> unsure)
    {
        Array.Clear(concernsPain);
        for (int cause = 0; cause < pain.Network.CauseCount; cause++)
        {
            if (!evidence.ReachesPain(cause)) continue;
            foreach (int finding in pain.Network.FindingsOf(cause)) concernsPain[finding] = true;
        }

        for (int i = 0; i < asked.Length; i++)
        {
            // What was asked for and not found is an answer; a zone that is not on the picture is none.
            bool askable = asked[i].Kind == TestKind.Pain ? evidence.Painted.Count > 0 && !evidence.IsPainted(asked[i].Finding) : !evidence.Evidence[asked[i].Finding].IsObserved;
            isWanted[i] = askable && concernsPain[asked[i].Finding] && !unsure.Contains(asked[i].What);
        }
    }

    private string Why(ReadOnlySpan<RankedTest> turn, FindingWords words)
    {
        RankedTest test = turn[0];
        if (test.Cause is { } cause)
        {
            string also = turn.Length > 1 ? $" In the same turn: {string.Join("; ", turn[1..].ToArray().Select(one => Named(one, words)))}." : "";
            return $"{Named(test, words)}: {Assessor.BandOf(engine.Marginals[cause])} so far. Whether pressing it brings the familiar pain would settle much.{also}";
        }

        string of = string.Join(" and ", pain.Network.CausesOf(test.Finding)
            .OrderByDescending(one => engine.Marginals[one] * pain.Network.PresentGivenCause(test.Finding, one)).Take(2).Select(pain.NameOf));
        return test.Kind switch
        {
            TestKind.Movement => $"{Named(test, words)}: tells {of} from the rest.",
            TestKind.Pain => $"Ask whether it hurts there too: {Named(test, words)}. It tells {of} from the rest.",
            _ => $"Ask: {Named(test, words)}. It tells {of} from the rest.",
        };
    }

    /// <summary>What is pressed, moved or asked about, in words.</summary>
    private string Named(RankedTest test, FindingWords words)
    {
        switch (test.Kind)
        {
            case TestKind.Press:
                return Suspect.Placed(pain.PointOf(test.Cause!.Value).Name, PainNetwork.SideOf(test.Cause.Value));
            case TestKind.Movement:
                string[] parts = test.What.Split(':');
                return $"{words.Movement(parts[0])}, {parts[1]}";
            case TestKind.Pain:
                return Suspect.Placed(pain.Sites[test.Finding].Zone.Name, pain.Sites[test.Finding].Side);
            default:
                return words.Of(test.What);
        }
    }

    private static double Entropy(double p) =>
        p is <= 0 or >= 1 ? 0 : -(p * Math.Log2(p)) - ((1 - p) * Math.Log2(1 - p));

    private sealed record Asked(int Finding, TestKind Kind, string Id, string What, double Seconds);
}

/// <summary>What sort of test.</summary>
internal enum TestKind
{
    /// <summary>A point is pressed.</summary>
    Press,

    /// <summary>A movement is tested on one side.</summary>
    Movement,

    /// <summary>A question or sign is asked for.</summary>
    Question,

    /// <summary>It is asked whether a zone hurts that is not on the picture.</summary>
    Pain,
}

/// <summary>A test with what it is expected to tell.</summary>
/// <param name="Kind">What sort.</param>
/// <param name="Id">As in <see cref="NextTest"/>.</param>
/// <param name="Bits">Expected information.</param>
/// <param name="Seconds">What it takes.</param>
/// <param name="Positive">P(it is positive).</param>
/// <param name="Cause">The point that is pressed; null for all else.</param>
/// <param name="Finding">What is tested or asked; -1 where a point is pressed.</param>
/// <param name="What">Its id without the kind; empty where a point is pressed.</param>
internal sealed record RankedTest(
    TestKind Kind, string Id, double Bits, double Seconds, double Positive, int? Cause, int Finding, string What)
{
    /// <summary>Whether the answer depends on any of some causes.</summary>
    public bool Concerns(ReadOnlySpan<int> causes, NoisyOrNetwork network)
    {
        if (Cause is { } pressed) return causes.Contains(pressed);
        foreach (int cause in causes)
        {
            if (network.PresentGivenCause(Finding, cause) > 0) return true;
        }

        return false;
    }
}
