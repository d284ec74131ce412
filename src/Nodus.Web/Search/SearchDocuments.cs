using Nodus.Anatomy.Zones;
using Nodus.Clinical.Knowledge;
using Nodus.Clinical.Safety;
using Nodus.Web.Components;
using Nodus.Web.Data;

namespace Nodus.Web.Search;

/// <summary>An entry as the search sees it.</summary>
/// <param name="Key">Kind and id as in the everyday words, such as <c>muscle soleus</c>.</param>
/// <param name="Hit">How it is shown when found.</param>
/// <param name="Names">Its other names, each by itself.</param>
/// <param name="Body">Everything else worth finding.</param>
internal sealed record SearchDocument(string Key, SearchHit Hit, IReadOnlyList<string> Names, string Body);

/// <summary>Everything that can be found: one document an entry.</summary>
internal static class SearchDocuments
{
    /// <summary>All of them.</summary>
    public static IEnumerable<SearchDocument> Of(CompiledData data) =>
    [
        .. data.Knowledge.Muscles.SelectMany(muscle => OfMuscle(data, muscle)),
        .. data.Atlas.Zones.Zones.Select(zone => OfZone(data, zone)),
        .. data.Knowledge.Rivals.Select(rival => OfRival(data, rival)),
        .. data.Library.Techniques.Select(OfTechnique),
        .. data.Library.Exercises.Select(one => Document("exercise", one.Id, "exercise", one.Name, $"exercises#{one.Id}", one.Plain, [], one.How)),
        .. data.Library.DangerZones.Select(one => Document("danger_zone", one.Id, "danger zone", one.Name, $"danger-zones#{one.Id}", one.Plain, [], $"{one.Risk} {one.Rule}")),
        .. data.Knowledge.Factors.Select(one => OfFactor(data, one)),
        .. data.Safety.Rules.Where(rule => rule.Disposition.IsStop()).Select(OfRule),
        .. data.Library.Evidence.Select(one => Document("evidence", one.Id, "study", one.Claim, $"evidence#{one.Id}", one.DoesNotShow, [one.Cite], $"{one.Effect} {one.Population} {string.Join(' ', one.Topics)}")),
        .. data.Library.Instruments.Select(one => Document("instrument", one.Id, "instrument", one.Name, $"instruments#{one.Id}", one.Domain, [one.Id], one.Scoring)),
    ];

    private static IEnumerable<SearchDocument> OfMuscle(CompiledData data, Muscle muscle)
    {
        MuscleMonograph text = data.Monograph(muscle.Id)!;
        string signs = string.Join(' ', muscle.Signs.Select(one => data.Knowledge.TryFindSign(one.Sign, out Sign? sign) ? sign.Name : ""));
        yield return Document(
            "muscle", muscle.Id, "muscle", muscle.Name, $"muscles/{muscle.Id}", muscle.Plain,
            [muscle.Latin, .. muscle.Synonyms], $"{string.Join(' ', text.Action)} {text.Innervation.Nerve} {signs}");
        foreach ((TriggerPoint point, PointMonograph words) in muscle.Points.Zip(text.Points))
        {
            yield return Document(
                "point", point.Id, "trigger point", point.Name, $"muscles/{muscle.Id}#{point.Id}", words.Description, [], point.Plain);
        }
    }

    private static SearchDocument OfZone(CompiledData data, Zone zone)
    {
        int muscles = data.Knowledge.Muscles.Count(muscle => muscle.Points.Any(point => point.Zones.Any(one => one.Zone == zone.Id)));
        return Document("zone", zone.Id, "zone", zone.Name, $"zones/{zone.Id}", $"{muscles} muscles refer here.", [], zone.Landmarks);
    }

    private static SearchDocument OfRival(CompiledData data, Rival rival)
    {
        RivalMonograph text = data.RivalMonograph(rival.Id)!;
        return Document(
            "rival", rival.Id, rival.Urgency <= Urgency.Urgent ? $"what else it could be ({InWords.Of(rival.Urgency)})" : "what else it could be",
            rival.Name, $"rivals/{rival.Id}", text.Plain, text.Synonyms, $"{text.Description} {string.Join(' ', rival.Separate)}");
    }

    private static SearchDocument OfTechnique(TechniqueGuide guide)
    {
        string id = guide.Technique.ToId();
        return Document("technique", id, "technique", guide.Name, $"techniques#{id}", guide.Plain, [], guide.How);
    }

    private static SearchDocument OfRule(SafetyRule rule) =>
        Document("rule", rule.Id, $"safety rule ({rule.Disposition.ToWord()})", rule.Name, $"safety#{rule.Id}", rule.Reason, [], $"{rule.Suspects} {rule.Tell}");

    private static SearchDocument OfFactor(CompiledData data, PerpetuatingFactor factor)
    {
        string advice = data.Library.TryFindFactor(factor.Id, out FactorMonograph? words) ? words.Advice : "";
        return Document("factor", factor.Id, "what keeps pain going", factor.Name, $"factors#{factor.Id}", advice, words is null ? [] : [words.Plain], factor.Ask);
    }

    private static SearchDocument Document(
        string kind, string id, string kindInWords, string title, string address, string says, IReadOnlyList<string> names,
        string body) =>
        new($"{kind} {id}", new SearchHit(kindInWords, title, address, says), names, body);
}
