using Nodus.Clinical.Knowledge;
using YamlDotNet.Core;

namespace Nodus.Compiler.Entries;

/// <summary>What entries make one doubt when they are seen together; none of it stops a build.</summary>
internal sealed class KnowledgeWarnings(KnowledgeFolder folder, PatternSet patterns, KnowledgeErrors errors)
{
    private const int TechniquesLeast = 3, TechniquesMost = 5;
    private static readonly Mark Top = new(0, 1, 1);

    private readonly Dictionary<string, MuscleEntry> muscles = folder.Muscles.ToDictionary(muscle => muscle.Id, StringComparer.Ordinal);

    /// <summary>Notes all doubts.</summary>
    /// <param name="folder">Everything read.</param>
    /// <param name="patterns">The same on the body.</param>
    /// <param name="complete">Whether the folder holds everything, so that what nobody uses is truly unused.</param>
    /// <param name="errors">Takes the doubts.</param>
    public static void Check(KnowledgeFolder folder, PatternSet patterns, bool complete, KnowledgeErrors errors)
    {
        var warnings = new KnowledgeWarnings(folder, patterns, errors);
        foreach (MuscleEntry muscle in folder.Muscles) warnings.Muscle(muscle);
        warnings.PressedThroughDanger();
        if (!complete) return;
        warnings.Unused();
        warnings.MusclesWithoutEntry();
    }

    private void Muscle(MuscleEntry muscle)
    {
        MuscleMonograph monograph = muscle.Monograph;
        if (monograph.Techniques.Count is < TechniquesLeast or > TechniquesMost)
            errors.Warn(muscle.Path, Top, $"{muscle.Id} has {monograph.Techniques.Count} techniques; {TechniquesLeast} to {TechniquesMost} are usual.");
        if (muscle.Factors.Count == 0) errors.Warn(muscle.Path, Top, $"{muscle.Id} names no perpetuating factor.");
        if (monograph.LookAlikes.Count == 0) errors.Warn(muscle.Path, Top, $"{muscle.Id} names nothing else that it could be.");
        foreach (TechniqueProtocol protocol in monograph.Techniques)
        {
            TechniqueGuide? guide = folder.Library.Techniques.FirstOrDefault(guide => guide.Technique == protocol.Technique);
            if (guide?.Dose.Breach(protocol) is { } breach) errors.Warn(muscle.Path, Top, $"{muscle.Id}, {protocol.Technique}: {breach}.");
        }
    }

    /// <summary>A point that is pressed through a danger zone says so among its muscle's danger zones.</summary>
    private void PressedThroughDanger()
    {
        foreach (DangerZone zone in patterns.DangerZones)
        {
            foreach (string point in zone.Points)
            {
                MuscleEntry muscle = muscles[point[..point.IndexOf('.', StringComparison.Ordinal)]];
                if (!muscle.Monograph.DangerZones.Any(danger => string.Equals(danger.Zone, zone.Id, StringComparison.Ordinal)))
                    errors.Warn(muscle.Path, Top, $"{point} is pressed through the danger zone {zone.Id}, which {muscle.Id} does not name.");
            }
        }
    }

    private void Unused()
    {
        RivalFinding[] findings =
        [
            .. folder.Rivals.SelectMany(rival => rival.Monograph.For).Select(found => found.Finding),
            .. folder.Rivals.SelectMany(rival => rival.Monograph.Against).Select(found => found.Finding),
        ];
        IEnumerable<string> Found(RivalFindingKind kind) => findings.Where(finding => finding.Kind == kind).Select(finding => finding.Id);
        Unused(EntryKind.Movement, folder.Muscles.SelectMany(m => m.Movements).Select(e => e.Test).Concat(Found(RivalFindingKind.Movement)));
        Unused(EntryKind.Activity, folder.Muscles.SelectMany(m => m.Activities).Select(e => e.Activity).Concat(Found(RivalFindingKind.Activity)));
        Unused(EntryKind.Sign, folder.Muscles.SelectMany(m => m.Signs).Select(s => s.Sign).Concat(Found(RivalFindingKind.Sign)));
        Unused(EntryKind.Factor, folder.Muscles.SelectMany(m => m.Factors).Select(f => f.Factor));
        Unused(EntryKind.DangerZone, folder.Muscles.SelectMany(m => m.Monograph.DangerZones).Select(d => d.Zone));
        Unused(EntryKind.Source, SourcesCited());
        Unused(EntryKind.Technique, Enum.GetValues<Technique>()
            .Where(technique => folder.Muscles.Any(m => m.Monograph.Techniques.Any(p => p.Technique == technique)))
            .Select(technique => technique.ToId()));
    }

    private void Unused(EntryKind kind, IEnumerable<string> used)
    {
        var names = used.ToHashSet(StringComparer.Ordinal);
        foreach (string id in folder.Lists.IdsOf(kind).Where(id => !names.Contains(id)).Order(StringComparer.Ordinal))
        {
            (string path, Mark at) = folder.Lists.Place(kind, id)!.Value;
            errors.Warn(path, at, $"Nothing refers to the {kind.ToWords()} '{id}'.");
        }
    }

    private IEnumerable<string> SourcesCited() =>
    [
        .. folder.Muscles.SelectMany(muscle => muscle.Sources),
        .. folder.Muscles.SelectMany(muscle => muscle.Points).SelectMany(point => point.Sources),
        .. folder.Muscles.SelectMany(muscle => muscle.Monograph.Techniques).SelectMany(protocol => protocol.Sources),
        .. folder.Rivals.SelectMany(rival => rival.Sources),
        .. folder.Rivals.SelectMany(rival => rival.Monograph.Tests).SelectMany(test => test.Sources),
        .. folder.Rivals.SelectMany(rival => rival.Monograph.Prior.Sources),
        .. folder.DangerZones.SelectMany(entry => entry.Zone.Sources),
        .. folder.Library.Factors.SelectMany(factor => factor.Sources),
        .. folder.Library.Contexts.SelectMany(context => context.Muscles).SelectMany(basis => basis.Sources),
        .. folder.Library.Techniques.SelectMany(guide => guide.Sources),
        .. folder.Library.Exercises.SelectMany(exercise => exercise.Sources),
        .. folder.Safety.Knowledge?.Rules.SelectMany(rule => rule.Sources) ?? [],
    ];

    private void MusclesWithoutEntry()
    {
        foreach (MuscleEntry muscle in folder.Muscles) Missing(muscle.Path, Top, $"satellites of {muscle.Id}", muscle.Satellites);
        foreach (Exercise exercise in folder.Library.Exercises) Missing(EntryKind.Exercise, exercise.Id, exercise.Muscles);
        foreach (EvidenceItem item in folder.Library.Evidence) Missing(EntryKind.Evidence, item.Id, item.Muscles);
        foreach (ContextEntry entry in folder.Contexts) Missing(EntryKind.Context, entry.Context.Id, entry.Context.Muscles.Select(prior => prior.Muscle));
    }

    private void Missing(EntryKind kind, string id, IEnumerable<string> named)
    {
        (string path, Mark at) = folder.Lists.Place(kind, id)!.Value;
        Missing(path, at, id, named);
    }

    private void Missing(string path, Mark at, string who, IEnumerable<string> named)
    {
        string[] missing = [.. named.Where(muscle => !muscles.ContainsKey(muscle)).Distinct(StringComparer.Ordinal)];
        if (missing.Length > 0) errors.Warn(path, at, $"{who}: {string.Join(", ", missing)} {(missing.Length == 1 ? "has" : "have")} no file.");
    }
}
