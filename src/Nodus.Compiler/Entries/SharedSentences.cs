using System.Text;
using Nodus.Clinical.Knowledge;
using YamlDotNet.Core;

namespace Nodus.Compiler.Entries;

/// <summary>
/// Finds sentences copied from one muscle to another. What is written under a muscle must be about that muscle; a
/// protocol that fits two muscles word for word fits neither, and a short common phrase is no protocol.
/// </summary>
internal static class SharedSentences
{
    /// <summary>Sentences up to this many words may be common to several muscles.</summary>
    public const int WordsAllowed = 8;

    /// <summary>Notes each longer sentence that a second muscle repeats.</summary>
    public static void Check(IEnumerable<MuscleEntry> muscles, KnowledgeErrors errors)
    {
        var first = new Dictionary<string, (string Muscle, string Field)>(StringComparer.Ordinal);
        foreach (MuscleEntry muscle in muscles)
        {
            foreach ((string field, string text) in ProtocolTexts(muscle))
            {
                foreach (string sentence in Sentences(text))
                {
                    if (first.TryAdd(sentence, (muscle.Id, field))) continue;
                    (string otherMuscle, string otherField) = first[sentence];
                    if (string.Equals(otherMuscle, muscle.Id, StringComparison.Ordinal)) continue;
                    errors.Add(muscle.Path, new Mark(0, 1, 1), $"{field} repeats a sentence of {otherMuscle} ({otherField}): \"{sentence}\". Write what is particular to this muscle.");
                }
            }
        }
    }

    private static IEnumerable<(string Field, string Text)> ProtocolTexts(MuscleEntry muscle)
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

        foreach (TechniqueNote technique in monograph.Techniques) yield return ("techniques note", technique.Note);
        if (monograph.Stretch is { } stretch)
        {
            yield return ("stretch.how", stretch.How);
            yield return ("stretch.stop", stretch.Stop);
        }

        yield return ("selfRelease", monograph.SelfRelease.How ?? monograph.SelfRelease.None ?? "");
        yield return ("selfRelease.stop", monograph.SelfRelease.Stop ?? "");
        foreach (string caution in monograph.Cautions) yield return ("cautions", caution);
        foreach (string danger in monograph.DangerZones) yield return ("dangerZones", danger);
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
