using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Nodus.Anatomy;
using Nodus.Anatomy.Posing;
using Nodus.Anatomy.Rendering;
using Nodus.Anatomy.Surface;
using Nodus.Clinical.Knowledge;
using Nodus.Compiler.Entries;
using Nodus.Compiler.Figures;

namespace Nodus.Compiler;

/// <summary>
/// data/figures, the compiled atlas and knowledge to figures/*.png and figures.json: step pictures of stretches and
/// self-releases, and where in them each muscle that names one has its first point.
/// </summary>
/// <param name="dataFolder">The folder that holds <c>figures/</c> and <c>atlas/</c>.</param>
/// <param name="outputFolder">Holds the compiled atlas and knowledge and takes the results.</param>
/// <param name="log">Takes a line of summary.</param>
public sealed class FigureCompiler(string dataFolder, string outputFolder, TextWriter log)
{
    /// <summary>The list of figures and marks.</summary>
    public const string ListFile = "figures.json";

    /// <summary>The folder of pictures, one a figure id.</summary>
    public const string PictureFolder = "figures";

    private const string StampFile = "figures.stamp";

    // To be raised when this class or its pictures change without the program noticing.
    private const byte OutputRevision = 1;

    /// <summary>Draws figures whose file or body has changed, and writes the list when anything has.</summary>
    /// <param name="errors">Takes every fault found; when there is one, nothing is written.</param>
    /// <returns>Whether anything was written.</returns>
    /// <exception cref="InvalidDataException">The atlas or the knowledge is damaged.</exception>
    public bool Run(KnowledgeErrors errors)
    {
        ArgumentNullException.ThrowIfNull(errors);
        // Without sound knowledge there is nothing to mark; its faults are told already.
        if (errors.Count > 0) return false;
        KnowledgeText[] files = Load();
        string body = BodyFingerprint(), everything = Everything(body, files);
        FigureStamp stamp = FigureStamp.Read(Path.Combine(outputFolder, StampFile));
        if (string.Equals(stamp.Everything, everything, StringComparison.Ordinal))
        {
            log.WriteLine("figures: up to date");
            return false;
        }

        long start = Stopwatch.GetTimestamp();
        var reader = new FigureReader(errors);
        FigureEntry[] entries = [.. files.SelectMany(reader.Read).OrderBy(entry => entry.Id, StringComparer.Ordinal)];
        if (errors.Count > 0) return false;
        BodyAtlas atlas = ReadAtlas();
        var figures = new FigureBody(atlas);
        FigureStage[] stages = Stages(figures, entries, errors);
        if (errors.Count > 0) return false;
        Dictionary<string, string> hashes = files.ToDictionary(
            file => file.Path, file => Hash(Encoding.UTF8.GetBytes(body + file.Text)), StringComparer.Ordinal);
        int[] stale = [.. Enumerable.Range(0, entries.Length).Where(i =>
            !stamp.Holds(entries[i].File, hashes[entries[i].File]) || !File.Exists(PictureOf(entries[i].Id)))];
        FigureMark[] marks = new FigureMarking(figures, entries, stages).Of(ReadKnowledge(), Monograph, errors);
        if (errors.Count > 0) return false;

        Directory.CreateDirectory(Path.Combine(outputFolder, PictureFolder));
        File.Delete(Path.Combine(outputFolder, StampFile));
        if (stale.Length > 0) Draw(figures, entries, stages, stale);
        RemoveOld(entries);
        using (FileStream list = File.Create(Path.Combine(outputFolder, ListFile)))
            FigureList.Write(list, atlas.Version, entries, stages, marks);
        new FigureStamp(everything, hashes).Write(Path.Combine(outputFolder, StampFile));
        log.WriteLine(
            $"figures: {entries.Length} figures, {stale.Length} drawn, {marks.Length} marks, {Stopwatch.GetElapsedTime(start).TotalSeconds:F1} s");
        return true;
    }

    private static FigureStage[] Stages(FigureBody body, FigureEntry[] entries, KnowledgeErrors errors)
    {
        var stages = new FigureStage[entries.Length];
        Parallel.For(0, entries.Length, i =>
        {
            try
            {
                stages[i] = FigureStage.Of(body, entries[i]);
            }
            catch (FormatException fault)
            {
                lock (errors) errors.Add(entries[i].File, entries[i].At, $"{entries[i].Id}: {fault.Message}");
            }
        });
        return stages;
    }

    private void Draw(FigureBody body, FigureEntry[] entries, FigureStage[] stages, int[] which)
    {
        string path = Path.Combine(dataFolder, "atlas", "mannequin.json");
        byte[] text = File.ReadAllBytes(path);
        var artist = new FigureArtist(new FigureRenderer(
            body.Skin, MannequinReader.Read(path, text), MannequinReader.Read(path, text, PosableSkin.RaisedDegrees)));
        Parallel.ForEach(which, i => File.WriteAllBytes(PictureOf(entries[i].Id), artist.Draw(stages[i], entries[i])));
    }

    private void RemoveOld(FigureEntry[] entries)
    {
        var current = entries.Select(entry => PictureOf(entry.Id)).ToHashSet(StringComparer.Ordinal);
        foreach (string old in Directory.EnumerateFiles(Path.Combine(outputFolder, PictureFolder)))
            if (!current.Contains(old)) File.Delete(old);
    }

    private string PictureOf(string id) => Path.Combine(outputFolder, PictureFolder, id + ".png");

    private KnowledgeText[] Load()
    {
        string folder = Path.Combine(dataFolder, "figures");
        return !Directory.Exists(folder) ? [] :
        [
            .. Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal)
                .Select(file => new KnowledgeText("figures/" + Path.GetFileName(file), File.ReadAllText(file))),
        ];
    }

    private BodyAtlas ReadAtlas()
    {
        using FileStream file = File.OpenRead(Path.Combine(outputFolder, "atlas.bin"));
        return BodyAtlas.Read(file);
    }

    private KnowledgeBase ReadKnowledge()
    {
        using FileStream file = File.OpenRead(Path.Combine(outputFolder, KnowledgeCompiler.BaseFile));
        return KnowledgeBase.Read(file);
    }

    private MuscleMonograph Monograph(string muscle)
    {
        using FileStream file = File.OpenRead(Path.Combine(outputFolder, KnowledgeCompiler.MonographFolder, muscle + ".json"));
        return MuscleMonograph.Read(file);
    }

    /// <summary>Hash of what all pictures depend on: the programs and the body.</summary>
    private string BodyFingerprint()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData([OutputRevision]);
        foreach (Type type in (Type[])[typeof(BodyMesh), typeof(FigureCompiler)])
            hash.AppendData(type.Module.ModuleVersionId.ToByteArray());
        hash.AppendData(SHA256.HashData(File.ReadAllBytes(Path.Combine(outputFolder, "atlas.bin"))));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private string Everything(string body, KnowledgeText[] files)
    {
        var all = new StringBuilder(body);
        foreach (KnowledgeText file in files) all.Append(file.Path).Append(file.Text);
        all.Append(Hash(File.ReadAllBytes(Path.Combine(outputFolder, KnowledgeCompiler.BaseFile))));
        foreach (string file in Directory.EnumerateFiles(Path.Combine(outputFolder, KnowledgeCompiler.MonographFolder)).Order(StringComparer.Ordinal))
            all.Append(Hash(File.ReadAllBytes(file)));
        return Hash(Encoding.UTF8.GetBytes(all.ToString()));
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
