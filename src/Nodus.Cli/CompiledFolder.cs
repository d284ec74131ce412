using Nodus.Anatomy;
using Nodus.Anatomy.Rendering;
using Nodus.Clinical.Assessment;
using Nodus.Clinical.Knowledge;
using Nodus.Clinical.Safety;
using Nodus.Clinical.Safety.Language;
using Nodus.Compiler;

namespace Nodus.Cli;

/// <summary>The compiled data beside the program; each part is read when it is first asked for.</summary>
internal sealed class CompiledFolder
{
    private readonly Lazy<BodyAtlas> atlas;
    private readonly Lazy<KnowledgeBase> knowledge;
    private readonly Lazy<ReferralPaint> referral;
    private readonly Lazy<DangerZonePaint> skin;
    private readonly Lazy<KnowledgeLibrary> library;
    private readonly Lazy<SafetyKnowledge> safety;
    private readonly Lazy<SafetyGate> gate;

    private CompiledFolder(string path)
    {
        Path = path;
        atlas = new(() => Read("atlas.bin", BodyAtlas.Read));
        knowledge = new(() => Read(KnowledgeCompiler.BaseFile, KnowledgeBase.Read));
        referral = new(() => Read(KnowledgeCompiler.ReferralFile, ReferralPaint.Read));
        skin = new(() => Read(KnowledgeCompiler.DangerZoneFile, DangerZonePaint.Read));
        library = new(() => Read(KnowledgeCompiler.LibraryFile, KnowledgeLibrary.Read));
        safety = new(() => Read(KnowledgeCompiler.SafetyFile, SafetyKnowledge.Read));
        gate = new(() => new SafetyGate(Safety, new WordReader(Safety, Read(KnowledgeCompiler.LanguageFile, SafetyLanguage.Read))));
    }

    /// <summary>The data of this program.</summary>
    public static CompiledFolder Own { get; } = new(System.IO.Path.Combine(AppContext.BaseDirectory, "data"));

    /// <summary>Where the files are.</summary>
    public string Path { get; }

    /// <summary>The body.</summary>
    public BodyAtlas Atlas => atlas.Value;

    /// <summary>Muscles, points and vocabularies.</summary>
    public KnowledgeBase Knowledge => knowledge.Value;

    /// <summary>Everything else that is known: sources, danger zones, techniques, evidence ...</summary>
    public KnowledgeLibrary Library => library.Value;

    /// <summary>The questions of the intake and the safety rules.</summary>
    public SafetyKnowledge Safety => safety.Value;

    /// <summary>The safety gate.</summary>
    public SafetyGate Gate => gate.Value;

    /// <summary>Reads cases.</summary>
    public CaseReader CaseReader => CaseReader.For(Knowledge, Safety, Atlas);

    /// <summary>Everything that has a place on the body, with its paint.</summary>
    public PatternSet Patterns => new(Knowledge.Muscles, Knowledge.Rivals, referral.Value, Library.DangerZones, skin.Value);

    /// <summary>The long texts of a muscle.</summary>
    public MuscleMonograph Monograph(string muscle) =>
        Read(System.IO.Path.Combine(KnowledgeCompiler.MonographFolder, muscle + ".json"), MuscleMonograph.Read);

    /// <summary>The long texts of a rival.</summary>
    public RivalMonograph RivalMonograph(string rival) =>
        Read(System.IO.Path.Combine(KnowledgeCompiler.RivalFolder, rival + ".json"), Clinical.Knowledge.RivalMonograph.Read);

    /// <summary>What a fixed view shows at each pixel.</summary>
    public ViewBuffer View(BodyBuild build, BodyView view) =>
        Read(ViewFile(build, view, ".view"), stream => ViewBufferFormat.Read(stream, view, build.Mesh));

    /// <summary>The clay picture of a view, a PNG file.</summary>
    public string Picture(BodyBuild build, BodyView view) => System.IO.Path.Combine(Path, ViewFile(build, view, ".png"));

    private static string ViewFile(BodyBuild build, BodyView view, string extension) =>
        System.IO.Path.Combine("views", build.Id, view.Id + extension);

    private T Read<T>(string name, Func<Stream, T> read)
    {
        using FileStream file = File.OpenRead(System.IO.Path.Combine(Path, name));
        return read(file);
    }
}
