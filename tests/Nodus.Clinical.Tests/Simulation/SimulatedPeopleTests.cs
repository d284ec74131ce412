using Nodus.Anatomy;
using Nodus.Clinical.Assessment;
using Nodus.Clinical.Knowledge;
using Nodus.Clinical.Simulation;

namespace Nodus.Clinical.Tests.Simulation;

public sealed class SimulatedPeopleTests
{
    private const int Some = 60;

    private static readonly BodyAtlas Atlas = Read("atlas.bin", BodyAtlas.Read);
    private static readonly KnowledgeBase Knowledge = Read("knowledge.bin", KnowledgeBase.Read);

    [Fact]
    public void People_SameSeed_AreTheSameInAnyOrder()
    {
        SimulatedPeople one = New(7), other = New(7);
        string[] forwards = [.. Enumerable.Range(0, Some).Select(number => Told(one.WithPoints(1, number)))];
        string[] backwards = [.. Enumerable.Range(0, Some).Reverse().Select(number => Told(other.WithPoints(1, number))).Reverse()];

        Assert.Equal(forwards, backwards);
        Assert.NotEqual(forwards, Enumerable.Range(0, Some).Select(number => Told(New(8).WithPoints(1, number))));
        Assert.Equal(Told(one.Anybody(3, examined: true)), Told(other.Anybody(3, examined: true)));
        Assert.Equal(Told(one.WithRival(3)), Told(other.WithRival(3)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void WithPoints_AreOfOneAreaAndSide_AndEachHurtsSomewhere(int points)
    {
        SimulatedPeople people = New(1);
        for (int number = 0; number < Some; number++)
        {
            SimulatedPerson person = people.WithPoints(points, number);

            Assert.Equal(points, person.Causes.Select(cause => cause.Point!.MuscleId).Distinct().Count());
            Assert.Single(person.Causes.Select(cause => (cause.Side, Knowledge.MuscleOf(cause.Point!).Group)).Distinct());
            HashSet<(string, Side)> painful = [.. person.Case.Pain.Select(report => (report.Site.Zone.Id, report.Site.Side))];
            Assert.All(person.Causes, cause => Assert.Contains(cause.Point!.ZonesOn(cause.Side), zone => painful.Contains((zone.Zone, zone.Side))));
            Assert.All(person.Case.Pain, report => Assert.InRange(report.Intensity!.Value, 1, 10));
        }
    }

    [Fact]
    public void WithRival_HasItsPainAndNoPoint()
    {
        SimulatedPeople people = New(1);
        for (int number = 0; number < Some; number++)
        {
            SimulatedPerson person = people.WithRival(number);

            TrueCause cause = Assert.Single(person.Causes);
            Assert.Contains(cause.Side, cause.Rival!.Sides);
            Assert.NotEmpty(person.Case.Pain);
        }
    }

    [Fact]
    public void Redrawn_Twice_OverlapsAsPatientsDo()
    {
        // Two drawings of one pain share 42 % of the zones that they cover together.
        SimulatedPeople people = New(1);
        var overlaps = new List<double>();
        for (int number = 0; number < 300; number++)
        {
            SimulatedPerson person = people.WithPoints(1, number);
            for (int pair = 0; pair < 20; pair++)
                overlaps.Add(Overlap(people.Redrawn(person, (number * 100) + (2 * pair)), people.Redrawn(person, (number * 100) + (2 * pair) + 1)));
        }

        Assert.InRange(overlaps.Average(), 0.39, 0.45);
    }

    [Fact]
    public void Anybody_HasPainAndAboutAsManyPointsAsThePriorsSay()
    {
        SimulatedPeople people = New(1);
        SimulatedPerson[] persons = [.. Enumerable.Range(0, 300).Select(number => people.Anybody(number, examined: false))];
        var priors = new MusclePriors(Knowledge);
        double expected = 2 * Knowledge.Points.Sum(priors.OfPoint);

        Assert.All(persons, person => Assert.NotEmpty(person.Case.Pain));
        Assert.InRange(persons.Average(person => person.Causes.Count(cause => cause.Point is not null)), 0.9 * expected, 1.1 * expected);
    }

    [Fact]
    public void Examine_PerfectExaminer_FindsWhatIsThereAndAnswersOnce()
    {
        SimulatedPeople people = New(1);
        SimulatedPerson person = people.WithPoints(1, 0);
        TrueCause there = person.Causes[0];
        Examination examination = people.Examine(person, 0, SimulatedExaminer.Perfect);
        string right = $"palpate:{there.Point!.Id}:{there.Side.ToWord()}", wrong = $"palpate:{there.Point!.Id}:{there.Side.Mirrored().ToWord()}";

        Case known = examination.Answer(examination.Answer(person.Case, right)!, wrong)!;

        Assert.Equal([true, false], known.Palpation.Select(finding => finding.Recognised));
        Assert.Null(examination.Answer(known, right));
        Assert.Null(examination.Answer(known, "ask:side"));
        Assert.Throws<ArgumentException>(() => examination.Answer(known, "guess"));
    }

    [Fact]
    public void Examine_UsualExaminer_ErrsAsOftenAsTheRatiosSay()
    {
        SimulatedPeople people = New(1);
        double positive = SignLikelihoods.Table.RatioOf(new PalpationFinding(null!, Side.Left, true, true, null, null, null));
        int found = 0, alarms = 0;
        const int Presses = 4000;
        for (int number = 0; number < Presses; number++)
        {
            SimulatedPerson person = people.WithPoints(1, number);
            TrueCause there = person.Causes[0];
            Examination examination = people.Examine(person, number, SimulatedExaminer.Usual);
            Case known = examination.Answer(person.Case, $"palpate:{there.Point!.Id}:{there.Side.ToWord()}")!;
            known = examination.Answer(known, $"palpate:{there.Point!.Id}:{there.Side.Mirrored().ToWord()}")!;
            if (known.Palpation[0].Recognised == true) found++;
            if (known.Palpation[1].Recognised == true) alarms++;
        }

        Assert.InRange((double)found / alarms, 0.8 * positive, 1.25 * positive);
    }

    private static double Overlap(SimulatedPerson one, SimulatedPerson other)
    {
        HashSet<int> a = [.. one.Case.Pain.Select(report => report.Site.Index)], b = [.. other.Case.Pain.Select(report => report.Site.Index)];
        int shared = a.Count(b.Contains);
        return (double)shared / (a.Count + b.Count - shared);
    }

    private static string Told(SimulatedPerson person) =>
        string.Join(';', person.Causes.Select(cause => $"{cause.Point?.Id}{cause.Rival?.Id} {cause.Side}")) + "|" +
        string.Join(';', person.Case.Pain.Select(report => $"{report.Site}={report.Intensity}")) + "|" +
        string.Join(';', person.Case.Answers.OrderBy(answer => answer.Key, StringComparer.Ordinal)) + "|" +
        string.Join(';', person.Case.Movements.Select(seen => $"{seen.Test.Id} {seen.Side} {seen.Result}"));

    private static SimulatedPeople New(int seed) => new(Knowledge, Atlas.Zones.Sites, seed);

    private static T Read<T>(string name, Func<Stream, T> read)
    {
        using FileStream file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "data", name));
        return read(file);
    }
}
