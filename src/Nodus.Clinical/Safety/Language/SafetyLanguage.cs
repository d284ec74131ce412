using Nodus.Clinical.Knowledge;

namespace Nodus.Clinical.Safety.Language;

/// <summary>How plain English says something.</summary>
/// <param name="Id">Id of a fact, or of a region.</param>
/// <param name="IsRegion">Whether it is a region.</param>
/// <param name="Says">Patterns that say it.</param>
/// <param name="Denies">Patterns that say by themselves that it is not so.</param>
/// <param name="Ignore">Patterns of look-alikes: what they cover says nothing.</param>
public sealed record Wording(
    string Id, bool IsRegion, IReadOnlyList<string> Says, IReadOnlyList<string> Denies, IReadOnlyList<string> Ignore);

/// <summary>What a cue beside a phrase does to it.</summary>
public enum CueKind
{
    /// <summary>It is not so.</summary>
    Negation,

    /// <summary>Perhaps.</summary>
    Doubt,

    /// <summary>It happened to somebody else.</summary>
    Family,

    /// <summary>It is long over.</summary>
    Past,

    /// <summary>It is feared, not felt.</summary>
    Worry,

    /// <summary>Looks like a cue and is none.</summary>
    NoCue,

    /// <summary>A cue does not reach across it.</summary>
    Barrier,
}

/// <summary>Words that change what stands near them.</summary>
/// <param name="Kind">How.</param>
/// <param name="Before">Patterns that act on what follows.</param>
/// <param name="After">Patterns that act on what precedes.</param>
public sealed record CueWords(CueKind Kind, IReadOnlyList<string> Before, IReadOnlyList<string> After);

/// <summary>Medicines of a kind.</summary>
/// <param name="Id">Lower snake case.</param>
/// <param name="Name">Its name.</param>
/// <param name="Fact">Id of the fact that taking one suggests.</param>
/// <param name="Names">Generic and brand names, lower case.</param>
/// <param name="Words">Patterns of everyday words.</param>
public sealed record MedicationClass(
    string Id, string Name, string Fact, IReadOnlyList<string> Names, IReadOnlyList<string> Words);

/// <summary>The language of the gate: how patients say what the rules ask, and the medicines by name. Immutable.</summary>
/// <param name="Wordings">By fact and by region.</param>
/// <param name="Cues">Negation, doubt, family, past, worry.</param>
/// <param name="Medication">The classes of medicines.</param>
public sealed record SafetyLanguage(
    IReadOnlyList<Wording> Wordings, IReadOnlyList<CueWords> Cues, IReadOnlyList<MedicationClass> Medication)
{
    private const uint Magic = 0x4C53444E; // "NDSL"
    private const int FormatVersion = 1;

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">Something else, or of another format.</exception>
    public static SafetyLanguage Read(Stream from) => EntryFile.Read(from, Magic, FormatVersion, "a safety language", r => new SafetyLanguage(
        r.List(() => new Wording(r.Text(), r.Flag(), r.Texts(), r.Texts(), r.Texts())),
        r.List(() => new CueWords(r.Word<CueKind>(), r.Texts(), r.Texts())),
        r.List(() => new MedicationClass(r.Text(), r.Text(), r.Text(), r.Texts(), r.Texts()))));

    /// <summary>Writes everything, the same bytes for the same content.</summary>
    public void Write(Stream to) => EntryFile.Write(to, Magic, FormatVersion, w =>
    {
        w.List(Wordings, one => { w.Text(one.Id); w.Flag(one.IsRegion); w.Texts(one.Says); w.Texts(one.Denies); w.Texts(one.Ignore); });
        w.List(Cues, cue => { w.Word(cue.Kind); w.Texts(cue.Before); w.Texts(cue.After); });
        w.List(Medication, m => { w.Text(m.Id); w.Text(m.Name); w.Text(m.Fact); w.Texts(m.Names); w.Texts(m.Words); });
    });
}

/// <summary>Checks of patterns, for who writes them.</summary>
public static class WordPatterns
{
    /// <summary>What is wrong with a pattern; null when nothing is.</summary>
    public static string? Fault(string pattern)
    {
        try
        {
            PhrasePattern.Parse(pattern, new PhraseKeys());
            return null;
        }
        catch (FormatException fault)
        {
            return fault.Message;
        }
    }
}
