using Nodus.Clinical.Knowledge;
using Nodus.Compiler.Yaml;

namespace Nodus.Compiler.Entries;

/// <summary>Reads factors, techniques, exercises and evidence.</summary>
internal sealed class LibraryReader(EntryLists lists, KnowledgeNames names)
{
    /// <summary>Reads perpetuating factors.</summary>
    public IReadOnlyList<FactorEntry> Factors() => lists.Read(EntryKind.Factor, (fields, id) =>
    {
        string name = fields.Text("name"), plain = fields.Text("plain");
        var kind = fields.Choice<FactorKind>("kind");
        string ask = fields.Text("ask"), advice = fields.Text("advice");
        (Grade grade, IReadOnlyList<string> sources) = fields.Graded(names);
        fields.End();
        return fields.Sound
            ? new FactorEntry(new PerpetuatingFactor(id, name, kind, ask), new FactorMonograph(id, plain, advice, grade, sources))
            : null;
    });

    /// <summary>Reads techniques.</summary>
    public IReadOnlyList<TechniqueGuide> Techniques() =>
        [.. lists.Read(EntryKind.Technique, (fields, _) => Technique(fields)).OrderBy(guide => guide.Technique)];

    /// <summary>Reads exercises.</summary>
    public IReadOnlyList<Exercise> Exercises() => lists.Read(EntryKind.Exercise, (fields, id) =>
    {
        string name = fields.Text("name"), plain = fields.Text("plain");
        IReadOnlyList<string> muscles = fields.References("muscles", 1, names.Muscles, "muscle in muscles.json");
        var kind = fields.Choice<ExerciseKind>("kind");
        string how = fields.Text("how");
        ExerciseDose? dose = ExerciseDose(fields.Map("dose"));
        string progression = fields.Text("progression"), stop = fields.Text("stop");
        (Grade grade, IReadOnlyList<string> sources) = fields.Graded(names);
        fields.End();
        return fields.Sound ? new Exercise(id, name, plain, muscles, kind, how, dose!, progression, stop, grade, sources) : null;
    });

    /// <summary>Reads studies, reviews, consensus.</summary>
    public IReadOnlyList<EvidenceItem> Evidence() => lists.Read(EntryKind.Evidence, (fields, id) =>
    {
        string cite = fields.Text("cite");
        int year = fields.Count("year", 1900, 2100);
        (string? doi, string? url) = fields.Addresses();
        string design = fields.Text("design"), population = fields.Text("population");
        string? n = fields.OptionalText("n");
        string intervention = fields.Text("intervention");
        string? comparator = fields.OptionalText("comparator");
        string effect = fields.Text("effect");
        var certainty = fields.Choice<EvidenceCertainty>("certainty");
        var stance = fields.Choice<EvidenceStance>("stance");
        string claim = fields.Text("claim"), doesNotShow = fields.Text("doesNotShow");
        var provenance = fields.Choice<EvidenceProvenance>("provenance");
        IReadOnlyList<Technique> techniques = fields.Choices<Technique>("techniques", 0);
        IReadOnlyList<string> muscles = fields.References("muscles", 0, names.Muscles, "muscle in muscles.json");
        IReadOnlyList<string> topics = fields.Words("topics", 0);
        fields.End();
        return fields.Sound
            ? new EvidenceItem(
                id, cite, year, doi, url, design, population, n, intervention, comparator, effect, certainty, stance, claim,
                doesNotShow, provenance, techniques, muscles, topics)
            : null;
    });

    /// <summary>Reads claims without a source.</summary>
    public IReadOnlyList<UntracedClaim> Untraced(KnowledgeText? file, KnowledgeErrors errors) => file?.Entries(fields =>
    {
        string claim = fields.Text("claim");
        IReadOnlyList<string> nearest = fields.References("nearest", 0, names.Of(EntryKind.Evidence), "evidence item");
        string advice = fields.Text("advice");
        fields.End();
        return fields.Sound ? new UntracedClaim(claim, nearest, advice) : null;
    }, errors) ?? [];

    /// <summary>Reads the zones that few muscles may refer to.</summary>
    public IReadOnlyList<ExemptZone> ZoneExceptions(KnowledgeText? file, KnowledgeErrors errors) => file?.Entries(fields =>
    {
        string zone = fields.Reference("zone", [.. names.Atlas.Zones.Keys], "zone");
        string reason = fields.Text("reason");
        fields.End();
        return fields.Sound ? new ExemptZone(zone, reason) : null;
    }, errors) ?? [];

    /// <summary>Reads everyday words.</summary>
    public IReadOnlyList<LayWord> LayWords(KnowledgeText? file, KnowledgeErrors errors) => file?.Entries(fields =>
    {
        IReadOnlyList<string> words = fields.Words("words", 1);
        LayMeaning[] means = [.. fields.Texts("means", 1).Select(text => Meaning(fields, text)).OfType<LayMeaning>()];
        fields.End();
        return fields.Sound ? new LayWord(words, means) : null;
    }, errors) ?? [];

