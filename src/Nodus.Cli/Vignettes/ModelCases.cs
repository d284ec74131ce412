using Nodus.Clinical.Simulation;

namespace Nodus.Cli.Vignettes;

/// <summary>Cases made from the model, kind by kind.</summary>
internal static class ModelCases
{
    /// <summary>Seed of the set that is committed for others to use.</summary>
    public const int CommittedSeed = 1;

    /// <summary>Makes cases.</summary>
    /// <param name="people">Where people come from.</param>
    /// <param name="single">How many with one point.</param>
    /// <param name="other">How many with two points, with three, and with a rival.</param>
    /// <param name="redrawn">How many of the single ones are also drawn badly.</param>
    public static IReadOnlyList<BenchCase> Of(SimulatedPeople people, int single, int other, int redrawn) =>
    [
        .. Many(CaseKind.Single, single, number => people.WithPoints(1, number)),
        .. Many(CaseKind.Double, other, number => people.WithPoints(2, number)),
        .. Many(CaseKind.Triple, other, number => people.WithPoints(3, number)),
        .. Many(CaseKind.Rival, other, people.WithRival),
        .. Many(CaseKind.Redrawn, redrawn, number => people.Redrawn(people.WithPoints(1, number), number)),
    ];

    /// <summary>The set that is committed: 200 cases of all kinds.</summary>
    public static IReadOnlyList<BenchCase> Committed(CompiledFolder data) =>
        Of(new SimulatedPeople(data.Knowledge, data.Atlas.Zones.Sites, CommittedSeed), 60, 30, 50);

    private static IEnumerable<BenchCase> Many(string kind, int count, Func<int, SimulatedPerson> make) =>
        Enumerable.Range(0, count).Select(number => BenchCase.Of($"model-{kind}-{number + 1:000}", kind, make(number)));
}
