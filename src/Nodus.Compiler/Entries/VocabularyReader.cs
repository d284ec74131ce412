using Nodus.Clinical.Knowledge;

namespace Nodus.Compiler.Entries;

/// <summary>Reads sources, movement tests, activities, signs and factors.</summary>
internal sealed class VocabularyReader(EntryLists lists)
{
    /// <summary>Reads sources.</summary>
    public IReadOnlyList<Source> Sources() => lists.Read(EntryKind.Source, (fields, id) =>
    {
        string cite = fields.Text("cite");
        var kind = fields.Choice<SourceKind>("kind");
        var read = fields.Choice<SourceReading>("read");
        (string? doi, string? url) = fields.Addresses();
        fields.End();
        return fields.Sound ? new Source(id, cite, kind, read, doi, url) : null;
    });

    /// <summary>Reads movement tests.</summary>
    public IReadOnlyList<Movement> Movements() => lists.Read(EntryKind.Movement, (fields, id) =>
    {
        string name = fields.Text("name"), how = fields.Text("how"), normal = fields.Text("normal");
        string joint = fields.Text("joint");
        var grade = fields.Choice<Grade>("grade");
        fields.End();
        return fields.Sound ? new Movement(id, name, how, normal, joint, grade) : null;
    });

    /// <summary>Reads activities.</summary>
    public IReadOnlyList<DailyActivity> Activities() => lists.Read(EntryKind.Activity, (fields, id) =>
    {
        string name = fields.Text("name"), plain = fields.Text("plain");
        fields.End();
        return fields.Sound ? new DailyActivity(id, name, plain) : null;
    });

    /// <summary>Reads signs.</summary>
    public IReadOnlyList<Sign> Signs() => lists.Read(EntryKind.Sign, (fields, id) =>
    {
        string name = fields.Text("name"), plain = fields.Text("plain");
        fields.End();
        return fields.Sound ? new Sign(id, name, plain) : null;
    });
}
