using Nodus.Anatomy.Drawing;
using Nodus.Clinical.Knowledge;
using Nodus.Compiler.Yaml;

namespace Nodus.Compiler.Entries;

/// <summary>Reads one file of a rival.</summary>
internal sealed class RivalReader(KnowledgeNames names, KnowledgeErrors errors)
{
    private readonly PatternReader patternReader = new(names);

    /// <summary>The rival; null after noting at least one fault.</summary>
    public RivalEntry? Read(KnowledgeText file)
    {
        if (YamlFile.Load(file.Path, file.Text, errors) is not { } root) return null;
        return FieldReader.Of(root, "", file.Path, errors) is { } fields ? Read(fields, file) : null;
    }

    private RivalEntry? Read(FieldReader fields, KnowledgeText file)
    {
        string id = fields.IdOfFile(file.Stem);
        string name = fields.Text("name"), plain = fields.Text("plain");
        var kind = fields.Choice<RivalKind>("kind");
        IReadOnlyList<string> synonyms = fields.Words("synonyms", 0);
        PatternEntry pattern = patternReader.Read(fields, Sidedness(fields));
        string description = fields.Text("description");
        PainQuality[] qualities = [.. Qualities(fields)];
        IReadOnlyList<SupportingFinding> supporting = fields.Each("for", Supporting, found => found.Finding);
        IReadOnlyList<OpposingFinding> opposing = fields.Each("against", Opposing, found => found.Finding);
        IReadOnlyList<SeparatingTest> tests = fields.Each("tests", Test, test => test.Name);
        IReadOnlyList<string> separate = fields.Words("separate", 1);
        string action = fields.Text("action"), tell = fields.Text("tell");
        var urgency = fields.Choice<Urgency>("urgency");
        RivalPrior? prior = Prior(fields.Map("prior"));
        var confidence = fields.Choice<Confidence>("confidence");
        IReadOnlyList<string> sources = fields.References("sources", 1, names.Of(EntryKind.Source), "source");
        string? notes = fields.OptionalText("notes");
        Bearers bearers = fields.OptionalMap("only") is { } only ? Bearers(only) : Clinical.Knowledge.Bearers.Everybody;
        fields.End();
        PatternReader.Check(fields, pattern, painless: false);
        if (fields.Sound && pattern is { Sidedness: Clinical.Knowledge.Sidedness.Unpaired, Laterality: ReferralLaterality.Ipsilateral or ReferralLaterality.Contralateral })
            fields.Fault(fields.At("pattern"), "pattern has a side, yet 'paired: false' without 'oneSided' has none; allowed is bilateral or midline.");
        if (fields.Sound && tests.Count == 0) fields.Fault(fields.At("tests"), "tests is missing; a rival needs at least one that separates it.");
        if (!fields.Sound) return null;
        var monograph = new RivalMonograph(id, plain, synonyms, description, supporting, opposing, tests, action, tell, prior!, notes);
        return new RivalEntry(
            file.Path, fields.At("pattern"), id, name, kind, pattern, qualities, separate, urgency, confidence, sources, bearers, monograph);
    }

    private static Sidedness Sidedness(FieldReader fields)
    {
        bool paired = fields.Flag("paired", needed: true);
        if (!fields.Has("oneSided")) return paired ? Clinical.Knowledge.Sidedness.Paired : Clinical.Knowledge.Sidedness.Unpaired;
        if (paired) fields.Fault(fields.At("oneSided"), $"{fields.Name("oneSided")} says where the only one lies; it contradicts 'paired: true'.");
        return fields.Choice<Half>("oneSided") == Half.Left
            ? Clinical.Knowledge.Sidedness.LeftOnly
            : Clinical.Knowledge.Sidedness.RightOnly;
    }

