using System.Text.Json;
using Nodus.Compiler.Entries;
using Nodus.Compiler.Yaml;

namespace Nodus.Compiler.Vignettes;

/// <summary>
/// The evaluation cases of <c>data/vignettes/safety</c> as JSON Lines: what a case is, what may come out, and the words of the
/// patient apart, so that each can be tried without the other.
/// </summary>
/// <param name="dataFolder">The folder that holds <c>vignettes/</c>.</param>
/// <param name="outputFolder">Takes the result.</param>
public sealed class SafetyVignetteCompiler(string dataFolder, string outputFolder)
{
    /// <summary>The file that is written: one case a line.</summary>
    public const string File = "safety-vignettes.jsonl";

    private static readonly string[] Dispositions = ["emergency", "urgent-referral", "refer-before-treatment", "contraindicated-technique", "proceed"];

    /// <summary>Compiles all cases.</summary>
    /// <param name="errors">Takes every fault found; when there is one, nothing is written.</param>
    public void Run(KnowledgeErrors errors)
    {
        ArgumentNullException.ThrowIfNull(errors);
        string folder = Path.Combine(dataFolder, "vignettes", "safety");
        int before = errors.Count;
        using var output = new MemoryStream();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (string file in Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal))
        {
            var text = new KnowledgeText($"vignettes/safety/{Path.GetFileName(file)}", System.IO.File.ReadAllText(file));
            foreach (FieldReader fields in text.Entries(errors))
            {
                string id = fields.Text("id");
                if (!seen.Add(id)) fields.Fault(fields.At("id"), $"The case '{id}' is there twice.");
                Write(output, fields, id);
            }
        }

        if (errors.Count == before) System.IO.File.WriteAllBytes(Path.Combine(outputFolder, File), output.ToArray());
    }

    private static void Write(MemoryStream output, FieldReader fields, string id)
    {
        using (var writer = new Utf8JsonWriter(output))
        {
            writer.WriteStartObject();
            writer.WriteString("id", id);
            writer.WriteString("condition", fields.Text("condition"));
            if (fields.OptionalText("looks_like") is { } look) writer.WriteString("looksLike", look);
            writer.WriteString("source", fields.Text("source"));
            writer.WriteString("text", fields.Text("text"));
            Texts(writer, "expect", [.. fields.Texts("expect", 1).Select(word => word.Text)]);
            foreach (LocatedText word in fields.Texts("expect", 1).Where(word => !Dispositions.Contains(word.Text, StringComparer.Ordinal)))
                fields.Fault(word.At, $"{fields.Name("expect")} must be of {string.Join(", ", Dispositions)}.");
            writer.WriteStartObject("case");
            writer.WriteNumber("age", fields.Number("age", 0, 120));
            writer.WriteString("sex", fields.Text("sex"));
            writer.WriteStartArray("pain");
            foreach (FieldReader pain in fields.Maps("pain"))
            {
                writer.WriteStartObject();
                writer.WriteString("zone", pain.Text("zone"));
                writer.WriteString("side", pain.Text("side"));
                pain.End();
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteStartObject("answers");
            foreach (LocatedText fact in fields.Texts("yes", 0)) writer.WriteBoolean(fact.Text, true);
            foreach (LocatedText fact in fields.Texts("no", 0)) writer.WriteBoolean(fact.Text, false);
            writer.WriteEndObject();
            Texts(writer, "history", [.. fields.Texts("history", 0).Select(text => text.Text)]);
            Texts(writer, "medication", [.. fields.Texts("medication", 0).Select(text => text.Text)]);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        fields.End();
        output.Write("\n"u8);
    }

    private static void Texts(Utf8JsonWriter writer, string name, IReadOnlyList<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (string text in texts) writer.WriteStringValue(text);
        writer.WriteEndArray();
    }
}
