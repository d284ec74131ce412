using System.Security.Cryptography;
using Nodus.Anatomy;
using Nodus.Clinical.Knowledge;
using Nodus.Compiler.Entries;
using Nodus.Compiler.Referrals;
using Nodus.Compiler.Safety;

namespace Nodus.Compiler;

/// <summary>Everything that knowledge compiles to, in memory: nothing is written before all of it is right.</summary>
internal sealed record CompiledKnowledge(
    KnowledgeBase Base,
    ReferralPaint Paint,
    DangerZonePaint Skin,
    KnowledgeLibrary Library,
    IReadOnlyList<MuscleMonograph> Monographs,
    IReadOnlyList<RivalMonograph> RivalMonographs,
    SafetyEntries Safety)
{
    /// <summary>Compiles checked entries; places that the body lacks go into <paramref name="errors"/>.</summary>
    /// <returns>Null when there was a fault.</returns>
    public static CompiledKnowledge? From(KnowledgeFolder folder, BodyAtlas atlas, KnowledgeErrors errors)
    {
        PatternSet patterns = PatternLayout.Of(folder, atlas, errors);
        if (errors.Count > 0) return null;
        KnowledgeWarnings.Check(folder, patterns, complete: true, errors);
        var unversioned = new CompiledKnowledge(
            new KnowledgeBase("unversioned", atlas.Version, folder.EntriesWith(patterns)), patterns.Paint, patterns.Skin,
            new KnowledgeLibrary(folder.Library with { DangerZones = patterns.DangerZones }),
            [.. folder.Muscles.Select(entry => entry.Monograph)], [.. folder.Rivals.Select(entry => entry.Monograph)], folder.Safety);
        return unversioned with { Base = new KnowledgeBase(unversioned.Version(), atlas.Version, folder.EntriesWith(patterns)) };
    }

    /// <summary>All files, by name relative to the output folder.</summary>
    public IReadOnlyList<(string Name, byte[] Content)> Files() =>
    [
        (KnowledgeCompiler.BaseFile, Bytes(Base.Write)),
        (KnowledgeCompiler.ReferralFile, Bytes(Paint.Write)),
        (KnowledgeCompiler.DangerZoneFile, Bytes(Skin.Write)),
        (KnowledgeCompiler.LibraryFile, Bytes(Library.Write)),
        (KnowledgeCompiler.SafetyFile, Bytes(Safety.Knowledge!.Write)),
        (KnowledgeCompiler.LanguageFile, Bytes(Safety.Language.Write)),
        .. Monographs.Select(monograph => ($"{KnowledgeCompiler.MonographFolder}/{monograph.Id}.json", Bytes(monograph.Write))),
        .. RivalMonographs.Select(monograph => ($"{KnowledgeCompiler.RivalFolder}/{monograph.Id}.json", Bytes(monograph.Write))),
    ];

    /// <summary>Hash of the content, so that equal knowledge has equal versions wherever it was compiled.</summary>
    private string Version()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach ((_, byte[] content) in Files()) hash.AppendData(content);
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8));
    }

    private static byte[] Bytes(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return stream.ToArray();
    }
}