    private static Bearers Bearers(FieldReader only)
    {
        Sex? sex = only.Has("sex") ? only.Choice<Sex>("sex") : null;
        double? from = only.OptionalNumber("from_age", 0, 120), to = only.OptionalNumber("to_age", 0, 120);
        if (from > to) only.Fault(only.At("to_age"), $"{only.Name("to_age")} is {to}, below from_age, {from}.");
        if (sex is null && from is null && to is null) only.Fault(only.Start, $"{only.Title} needs sex, from_age or to_age.");
        only.End();
        return new Bearers(sex, (int?)from, (int?)to);
    }

    private static IEnumerable<PainQuality> Qualities(FieldReader fields)
    {
        foreach (string word in fields.References("qualities", 0, PainQualities.Words, "quality of pain"))
        {
            if (PainQualities.TryParse(word, out PainQuality quality)) yield return quality;
        }
    }

    private SupportingFinding? Supporting(FieldReader fields)
    {
        RivalFinding? finding = Finding(fields);
        double strength = fields.Number("strength", 0, 1);
        var grade = fields.Choice<Grade>("grade");
        fields.End();
        return fields.Sound ? new SupportingFinding(finding!, strength, grade) : null;
    }

    private OpposingFinding? Opposing(FieldReader fields)
    {
        RivalFinding? finding = Finding(fields);
        double ratio = fields.Number("ratio", OpposingFinding.RatioMin, OpposingFinding.RatioMax);
        var grade = fields.Choice<Grade>("grade");
        fields.End();
        return fields.Sound ? new OpposingFinding(finding!, ratio, grade) : null;
    }

    private RivalFinding? Finding(FieldReader fields)
    {
        string[] kinds = [.. Enum.GetNames<RivalFindingKind>().Select(kind => kind.ToLowerInvariant())];
        string[] given = [.. kinds.Where(fields.Has)];
        if (given.Length != 1)
        {
            string found = given.Length == 0 ? "none" : string.Join(" and ", given);
            fields.Fault(fields.Start, $"{fields.Title}: exactly one of {string.Join(", ", kinds)} is needed, not {found}.");
            return null;
        }

        var kind = (RivalFindingKind)Array.IndexOf(kinds, given[0]);
        string id = kind switch
        {
            RivalFindingKind.Answer => fields.Reference(given[0], names.Of(EntryKind.Question), "question of the intake"),
            RivalFindingKind.Movement => fields.Reference(given[0], names.Of(EntryKind.Movement), "movement test"),
            RivalFindingKind.Activity => fields.Reference(given[0], names.Of(EntryKind.Activity), "activity"),
            RivalFindingKind.Sign => fields.Reference(given[0], names.Of(EntryKind.Sign), "sign"),
            _ => fields.Text(given[0]),
        };
        MovementFinding? shows = kind == RivalFindingKind.Movement ? fields.Choice<MovementFinding>("effect") : null;
        ActivityDirection? does = kind == RivalFindingKind.Activity ? fields.Choice<ActivityDirection>("effect") : null;
        return fields.Sound ? new RivalFinding(kind, id, shows, does) : null;
    }

    private SeparatingTest? Test(FieldReader fields)
    {
        string name = fields.Text("name"), how = fields.Text("how"), positive = fields.Text("positive");
        double? sensitivity = fields.OptionalNumber("sensitivity", 0, 1), specificity = fields.OptionalNumber("specificity", 0, 1);
        (Grade grade, IReadOnlyList<string> sources) = fields.Graded(names);
        fields.End();
        return fields.Sound ? new SeparatingTest(name, how, positive, sensitivity, specificity, grade, sources) : null;
    }

    private RivalPrior? Prior(FieldReader? fields)
    {
        if (fields is null) return null;
        double value = fields.Number("value", RivalPrior.ValueMin, RivalPrior.ValueMax);
        (Grade grade, IReadOnlyList<string> sources) = fields.Graded(names);
        string? note = fields.OptionalText("note");
        fields.End();
        return fields.Sound ? new RivalPrior(value, grade, sources, note) : null;
    }

    private enum Half
    {
        Left,
        Right,
    }
}
