namespace Nodus.Clinical.Knowledge;

/// <summary>A pain zone to which fewer muscles refer than one would expect.</summary>
/// <param name="Zone">Id of the zone.</param>
/// <param name="Muscles">How many muscles refer to it.</param>
/// <param name="Reason">Why that is right; null when nobody says.</param>
public sealed record ThinZone(string Zone, int Muscles, string? Reason);

/// <summary>How much is known, and how much of it satisfies what is asked of every entry.</summary>
public sealed record KnowledgeCounts
{
    /// <summary>So many muscles should refer to every pain zone.</summary>
    public const int MusclesPerZone = 3;

    /// <summary>Muscles.</summary>
    public required int Muscles { get; init; }

    /// <summary>Trigger points.</summary>
    public required int Points { get; init; }

    /// <summary>Rivals.</summary>
    public required int Rivals { get; init; }

    /// <summary>Movement tests.</summary>
    public required int Movements { get; init; }

    /// <summary>Activities.</summary>
    public required int Activities { get; init; }

    /// <summary>Signs other than pain.</summary>
    public required int Signs { get; init; }

    /// <summary>Danger zones.</summary>
    public required int DangerZones { get; init; }

    /// <summary>Perpetuating factors.</summary>
    public required int Factors { get; init; }

    /// <summary>Contexts.</summary>
    public required int Contexts { get; init; }

    /// <summary>Techniques.</summary>
    public required int Techniques { get; init; }

    /// <summary>Exercises.</summary>
    public required int Exercises { get; init; }

    /// <summary>Evidence items.</summary>
    public required int Evidence { get; init; }

    /// <summary>Instruments.</summary>
    public required int Instruments { get; init; }

    /// <summary>Sources.</summary>
    public required int Sources { get; init; }

    /// <summary>Points of muscles whose protocol shares no longer sentence with another muscle's.</summary>
    public required int DistinctProtocols { get; init; }

    /// <summary>Points that name a source and say how sure they are.</summary>
    public required int PointsWithSourceAndConfidence { get; init; }

    /// <summary>Points of muscles that state at least one caution.</summary>
    public required int CautionsConsidered { get; init; }

    /// <summary>Zones to which fewer than three muscles refer.</summary>
    public required IReadOnlyList<ThinZone> ZonesWithFewerThanThreeMuscles { get; init; }

    /// <summary>Counts.</summary>
    /// <param name="entries">Muscles, rivals and what they name.</param>
    /// <param name="library">All else.</param>
    /// <param name="monographs">The texts of the muscles.</param>
    /// <param name="zones">Ids of all pain zones.</param>
    public static KnowledgeCounts Of(
        KnowledgeEntries entries, LibraryEntries library, IReadOnlyList<MuscleMonograph> monographs, IEnumerable<string> zones)
    {
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(monographs);
        ArgumentNullException.ThrowIfNull(zones);
        Dictionary<string, MuscleMonograph> texts = monographs.ToDictionary(monograph => monograph.Id, StringComparer.Ordinal);
        HashSet<string> repeating = Repeating(entries.Muscles, texts);
        TriggerPoint[] points = [.. entries.Muscles.SelectMany(muscle => muscle.Points)];
        return new KnowledgeCounts
        {
            Muscles = entries.Muscles.Count,
            Points = points.Length,
            Rivals = entries.Rivals.Count,
            Movements = entries.Movements.Count,
            Activities = entries.Activities.Count,
            Signs = entries.Signs.Count,
            DangerZones = library.DangerZones.Count,
            Factors = entries.Factors.Count,
            Contexts = entries.Contexts.Count,
            Techniques = library.Techniques.Count,
            Exercises = library.Exercises.Count,
            Evidence = library.Evidence.Count,
            Instruments = library.Instruments.Count,
            Sources = library.Sources.Count,
            DistinctProtocols = points.Count(point => !repeating.Contains(point.MuscleId)),
            PointsWithSourceAndConfidence = points.Count(point => point.Sources.Count > 0 && Enum.IsDefined(point.Confidence)),
            CautionsConsidered = points.Count(point => texts.TryGetValue(point.MuscleId, out MuscleMonograph? text) && text.Cautions.Count > 0),
            ZonesWithFewerThanThreeMuscles = [.. ThinZones(entries.Muscles, library.ZoneExceptions, zones)],
        };
    }

    /// <summary>Ids of the muscles that share a longer sentence with another.</summary>
    private static HashSet<string> Repeating(IEnumerable<Muscle> muscles, Dictionary<string, MuscleMonograph> texts)
    {
        var repeating = new HashSet<string>(StringComparer.Ordinal);
        var first = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (Muscle muscle in muscles)
        {
            if (!texts.TryGetValue(muscle.Id, out MuscleMonograph? text)) continue;
            foreach (string sentence in ProtocolTexts.Of(muscle.Plain, text).SelectMany(field => ProtocolTexts.Sentences(field.Text)))
            {
                if (first.TryAdd(sentence, muscle.Id) || string.Equals(first[sentence], muscle.Id, StringComparison.Ordinal)) continue;
                repeating.Add(first[sentence]);
                repeating.Add(muscle.Id);
            }
        }

        return repeating;
    }

    private static IEnumerable<ThinZone> ThinZones(
        IReadOnlyList<Muscle> muscles, IReadOnlyList<ExemptZone> exceptions, IEnumerable<string> zones)
    {
        ILookup<string, string> musclesOf = muscles
            .SelectMany(muscle => muscle.Points.SelectMany(point => point.Zones).Select(zone => (zone.Zone, muscle.Id)).Distinct())
            .ToLookup(pair => pair.Zone, pair => pair.Id, StringComparer.Ordinal);
        return zones.Select(zone => new ThinZone(
                zone, musclesOf[zone].Count(),
                exceptions.FirstOrDefault(exception => string.Equals(exception.Zone, zone, StringComparison.Ordinal))?.Reason))
            .Where(zone => zone.Muscles < MusclesPerZone);
    }
}
