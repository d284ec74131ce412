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
    /// <summary>Notes each longer sentence that a second muscle or a second rival repeats.</summary>
    public static void Check(IEnumerable<MuscleEntry> muscles, IEnumerable<RivalEntry> rivals, KnowledgeErrors errors)
    {
        Check(muscles.Select(muscle => (muscle.Path, muscle.Id, ProtocolTexts.Of(muscle.Plain, muscle.Monograph))), "muscle", errors);
        Check(rivals.Select(rival => (rival.Path, rival.Id, Texts(rival))), "rival", errors);
    }

    private static void Check(
        IEnumerable<(string Path, string Id, IEnumerable<(string Field, string Text)> Texts)> entries, string what, KnowledgeErrors errors)
    {
        var first = new Dictionary<string, (string Id, string Field)>(StringComparer.Ordinal);
        foreach ((string path, string id, IEnumerable<(string Field, string Text)> texts) in entries)
        {
            foreach ((string field, string sentence) in texts.SelectMany(text => ProtocolTexts.Sentences(text.Text).Select(sentence => (text.Field, sentence))))
            {
                if (first.TryAdd(sentence, (id, field))) continue;
                (string otherId, string otherField) = first[sentence];
                if (string.Equals(otherId, id, StringComparison.Ordinal)) continue;
                errors.Add(path, new Mark(0, 1, 1), $"{field} repeats a sentence of {otherId} ({otherField}): \"{sentence}\". Write what is particular to this {what}.");
            }
        }
    }

    private static IEnumerable<(string Field, string Text)> Texts(RivalEntry rival)
    {
        foreach (string separate in rival.Separate) yield return ("separate", separate);
        yield return ("action", rival.Monograph.Action);
        yield return ("tell", rival.Monograph.Tell);
    }
}
