namespace Nodus.Clinical.Safety;

/// <summary>Questions that belong together and are asked together.</summary>
/// <param name="Id">Lower snake case.</param>
/// <param name="Title">What the patient reads above them.</param>
/// <param name="Professional">The same for a clinician.</param>
/// <param name="When">For whom they are asked; null for everybody.</param>
/// <param name="Ask">Places of the facts in the vocabulary, in the order of asking.</param>
public sealed record InterviewSection(string Id, string Title, string Professional, Condition? When, IReadOnlyList<int> Ask);

/// <summary>Whom to call in a country.</summary>
/// <param name="Country">ISO 3166 code of two letters; <c>*</c> for everywhere else.</param>
/// <param name="Name">Its name.</param>
/// <param name="Emergency">Numbers of the emergency services, at least one.</param>
/// <param name="Crisis">A line for people in despair; null where none is known.</param>
/// <param name="Advice">A line for medical advice; null where none is known.</param>
public sealed record EmergencyContacts(string Country, string Name, IReadOnlyList<string> Emergency, string? Crisis, string? Advice);

/// <summary>What the gate knows: the vocabulary of the intake, the rules, the interview and whom to call. Immutable.</summary>
public sealed class SafetyKnowledge
{
    /// <summary>As many regions as a mask has bits.</summary>
    public const int RegionsMost = 64;

    private readonly Dictionary<string, int> factOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ulong> regionsOfZone = new(StringComparer.Ordinal);
    private readonly int[][] impliedBy, implying;

    /// <summary>Puts the parts together.</summary>
    /// <exception cref="ArgumentException">An id is given twice, or a fact implies one that does not exist.</exception>
    public SafetyKnowledge(
        IReadOnlyList<SafetyFact> facts, IReadOnlyList<BodyRegion> regions, IReadOnlyList<SafetyRule> rules,
        IReadOnlyList<InterviewSection> interview, IReadOnlyList<EmergencyContacts> contacts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(regions);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(regions.Count, RegionsMost);
        (Facts, Regions, Rules, Interview, Contacts) = (facts, regions, rules, interview, contacts);
        for (int i = 0; i < facts.Count; i++)
        {
            foreach (string name in (IEnumerable<string>)[facts[i].Id, .. facts[i].Also]) factOf.Add(name, i);
        }

        for (int i = 0; i < regions.Count; i++)
        {
            foreach (string zone in regions[i].Zones)
                regionsOfZone[zone] = regionsOfZone.GetValueOrDefault(zone) | 1UL << i;
        }

        impliedBy = [.. Enumerable.Range(0, facts.Count).Select(Closure)];
        implying = [.. Enumerable.Range(0, facts.Count).Select(fact => Enumerable.Range(0, facts.Count).Where(other => impliedBy[other].Contains(fact)).ToArray())];
    }

    /// <summary>The vocabulary of the intake.</summary>
    public IReadOnlyList<SafetyFact> Facts { get; }

    /// <summary>The regions that rules speak of.</summary>
    public IReadOnlyList<BodyRegion> Regions { get; }

    /// <summary>All rules.</summary>
    public IReadOnlyList<SafetyRule> Rules { get; }

    /// <summary>What is asked, most urgent first.</summary>
    public IReadOnlyList<InterviewSection> Interview { get; }

    /// <summary>Whom to call, by country.</summary>
    public IReadOnlyList<EmergencyContacts> Contacts { get; }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">Not safety knowledge, or of another format.</exception>
    public static SafetyKnowledge Read(Stream from) => SafetyFormat.Read(from);

    /// <summary>Writes everything, the same bytes for the same content.</summary>
    public void Write(Stream to) => SafetyFormat.Write(this, to);

    /// <summary>Looks a fact up by its id or by another name of it.</summary>
    public bool TryFind(string id, out int fact) => factOf.TryGetValue(id, out fact);

    /// <summary>A fact by its id or by another name of it; null when there is none.</summary>
    public SafetyFact? Find(string id) => TryFind(id, out int fact) ? Facts[fact] : null;

    /// <summary>The regions that a pain zone belongs to, a bit each.</summary>
    public ulong RegionsOf(string zone) => regionsOfZone.GetValueOrDefault(zone);

    /// <summary>The regions of some ids, a bit each; unknown ids are left out.</summary>
    public ulong Mask(IEnumerable<string> ids)
    {
        ulong mask = 0;
        foreach (string id in ids)
        {
            for (int i = 0; i < Regions.Count; i++)
            {
                if (string.Equals(Regions[i].Id, id, StringComparison.Ordinal)) mask |= 1UL << i;
            }
        }

        return mask;
    }

    /// <summary>Some regions, and every larger one that holds all of one of them.</summary>
    public ulong Widened(ulong regions)
    {
        ulong wide = regions;
        for (int i = 0; i < Regions.Count; i++)
        {
            if ((regions >> i & 1) == 0) continue;
            ulong holders = ulong.MaxValue;
            foreach (string zone in Regions[i].Zones) holders &= RegionsOf(zone);
            wide |= holders;
        }

        return wide;
    }

    /// <summary>The contacts of a country; those for everywhere else when it is not listed.</summary>
    /// <param name="country">ISO 3166 code of two letters.</param>
    public EmergencyContacts ContactsIn(string? country) =>
        Contacts.FirstOrDefault(one => string.Equals(one.Country, country, StringComparison.OrdinalIgnoreCase))
        ?? Contacts.First(one => one.Country == "*");

    /// <summary>A fact and everything that a yes to it makes yes.</summary>
    internal ReadOnlySpan<int> ImpliedBy(int fact) => impliedBy[fact];

    /// <summary>A fact and everything that a no to it makes no.</summary>
    internal ReadOnlySpan<int> Implying(int fact) => implying[fact];

    private int[] Closure(int fact)
    {
        var reached = new List<int> { fact };
        for (int i = 0; i < reached.Count; i++)
        {
            foreach (string id in Facts[reached[i]].Implies)
            {
                if (!factOf.TryGetValue(id, out int next)) throw new ArgumentException($"{Facts[reached[i]].Id} implies '{id}', which is no fact.", nameof(fact));
                if (!reached.Contains(next)) reached.Add(next);
            }
        }

        return [.. reached];
    }
}
