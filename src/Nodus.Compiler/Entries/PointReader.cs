using Nodus.Anatomy.Paint;
using Nodus.Clinical.Knowledge;
using Nodus.Compiler.Yaml;

namespace Nodus.Compiler.Entries;

/// <summary>Reads one trigger point of a muscle file.</summary>
internal sealed class PointReader(KnowledgeNames names)
{
    private readonly PatternReader patternReader = new(names);

    /// <summary>The point and its texts; null after noting at least one fault.</summary>
    public (PointEntry Point, PointMonograph Texts)? Read(FieldReader fields, string muscle)
    {
        string id = Id(fields, muscle);
        string name = fields.Text("name"), plain = fields.Text("plain");
        string placeText = fields.Text("place");
        PlaceReference? place = placeText.Length == 0 ? null : PressPlace(fields, new LocatedText(placeText, fields.At("place")));
        double depthCm = fields.Number("depthCm", 0, TriggerPoint.DeepestCm);
        var reach = fields.Choice<Reach>("reach");
        PatternEntry pattern = patternReader.Read(fields, Sidedness.Paired);
        bool painless = fields.Flag("painless");
        Palpation? palpation = reach == Reach.None && !fields.Has("palpation") ? null : Palpation(fields.Map("palpation"));
        string description = fields.Text("description");
        IReadOnlyList<string> sources = fields.References("sources", 1, names.Of(EntryKind.Source), "source");
        var confidence = fields.Choice<Confidence>("confidence");
        fields.End();
        PatternReader.Check(fields, pattern, painless);
        if (!fields.Sound || place is null) return null;
        return (
            new PointEntry(id, name, plain, place, fields.At("place"), depthCm, reach, pattern, painless, confidence, sources),
            new PointMonograph(id, placeText, description, palpation));
    }

    private static string Id(FieldReader fields, string muscle)
    {
        string id = fields.Text("id");
        string tail = id.StartsWith(muscle + ".", StringComparison.Ordinal) ? id[(muscle.Length + 1)..] : "";
        bool good = tail.Length > 0 && tail.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_');
        if (id.Length > 0 && !good)
            fields.Fault(fields.At("id"), $"{fields.Name("id")} is '{id}'; allowed is '{muscle}.' with a number or part_number after it.");
        return id;
    }

    private PlaceReference? PressPlace(FieldReader fields, LocatedText text)
    {
        string name = fields.Name("place");
        if (patternReader.Place(fields, text, name) is not { } place) return null;
        if (place.RadiusCm is not null)
            fields.Fault(text.At, $"{name}: a radius ('@') belongs into strokes, not to the place that is pressed.");
        if (place.From.Opposite || place.Towards is { Opposite: true })
            fields.Fault(text.At, $"{name}: a trigger point lies on its own side; '~' is for strokes.");
        return place;
    }

    private static Palpation? Palpation(FieldReader? fields)
    {
        if (fields is null) return null;
        string position = fields.Text("position"), contact = fields.Text("contact");
        double pressureKg = fields.Number("pressureKg", Clinical.Knowledge.Palpation.PressureKgMin, Clinical.Knowledge.Palpation.PressureKgMax);
        var grade = fields.Choice<Grade>("grade");
        fields.End();
        return fields.Sound ? new Palpation(position, contact, pressureKg, grade) : null;
    }
}
