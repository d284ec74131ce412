using Nodus.Anatomy;
using Nodus.Anatomy.Rendering;
using Nodus.Clinical.Knowledge;
using Nodus.Clinical.Safety;
using Nodus.Clinical.Safety.Language;

namespace Nodus.Web.Client.Body;

/// <summary>The compiled data as the host serves them, under an address that changes with their content.</summary>
/// <param name="http">Reaches the host.</param>
public sealed class BodyFiles(HttpClient http)
{
    private readonly Dictionary<(string Build, string View), Task<ViewBuffer>> views = [];
    private readonly Dictionary<string, Task<MuscleMonograph>> monographs = new(StringComparer.Ordinal);

    /// <summary>Where the data lie, such as <c>/data/1a2b3c</c>.</summary>
    public string Address { get; set; } = "";

    /// <summary>The body.</summary>
    /// <exception cref="InvalidDataException">Not an atlas, or of another format.</exception>
    public async Task<BodyAtlas> AtlasAsync() => BodyAtlas.Read(await OpenAsync("atlas.bin"));

    /// <summary>What is known about muscles.</summary>
    /// <exception cref="InvalidDataException">Not a knowledge base.</exception>
    public async Task<KnowledgeBase> KnowledgeAsync() => KnowledgeBase.Read(await OpenAsync("knowledge.bin"));

    /// <summary>The questions of the intake and the safety rules.</summary>
    /// <exception cref="InvalidDataException">Not safety knowledge.</exception>
    public async Task<SafetyKnowledge> SafetyAsync() => SafetyKnowledge.Read(await OpenAsync("safety.bin"));

    /// <summary>How patients say what the rules ask; only who types words needs it.</summary>
    /// <exception cref="InvalidDataException">Not a safety language.</exception>
    public async Task<SafetyLanguage> LanguageAsync() => SafetyLanguage.Read(await OpenAsync("safety-language.bin"));

    /// <summary>The texts of a muscle; loaded when one of its points is pressed, once.</summary>
    /// <exception cref="InvalidDataException">Not a monograph.</exception>
    public async Task<MuscleMonograph> MuscleAsync(string muscle)
    {
        if (!monographs.TryGetValue(muscle, out Task<MuscleMonograph>? loading) || loading.IsFaulted)
            monographs[muscle] = loading = ReadMuscleAsync(muscle);
        return await loading;
    }

    /// <summary>Which cell each pixel of a view shows; loaded once.</summary>
    public Task<ViewBuffer> ViewAsync(BodyBuild build, string view)
    {
        if (!views.TryGetValue((build.Id, view), out Task<ViewBuffer>? loading))
            views[(build.Id, view)] = loading = ReadViewAsync(build, view);
        return loading;
    }

    /// <summary>The address of a view's picture.</summary>
    public static string Picture(string address, string build, string view) => $"{address}/views/{build}/{view}.png";

    private async Task<ViewBuffer> ReadViewAsync(BodyBuild build, string view) =>
        build.ReadView(view, await OpenAsync($"views/{build.Id}/{view}.view"));

    private async Task<MuscleMonograph> ReadMuscleAsync(string muscle) => MuscleMonograph.Read(await OpenAsync($"muscles/{muscle}.json"));

    private async Task<Stream> OpenAsync(string file) =>
        new MemoryStream(await http.GetByteArrayAsync($"{Address}/{file}"), writable: false);
}
