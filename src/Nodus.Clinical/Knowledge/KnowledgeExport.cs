using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Nodus.Clinical.Safety;

namespace Nodus.Clinical.Knowledge;

/// <summary>Everything known as one JSON object, for other programs: <c>nodus knowledge --json</c>.</summary>
public static class KnowledgeExport
{
    /// <summary>Writes it, the same bytes for the same content.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="knowledge">Muscles, rivals and what they name.</param>
    /// <param name="library">All else.</param>
    /// <param name="monographs">The texts of all muscles.</param>
    /// <param name="rivals">The texts of all rivals.</param>
    /// <param name="safety">Questions and rules of the gate.</param>
    /// <param name="zones">Ids of all pain zones.</param>
    public static void Write(
        Stream stream,
        KnowledgeBase knowledge,
        KnowledgeLibrary library,
        IReadOnlyList<MuscleMonograph> monographs,
        IReadOnlyList<RivalMonograph> rivals,
        SafetyKnowledge safety,
        IEnumerable<string> zones)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(knowledge);
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(safety);
        KnowledgeEntries entries = knowledge.Entries;
        KnowledgeCounts counts = KnowledgeCounts.Of(entries, library.Entries, monographs, zones);
        JsonObject shelf = Node(library.Entries, KnowledgeJson.Default.LibraryEntries);
        var everything = new JsonObject
        {
            ["version"] = knowledge.Version,
            ["atlas"] = knowledge.AtlasVersion,
            ["counts"] = Node(counts, KnowledgeJson.Default.KnowledgeCounts),
            ["muscles"] = List(knowledge.Muscles, muscle => WithTexts(
                Node(muscle, KnowledgeJson.Default.Muscle),
                Node(monographs.First(text => Same(text.Id, muscle.Id)), KnowledgeJson.Default.MuscleMonograph))),
            ["points"] = List(knowledge.Points, point => Point(
                point, monographs.First(text => Same(text.Id, point.MuscleId)).Points.First(text => Same(text.Id, point.Id)))),
            ["rivals"] = List(knowledge.Rivals, rival => WithTexts(
                Node(rival, KnowledgeJson.Default.Rival),
                Node(rivals.First(text => Same(text.Id, rival.Id)), KnowledgeJson.Default.RivalMonograph))),
            ["rules"] = List(safety.Rules, rule => Rule(rule, safety)),
            ["questions"] = List(safety.Facts, Question),
            ["movements"] = List(knowledge.Movements, test => Node(test, KnowledgeJson.Default.Movement)),
            ["activities"] = List(knowledge.Activities, activity => Node(activity, KnowledgeJson.Default.DailyActivity)),
            ["signs"] = List(knowledge.Signs, sign => Node(sign, KnowledgeJson.Default.Sign)),
            ["factors"] = List(knowledge.Factors, factor => WithTexts(
                Node(factor, KnowledgeJson.Default.PerpetuatingFactor),
                library.TryFindFactor(factor.Id, out FactorMonograph? text) ? Node(text, KnowledgeJson.Default.FactorMonograph) : [])),
            ["contexts"] = List(knowledge.Contexts, context => Context(context, library)),
        };
        foreach (string part in (string[])["dangerZones", "techniques", "exercises", "evidence", "untraced", "instruments", "zoneExceptions", "layWords", "sources"])
        {
            JsonNode? list = shelf[part];
            shelf.Remove(part);
            everything[part] = list;
        }

        using var writer = new Utf8JsonWriter(stream);
        everything.WriteTo(writer);
    }

    private static JsonObject Rule(SafetyRule rule, SafetyKnowledge safety) => new()
    {
        ["id"] = rule.Id,
        ["name"] = rule.Name,
        ["disposition"] = rule.Disposition.ToWord(),
        ["suspects"] = rule.Suspects,
        ["when"] = ConditionWords.ById(rule.When, safety),
        ["unless"] = rule.Unless is null ? null : ConditionWords.ById(rule.Unless, safety),
        ["reason"] = rule.Reason,
        ["tell"] = rule.Tell,
        ["act"] = rule.Act,
        ["limits"] = List(rule.Limits, limit => new JsonObject
        {
            ["techniques"] = Strings(limit.TechniqueWords),
            ["at"] = limit.PlaceWords,
            ["how"] = limit.How,
            ["why"] = limit.Why,
            ["instead"] = limit.Instead,
        }),
        ["grade"] = rule.Grade.ToString().ToLowerInvariant(),
        ["sources"] = Strings(rule.Sources),
    };

    private static JsonObject Question(SafetyFact fact) => new()
    {
        ["id"] = fact.Id,
        ["ask"] = fact.Ask,
        ["professional"] = fact.Professional,
        ["help"] = fact.Help,
        ["unit"] = fact.Scale?.Unit,
        ["also"] = Strings(fact.Also),
        ["implies"] = Strings(fact.Implies),
        ["private"] = fact.IsPrivate,
    };

    private static JsonArray Strings(IEnumerable<string> texts) => [.. texts.Select(text => JsonValue.Create(text))];

    /// <summary>A point with its texts, and its zones once more by kind.</summary>
    private static JsonObject Point(TriggerPoint point, PointMonograph text)
    {
        JsonObject node = WithTexts(
            Node(point, KnowledgeJson.Default.TriggerPoint), Node(text, KnowledgeJson.Default.PointMonograph));
        node["muscle"] = point.MuscleId;
        node["essential"] = ZonesOf(point, ReferralKind.Essential);
        node["spillover"] = ZonesOf(point, ReferralKind.Spillover);
        return node;
    }

    private static JsonArray ZonesOf(TriggerPoint point, ReferralKind kind) =>
        List(point.Zones.Where(zone => zone.Kind == kind), zone => Node(zone, KnowledgeJson.Default.ReferralZone));

    private static JsonObject Context(PainContext context, KnowledgeLibrary library)
    {
        JsonObject node = Node(context, KnowledgeJson.Default.PainContext);
        if (!library.TryFindContext(context.Id, out ContextMonograph? text)) return node;
        node["plain"] = text.Plain;
        JsonArray muscles = node["muscles"]!.AsArray();
        for (int i = 0; i < muscles.Count; i++)
            WithTexts(muscles[i]!.AsObject(), Node(text.Muscles[i], KnowledgeJson.Default.ContextPriorBasis));
        return node;
    }

    /// <summary>Adds the fields of a monograph; what both have stays, but lists of findings come from the fuller one.</summary>
    private static JsonObject WithTexts(JsonObject entry, JsonObject texts)
    {
        foreach ((string field, JsonNode? value) in texts.ToArray())
        {
            if (entry.ContainsKey(field) && field is not ("for" or "against" or "prior")) continue;
            texts.Remove(field);
            entry[field] = value;
        }

        return entry;
    }

    private static JsonArray List<T>(IEnumerable<T> items, Func<T, JsonObject> node) => [.. items.Select(node)];

    private static JsonObject Node<T>(T value, JsonTypeInfo<T> type) => JsonSerializer.SerializeToNode(value, type)!.AsObject();

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.Ordinal);
}
