using Nodus.Clinical.Knowledge;
using Nodus.Compiler.Yaml;

namespace Nodus.Compiler.Entries;

/// <summary>Reads one muscle file.</summary>
internal sealed class MuscleReader(KnowledgeNames names, KnowledgeErrors errors)
{
    private readonly PointReader pointReader = new(names);

    /// <summary>The muscle; null after noting at least one fault.</summary>
    public MuscleEntry? Read(KnowledgeText file)
    {
        if (YamlFile.Load(file.Path, file.Text, errors) is not { } root) return null;
        return FieldReader.Of(root, "", file.Path, errors) is { } fields ? Read(fields, file) : null;
    }

    private MuscleEntry? Read(FieldReader fields, KnowledgeText file)
    {
        string id = fields.Reference("id", names.Muscles, "muscle in muscles.json");
        if (id.Length > 0 && !string.Equals(id, file.Stem, StringComparison.Ordinal))
            fields.Fault(fields.At("id"), $"id is '{id}', but the file is named '{file.Stem}.yaml'; the two must be the same.");
        string name = fields.Text("name"), latin = fields.Text("latin");
        IReadOnlyList<string> synonyms = Texts(fields, "synonyms", 0);
        string group = fields.Reference("group", names.Groups, "muscle group");
        if (group.Length > 0 && names.Atlas.Muscles.TryGetValue(id, out string? listed) && !string.Equals(group, listed, StringComparison.Ordinal)
            && names.Groups.Contains(group))
        {
            fields.Fault(fields.At("group"), $"group is '{group}', but muscles.json puts '{id}' into '{listed}'.");
        }

        IReadOnlyDictionary<string, string> codes = fields.OptionalMap("codes")?.FreeTexts() ?? new Dictionary<string, string>(StringComparer.Ordinal);
        var confidence = fields.Choice<Confidence>("confidence");
        string plain = fields.Text("plain");
        Attachments? attachments = Attachments(fields.Map("attachments"));
        IReadOnlyList<string> action = Texts(fields, "action", 1);
        Innervation? innervation = Innervation(fields.Map("innervation"));
        (PointEntry Point, PointMonograph Texts)[] points = Points(fields, id);
        MovementEffect[] movements = [.. fields.Maps("movements").Select(Movement).OfType<MovementEffect>()];
        ActivityEffect[] activities = [.. fields.Maps("activities").Select(Activity).OfType<ActivityEffect>()];
        SignAssociation[] signs = [.. fields.Maps("signs").Select(Sign).OfType<SignAssociation>()];
        LookAlike[] lookAlikes = [.. fields.Maps("lookAlikes").Select(LookAlike).OfType<LookAlike>()];
        IReadOnlyList<string> satellites = fields.References("satellites", 0, names.Muscles, "muscle in muscles.json");
        TechniqueNote[] techniques = [.. fields.Maps("techniques").Select(TechniqueNote).OfType<TechniqueNote>()];
        Stretch? stretch = fields.OptionalMap("stretch") is { } stretching ? Stretch(stretching) : null;
        SelfRelease? selfRelease = SelfRelease(fields.Map("selfRelease"));
        IReadOnlyList<string> cautions = Texts(fields, "cautions", 1);
        IReadOnlyList<string> dangerZones = Texts(fields, "dangerZones", 0);
        IReadOnlyList<string> sources = fields.References("sources", 1, names.Sources, "source");
        string? notes = fields.OptionalText("notes");
        fields.End();
        if (!fields.Sound) return null;
        var monograph = new MuscleMonograph(
            id, codes, attachments!, action, innervation!, [.. points.Select(point => point.Texts)], lookAlikes, techniques,
            stretch, selfRelease!, cautions, dangerZones, notes);
        return new MuscleEntry(
            file.Path, id, name, latin, synonyms, group, plain, confidence, [.. points.Select(point => point.Point)],
            movements, activities, signs, satellites, sources, monograph);
    }

    private (PointEntry Point, PointMonograph Texts)[] Points(FieldReader fields, string muscle)
    {
        IReadOnlyList<FieldReader> maps = fields.Maps("points");
        if (maps.Count == 0) fields.Fault(fields.At("points"), "points is missing; a muscle needs at least one trigger point.");
        var points = new List<(PointEntry Point, PointMonograph Texts)>();
        foreach (FieldReader map in maps)
        {
            if (pointReader.Read(map, muscle) is not { } point) continue;
            if (points.Exists(other => string.Equals(other.Point.Id, point.Point.Id, StringComparison.Ordinal)))
                map.Fault(map.At("id"), $"The trigger point '{point.Point.Id}' is defined twice.");
            points.Add(point);
        }

        return [.. points];
    }