    /// <summary>Such as <c>muscle soleus</c>.</summary>
    private LayMeaning? Meaning(FieldReader fields, LocatedText text)
    {
        if (text.Text.Split(' ') is not [string kind, string id])
        {
            fields.Fault(text.At, $"means: '{text.Text}' must be a kind and an id, as in 'muscle soleus'.");
            return null;
        }

        IReadOnlyCollection<string>? known = kind switch
        {
            "zone" => [.. names.Atlas.Zones.Keys],
            "muscle" => names.Muscles,
            "rival" => names.Of(EntryKind.Rival),
            "factor" => names.Of(EntryKind.Factor),
            "technique" => names.Of(EntryKind.Technique),
            "exercise" => names.Of(EntryKind.Exercise),
            "instrument" => names.Of(EntryKind.Instrument),
            "danger_zone" => names.Of(EntryKind.DangerZone),
            _ => null,
        };
        if (known is null)
        {
            fields.Fault(text.At, $"means: there is no kind '{kind}'. Allowed: zone, muscle, rival, factor, technique, exercise, instrument, danger_zone.");
            return null;
        }

        fields.CheckKnown(new LocatedText(id, text.At), "means", known, kind.Replace('_', ' '));
        return new LayMeaning(kind, id);
    }

    private TechniqueGuide? Technique(FieldReader fields)
    {
        var technique = fields.Choice<Technique>("id");
        string name = fields.Text("name"), plain = fields.Text("plain"), how = fields.Text("how");
        IReadOnlyList<Practitioner> who = fields.Choices<Practitioner>("who", 1);
        DoseLimits? dose = DoseLimits(fields.Map("dose"));
        string expect = fields.Text("expect"), harms = fields.Text("harms");
        IReadOnlyList<Contraindication> contraindications = fields.Each("contraindications", Contraindication, item => item.Answer ?? item.Text!);
        IReadOnlyList<string> evidence = fields.References("evidence", 0, names.Of(EntryKind.Evidence), "evidence item");
        (Grade grade, IReadOnlyList<string> sources) = fields.Graded(names);
        fields.End();
        return fields.Sound
            ? new TechniqueGuide(technique, name, plain, how, who, dose!, expect, harms, contraindications, evidence, grade, sources)
            : null;
    }

    private static DoseLimits? DoseLimits(FieldReader? fields)
    {
        if (fields is null) return null;
        double secondsMin = fields.Number("secondsMin", TechniqueProtocol.SecondsMin, TechniqueProtocol.SecondsMax);
        double secondsMax = fields.Number("secondsMax", TechniqueProtocol.SecondsMin, TechniqueProtocol.SecondsMax);
        int repeatsMin = fields.Count("repeatsMin", 1, TechniqueProtocol.RepeatsMax);
        int repeatsMax = fields.Count("repeatsMax", 1, TechniqueProtocol.RepeatsMax);
        double pressureMax = fields.Number("pressureMax", 0, TechniqueProtocol.PressureMax);
        int perWeekMax = fields.Count("perWeekMax", 1, 70);
        string? note = fields.OptionalText("note");
        fields.End();
        if (fields.Sound && secondsMax < secondsMin) fields.Fault(fields.At("secondsMax"), $"{fields.Name("secondsMax")} is less than secondsMin.");
        if (fields.Sound && repeatsMax < repeatsMin) fields.Fault(fields.At("repeatsMax"), $"{fields.Name("repeatsMax")} is less than repeatsMin.");
        return fields.Sound ? new DoseLimits(secondsMin, secondsMax, repeatsMin, repeatsMax, pressureMax, perWeekMax, note) : null;
    }

    private Contraindication? Contraindication(FieldReader fields)
    {
        string? answer = fields.Has("answer") ? fields.Reference("answer", names.Of(EntryKind.Question), "question of the intake") : null;
        string? text = fields.OptionalText("text");
        if ((answer is null) == (text is null)) fields.Fault(fields.Start, $"{fields.Title}: exactly one of answer and text is needed.");
        var level = fields.Choice<ContraindicationLevel>("level");
        string? how = fields.OptionalText("how");
        if (level == ContraindicationLevel.Modify && how is null)
            fields.Fault(fields.At("level"), $"{fields.Name("level")} is modify, so {fields.Name("how")} must say how.");
        fields.End();
        return fields.Sound ? new Contraindication(answer, text, level, how) : null;
    }

    private static ExerciseDose? ExerciseDose(FieldReader? fields)
    {
        if (fields is null) return null;
        int sets = fields.Count("sets", 1, 10);
        int? repeats = fields.Has("repeats") ? fields.Count("repeats", 1, 100) : null;
        double? seconds = fields.OptionalNumber("seconds", 1, 7200);
        int perWeek = fields.Count("perWeek", 1, 7);
        fields.End();
        if (repeats is null && seconds is null) fields.Fault(fields.Start, $"{fields.Title}: repeats or seconds is needed.");
        return fields.Sound ? new ExerciseDose(sets, repeats, seconds, perWeek) : null;
    }
}

/// <summary>A perpetuating factor as its file says it.</summary>
internal sealed record FactorEntry(PerpetuatingFactor Factor, FactorMonograph Monograph);
