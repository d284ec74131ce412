using Nodus.Anatomy.Paint;
using Nodus.Clinical.Knowledge;
using Nodus.Compiler.Yaml;
using YamlDotNet.Core;

namespace Nodus.Compiler.Entries;

/// <summary>Reads one trigger point of a muscle file.</summary>
internal sealed class PointReader(KnowledgeNames names)
{
    /// <summary>The point and its texts; null after noting at least one fault.</summary>
    public (PointEntry Point, PointMonograph Texts)? Read(FieldReader fields, string muscle)
    {
        string id = Id(fields, muscle);
        string name = fields.Text("name"), plain = fields.Text("plain");
        string placeText = fields.Text("place");
        PlaceReference? place = placeText.Length == 0 ? null : PressPlace(fields, new LocatedText(placeText, fields.At("place")));
        double depthCm = fields.Number("depthCm", 0, TriggerPoint.DeepestCm);
        var reach = fields.Choice<Reach>("reach");
        var pattern = fields.Choice<ReferralLaterality>("pattern");
        bool painless = fields.Flag("painless");
        Palpation? palpation = reach == Reach.None && !fields.Has("palpation") ? null : Palpation(fields.Map("palpation"));
        IReadOnlyList<StrokeEntry> strokes =
        [
            .. Strokes(fields, "essential", ReferralKind.Essential),
            .. Strokes(fields, "spillover", ReferralKind.Spillover),
        ];
        IReadOnlyList<InsetEntry> insets = [.. fields.Maps("insets").Select(Inset).OfType<InsetEntry>()];
        string description = fields.Text("description");
        IReadOnlyList<string> sources = fields.References("sources", 1, names.Sources, "source");
        var confidence = fields.Choice<Confidence>("confidence");
        fields.End();
        CheckPattern(fields, pattern, painless, strokes, insets);
        if (!fields.Sound || place is null) return null;
        return (
            new PointEntry(id, name, plain, place, fields.At("place"), depthCm, reach, pattern, painless, confidence, sources, strokes, insets),
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
        if (Place(fields, text, name) is not { } place) return null;
        if (place.RadiusCm is not null)
            fields.Fault(text.At, $"{name}: a radius ('@') belongs into strokes, not to the place that is pressed.");
        if (place.From.Opposite || place.Towards is { Opposite: true })
            fields.Fault(text.At, $"{name}: a trigger point lies on its own side; '~' is for strokes.");
        return place;
    }

    /// <summary>Reads a place and checks its landmarks.</summary>
    private PlaceReference? Place(FieldReader fields, LocatedText text, string name)
    {
        PlaceReference place;
        try
        {
            place = PlaceReference.Parse(text.Text);
        }
        catch (FormatException fault)
        {
            fields.Fault(text.At, $"{name}: {fault.Message}");
            return null;
        }

        CheckLandmark(fields, text.At, name, place.From);
        if (place.Towards is { } towards) CheckLandmark(fields, text.At, name, towards);
        return place;
    }

    private void CheckLandmark(FieldReader fields, Mark at, string name, LandmarkReference landmark)
    {
        fields.CheckKnown(new LocatedText(landmark.Id, at), name, names.Landmarks, "landmark");
        if (landmark.Opposite && names.Atlas.Landmarks.TryGetValue(landmark.Id, out bool paired) && !paired)
            fields.Fault(at, $"{name}: the landmark '{landmark.Id}' lies in the midline and has no opposite side; write it without '~'.");
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

    private IEnumerable<StrokeEntry> Strokes(FieldReader fields, string key, ReferralKind kind)
    {
        foreach (FieldReader stroke in fields.Maps(key))
        {
            double strength = stroke.Number("strength", 0, 1);
            IReadOnlyList<LocatedText> texts = stroke.Texts("through", 1);
            var through = new List<PlaceReference>(texts.Count);
            for (int i = 0; i < texts.Count; i++)
            {
                if (Place(stroke, texts[i], $"{stroke.Name("through")}[{i}]") is not { } place) continue;
                if (place.RadiusCm is null)
                    stroke.Fault(texts[i].At, $"{stroke.Name("through")}[{i}]: '{texts[i].Text}' needs a radius, as in '{texts[i].Text} @2.5' (0.4 to 9 cm).");
                through.Add(place);
            }

            stroke.End();
            if (strength == 0 && stroke.Sound)
                stroke.Fault(stroke.At("strength"), $"{stroke.Name("strength")} is 0; a stroke that is not there is left out.");
            if (stroke.Sound) yield return new StrokeEntry(kind, strength, through, [.. texts.Select(text => text.Text)], stroke.Start);
        }
    }

    private InsetEntry? Inset(FieldReader fields)
    {
        string zone = fields.Text("zone");
        if (zone.Length > 0 && names.Atlas.Zones.TryGetValue(zone, out ZoneName known) && known.HasSkin)
            fields.Fault(fields.At("zone"), $"{fields.Name("zone")}: '{zone}' has skin; paint it with a stroke. Insets: {string.Join(", ", names.SkinlessZones)}.");
        else if (zone.Length > 0)
            fields.CheckKnown(new LocatedText(zone, fields.At("zone")), fields.Name("zone"), names.SkinlessZones, "zone without skin");
        var kind = fields.Choice<ReferralKind>("kind");
        double strength = fields.Number("strength", 0, 1);
        fields.End();
        return fields.Sound ? new InsetEntry(zone, kind, strength) : null;
    }

    private static void CheckPattern(
        FieldReader fields,
        ReferralLaterality pattern,
        bool painless,
        IReadOnlyList<StrokeEntry> strokes,
        IReadOnlyList<InsetEntry> insets)
    {
        if (!fields.Sound) return;
        bool essential = strokes.Any(stroke => stroke.Kind == ReferralKind.Essential)
            || insets.Any(inset => inset.Kind == ReferralKind.Essential);
        if (!essential && !painless)
            fields.Fault(fields.Start, $"{fields.Name("essential")} is missing; a point needs an essential stroke or inset, or 'painless: true'.");
        if (essential && painless)
            fields.Fault(fields.At("painless"), $"{fields.Name("painless")} is true, yet the point has an essential pattern.");
        foreach (StrokeEntry stroke in strokes)
        {
            bool allOpposite = stroke.Through.All(place => place.From.Opposite);
            if (pattern == ReferralLaterality.Ipsilateral && stroke.Kind == ReferralKind.Essential && allOpposite)
                fields.Fault(stroke.At, $"{fields.Name("essential")}: a stroke wholly on the opposite side ('~') contradicts 'pattern: ipsilateral'.");
        }

        if (pattern == ReferralLaterality.Contralateral && strokes.Count > 0 && !strokes.Any(stroke => stroke.Crosses))
            fields.Fault(fields.At("pattern"), $"{fields.Name("pattern")} is contralateral, yet no stroke goes to the opposite side ('~').");
    }
}
