using Nodus.Anatomy;
using Nodus.Anatomy.Zones;
using Nodus.Clinical.Assessment;
using Nodus.Clinical.Knowledge;

namespace Nodus.Clinical.Simulation;

/// <summary>
/// One examination of a person made from the model: what is pressed, moved and asked is answered from what is really there,
/// by the network's own probabilities. Nothing is answered twice.
/// </summary>
public sealed class Examination
{
    private readonly PainNetwork _pain;
    private readonly SimulatedPerson _person;
    private readonly SimulatedExaminer _examiner;
    private readonly Random _random;

    internal Examination(SimulatedPeople people, SimulatedPerson person, SimulatedExaminer examiner, Random random) =>
        (_pain, _person, _examiner, _random) = (people.Pain, person, examiner, random);

    /// <summary>Does a test.</summary>
    /// <param name="known">What is known so far.</param>
    /// <param name="test">The test, as in <see cref="NextTest.Test"/>.</param>
    /// <returns>What is known then; null where there is nothing to answer: the test was done, or it asks for the side.</returns>
    public Case? Answer(Case known, string test)
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(test);
        return test.Split(':') switch
        {
            ["palpate", var point, var side] => Press(known, point, SideOf(side)),
            ["move", var movement, var side] => Move(known, movement, SideOf(side)),
            ["ask", "pain", var zone, var side] => AskPain(known, zone, SideOf(side)),
            ["ask", var question] => Ask(known, question),
            _ => throw new ArgumentException($"'{test}' is no test.", nameof(test)),
        };
    }

    /// <summary>Does some movement tests and asks some questions, chosen at random.</summary>
    internal Case Some(Case known, int count, Random random)
    {
        string[] tests =
        [
            .. _pain.Movements.Select(one => $"move:{one.Test}:{one.Side.ToWord()}").Distinct(StringComparer.Ordinal),
            .. _pain.Answers.Select(one => $"ask:{one.Question}"),
            .. _pain.Sites.Select(site => $"ask:{Case.PainQuestion(site)}"),
        ];
        random.Shuffle(tests);
        return tests.Take(count).Aggregate(known, (so, test) => Answer(so, test) ?? so);
    }

    /// <summary>Does what a rival is looked for by: its questions, movement tests and provoking activities.</summary>
    internal Case Shown(Case known, RivalSide rival)
    {
        foreach (RivalFinding finding in rival.Rival.For.Select(one => one.Finding))
        {
            known = finding.Kind switch
            {
                RivalFindingKind.Answer or RivalFindingKind.Sign => Ask(known, finding.Id),
                RivalFindingKind.Movement => rival.TestedSides.Aggregate(known, (so, side) => Move(so, finding.Id, side) ?? so),
                RivalFindingKind.Activity when finding.Does == ActivityDirection.Provokes => Provoke(known, finding.Id),
                _ => known,
            } ?? known;
        }

        return known;
    }

    /// <summary>"Tender and familiar", or neither; whoever is thorough also tells the other signs.</summary>
    private Case? Press(Case known, string id, Side side)
    {
        if (!_pain.Knowledge.TryFindPoint(id, out TriggerPoint? point)) throw new ArgumentException($"There is no point '{id}'.", nameof(id));
        if (known.Palpation.Any(one => one.Point == point && one.Side == side)) return null;
        bool active = _person.Active.Contains(_pain.CauseOf(point, side)), found = active;
        if (_examiner == SimulatedExaminer.Usual)
        {
            (double sensitivity, double specificity) = SignLikelihoods.Table.TenderAndFamiliar;
            found = _random.NextDouble() < (active ? sensitivity : 1 - specificity);
        }

        bool? more = _examiner == SimulatedExaminer.Thorough ? found : null;
        return known with { Palpation = [.. known.Palpation, new PalpationFinding(point, side, found, found, more, more, null)] };
    }

    /// <summary>Of what a movement shows, the first that is noticed.</summary>
    private Case? Move(Case known, string id, Side side)
    {
        if (!_pain.Knowledge.TryFindMovement(id, out Movement? test)) throw new ArgumentException($"There is no movement test '{id}'.", nameof(id));
        if (known.Movements.Any(one => one.Test == test && one.Side == side)) return null;
        var result = MovementResult.Normal;
        for (var seen = MovementResult.Restricted; seen <= MovementResult.Weak && result == MovementResult.Normal; seen++)
        {
            int finding = _pain.MovementOf(id, CaseEvidence.EffectOf(seen), side);
            if (finding >= 0 && _random.NextDouble() < PresentOf(finding) * PainReporting.MovementDetection) result = seen;
        }

        return known with { Movements = [.. known.Movements, new MovementObservation(test, side, result)] };
    }

    private Case? Ask(Case known, string question)
    {
        int finding = _pain.AnswerOf(question);
        if (finding < 0 || known.Answers.ContainsKey(question)) return null;
        bool yes = _random.NextDouble() < PresentOf(finding) * PainReporting.AnswerDetection;
        return known with { Answers = new Dictionary<string, bool>(known.Answers, StringComparer.Ordinal) { [question] = yes } };
    }

    /// <summary>Whether it hurts there too: asked outright, everybody knows.</summary>
    private Case? AskPain(Case known, string zone, Side side)
    {
        ZoneSite site = _pain.Sites.First(site => site.Zone.Id == zone && site.Side == side);
        if (known.Pain.Any(report => report.Site == site)) return null;
        return known with { Pain = [.. known.Pain, (_person.Pain.FirstOrDefault(report => report.Site == site) ?? new PainReport(site, 1, 0, [])) with { Patch = null }] };
    }

    private Case? Provoke(Case known, string id)
    {
        int finding = _pain.ActivityOf(id);
        if (finding < 0 || !_pain.Knowledge.TryFindActivity(id, out DailyActivity? activity) || known.Activities.Contains(activity)) return null;
        return _random.NextDouble() < PresentOf(finding) ? known with { Activities = [.. known.Activities, activity] } : null;
    }

    /// <summary>P(a finding is there | all that is there) = 1 - (1 - leak) * product over the causes of (1 - P(finding | cause)).</summary>
    private double PresentOf(int finding)
    {
        double absent = 1 - _pain.Network.PresentGivenNoCause(finding);
        foreach (int cause in _person.Active) absent *= 1 - _pain.Network.PresentGivenCause(finding, cause);
        return 1 - absent;
    }

    private static Side SideOf(string word) => Sides.OfWord(word) ?? Side.Midline;
}
