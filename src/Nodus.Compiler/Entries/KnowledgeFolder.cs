using Nodus.Anatomy;
using Nodus.Clinical.Knowledge;
using Nodus.Compiler.Referrals;
using YamlDotNet.Core;

namespace Nodus.Compiler.Entries;

/// <summary>All that stands in the knowledge folder, read and checked, without a body to lay it on.</summary>
internal sealed record KnowledgeFolder(
    VocabularySet Vocabulary, IReadOnlyList<MuscleEntry> Muscles, IReadOnlyList<RivalEntry> Rivals)
{
    /// <summary>Reads the texts of the knowledge; faults go into <paramref name="errors"/> and leave entries out.</summary>
    /// <param name="texts">Files with paths like <c>knowledge/muscles/masseter.yaml</c>.</param>
    /// <param name="atlas">The names that the atlas knows.</param>
    /// <param name="elsewhere">Ids that other folders define.</param>
    /// <param name="errors">Takes the faults.</param>
    public static KnowledgeFolder Read(
        IReadOnlyList<KnowledgeText> texts, AtlasNames atlas, ElsewhereIds elsewhere, KnowledgeErrors errors)
    {
        IReadOnlyList<KnowledgeText> In(string folder) =>
        [
            .. texts.Where(text => text.Path.StartsWith($"knowledge/{folder}/", StringComparison.Ordinal))
                .OrderBy(text => text.Path, StringComparer.Ordinal),
        ];

        var reader = new VocabularyReader(errors);
        var vocabulary = new VocabularySet(
            reader.Sources(In("sources")), reader.Movements(In("movements")), reader.Activities(In("activities")),
            reader.Signs(In("signs")));
        IReadOnlyList<KnowledgeText> rivalFiles = In("rivals");
        var names = new KnowledgeNames(atlas, kind => kind switch
        {
            EntryKind.Rival => [.. elsewhere.Of(kind), .. rivalFiles.Select(file => file.Stem)],
            _ => [.. elsewhere.Of(kind), .. reader.IdsOf(kind)],
        });
        var rivalReader = new RivalReader(names, errors);
        RivalEntry[] rivals = [.. rivalFiles.Select(rivalReader.Read).OfType<RivalEntry>()];
        var muscleReader = new MuscleReader(names, errors);
        string[] order = [.. atlas.Muscles.Keys];
        MuscleEntry[] muscles =
        [
            .. In("muscles").Select(muscleReader.Read).OfType<MuscleEntry>()
                .OrderBy(muscle => Array.IndexOf(order, muscle.Id)),
        ];
        SharedSentences.Check(muscles, rivals, errors);
        return new KnowledgeFolder(vocabulary, muscles, rivals);
    }

    /// <summary>Lays every pattern over a body; places that it lacks go into <paramref name="errors"/>.</summary>
    public PatternSet Compile(BodyAtlas atlas, KnowledgeErrors errors)
    {
        var compiler = new ReferralCompiler(atlas);
        var paints = new List<PaintedReferral>();
        IReadOnlyList<ReferralZone>? Lay(string path, Mark at, string id, PatternEntry pattern, bool painless)
        {
            try
            {
                (IReadOnlyList<ReferralZone> zones, PaintedReferral paint) = compiler.Compile(id, pattern);
                if (zones.Count == 0 && !painless) errors.Add(path, at, $"{id}: the pattern reaches no zone; are its strokes wide enough?");
                paints.Add(paint);
                return zones;
            }
            catch (FormatException fault)
            {
                errors.Add(path, at, $"{id}: {fault.Message}");
                return null;
            }
        }

        var muscles = new List<Muscle>();
        foreach (MuscleEntry entry in Muscles)
        {
            var points = new List<TriggerPoint>();
            foreach (PointEntry point in entry.Points)
            {
                if (Lay(entry.Path, point.PlaceAt, point.Id, point.Pattern, point.Painless) is { } zones)
                    points.Add(point.With(compiler.Site(point.Place), zones));
            }

            if (points.Count > 0) muscles.Add(entry.With(points));
        }

        var rivals = new List<Rival>();
        foreach (RivalEntry entry in Rivals)
        {
            if (Lay(entry.Path, entry.PatternAt, entry.Id, entry.Pattern, painless: false) is { } zones)
                rivals.Add(entry.With(zones));
        }

        return new PatternSet(muscles, rivals, new ReferralPaint(atlas.Version, paints));
    }

    /// <summary>Reads the YAML files below <c>knowledge/</c> of the data folder, in a fixed order.</summary>
    public static IReadOnlyList<KnowledgeText> Load(string dataFolder) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(dataFolder, "knowledge"), "*.yaml", SearchOption.AllDirectories)
            .Select(file => new KnowledgeText(
                Path.GetRelativePath(dataFolder, file).Replace('\\', '/'), File.ReadAllText(file)))
            .OrderBy(text => text.Path, StringComparer.Ordinal),
    ];
}
