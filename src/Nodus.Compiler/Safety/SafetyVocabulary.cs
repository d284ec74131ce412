using Nodus.Clinical.Safety;

namespace Nodus.Compiler.Safety;

/// <summary>The facts and regions that rules, questions and phrases name.</summary>
internal sealed class SafetyVocabulary(IReadOnlyList<SafetyFact> facts, IReadOnlyList<BodyRegion> regions)
{
    private readonly Dictionary<string, int> factOf = facts.Select((fact, i) => (fact.Id, i)).ToDictionary(one => one.Id, one => one.i, StringComparer.Ordinal);

    /// <summary>The facts, sorted by id.</summary>
    public IReadOnlyList<SafetyFact> Facts => facts;

    /// <summary>The regions, in the order of their file.</summary>
    public IReadOnlyList<BodyRegion> Regions => regions;

    /// <summary>Ids of the facts.</summary>
    public IReadOnlyCollection<string> FactIds => factOf.Keys;

    /// <summary>Ids of the regions.</summary>
    public IReadOnlyCollection<string> RegionIds { get; } = [.. regions.Select(region => region.Id)];

    /// <summary>The place of a fact; null when there is none.</summary>
    public int? FactOf(string id) => factOf.TryGetValue(id, out int fact) ? fact : null;

    /// <summary>The place of a region; null when there is none.</summary>
    public int? RegionOf(string id)
    {
        for (int i = 0; i < regions.Count; i++)
        {
            if (string.Equals(regions[i].Id, id, StringComparison.Ordinal)) return i;
        }

        return null;
    }
}
