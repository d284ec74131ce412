using System.Globalization;
using Nodus.Clinical.Knowledge;
using Nodus.Clinical.Safety;
using Nodus.Clinical.Safety.Language;
using Nodus.Compiler.Entries;
using Nodus.Compiler.Yaml;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Nodus.Compiler.Safety;

/// <summary>Reads <c>knowledge/safety</c>: vocabulary, regions, rules, interview, contacts and language.</summary>
internal sealed class SafetyReader(IReadOnlyList<KnowledgeText> texts, EntryLists lists, KnowledgeNames names, KnowledgeErrors errors)
{
    private const string Folder = "safety";

    /// <summary>Reads everything and tries every rule on its examples.</summary>
    public SafetyEntries Read()
    {
        var vocabulary = new SafetyVocabulary(Facts(), Regions());
        int before = errors.Count;
        (SafetyRule Rule, string Path, RuleExample[] Examples)[] rules = [.. Rules(vocabulary).OrderBy(one => one.Rule.Id, StringComparer.Ordinal)];
        IReadOnlyList<InterviewSection> interview = Interview(vocabulary);
        IReadOnlyList<EmergencyContacts> contacts = Contacts();
        SafetyKnowledge? knowledge = errors.Count == before ? new SafetyKnowledge(vocabulary.Facts, vocabulary.Regions, [.. rules.Select(one => one.Rule)], interview, contacts) : null;
        if (knowledge is not null)
        {
            foreach ((SafetyRule rule, string path, RuleExample[] examples) in rules)
            {
                foreach (RuleExample one in examples.Where(one => !one.Holds(rule, knowledge)))
                    errors.Add(path, one.At, $"The rule {rule.Id} {(one.Fires ? "does not fire on this example" : "fires on this near miss")}.");
            }
        }

        return new SafetyEntries(knowledge, new SafetyLanguage(Wordings(vocabulary), Cues(), Medication(vocabulary)));
    }

    private IReadOnlyList<SafetyFact> Facts()
    {
        IReadOnlyCollection<string> ids = names.Of(EntryKind.Question);
        var taken = new HashSet<string>(ids, StringComparer.Ordinal);
        return lists.Read(EntryKind.Question, (fields, id) =>
        {
            string? ask = fields.OptionalText("ask");
            string professional = fields.Text("professional");
            string? help = fields.OptionalText("help");
            AskedOf askedOf = fields.Has("asked_of") ? fields.Choice<AskedOf>("asked_of") : AskedOf.Everyone;
            if (ask is null && askedOf == AskedOf.Everyone) fields.Fault(fields.Start, $"{id} needs ask, or asked_of: clinician.");
            FactTime time = fields.Has("time") ? fields.Choice<FactTime>("time") : FactTime.Now;
            FactScale? scale = null;
            if (fields.Has("kind") && fields.Text("kind") == "number")
                scale = new FactScale(fields.Text("unit"), fields.Number("least", -1000, 10000), fields.Number("most", -1000, 10000));
            IReadOnlyList<string> also = fields.Words("also", 0);
            foreach (string name in also.Where(name => !taken.Add(name))) fields.Fault(fields.At("also"), $"{fields.Name("also")} names '{name}', which is taken by another fact.");
            IReadOnlyList<string> implies = fields.References("implies", 0, ids, "question");
            bool isPrivate = fields.Flag("private");
            fields.End();
            return fields.Sound ? new SafetyFact(id, ask, professional, help, askedOf, time, scale, also, implies) { IsPrivate = isPrivate } : null;
        });
    }

    private IReadOnlyList<BodyRegion> Regions() => Listed("regions", fields =>
    {
        string id = fields.Text("id");
        IReadOnlyList<string> zones = fields.References("zones", 1, [.. names.Atlas.Zones.Keys], "zone");
        fields.End();
        return fields.Sound ? new BodyRegion(id, zones) : null;
    });

