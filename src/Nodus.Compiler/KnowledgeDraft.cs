using Nodus.Anatomy;
using Nodus.Compiler.Entries;

namespace Nodus.Compiler;

/// <summary>A data folder as it stands, read but not written anywhere: for authors, whole or in parts.</summary>
public sealed class KnowledgeDraft
{
    private readonly KnowledgeFolder folder;
    private readonly KnowledgeErrors errors;

    private KnowledgeDraft(KnowledgeFolder folder, KnowledgeErrors errors)
    {
        this.folder = folder;
        this.errors = errors;
    }

    /// <summary>Reads a folder; what has a fault is left out.</summary>
    /// <param name="dataFolder">Holds <c>knowledge/</c> and <c>atlas/</c>.</param>
    /// <param name="elsewhere">Ids that other folders define.</param>
    /// <param name="errors">Takes every fault found, now and when patterns are compiled.</param>
    /// <exception cref="InvalidDataException">A list of names is damaged.</exception>
    public static KnowledgeDraft Read(string dataFolder, ElsewhereIds elsewhere, KnowledgeErrors errors) => new(
        KnowledgeFolder.Read(KnowledgeFolder.Load(dataFolder), AtlasNames.Read(dataFolder), elsewhere, errors), errors);

    /// <summary>Ids of the muscles and rivals that could be read.</summary>
    public IEnumerable<string> Ids => folder.Muscles.Select(muscle => muscle.Id).Concat(folder.Rivals.Select(rival => rival.Id));

    /// <summary>Lays the patterns over a body.</summary>
    /// <param name="atlas">The body.</param>
    /// <param name="only">One muscle or rival; null for all.</param>
    public PatternSet Compile(BodyAtlas atlas, string? only = null)
    {
        bool Wanted(string id) => only is null || string.Equals(id, only, StringComparison.Ordinal);
        KnowledgeFolder part = folder with
        {
            Muscles = [.. folder.Muscles.Where(muscle => Wanted(muscle.Id))],
            Rivals = [.. folder.Rivals.Where(rival => Wanted(rival.Id))],
        };
        return part.Compile(atlas, errors);
    }
}
