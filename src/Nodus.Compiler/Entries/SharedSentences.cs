using System.Text;
using Nodus.Clinical.Knowledge;
using YamlDotNet.Core;

namespace Nodus.Compiler.Entries;

/// <summary>
/// Finds sentences copied from one muscle to another, or from one rival to another. What is written under a muscle must
/// be about that muscle; a protocol that fits two muscles word for word fits neither, and a short common phrase is no
/// protocol.
/// </summary>
internal static class SharedSentences
{
    /// <summary>Sentences up to this many words may be common to several entries.</summary>
    public const int WordsAllowed = 8;

    /// <summary>Notes each longer sentence that a second muscle or a second rival repeats.</summary>
    public static void Check(IEnumerable<MuscleEntry> muscles, IEnumerable<RivalEntry> rivals, KnowledgeErrors errors)
    {
        Check(muscles.Select(muscle => (muscle.Path, muscle.Id, Texts(muscle))), "muscle", errors);
        Check(rivals.Select(rival => (rival.Path, rival.Id, Texts(rival))), "rival", errors);
    }

    private static void Check(
        IEnumerable<(string Path, string Id, IEnumerable<(string Field, string Text)> Texts)> entries, string what, KnowledgeErrors errors)
    {
        var first = new Dictionary<string, (string Id, string Field)>(StringComparer.Ordinal);
        foreach ((string path, string id, IEnumerable<(string Field, string Text)> texts) in entries)
        {
            foreach ((string field, string sentence) in texts.SelectMany(text => Sentences(text.Text).Select(sentence => (text.Field, sentence))))
            {
                if (first.TryAdd(sentence, (id, field))) continue;
                (string otherId, string otherField) = first[sentence];
                if (string.Equals(otherId, id, StringComparison.Ordinal)) continue;
                errors.Add(path, new Mark(0, 1, 1), $"{field} repeats a sentence of {otherId} ({otherField}): \"{sentence}\". Write what is particular to this {what}.");
            }
        }
    }

    private static IEnumerable<(string Field, string Text)> Texts(MuscleEntry muscle)
    {
        MuscleMonograph monograph = muscle.Monograph;
        yield return ("plain", muscle.Plain);
        foreach (PointMonograph point in monograph.Points)
        {
            yield return ($"{point.Id} description", point.Description);
            if (point.Palpation is null) continue;
            yield return ($"{point.Id} palpation.position", point.Palpation.Position);
            yield return ($"{point.Id} palpation.contact", point.Palpation.Contact);
        }

        foreach (TechniqueProtocol protocol in monograph.Techniques)
        {
            string technique = $"techniques {protocol.Technique}";
            yield return ($"{technique}.position", protocol.Position);
            yield return ($"{technique}.contact", protocol.Contact);
            yield return ($"{technique}.direction", protocol.Direction);
            yield return ($"{technique}.progression", protocol.Progression);
            yield return ($"{technique}.stop", protocol.Stop);
        }

        if (monograph.Stretch is { } stretch)
        {
            yield return ("stretch.how", stretch.How);
            yield return ("stretch.stop", stretch.Stop);
        }

        yield return ("selfRelease", monograph.SelfRelease.How ?? monograph.SelfRelease.None ?? "");
        yield return ("selfRelease.stop", monograph.SelfRelease.Stop ?? "");
        foreach (string caution in monograph.Cautions) yield return ("cautions", caution);
        foreach (NearbyDanger danger in monograph.DangerZones) yield return ($"dangerZones {danger.Zone}", danger.Note);
    }

    private static IEnumerable<(string Field, string Text)> Texts(RivalEntry rival)
    {
        foreach (string separate in rival.Separate) yield return ("separate", separate);
        yield return ("action", rival.Monograph.Action);
        yield return ("tell", rival.Monograph.Tell);
    }

    /// <summary>The sentences of a text longer than <see cref="WordsAllowed"/>, as bare lower-case words.</summary>
    internal static IEnumerable<string> Sentences(string text)
    {
        foreach (string sentence in text.Split(['.', ';', '!', '?'], StringSplitOptions.RemoveEmptyEntries))
        {
            var bare = new StringBuilder(sentence.Length);
            foreach (char c in sentence) bare.Append(char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ');
            string[] words = bare.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length > WordsAllowed) yield return string.Join(' ', words);
        }
    }
}