    private IEnumerable<(SafetyRule Rule, string Path, RuleExample[] Examples)> Rules(SafetyVocabulary vocabulary)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (KnowledgeText file in texts.In($"{Folder}/rules"))
        {
            var conditions = new ConditionReader(vocabulary, file.Path, errors);
            foreach (FieldReader fields in file.Entries(errors))
            {
                (SafetyRule? rule, RuleExample[] examples) = Rule(fields, conditions, vocabulary);
                if (rule is null) continue;
                if (!seen.Add(rule.Id)) fields.Fault(fields.At("id"), $"The rule '{rule.Id}' is defined twice.");
                yield return (rule, file.Path, examples);
            }
        }
    }

    private (SafetyRule? Rule, RuleExample[] Examples) Rule(FieldReader fields, ConditionReader conditions, SafetyVocabulary vocabulary)
    {
        string id = fields.Text("id"), name = fields.Text("name");
        Disposition disposition = fields.Choice<Disposition>("disposition");
        string suspects = fields.Text("suspects");
        Condition? when = fields.Node("when") is { } node ? conditions.Read(node, fields.Name("when")) : null;
        Condition? unless = fields.Has("unless") && fields.Node("unless") is { } silenced ? conditions.Read(silenced, fields.Name("unless")) : null;
        string reason = fields.Text("reason"), tell = fields.Text("tell"), act = fields.Text("act");
        var limits = new List<RuleLimit>();
        foreach (FieldReader limit in fields.Maps("limits"))
        {
            if (Limit(limit, vocabulary) is { } read) limits.Add(read);
        }

        (Grade grade, IReadOnlyList<string> sources) = fields.Graded(names);
        var examples = new List<RuleExample>();
        if (fields.Map("examples") is { } of)
        {
            foreach (string kind in (string[])["fires", "silent"])
            {
                IReadOnlyList<FieldReader> some = of.Maps(kind);
                if (some.Count == 0) of.Fault(of.Start, $"{of.Name(kind)} needs at least one example.");
                examples.AddRange(some.Select(one => RuleExample.Read(one, kind == "fires", vocabulary)));
            }

            of.End();
        }

        fields.End();
        return fields.Sound && when is not null
            ? (new SafetyRule(id, name, disposition, suspects, when, unless, reason, tell, act, limits, grade, sources), [.. examples])
            : (null, []);
    }

    private static RuleLimit? Limit(FieldReader fields, SafetyVocabulary vocabulary)
    {
        bool all = fields.Node("techniques") is YamlScalarNode { Value: "all" };
        IReadOnlyList<Technique> techniques = all ? [] : fields.Choices<Technique>("techniques", 1);
        (LimitPlace place, IReadOnlyList<string> regions) = fields.Node("at") switch
        {
            YamlSequenceNode => (LimitPlace.Regions, fields.References("at", 1, vocabulary.RegionIds, "region")),
            YamlScalarNode { Value: "everywhere" } => (LimitPlace.Everywhere, []),
            YamlScalarNode { Value: "complaint" } => (LimitPlace.Complaint, []),
            YamlScalarNode { Value: "there" } => (LimitPlace.There, (IReadOnlyList<string>)[]),
            _ => (LimitPlace.Everywhere, []),
        };
        if (place == LimitPlace.Everywhere && fields.OptionalText("at") is not "everywhere")
            fields.Fault(fields.At("at"), $"{fields.Name("at")} must be everywhere, complaint, there, or a list of regions.");
        string verdict = fields.Text("verdict"), why = fields.Text("why");
        if (verdict is not ("no" or "modify")) fields.Fault(fields.At("verdict"), $"{fields.Name("verdict")} must be no or modify.");
        string? how = fields.OptionalText("how"), instead = fields.OptionalText("instead");
        if (verdict == "modify" && how is null) fields.Fault(fields.Start, $"{fields.Title} modifies and must say how.");
        fields.End();
        return fields.Sound ? new RuleLimit(techniques, place, regions, verdict == "no" ? null : how, why, instead) : null;
    }

    private IReadOnlyList<InterviewSection> Interview(SafetyVocabulary vocabulary)
    {
        var conditions = new ConditionReader(vocabulary, $"knowledge/{Folder}/interview.yaml", errors);
        return Listed("interview", fields =>
        {
            string id = fields.Text("id"), title = fields.Text("title"), professional = fields.Text("professional");
            Condition? when = fields.Has("when") && fields.Node("when") is { } node ? conditions.Read(node, fields.Name("when")) : null;
            IReadOnlyList<string> ask = fields.References("ask", 1, vocabulary.FactIds, "fact");
            fields.End();
            return fields.Sound ? new InterviewSection(id, title, professional, when, [.. ask.Select(vocabulary.FactOf).OfType<int>()]) : null;
        });
    }

    private IReadOnlyList<EmergencyContacts> Contacts() => Listed("emergency-numbers", fields =>
    {
        string country = fields.Text("country"), name = fields.Text("name");
        IReadOnlyList<string> emergency = fields.Words("emergency", 1);
        string? crisis = fields.OptionalText("crisis"), advice = fields.OptionalText("advice");
        fields.End();
        return fields.Sound ? new EmergencyContacts(country, name, emergency, crisis, advice) : null;
    });

    private List<Wording> Wordings(SafetyVocabulary vocabulary)
    {
        var merged = new SortedDictionary<string, Wording>(StringComparer.Ordinal);
        foreach (FieldReader fields in texts.In($"{Folder}/language").SelectMany(file => file.Entries(errors)))
        {
            bool isRegion = fields.Has("region");
            string id = isRegion
                ? fields.Reference("region", vocabulary.RegionIds, "region")
                : fields.Reference("fact", vocabulary.FactIds, "fact");
            Wording one = new(id, isRegion, Patterns(fields, "says"), Patterns(fields, "denies"), Patterns(fields, "ignore"));
            fields.End();
            if (!fields.Sound) continue;
            string key = $"{(isRegion ? "region" : "fact")} {id}";
            merged[key] = merged.TryGetValue(key, out Wording? old)
                ? old with { Says = [.. old.Says, .. one.Says], Denies = [.. old.Denies, .. one.Denies], Ignore = [.. old.Ignore, .. one.Ignore] }
                : one;
        }

        return [.. merged.Values];
    }

    private IReadOnlyList<CueWords> Cues() => Listed("cues", fields =>
    {
        var kind = fields.Choice<CueKind>("cue");
        IReadOnlyList<string> before = Patterns(fields, "before"), after = Patterns(fields, "after");
        fields.End();
        return fields.Sound ? new CueWords(kind, before, after) : null;
    });

    private IReadOnlyList<MedicationClass> Medication(SafetyVocabulary vocabulary) => Listed("medication", fields =>
    {
        string id = fields.Text("id"), name = fields.Text("name");
        string fact = fields.Reference("fact", vocabulary.FactIds, "fact");
        string[] medicines = [.. fields.Words("names", 0).Select(word => word.ToLower(CultureInfo.InvariantCulture))];
        IReadOnlyList<string> words = Patterns(fields, "words");
        fields.End();
        // Names of two words are phrases.
        return fields.Sound
            ? new MedicationClass(id, name, fact, [.. medicines.Where(one => one.All(char.IsLetterOrDigit))], [.. words, .. medicines.Where(one => !one.All(char.IsLetterOrDigit)).Select(Phrase).Where(one => one.Length > 0)])
            : null;

        static string Phrase(string name) => string.Join(' ', name.Split([' ', '-', '/', '.', '(', ')', '+', ','], StringSplitOptions.RemoveEmptyEntries)
            .Select(word => new string([.. word.Where(char.IsAsciiLetterOrDigit)])).Where(word => word.Length > 0));
    });

    private static IReadOnlyList<string> Patterns(FieldReader fields, string key)
    {
        foreach (LocatedText pattern in fields.Texts(key, 0))
        {
            if (WordPatterns.Fault(pattern.Text) is { } fault) fields.Fault(pattern.At, $"{fields.Name(key)}: \"{pattern.Text}\": {fault}");
        }

        return fields.Words(key, 0);
    }

    private IReadOnlyList<T> Listed<T>(string name, Func<FieldReader, T?> read)
        where T : class
    {
        if (texts.Named($"{Folder}/{name}") is { } file) return file.Entries(read, errors);
        errors.Add($"knowledge/{Folder}/{name}.yaml", Mark.Empty, "The file is missing.");
        return [];
    }
}

/// <summary>What stands in <c>knowledge/safety</c>.</summary>
/// <param name="Knowledge">Vocabulary, rules, interview and contacts; null after a fault.</param>
/// <param name="Language">How patients say it.</param>
internal sealed record SafetyEntries(SafetyKnowledge? Knowledge, SafetyLanguage Language)
{
    /// <summary>Nothing: the folder is a part of the knowledge.</summary>
    public static SafetyEntries None { get; } = new(null, new SafetyLanguage([], [], []));
}
