using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Nodus.Anatomy;
using Nodus.Clinical.Knowledge;
using Nodus.Clinical.Safety;
using Nodus.Clinical.Safety.Language;
using Nodus.Compiler.Entries;

namespace Nodus.Compiler;

/// <summary>data/knowledge and the compiled atlas to the files that the product reads.</summary>
/// <param name="dataFolder">The folder that holds <c>knowledge/</c> and <c>atlas/</c>.</param>
/// <param name="outputFolder">Holds <c>atlas.bin</c> and takes the results.</param>
/// <param name="log">Takes a line of summary.</param>
/// <remarks>
/// Several files, because the browser ranks before anybody reads: <c>knowledge.bin</c> has names, points, zones and
/// effects; <c>safety.bin</c> the gate and <c>safety-language.bin</c> how patients say it; <c>referral.bin</c> and <c>danger-zones.bin</c> the dabs to paint; <c>muscles/&lt;id&gt;.json</c> and
/// <c>rivals/&lt;id&gt;.json</c> the monographs, one a page; <c>library.json</c> everything else that is read.
/// </remarks>
public sealed class KnowledgeCompiler(string dataFolder, string outputFolder, TextWriter log)
{
    /// <summary>The file that <see cref="KnowledgeBase.Read"/> reads.</summary>
    public const string BaseFile = "knowledge.bin";

    /// <summary>The file that <see cref="ReferralPaint.Read"/> reads.</summary>
    public const string ReferralFile = "referral.bin";

    /// <summary>The file that <see cref="DangerZonePaint.Read"/> reads.</summary>
    public const string DangerZoneFile = "danger-zones.bin";

    /// <summary>The file that <see cref="KnowledgeLibrary.Read"/> reads.</summary>
    public const string LibraryFile = "library.json";

    /// <summary>The file that <see cref="SafetyKnowledge.Read"/> reads.</summary>
    public const string SafetyFile = "safety.bin";

    /// <summary>The file that <see cref="SafetyLanguage.Read"/> reads.</summary>
    public const string LanguageFile = "safety-language.bin";

    /// <summary>The folder of files that <see cref="MuscleMonograph.Read"/> reads, one a muscle id.</summary>
    public const string MonographFolder = "muscles";

    /// <summary>The folder of files that <see cref="RivalMonograph.Read"/> reads, one a rival id.</summary>
    public const string RivalFolder = "rivals";

    private const string StampFile = "knowledge.stamp";

    /// <summary>Compiles unless neither inputs nor programs have changed since the last time.</summary>
    /// <param name="errors">Takes every fault found; when there is one, nothing is written.</param>
    /// <returns>Whether anything was written.</returns>
    /// <exception cref="InvalidDataException">A list of names or the atlas is damaged.</exception>
    public bool Run(KnowledgeErrors errors)
    {
        string stamp = Path.Combine(outputFolder, StampFile);
        string fingerprint = Fingerprint();
        if (File.Exists(stamp) && string.Equals(File.ReadAllText(stamp), fingerprint, StringComparison.Ordinal))
        {
            log.WriteLine("knowledge: up to date");
            return false;
        }

        long start = Stopwatch.GetTimestamp();
        int before = errors.Count;
        KnowledgeFolder folder = KnowledgeFolder.Read(KnowledgeFolder.Load(dataFolder), AtlasNames.Read(dataFolder), ElsewhereIds.None, errors);
        if (errors.Count > before) return false;
        BodyAtlas atlas = ReadAtlas();
        CompiledKnowledge? compiled = CompiledKnowledge.From(folder, atlas, errors);
        if (compiled is null) return false;
        File.Delete(stamp);
        Write(compiled.Files());
        File.WriteAllText(stamp, fingerprint);
        log.WriteLine(
            $"knowledge: version {compiled.Base.Version}, {compiled.Base.Muscles.Count} muscles, {compiled.Base.Points.Count} points, " +
            $"{compiled.Base.Rivals.Count} rivals, {compiled.Safety.Knowledge!.Rules.Count} safety rules, {errors.Warnings.Count} warnings (nodus knowledge check lists them), " +
            $"{Stopwatch.GetElapsedTime(start).TotalSeconds:F1} s");
        return true;
    }

    private BodyAtlas ReadAtlas()
    {
        using FileStream file = File.OpenRead(Path.Combine(outputFolder, "atlas.bin"));
        return BodyAtlas.Read(file);
    }

    /// <summary>Writes beside the old files first, so that a full disk leaves the old ones whole.</summary>
    private void Write(IReadOnlyList<(string Name, byte[] Content)> files)
    {
        string[] folders = [.. new[] { MonographFolder, RivalFolder }.Select(folder => Path.Combine(outputFolder, folder))];
        foreach (string folder in folders) Directory.CreateDirectory(folder);
        foreach ((string name, byte[] content) in files) File.WriteAllBytes(Path.Combine(outputFolder, name + ".new"), content);
        foreach ((string name, _) in files)
        {
            string target = Path.Combine(outputFolder, name);
            File.Move(target + ".new", target, overwrite: true);
        }

        var current = files.Select(file => Path.GetFullPath(Path.Combine(outputFolder, file.Name))).ToHashSet(StringComparer.Ordinal);
        foreach (string old in folders.SelectMany(Directory.EnumerateFiles))
        {
            if (!current.Contains(Path.GetFullPath(old))) File.Delete(old);
        }
    }

    /// <summary>Hash of the inputs and of the programs that read them.</summary>
    private string Fingerprint()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (Type type in (Type[])[typeof(BodyMesh), typeof(KnowledgeBase), typeof(KnowledgeCompiler)])
            hash.AppendData(type.Module.ModuleVersionId.ToByteArray());
        IEnumerable<string> inputs = Directory
            .EnumerateFiles(Path.Combine(dataFolder, "knowledge"), "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".yaml" or ".json")
            .Append(Path.Combine(dataFolder, "atlas", "landmarks.json"))
            .Append(Path.Combine(dataFolder, "atlas", "zones.json"))
            .Append(Path.Combine(outputFolder, "atlas.bin"));
        foreach (string file in inputs.Order(StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetFileName(file)));
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(file)));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
