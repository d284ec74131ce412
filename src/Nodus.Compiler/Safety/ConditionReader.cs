using System.Globalization;
using Nodus.Clinical.Knowledge;
using Nodus.Clinical.Safety;
using Nodus.Compiler.Yaml;
using YamlDotNet.RepresentationModel;

namespace Nodus.Compiler.Safety;

/// <summary>Reads conditions: the id of a fact, or a mapping as the format describes it.</summary>
internal sealed class ConditionReader(SafetyVocabulary vocabulary, string path, KnowledgeErrors errors)
{
    private const string Forms = "a fact's id, or a mapping: no, all, any, at_least + of, painted, both_sides, age_from, age_below, sex, fact + from / below, score_from + points";

    /// <summary>Reads a condition; null after a fault.</summary>
    /// <param name="node">The node.</param>
    /// <param name="name">What messages call it.</param>
    public Condition? Read(YamlNode node, string name)
    {
        if (node is YamlScalarNode scalar) return Fact(scalar, name) is { } fact ? new FactIsYes(fact) : null;
        if (node is not YamlMappingNode map) return Fault<Condition>(node, $"{name} must be {Forms}.");
        var parts = new Dictionary<string, YamlNode>(StringComparer.Ordinal);
        foreach ((YamlNode key, YamlNode value) in map.Children) parts[(key as YamlScalarNode)?.Value ?? ""] = value;
        return parts switch
        {
            { Count: 1 } when parts.TryGetValue("no", out YamlNode? no) => Fact(no, $"{name}.no") is { } fact ? new FactIsNo(fact) : null,
            { Count: 1 } when parts.TryGetValue("all", out YamlNode? all) => List(all, $"{name}.all") is { } of ? new AllOf(of) : null,
            { Count: 1 } when parts.TryGetValue("any", out YamlNode? any) => List(any, $"{name}.any") is { } of ? new AtLeast(1, of) : null,
            { Count: 1 } when parts.TryGetValue("painted", out YamlNode? regions) => Mask(regions, $"{name}.painted") is { } mask ? new Painted(mask, false) : null,
            { Count: 1 } when parts.TryGetValue("both_sides", out YamlNode? regions) => Mask(regions, $"{name}.both_sides") is { } mask ? new Painted(mask, true) : null,
            { Count: 1 } when parts.TryGetValue("sex", out YamlNode? sex) => SexOf(sex, $"{name}.sex"),
            _ when parts.ContainsKey("at_least") => Several(parts, map, name),
            _ when parts.ContainsKey("fact") => Within(parts, map, name),
            _ when parts.ContainsKey("score_from") => Score(parts, map, name),
            _ when parts.Keys.All(key => key is "age_from" or "age_below") && parts.Count > 0 => Age(parts, name),
            _ => Fault<Condition>(map, $"{name} must be {Forms}."),
        };
    }

    private AtLeast? Several(Dictionary<string, YamlNode> parts, YamlMappingNode map, string name)
    {
        if (parts.Count != 2 || !parts.TryGetValue("of", out YamlNode? list)) return Fault<AtLeast>(map, $"{name} needs at_least and of, and nothing else.");
        if (Number(parts["at_least"], $"{name}.at_least") is not { } least || List(list, $"{name}.of") is not { } of) return null;
        return least >= 1 && least <= of.Count && least == Math.Floor(least)
            ? new AtLeast((int)least, of)
            : Fault<AtLeast>(map, $"{name}.at_least must be a whole number from 1 to {of.Count}.");
    }

    private FactWithin? Within(Dictionary<string, YamlNode> parts, YamlMappingNode map, string name)
    {
        if (parts.Keys.Any(key => key is not ("fact" or "from" or "below")) || parts.Count < 2) return Fault<FactWithin>(map, $"{name} needs fact with from, below, or both.");
        if (Fact(parts["fact"], $"{name}.fact") is not { } fact) return null;
        if (vocabulary.Facts[fact].Scale is null) return Fault<FactWithin>(map, $"{name}.fact: {vocabulary.Facts[fact].Id} is answered by yes or no, not by a number.");
        return new FactWithin(fact, Bound(parts, "from", double.MinValue, name), Bound(parts, "below", double.MaxValue, name));
    }

    private AgeWithin Age(Dictionary<string, YamlNode> parts, string name) =>
        new((int)Bound(parts, "age_from", 0, name), (int)Bound(parts, "age_below", 1000, name));

    private ScoreFrom? Score(Dictionary<string, YamlNode> parts, YamlMappingNode map, string name)
    {
        if (parts.Count != 2 || !parts.TryGetValue("points", out YamlNode? points)) return Fault<ScoreFrom>(map, $"{name} needs score_from and points.");
        if (Number(parts["score_from"], $"{name}.score_from") is not { } from) return null;
        var items = new List<ScoreItem>();
        foreach (FieldReader item in FieldReader.ListOf(points, $"{name}.points", path, errors))
        {
            YamlNode? of = item.Node("of");
            double worth = item.Number("is", -20, 20);
            item.End();
            if (of is not null && Read(of, item.Name("of")) is { } condition) items.Add(new ScoreItem(condition, worth));
        }

        return new ScoreFrom(from, items);
    }

    private SexIs? SexOf(YamlNode node, string name) => (node as YamlScalarNode)?.Value switch
    {
        "female" => new SexIs(Sex.Female),
        "male" => new SexIs(Sex.Male),
        _ => Fault<SexIs>(node, $"{name} must be female or male."),
    };

    private double Bound(Dictionary<string, YamlNode> parts, string key, double otherwise, string name) =>
        parts.TryGetValue(key, out YamlNode? node) ? Number(node, $"{name}.{key}") ?? otherwise : otherwise;

    private double? Number(YamlNode node, string name)
    {
        if (node is YamlScalarNode scalar && double.TryParse(scalar.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)) return number;
        errors.Add(path, node.Start, $"{name} must be a number.");
        return null;
    }

    private List<Condition>? List(YamlNode node, string name)
    {
        if (node is not YamlSequenceNode { Children.Count: > 0 } list) return Fault<List<Condition>>(node, $"{name} must be a list with at least one condition.");
        var of = new List<Condition>();
        for (int i = 0; i < list.Children.Count; i++)
        {
            if (Read(list.Children[i], $"{name}[{i}]") is { } condition) of.Add(condition);
        }

        return of.Count == list.Children.Count ? of : null;
    }

    private int? Fact(YamlNode node, string name)
    {
        if (node is not YamlScalarNode { Value: { Length: > 0 } id })
        {
            errors.Add(path, node.Start, $"{name} must be a fact's id.");
            return null;
        }

        if (vocabulary.FactOf(id) is { } fact) return fact;
        errors.Add(path, node.Start, $"{name}: there is no fact '{id}'.{Clinical.NearWord.Suggest(id, vocabulary.FactIds)}");
        return null;
    }

    private ulong? Mask(YamlNode node, string name)
    {
        if (node is not YamlSequenceNode { Children.Count: > 0 } list)
        {
            errors.Add(path, node.Start, $"{name} must be a list of regions.");
            return null;
        }

        ulong mask = 0;
        foreach (YamlNode child in list.Children)
        {
            string id = (child as YamlScalarNode)?.Value ?? "";
            if (vocabulary.RegionOf(id) is { } region) mask |= 1UL << region;
            else errors.Add(path, child.Start, $"{name}: there is no region '{id}'.{Clinical.NearWord.Suggest(id, vocabulary.RegionIds)}");
        }

        return mask;
    }

    private T? Fault<T>(YamlNode node, string message)
        where T : class
    {
        errors.Add(path, node.Start, message);
        return null;
    }
}
