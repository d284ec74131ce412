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
        string id = fields.IdOfFile(file.Stem);
        if (id.Length > 0) fields.CheckKnown(new LocatedText(id, fields.At("id")), "id", names.Muscles, "muscle in muscles.json");
        string name = fields.Text("name"), latin = fields.Text("latin");
        IReadOnlyList<string> synonyms = fields.Words("synonyms", 0);
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
        IReadOnlyList<string> action = fields.Words("action", 1);
        Innervation? innervation = Innervation(fields.Map("innervation"));
        (PointEntry Point, PointMonograph Texts)[] points = Points(fields, id);
        IReadOnlyList<MovementEffect> movements = fields.Each("movements", Movement, effect => (effect.Test, effect.Effect));
        IReadOnlyList<ActivityEffect> activities = fields.Each("activities", Activity, effect => (effect.Activity, effect.Effect));
        IReadOnlyList<SignAssociation> signs = fields.Each("signs", Sign, association => association.Sign);
        IReadOnlyList<LookAlike> lookAlikes = fields.Each("lookAlikes", LookAlike, other => other.Rival ?? other.Name!);
        IReadOnlyList<FactorOdds> factors = fields.Each("factors", Factor, factor => factor.Factor);
        IReadOnlyList<string> satellites = fields.References("satellites", 0, names.Muscles, "muscle in muscles.json");
        TechniqueProtocol[] techniques = [.. fields.Maps("techniques").Select(Protocol).OfType<TechniqueProtocol>()];
        Stretch? stretch = fields.OptionalMap("stretch") is { } stretching ? Stretch(stretching) : null;
        SelfRelease? selfRelease = SelfRelease(fields.Map("selfRelease"));
        IReadOnlyList<string> cautions = fields.Words("cautions", 1);
        IReadOnlyList<NearbyDanger> dangerZones = fields.Each("dangerZones", Danger, danger => danger.Zone);
        IReadOnlyList<string> sources = fields.References("sources", 1, names.Of(EntryKind.Source), "source");
        string? notes = fields.OptionalText("notes");
        fields.End();
        if (!fields.Sound) return null;
        var monograph = new MuscleMonograph(
            id, codes, attachments!, action, innervation!, [.. points.Select(point => point.Texts)], lookAlikes, techniques,
            stretch, selfRelease!, cautions, dangerZones, notes);
        return new MuscleEntry(
            file.Path, id, name, latin, synonyms, group, plain, confidence, [.. points.Select(point => point.Point)],
            movements, activities, signs, factors, satellites, sources, monograph);
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
        IReadOnlyList<string> roots = fields.Words("roots", 1);
        fields.End();
        return fields.Sound ? new Innervation(nerve, roots) : null;
    }

    private MovementEffect? Movement(FieldReader fields)
    {
        string test = fields.Reference("test", names.Of(EntryKind.Movement), "movement test");
        var effect = fields.Choice<MovementFinding>("effect");
        double strength = fields.Number("strength", 0, 1);
        var grade = fields.Choice<Grade>("grade");
        fields.End();
        return fields.Sound ? new MovementEffect(test, effect, strength, grade) : null;
    }

    private ActivityEffect? Activity(FieldReader fields)
    {
        string activity = fields.Reference("activity", names.Of(EntryKind.Activity), "activity");
        var effect = fields.Choice<ActivityDirection>("effect");
        double strength = fields.Number("strength", 0, 1);
        var grade = fields.Choice<Grade>("grade");
        fields.End();
        return fields.Sound ? new ActivityEffect(activity, effect, strength, grade) : null;
    }

    private SignAssociation? Sign(FieldReader fields)
    {
        string sign = fields.Reference("sign", names.Of(EntryKind.Sign), "sign");
        double strength = fields.Number("strength", 0, 1);
        var grade = fields.Choice<Grade>("grade");
        fields.End();
        return fields.Sound ? new SignAssociation(sign, strength, grade) : null;
    }

    private LookAlike? LookAlike(FieldReader fields)
    {
        string? rival = fields.Has("rival") ? fields.Reference("rival", names.Of(EntryKind.Rival), "rival") : null;
        string? name = fields.OptionalText("name");
        if ((rival is null) == (name is null)) fields.Fault(fields.Start, $"{fields.Title}: exactly one of rival and name is needed.");
        string separate = fields.Text("separate");
        fields.End();
        return fields.Sound ? new LookAlike(rival, name, separate) : null;
    }

    private FactorOdds? Factor(FieldReader fields)
    {
        string factor = fields.Reference("factor", names.Of(EntryKind.Factor), "factor");
        double odds = fields.Number("odds", FactorOdds.OddsMin, FactorOdds.OddsMax);
        var grade = fields.Choice<Grade>("grade");
        fields.End();
        return fields.Sound ? new FactorOdds(factor, odds, grade) : null;
    }

    private TechniqueProtocol? Protocol(FieldReader fields)
    {
        var technique = fields.Choice<Technique>("technique");
        string position = fields.Text("position"), contact = fields.Text("contact"), direction = fields.Text("direction");
        double seconds = fields.Number("seconds", TechniqueProtocol.SecondsMin, TechniqueProtocol.SecondsMax);
        int repeats = fields.Count("repeats", 1, TechniqueProtocol.RepeatsMax);
        double pressure = fields.Number("pressure", 0, TechniqueProtocol.PressureMax);
        if (Math.Floor(2 * pressure) != 2 * pressure)
            fields.Fault(fields.At("pressure"), $"{fields.Name("pressure")} is {pressure}; allowed are whole and half numbers from 0 to {TechniqueProtocol.PressureMax}.");
        string progression = fields.Text("progression"), stop = fields.Text("stop");
        (Grade grade, IReadOnlyList<string> sources) = fields.Graded(names);
        fields.End();
        return fields.Sound
            ? new TechniqueProtocol(technique, position, contact, direction, seconds, repeats, pressure, progression, stop, grade, sources)
            : null;
    }

    private NearbyDanger? Danger(FieldReader fields)
    {
        string zone = fields.Reference("zone", names.Of(EntryKind.DangerZone), "danger zone");
        string note = fields.Text("note");
        fields.End();
        return fields.Sound ? new NearbyDanger(zone, note) : null;
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
}
