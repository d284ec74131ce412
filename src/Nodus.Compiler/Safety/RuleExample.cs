using Nodus.Clinical.Knowledge;
using Nodus.Clinical.Safety;
using Nodus.Clinical.Safety.Language;
using Nodus.Compiler.Yaml;
using YamlDotNet.Core;

namespace Nodus.Compiler.Safety;

/// <summary>A little case beside a rule: one that makes it fire, or a near miss.</summary>
/// <param name="At">Where it stands.</param>
/// <param name="Fires">Whether the rule must fire.</param>
/// <param name="Answers">Yes and no.</param>
/// <param name="Numbers">Measured answers.</param>
/// <param name="Age">Age; null when not told.</param>
/// <param name="Sex">Sex.</param>
/// <param name="Painted">Where it hurts; null when nobody said.</param>
internal sealed record RuleExample(
    Mark At, bool Fires, IReadOnlyDictionary<string, bool> Answers, IReadOnlyDictionary<string, double> Numbers, int? Age, Sex Sex, PaintedRegions? Painted)
{
    /// <summary>Reads one.</summary>
    public static RuleExample Read(FieldReader fields, bool fires, SafetyVocabulary vocabulary)
    {
        var answers = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (string id in fields.References("yes", 0, vocabulary.FactIds, "fact")) answers[id] = true;
        foreach (string id in fields.References("no", 0, vocabulary.FactIds, "fact")) answers[id] = false;
        var numbers = new Dictionary<string, double>(StringComparer.Ordinal);
        if (fields.OptionalMap("numbers") is { } map)
        {
            foreach (string id in map.Keys.Where(vocabulary.FactIds.Contains)) numbers[id] = map.Number(id, double.MinValue, double.MaxValue);
            map.End();
        }

        IReadOnlyList<string> painted = fields.References("painted", 0, vocabulary.RegionIds, "region");
        IReadOnlyList<string> both = fields.References("both", 0, vocabulary.RegionIds, "region");
        int? age = (int?)fields.OptionalNumber("age", 0, 120);
        Sex sex = fields.OptionalText("sex") switch { "F" => Sex.Female, "M" => Sex.Male, _ => Sex.Unknown };
        fields.End();
        ulong sides = Mask(both);
        PaintedRegions? regions = painted.Count + both.Count == 0 ? null : new PaintedRegions(sides, sides, Mask(painted));
        return new RuleExample(fields.Start, fires, answers, numbers, age, sex, regions);

        // All regions that hold a zone of a named one: the same skin has several names.
        ulong Mask(IReadOnlyList<string> ids)
        {
            var zones = ids.Select(vocabulary.RegionOf).OfType<int>().SelectMany(region => vocabulary.Regions[region].Zones).ToHashSet(StringComparer.Ordinal);
            ulong mask = 0;
            for (int i = 0; i < vocabulary.Regions.Count; i++)
            {
                if (vocabulary.Regions[i].Zones.Any(zones.Contains)) mask |= 1UL << i;
            }

            return mask;
        }
    }

    /// <summary>Whether the rule does on it what it must.</summary>
    public bool Holds(SafetyRule rule, SafetyKnowledge knowledge) =>
        rule.FiresCertainly(new FactSheet(knowledge, Answers, Numbers, (Age, Sex), Painted, WordReading.Nothing)) is not null == Fires;
}
