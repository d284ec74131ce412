using System.Text.Json;
using Nodus.Clinical.Knowledge;
using Nodus.Compiler.Entries;
using Nodus.Compiler.Yaml;

namespace Nodus.Compiler.Vignettes;

/// <summary>
/// The written cases of <c>data/vignettes/assessment/literature</c> as JSON Lines: the case as <c>nodus locate</c> takes it, what
/// caused it, and what else its source would accept.
/// </summary>
/// <param name="dataFolder">The folder that holds <c>vignettes/</c> and <c>knowledge/</c>.</param>
/// <param name="outputFolder">Takes the result.</param>
public sealed class AssessmentVignetteCompiler(string dataFolder, string outputFolder)
{
    /// <summary>The file that is written: one case a line.</summary>
    public const string File = "assessment-vignettes.jsonl";

    private const int CausesMost = 3;

    /// <summary>Where something lies or hurts; "both" counts for either side.</summary>
    internal enum Place
    {
        /// <summary>Left.</summary>
        Left,

        /// <summary>Right.</summary>
        Right,

        /// <summary>Both sides.</summary>
        Both,

        /// <summary>The midline.</summary>
        Midline,
    }

    /// <summary>Compiles all cases.</summary>
    /// <param name="errors">Takes every fault found; when there is one, nothing is written.</param>
    public void Run(KnowledgeErrors errors)
    {
        ArgumentNullException.ThrowIfNull(errors);
        int before = errors.Count;
        AtlasNames atlas = AtlasNames.Read(dataFolder);
        string[] rivals = [.. Directory.EnumerateFiles(Path.Combine(dataFolder, "knowledge", "rivals"), "*.yaml").Select(file => Path.GetFileNameWithoutExtension(file)!)];
        KnowledgeText[] texts =
        [
            .. Directory.EnumerateFiles(Path.Combine(dataFolder, "vignettes", "assessment", "literature"), "*.yaml").Order(StringComparer.Ordinal)
                .Select(file => new KnowledgeText($"vignettes/assessment/literature/{Path.GetFileName(file)}", System.IO.File.ReadAllText(file))),
        ];
        byte[] lines = Lines(texts, atlas, rivals, errors);
        if (errors.Count == before) System.IO.File.WriteAllBytes(Path.Combine(outputFolder, File), lines);
    }

    /// <summary>The lines of some texts; faults go into <paramref name="errors"/>.</summary>
    internal static byte[] Lines(IReadOnlyList<KnowledgeText> texts, AtlasNames atlas, IReadOnlyCollection<string> rivals, KnowledgeErrors errors)
    {
        using var output = new MemoryStream();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (FieldReader fields in texts.SelectMany(text => text.Entries(errors)))
        {
            string id = fields.Text("id");
            if (id.Length > 0 && !seen.Add(id)) fields.Fault(fields.At("id"), $"The case '{id}' is there twice.");
            using (var writer = new Utf8JsonWriter(output)) Write(writer, fields, id, atlas, rivals);
            output.Write("\n"u8);
        }

        return output.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, FieldReader fields, string id, AtlasNames atlas, IReadOnlyCollection<string> rivals)
    {
        IReadOnlyList<FieldReader> causes = fields.Maps("cause");
        if (causes.Count is 0 or > CausesMost)
            fields.Fault(fields.At("cause"), $"{fields.Name("cause")} has {causes.Count} entries; allowed are 1 to {CausesMost}.");
        writer.WriteStartObject();
        writer.WriteString("id", id);
        writer.WriteString("title", fields.Text("title"));
        writer.WriteString("kind", KindOf(causes));
        writer.WriteString("grade", Word(fields.Choice<Grade>("grade")));
        writer.WriteString("source", fields.Text("source"));
        writer.WritePropertyName("case");
        WriteCase(writer, fields.Map("case"), atlas);
        WriteCauses(writer, "cause", causes, atlas, rivals);
        WriteCauses(writer, "accept", fields.Maps("accept"), atlas, rivals);
        writer.WriteEndObject();
        fields.End();
    }

    private static string KindOf(IReadOnlyList<FieldReader> causes) => causes.Count switch
    {
        0 or 1 => causes.Any(cause => cause.Has("rival")) ? "rival" : "single",
        2 => "double",
        _ => "triple",
    };

    private static void WriteCauses(
        Utf8JsonWriter writer, string name, IReadOnlyList<FieldReader> causes, AtlasNames atlas, IReadOnlyCollection<string> rivals)
    {
        writer.WriteStartArray(name);
        foreach (FieldReader cause in causes)
        {
            writer.WriteStartObject();
            bool rival = cause.Has("rival");
            if (rival == cause.Has("muscle")) cause.Fault(cause.Start, $"{cause.Title} must name a muscle or a rival.");
            else if (rival) writer.WriteString("rival", cause.Reference("rival", rivals, "rival"));
            else writer.WriteString("muscle", cause.Reference("muscle", [.. atlas.Muscles.Keys], "muscle"));
            writer.WriteString("side", Word(cause.Choice<Place>("side")));
            cause.End();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteCase(Utf8JsonWriter writer, FieldReader? fields, AtlasNames atlas)
    {
        writer.WriteStartObject();
        if (fields is not null)
        {
            if (fields.Has("age")) writer.WriteNumber("age", fields.Count("age", 0, 120));
            if (fields.OptionalText("sex") is { } sex) writer.WriteString("sex", sex);
            writer.WriteStartArray("pain");
            foreach (FieldReader pain in fields.Maps("pain")) WritePain(writer, pain, atlas);
            writer.WriteEndArray();
            if (fields.OptionalMap("answers") is { } answers)
            {
                writer.WriteStartObject("answers");
                foreach (string question in answers.Keys) writer.WriteBoolean(question, answers.Flag(question, needed: true));
                writer.WriteEndObject();
            }

            Texts(writer, "factors", fields);
            writer.WriteStartArray("movements");
            foreach (FieldReader movement in fields.Maps("movements"))
            {
                writer.WriteStartObject();
                foreach (string key in (string[])["test", "side", "result"]) writer.WriteString(key, movement.Text(key));
                movement.End();
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            fields.End();
        }

        writer.WriteEndObject();
    }

    private static void WritePain(Utf8JsonWriter writer, FieldReader pain, AtlasNames atlas)
    {
        writer.WriteStartObject();
        string zone = pain.Reference("zone", [.. atlas.Zones.Keys], "zone");
        Place side = pain.Choice<Place>("side");
        if (atlas.Zones.TryGetValue(zone, out ZoneName name) && name.Paired == (side == Place.Midline))
            pain.Fault(pain.At("side"), $"{pain.Name("side")} is '{Word(side)}'; '{zone}' {(name.Paired ? "lies on either side: left, right or both" : "lies on the midline")}.");
        writer.WriteString("zone", zone);
        writer.WriteString("side", Word(side));
        if (pain.OptionalNumber("intensity", 0, 10) is { } intensity) writer.WriteNumber("intensity", intensity);
        Texts(writer, "quality", pain);
        pain.End();
        writer.WriteEndObject();
    }

    private static void Texts(Utf8JsonWriter writer, string name, FieldReader fields)
    {
        IReadOnlyList<LocatedText> texts = fields.Texts(name, 0);
        if (texts.Count == 0) return;
        writer.WriteStartArray(name);
        foreach (LocatedText text in texts) writer.WriteStringValue(text.Text);
        writer.WriteEndArray();
    }

    private static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
