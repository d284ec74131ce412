using Nodus.Anatomy;
using Nodus.Clinical.Knowledge;
using Nodus.Compiler.Entries;
using Nodus.Compiler.Referrals;

namespace Nodus.Compiler;

/// <summary>A data folder as it stands, read but not written anywhere: for authors, whole or in parts.</summary>
public sealed class KnowledgeDraft
{
    private readonly KnowledgeFolder folder;
    private readonly KnowledgeErrors errors;
    private readonly bool complete;

    private KnowledgeDraft(KnowledgeFolder folder, KnowledgeErrors errors, bool complete)
    {
        this.folder = folder;
        this.errors = errors;
        this.complete = complete;
    }

    /// <summary>Reads a folder; what has a fault is left out.</summary>
    /// <param name="dataFolder">Holds <c>knowledge/</c> and <c>atlas/</c>.</param>
    /// <param name="elsewhere">Ids that other folders define; where there are any, the folder is a part.</param>
    /// <param name="errors">Takes every fault found, now and when patterns are compiled.</param>
    /// <exception cref="InvalidDataException">A list of names is damaged.</exception>
    public static KnowledgeDraft Read(string dataFolder, ElsewhereIds elsewhere, KnowledgeErrors errors)
    {
        ArgumentNullException.ThrowIfNull(elsewhere);
        return new(
            KnowledgeFolder.Read(KnowledgeFolder.Load(dataFolder), AtlasNames.Read(dataFolder), elsewhere, errors), errors, elsewhere.IsEmpty);
    }

    /// <summary>Ids of the muscles, rivals and danger zones that could be read.</summary>
    public IEnumerable<string> Ids =>
    [
        .. folder.Muscles.Select(muscle => muscle.Id), .. folder.Rivals.Select(rival => rival.Id),
        .. folder.DangerZones.Select(entry => entry.Zone.Id),
    ];

    /// <summary>Lays everything over a body.</summary>
    /// <param name="atlas">The body.</param>
    /// <param name="only">One muscle, rival or danger zone; null for all.</param>
    public PatternSet Compile(BodyAtlas atlas, string? only = null)
    {
        bool Wanted(string id) => only is null || string.Equals(id, only, StringComparison.Ordinal);
        KnowledgeFolder part = folder with
        {
            Muscles = [.. folder.Muscles.Where(muscle => Wanted(muscle.Id))],
            Rivals = [.. folder.Rivals.Where(rival => Wanted(rival.Id))],
            DangerZones = [.. folder.DangerZones.Where(entry => Wanted(entry.Zone.Id))],
        };
        return PatternLayout.Of(part, atlas, errors);
    }

    /// <summary>Validates as the build does, notes doubts, and counts.</summary>
    public KnowledgeCounts Check(BodyAtlas atlas)
    {
        ArgumentNullException.ThrowIfNull(atlas);
        PatternSet patterns = PatternLayout.Of(folder, atlas, errors);
        KnowledgeWarnings.Check(folder, patterns, complete, errors);
        return KnowledgeCounts.Of(
            folder.EntriesWith(patterns), folder.Library with { DangerZones = patterns.DangerZones },
            [.. folder.Muscles.Select(entry => entry.Monograph)], atlas.Zones.Zones.Select(zone => zone.Id));
    }
}
