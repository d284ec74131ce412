using Nodus.Clinical.Knowledge;
using Nodus.Compiler.Yaml;
using YamlDotNet.Core;

namespace Nodus.Compiler.Entries;

/// <summary>Reads danger zones.</summary>
internal sealed class DangerZoneReader(EntryLists lists, KnowledgeNames names)
{
    private readonly PatternReader patternReader = new(names);

    /// <summary>Reads all danger zones.</summary>
    public IReadOnlyList<DangerZoneEntry> DangerZones() => lists.Read(EntryKind.DangerZone, (fields, id) =>
    {
        string name = fields.Text("name"), plain = fields.Text("plain");
        var structure = fields.Choice<DangerStructure>("structure");
        bool paired = fields.Flag("paired", needed: true);
        PatternEntry skin = patternReader.Skin(fields, paired);
        string depth = fields.Text("depth"), risk = fields.Text("risk"), rule = fields.Text("rule");
        IReadOnlyList<Technique> avoid = fields.Choices<Technique>("avoid", 0);
        IReadOnlyList<TechniqueModification> modify = fields.Each("modify", Modification, change => change.Technique);
        foreach (TechniqueModification change in modify.Where(change => avoid.Contains(change.Technique)))
            fields.Fault(fields.At("modify"), $"{fields.Name("modify")} names a technique that {fields.Name("avoid")} forbids: {change.Technique}.");
        var confidence = fields.Choice<Confidence>("confidence");
        var grade = fields.Choice<Grade>("grade");
        IReadOnlyList<string> sources = fields.References("sources", 1, names.Of(EntryKind.Source), "source");
        fields.End();
        if (!fields.Sound) return null;
        var zone = new DangerZone(
            id, name, plain, structure, paired, depth, risk, rule, avoid, modify, confidence, grade, sources, Zones: [], Points: []);
        (string path, Mark at) = lists.Place(EntryKind.DangerZone, id)!.Value;
        return new DangerZoneEntry(path, at, skin, zone);
    });

    private static TechniqueModification? Modification(FieldReader fields)
    {
        var technique = fields.Choice<Technique>("technique");
        string how = fields.Text("how");
        fields.End();
        return fields.Sound ? new TechniqueModification(technique, how) : null;
    }
}

/// <summary>A danger zone as its file says it, not yet laid over a body.</summary>
/// <param name="Path">The file.</param>
/// <param name="At">Where it stands.</param>
/// <param name="Skin">Its strokes.</param>
/// <param name="Zone">Everything else.</param>
internal sealed record DangerZoneEntry(string Path, Mark At, PatternEntry Skin, DangerZone Zone);
