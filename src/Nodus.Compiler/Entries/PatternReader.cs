using Nodus.Anatomy.Paint;
using Nodus.Clinical.Knowledge;
using Nodus.Compiler.Yaml;
using YamlDotNet.Core;

namespace Nodus.Compiler.Entries;

/// <summary>Reads patterns of pain: the fields that trigger points and rivals have in common.</summary>
internal sealed class PatternReader(KnowledgeNames names)
{
    /// <summary>Reads <c>pattern</c>, <c>essential</c>, <c>spillover</c> and <c>insets</c>.</summary>
    /// <param name="fields">The point or rival.</param>
    /// <param name="sidedness">On which sides it exists.</param>
    public PatternEntry Read(FieldReader fields, Sidedness sidedness)
    {
        var laterality = fields.Choice<ReferralLaterality>("pattern");
        IReadOnlyList<StrokeEntry> strokes =
        [
            .. Strokes(fields, "essential", ReferralKind.Essential),
            .. Strokes(fields, "spillover", ReferralKind.Spillover),
        ];
        return new PatternEntry(laterality, sidedness, strokes, [.. fields.Maps("insets").Select(Inset).OfType<InsetEntry>()]);
    }

    /// <summary>Reads <c>through</c>: the skin of a danger zone, one stroke or several.</summary>
    /// <param name="fields">The danger zone.</param>
    /// <param name="paired">Whether it exists once on either side.</param>
    public PatternEntry Skin(FieldReader fields, bool paired)
    {
        IReadOnlyList<IReadOnlyList<LocatedText>> lists = fields.TextLists("through");
        StrokeEntry[] strokes =
        [
            .. lists.Select((texts, i) => new StrokeEntry(
                ReferralKind.Essential, 1, Through(fields, texts, lists.Count == 1 ? fields.Name("through") : $"{fields.Name("through")}[{i}]"),
                [.. texts.Select(text => text.Text)], fields.At("through"))),
        ];
        return new PatternEntry(
            paired ? ReferralLaterality.Ipsilateral : ReferralLaterality.Midline, paired ? Sidedness.Paired : Sidedness.Unpaired, strokes, []);
    }

    /// <summary>Notes what contradicts itself, once all fields have been read.</summary>
    public static void Check(FieldReader fields, PatternEntry pattern, bool painless)
    {
        if (!fields.Sound) return;
        bool essential = pattern.Strokes.Any(stroke => stroke.Kind == ReferralKind.Essential)
            || pattern.Insets.Any(inset => inset.Kind == ReferralKind.Essential);
        if (!essential && !painless)
            fields.Fault(fields.Start, $"{fields.Name("essential")} is missing; a point needs an essential stroke or inset, or 'painless: true'.");
        if (essential && painless)
            fields.Fault(fields.At("painless"), $"{fields.Name("painless")} is true, yet the point has an essential pattern.");
        foreach (StrokeEntry stroke in pattern.Strokes)
        {
            bool allOpposite = stroke.Through.All(place => place.From.Opposite);
            if (pattern.Laterality == ReferralLaterality.Ipsilateral && stroke.Kind == ReferralKind.Essential && allOpposite)
                fields.Fault(stroke.At, $"{fields.Name("essential")}: a stroke wholly on the opposite side ('~') contradicts 'pattern: ipsilateral'.");
        }

        if (pattern.Laterality == ReferralLaterality.Contralateral && pattern.Strokes.Count > 0 && !pattern.Strokes.Any(stroke => stroke.Crosses))
            fields.Fault(fields.At("pattern"), $"{fields.Name("pattern")} is contralateral, yet no stroke goes to the opposite side ('~').");
    }

    /// <summary>Reads a place and checks its landmarks; null after noting a fault of form.</summary>
    public PlaceReference? Place(FieldReader fields, LocatedText text, string name)
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

    private IEnumerable<StrokeEntry> Strokes(FieldReader fields, string key, ReferralKind kind)
    {
        foreach (FieldReader stroke in fields.Maps(key))
        {
            double strength = stroke.Number("strength", 0, 1);
            IReadOnlyList<LocatedText> texts = stroke.Texts("through", 1);
            IReadOnlyList<PlaceReference> through = Through(stroke, texts, stroke.Name("through"));
            stroke.End();
            if (strength == 0 && stroke.Sound)
                stroke.Fault(stroke.At("strength"), $"{stroke.Name("strength")} is 0; a stroke that is not there is left out.");
            if (stroke.Sound) yield return new StrokeEntry(kind, strength, through, [.. texts.Select(text => text.Text)], stroke.Start);
        }
    }

    private List<PlaceReference> Through(FieldReader fields, IReadOnlyList<LocatedText> texts, string name)
    {
        var through = new List<PlaceReference>(texts.Count);
        for (int i = 0; i < texts.Count; i++)
        {
            if (Place(fields, texts[i], $"{name}[{i}]") is not { } place) continue;
            if (place.RadiusCm is null)
                fields.Fault(texts[i].At, $"{name}[{i}]: '{texts[i].Text}' needs a radius, as in '{texts[i].Text} @2.5' (0.4 to 9 cm).");
            through.Add(place);
        }

        return through;
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
}
