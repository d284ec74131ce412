using System.Text;

namespace Nodus.Clinical.Knowledge;

/// <summary>
/// The texts of a muscle that must be about that muscle: how to press it, treat it and what to beware of. A protocol that
/// fits two muscles word for word fits neither, and a short common phrase is no protocol.
/// </summary>
public static class ProtocolTexts
{
    /// <summary>Sentences up to this many words may be common to several muscles.</summary>
    public const int WordsAllowed = 8;

    /// <summary>The texts with the names of their fields.</summary>
    /// <param name="plain">The muscle's words for the patient.</param>
    /// <param name="monograph">Its monograph.</param>
    public static IEnumerable<(string Field, string Text)> Of(string plain, MuscleMonograph monograph)
    {
        ArgumentNullException.ThrowIfNull(monograph);
        yield return ("plain", plain);
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

    /// <summary>The sentences of a text longer than <see cref="WordsAllowed"/>, as bare lower-case words.</summary>
    public static IEnumerable<string> Sentences(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (string sentence in text.Split(['.', ';', '!', '?'], StringSplitOptions.RemoveEmptyEntries))
        {
            var bare = new StringBuilder(sentence.Length);
            foreach (char c in sentence) bare.Append(char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ');
            string[] words = bare.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length > WordsAllowed) yield return string.Join(' ', words);
        }
    }
}
