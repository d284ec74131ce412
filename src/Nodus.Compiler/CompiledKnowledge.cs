using System.Security.Cryptography;
using Nodus.Anatomy;
using Nodus.Clinical.Knowledge;
using Nodus.Compiler.Entries;
using Nodus.Compiler.Referrals;

namespace Nodus.Compiler;

/// <summary>Everything that knowledge compiles to, in memory: nothing is written before all of it is right.</summary>
internal sealed record CompiledKnowledge(
    KnowledgeBase Base, ReferralPaint Paint, IReadOnlyList<MuscleMonograph> Monographs)
{
    /// <summary>Compiles checked entries; places that the body lacks go into <paramref name="errors"/>.</summary>
    /// <returns>Null when there was a fault.</returns>
    public static CompiledKnowledge? From(KnowledgeFolder folder, BodyAtlas atlas, KnowledgeErrors errors)
    {
        var compiler = new ReferralCompiler(atlas);
        var muscles = new List<Muscle>();
        var paints = new List<PaintedReferral>();
        foreach (MuscleEntry entry in folder.Muscles)
        {
            var points = new List<TriggerPoint>();
            foreach (PointEntry pointEntry in entry.Points)
            {
                try
                {
                    (TriggerPoint point, PaintedReferral paint) = compiler.Compile(pointEntry);
                    if (point.Zones.Count == 0 && !point.Painless)
                        errors.Add(entry.Path, pointEntry.PlaceAt, $"{pointEntry.Id}: the pattern reaches no zone; are its strokes wide enough?");
                    points.Add(point);
                    paints.Add(paint);
                }
                catch (FormatException fault)
                {
                    errors.Add(entry.Path, pointEntry.PlaceAt, $"{pointEntry.Id}: {fault.Message}");
                }
            }

            if (points.Count > 0) muscles.Add(entry.With(points));
        }

        if (errors.Count > 0) return null;
        MuscleMonograph[] monographs = [.. folder.Muscles.Select(entry => entry.Monograph)];
        var referral = new ReferralPaint(atlas.Version, paints);
        VocabularySet words = folder.Vocabulary;
        KnowledgeBase With(string version) => new(
            version, atlas.Version, muscles, words.Movements, words.Activities, words.Signs, words.Sources);
        return new CompiledKnowledge(With(Version(With("unversioned"), referral, monographs)), referral, monographs);
    }

    /// <summary>All files, by name relative to the output folder.</summary>
    public IReadOnlyList<(string Name, byte[] Content)> Files() =>
    [
        (KnowledgeCompiler.BaseFile, Bytes(Base.Write)),
        (KnowledgeCompiler.ReferralFile, Bytes(Paint.Write)),
        .. Monographs.Select(monograph => ($"{KnowledgeCompiler.MonographFolder}/{monograph.Id}.json", Bytes(monograph.Write))),
    ];

    /// <summary>Hash of the content, so that equal knowledge has equal versions wherever it was compiled.</summary>
    private static string Version(KnowledgeBase unversioned, ReferralPaint paint, IEnumerable<MuscleMonograph> monographs)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Bytes(unversioned.Write));
        hash.AppendData(Bytes(paint.Write));
        foreach (MuscleMonograph monograph in monographs) hash.AppendData(Bytes(monograph.Write));
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8));
    }

    private static byte[] Bytes(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return stream.ToArray();
    }
}
