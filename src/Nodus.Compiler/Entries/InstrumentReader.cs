using Nodus.Clinical.Knowledge;
using Nodus.Compiler.Yaml;

namespace Nodus.Compiler.Entries;

/// <summary>Reads ways of measuring.</summary>
internal sealed class InstrumentReader(EntryLists lists)
{
    private const double ScoreLeast = -10_000, ScoreMost = 10_000;

    /// <summary>Reads all instruments.</summary>
    public IReadOnlyList<OutcomeInstrument> Instruments() => lists.Read(EntryKind.Instrument, (fields, id) =>
    {
        string name = fields.Text("name"), domain = fields.Text("domain");
        int items = fields.Count("items", 1, 200);
        string recall = fields.Text("recall");
        ScoreRange? range = Range(fields.Map("range"));
        var direction = fields.Choice<ScoreDirection>("direction");
        string scoring = fields.Text("scoring"), missing = fields.Text("missing");
        IReadOnlyList<ScoreBand> bands = fields.Each("bands", map => Band(map, range), band => band.Name);
        IReadOnlyList<ScoreChange> mcid = fields.Each("mcid", Change, change => change), mdc = fields.Each("mdc", Change, change => change);
        InstrumentLicence? licence = Licence(fields.Map("licence"));
        InstrumentCodes? loinc = Codes(fields.Map("loinc"));
        IReadOnlyList<InstrumentQuestion> questions = fields.Each("questions", Question, question => question.Id);
        if (questions.Count > 0 && licence is { Class: not LicenceClass.ShipText })
            fields.Fault(fields.At("questions"), $"{fields.Name("questions")}: the text of items may stand here only where the licence class is ship_text.");
        string? note = fields.OptionalText("note");
        fields.End();
        return fields.Sound
            ? new OutcomeInstrument(
                id, name, domain, items, recall, range!, direction, scoring, missing, bands, mcid, mdc, licence!, loinc!, questions, note)
            : null;
    });

    private static ScoreRange? Range(FieldReader? fields)
    {
        if (fields is null) return null;
        double min = fields.Number("min", ScoreLeast, ScoreMost), max = fields.Number("max", ScoreLeast, ScoreMost);
        fields.End();
        if (fields.Sound && max <= min) fields.Fault(fields.At("max"), $"{fields.Name("max")} is {max}; it must be above min, {min}.");
        return fields.Sound ? new ScoreRange(min, max) : null;
    }

    private static ScoreBand? Band(FieldReader fields, ScoreRange? range)
    {
        double least = range?.Min ?? ScoreLeast, most = range?.Max ?? ScoreMost;
        double from = fields.Number("from", least, most), to = fields.Number("to", least, most);
        string name = fields.Text("name");
        fields.End();
        if (fields.Sound && to < from) fields.Fault(fields.At("to"), $"{fields.Name("to")} is less than from.");
        return fields.Sound ? new ScoreBand(from, to, name) : null;
    }

    private static ScoreChange? Change(FieldReader fields)
    {
        double? value = fields.OptionalNumber("value", 0, ScoreMost);
        string unit = fields.Text("unit");
        double? relative = fields.OptionalNumber("relative", 0, 1);
        if (value is null && relative is null) fields.Fault(fields.Start, $"{fields.Title}: value or relative is needed.");
        string context = fields.Text("context");
        var provenance = fields.Choice<EvidenceProvenance>("provenance");
        fields.End();
        return fields.Sound ? new ScoreChange(value, unit, relative, context, provenance) : null;
    }

    private static InstrumentLicence? Licence(FieldReader? fields)
    {
        if (fields is null) return null;
        var licenceClass = fields.Choice<LicenceClass>("class");
        string detail = fields.Text("detail");
        var provenance = fields.Choice<EvidenceProvenance>("provenance");
        fields.End();
        return fields.Sound ? new InstrumentLicence(licenceClass, detail, provenance) : null;
    }

    private static InstrumentCodes? Codes(FieldReader? fields)
    {
        if (fields is null) return null;
        string? panel = fields.OptionalText("panel"), score = fields.OptionalText("score");
        IReadOnlyList<string> also = fields.Words("also", 0);
        string provenance = fields.Text("provenance");
        fields.End();
        return fields.Sound ? new InstrumentCodes(panel, score, also, provenance) : null;
    }

    private static InstrumentQuestion? Question(FieldReader fields)
    {
        string id = fields.Text("id"), text = fields.Text("text");
        double min = fields.Number("min", ScoreLeast, ScoreMost), max = fields.Number("max", ScoreLeast, ScoreMost);
        IReadOnlyDictionary<string, string> anchors =
            fields.OptionalMap("anchors")?.FreeTexts() ?? new Dictionary<string, string>(StringComparer.Ordinal);
        fields.End();
        if (fields.Sound && max <= min) fields.Fault(fields.At("max"), $"{fields.Name("max")} is {max}; it must be above min, {min}.");
        return fields.Sound ? new InstrumentQuestion(id, text, min, max, anchors) : null;
    }
}
