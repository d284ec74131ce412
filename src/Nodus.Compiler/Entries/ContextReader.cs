using Nodus.Clinical.Assessment;
using Nodus.Clinical.Knowledge;
using Nodus.Compiler.Yaml;

namespace Nodus.Compiler.Entries;

/// <summary>Reads contexts: circumstances in which some muscles are known to be affected more often.</summary>
internal sealed class ContextReader(EntryLists lists, KnowledgeNames names)
{
    /// <summary>A shrunk rate may differ this much from what the formula gives; the tables are rounded to three digits.</summary>
    private const double RoundingMost = 0.0015;

    /// <summary>Reads all contexts.</summary>
    public IReadOnlyList<ContextEntry> Contexts() => lists.Read(EntryKind.Context, (fields, id) =>
    {
        string name = fields.Text("name"), plain = fields.Text("plain");
        var kind = fields.Choice<ContextKind>("kind");
        IReadOnlyList<(ContextPrior Prior, ContextPriorBasis Basis)> muscles =
            [.. fields.Each("muscles", Muscle, entry => (entry.Item1.Muscle, entry.Item1.Part)).Select(entry => (entry.Item1, entry.Item2))];
        fields.End();
        if (fields.Sound && muscles.Count == 0) fields.Fault(fields.At("muscles"), $"{fields.Name("muscles")} is missing; a context changes at least one.");
        return fields.Sound
            ? new ContextEntry(
                new PainContext(id, name, kind, [.. muscles.Select(entry => entry.Prior)]),
                new ContextMonograph(id, plain, [.. muscles.Select(entry => entry.Basis)]))
            : null;
    });

    private Tuple<ContextPrior, ContextPriorBasis>? Muscle(FieldReader fields)
    {
        string muscle = fields.Reference("muscle", names.Muscles, "muscle in muscles.json");
        string? part = fields.OptionalText("part");
        double? prior = fields.OptionalNumber("prior", ContextPrior.PriorMin, ContextPrior.PriorMax);
        double? odds = fields.OptionalNumber("odds", ContextPrior.OddsMin, ContextPrior.OddsMax);
        if ((prior is null) == (odds is null)) fields.Fault(fields.Start, $"{fields.Title}: exactly one of prior and odds is needed.");
        double? reported = fields.OptionalNumber("reported", 0.001, 0.999);
        RateCertainty? certainty = fields.Has("certainty") ? fields.Choice<RateCertainty>("certainty") : null;
        if ((reported is null) != (certainty is null)) fields.Fault(fields.Start, $"{fields.Title}: reported and certainty belong together.");
        (Grade grade, IReadOnlyList<string> sources) = fields.Graded(names);
        string? note = fields.OptionalText("note");
        fields.End();
        if (fields.Sound && prior is { } shrunk && reported is { } rate && certainty is { } sure) CheckShrinkage(fields, shrunk, rate, sure);
        return fields.Sound
            ? Tuple.Create(new ContextPrior(muscle, part, prior, odds, grade), new ContextPriorBasis(reported, certainty, sources, note))
            : null;
    }

    private static void CheckShrinkage(FieldReader fields, double prior, double reported, RateCertainty certainty)
    {
        double expected = RateShrinkage.Shrunk(reported, certainty);
        if (Math.Abs(prior - expected) > RoundingMost)
            fields.Fault(fields.At("prior"), $"{fields.Name("prior")} is {prior}, but {reported} with this certainty shrinks to {expected:0.000}.");
    }
}

/// <summary>A context as its file says it.</summary>
internal sealed record ContextEntry(PainContext Context, ContextMonograph Monograph);
