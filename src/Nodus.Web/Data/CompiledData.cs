using System.Security.Cryptography;
using Nodus.Anatomy;
using Nodus.Clinical.Knowledge;
using Nodus.Clinical.Safety;

namespace Nodus.Web.Data;

/// <summary>The compiled body and knowledge beside the program, read once at start.</summary>
public sealed class CompiledData
{
    private readonly Lazy<ReferralPaint> referral;
    private readonly Lazy<DangerZonePaint> skin;
    private readonly Lazy<KnowledgeLibrary> library;
    private readonly Lazy<StepFigures> steps;
    private readonly Lazy<SafetyKnowledge> safety;

    private CompiledData(string folder, string version, BodyAtlas atlas, KnowledgeBase knowledge)
    {
        Folder = folder;
        Version = version;
        Atlas = atlas;
        Knowledge = knowledge;
        referral = new Lazy<ReferralPaint>(() => ReadFile("referral.bin", ReferralPaint.Read));
        skin = new Lazy<DangerZonePaint>(() => ReadFile("danger-zones.bin", DangerZonePaint.Read));
        steps = new Lazy<StepFigures>(() => ReadFile("figures.json", StepFigures.Read));
        safety = new Lazy<SafetyKnowledge>(() => ReadFile("safety.bin", SafetyKnowledge.Read));
        library = new Lazy<KnowledgeLibrary>(() => ReadFile("library.json", KnowledgeLibrary.Read));
    }

    /// <summary>The folder.</summary>
    public string Folder { get; }

    /// <summary>Hash of all files: browsers may keep what lies under it for ever.</summary>
    public string Version { get; }

    /// <summary>Where browsers find the files.</summary>
    public string Address => $"/data/{Version}";

    /// <summary>The body.</summary>
    public BodyAtlas Atlas { get; }

    /// <summary>What is known about muscles and rivals, as far as ranking needs it.</summary>
    public KnowledgeBase Knowledge { get; }

    /// <summary>What is known beside muscles and rivals: sources, danger zones, techniques, evidence ...</summary>
    public KnowledgeLibrary Library => library.Value;

    /// <summary>The questions of the intake and the safety rules.</summary>
    public SafetyKnowledge Safety => safety.Value;

    /// <summary>The painted patterns of the points and rivals.</summary>
    public ReferralPaint Referral => referral.Value;

    /// <summary>The painted skin of the danger zones.</summary>
    public DangerZonePaint DangerZones => skin.Value;

    /// <summary>The step pictures of stretches and self-releases.</summary>
    public StepFigures Steps => steps.Value;

    /// <summary>Reads the folder <c>data</c> beside the program.</summary>
    /// <exception cref="InvalidDataException">A file is missing or damaged; the message says which and what to do.</exception>
    public static CompiledData ReadBesideProgram()
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "data");
        try
        {
            using FileStream atlas = File.OpenRead(Path.Combine(folder, "atlas.bin"));
            using FileStream knowledge = File.OpenRead(Path.Combine(folder, "knowledge.bin"));
            return new CompiledData(folder, HashOf(folder), BodyAtlas.Read(atlas), KnowledgeBase.Read(knowledge));
        }
        catch (IOException fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InvalidDataException(
                $"The compiled data are missing: {fault.Message} Build src/Nodus.Web, which compiles them.", fault);
        }
    }

    /// <summary>The texts of a muscle; null where there is no such muscle.</summary>
    public MuscleMonograph? Monograph(string muscleId) =>
        Knowledge.TryFindMuscle(muscleId, out _) ? ReadFile($"muscles/{muscleId}.json", MuscleMonograph.Read) : null;

    /// <summary>The texts of a rival; null where there is no such rival.</summary>
    public RivalMonograph? RivalMonograph(string rivalId) =>
        Knowledge.TryFindRival(rivalId, out _) ? ReadFile($"rivals/{rivalId}.json", Clinical.Knowledge.RivalMonograph.Read) : null;

    private T ReadFile<T>(string file, Func<Stream, T> read)
    {
        using FileStream stream = File.OpenRead(Path.Combine(Folder, file));
        return read(stream);
    }

    private static string HashOf(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 16];
        foreach (string file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            hash.AppendData(System.Text.Encoding.UTF8.GetBytes(Path.GetRelativePath(folder, file)));
            using FileStream stream = File.OpenRead(file);
            while (stream.Read(buffer) is > 0 and int count) hash.AppendData(buffer.AsSpan(0, count));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8));
    }
}
