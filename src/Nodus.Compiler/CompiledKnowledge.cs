using System.Security.Cryptography;
using Nodus.Anatomy;
using Nodus.Clinical.Knowledge;
using Nodus.Compiler.Entries;

namespace Nodus.Compiler;

/// <summary>Everything that knowledge compiles to, in memory: nothing is written before all of it is right.</summary>
internal sealed record CompiledKnowledge(
    KnowledgeBase Base, ReferralPaint Paint, IReadOnlyList<MuscleMonograph> Monographs, IReadOnlyList<RivalMonograph> RivalMonographs)
{
    /// <summary>Compiles checked entries; places that the body lacks go into <paramref name="errors"/>.</summary>
    /// <returns>Null when there was a fault.</returns>
    public static CompiledKnowledge? From(KnowledgeFolder folder, BodyAtlas atlas, KnowledgeErrors errors)
    {
        PatternSet patterns = folder.Compile(atlas, errors);
        if (errors.Count > 0) return null;
        VocabularySet words = folder.Vocabulary;
        KnowledgeBase With(string version) => new(
            version, atlas.Version, patterns.Muscles, patterns.Rivals, words.Movements, words.Activities, words.Signs, words.Sources);
        var unversioned = new CompiledKnowledge(
            With("unversioned"), patterns.Paint, [.. folder.Muscles.Select(entry => entry.Monograph)],
            [.. folder.Rivals.Select(entry => entry.Monograph)]);
        return unversioned with { Base = With(unversioned.Version()) };
    }

    /// <summary>All files, by name relative to the output folder.</summary>
    public IReadOnlyList<(string Name, byte[] Content)> Files() =>
    [
        (KnowledgeCompiler.BaseFile, Bytes(Base.Write)),
        (KnowledgeCompiler.ReferralFile, Bytes(Paint.Write)),
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