    private static Attachments? Attachments(FieldReader? fields)
    {
        if (fields is null) return null;
        string origin = fields.Text("origin"), insertion = fields.Text("insertion");
        fields.End();
        return fields.Sound ? new Attachments(origin, insertion) : null;
    }

    private static Innervation? Innervation(FieldReader? fields)
    {
        if (fields is null) return null;
        string nerve = fields.Text("nerve");
        IReadOnlyList<string> roots = Texts(fields, "roots", 1);
        fields.End();
        return fields.Sound ? new Innervation(nerve, roots) : null;
    }

    private MovementEffect? Movement(FieldReader fields)
    {
        string test = fields.Reference("test", names.Movements, "movement test");
        var effect = fields.Choice<MovementFinding>("effect");
        double strength = fields.Number("strength", 0, 1);
        var grade = fields.Choice<Grade>("grade");
        fields.End();
        return fields.Sound ? new MovementEffect(test, effect, strength, grade) : null;
    }

    private ActivityEffect? Activity(FieldReader fields)
    {
        string activity = fields.Reference("activity", names.Activities, "activity");
        var effect = fields.Choice<ActivityDirection>("effect");
        double strength = fields.Number("strength", 0, 1);
        var grade = fields.Choice<Grade>("grade");
        fields.End();
        return fields.Sound ? new ActivityEffect(activity, effect, strength, grade) : null;
    }

    private SignAssociation? Sign(FieldReader fields)
    {
        string sign = fields.Reference("sign", names.Signs, "sign");
        double strength = fields.Number("strength", 0, 1);
        var grade = fields.Choice<Grade>("grade");
        fields.End();
        return fields.Sound ? new SignAssociation(sign, strength, grade) : null;
    }

    private static LookAlike? LookAlike(FieldReader fields)
    {
        string name = fields.Text("name"), separate = fields.Text("separate");
        fields.End();
        return fields.Sound ? new LookAlike(name, separate) : null;
    }

    private TechniqueNote? TechniqueNote(FieldReader fields)
    {
        var technique = fields.Choice<Technique>("technique");
        string dose = fields.Text("dose"), note = fields.Text("note");
        var grade = fields.Choice<Grade>("grade");
        IReadOnlyList<string> sources = fields.References("sources", 0, names.Sources, "source");
        if (grade == Grade.Published && sources.Count == 0)
            fields.Fault(fields.At("grade"), $"{fields.Name("grade")} is published, so {fields.Name("sources")} must name where.");
        fields.End();
        return fields.Sound ? new TechniqueNote(technique, dose, note, grade, sources) : null;
    }

    private static Stretch? Stretch(FieldReader fields)
    {
        string how = fields.Text("how");
        double seconds = fields.Number("seconds", Clinical.Knowledge.Stretch.SecondsMin, Clinical.Knowledge.Stretch.SecondsMax);
        int repeats = fields.Count("repeats", 1, Clinical.Knowledge.Stretch.RepeatsMax);
        string stop = fields.Text("stop");
        var grade = fields.Choice<Grade>("grade");
        string? figure = fields.OptionalText("figure");
        fields.End();
        return fields.Sound ? new Stretch(how, seconds, repeats, stop, grade) { Figure = figure } : null;
    }

    private static SelfRelease? SelfRelease(FieldReader? fields)
    {
        if (fields is null) return null;
        if (fields.OptionalText("none") is { } none)
        {
            fields.End();
            return fields.Sound ? new SelfRelease(null, null, null, null, null, null, none) : null;
        }

        string tool = fields.Text("tool"), how = fields.Text("how");
        double seconds = fields.Number("seconds", 5, 300);
        int timesPerDay = fields.Count("timesPerDay", 1, 12);
        string stop = fields.Text("stop");
        var grade = fields.Choice<Grade>("grade");
        string? figure = fields.OptionalText("figure");
        fields.End();
        return fields.Sound ? new SelfRelease(tool, how, seconds, timesPerDay, stop, grade, null) { Figure = figure } : null;
    }

    private static IReadOnlyList<string> Texts(FieldReader fields, string key, int least) =>
        [.. fields.Texts(key, least).Select(text => text.Text)];
}
