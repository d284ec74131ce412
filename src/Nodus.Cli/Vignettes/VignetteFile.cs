using System.Runtime.InteropServices;
using System.Text.Json;
using Nodus.Anatomy;
using Nodus.Clinical.Assessment;
using Nodus.Clinical.Knowledge;

namespace Nodus.Cli.Vignettes;

/// <summary>Cases with their causes as JSON Lines: written ones as the compiler makes them, and those made from the model.</summary>
internal static class VignetteFile
{
    private static readonly string[] Kinds = [CaseKind.Single, CaseKind.Double, CaseKind.Triple, CaseKind.Rival, CaseKind.Redrawn];

    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidDataException">A line is not such a case; the message tells which and why.</exception>
    public static IReadOnlyList<BenchCase> Read(string file, CompiledFolder data)
    {
        var cases = new List<BenchCase>();
        CaseReader reader = data.CaseReader;
        int number = 0;
        foreach (string line in File.ReadLines(file))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            try
            {
                cases.Add(Parse(line, reader, data.Knowledge));
            }
            catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or CaseFormatException or InvalidDataException)
            {
                throw new InvalidDataException($"{file}({number}): {fault.Message}", fault);
            }
        }

        return cases;
    }

    /// <summary>One case; its kind must be one of those that files have, its causes known.</summary>
    internal static BenchCase Parse(string line, CaseReader reader, KnowledgeBase knowledge)
    {
        using JsonDocument document = JsonDocument.Parse(line);
        JsonElement root = document.RootElement, @case = root.GetProperty("case");
        string kind = root.GetProperty("kind").GetString() ?? "";
        if (!Kinds.Contains(kind, StringComparer.Ordinal)) throw new InvalidDataException($"kind is '{kind}'; allowed is one of {string.Join(", ", Kinds)}.");
        CauseName[] truth = [.. Causes(root, "cause", knowledge)];
        if (truth.Length == 0) throw new InvalidDataException("cause must name at least one muscle or rival.");
        return new BenchCase(
            root.GetProperty("id").GetString() ?? "", kind, root.TryGetProperty("grade", out JsonElement grade) ? grade.GetString() : null,
            truth, [.. Causes(root, "accept", knowledge)], reader.Read(JsonMarshal.GetRawUtf8Value(@case).ToArray()),
            @case.TryGetProperty("pain", out JsonElement pain) && pain.GetArrayLength() > 0 ? pain[0].GetProperty("zone").GetString() : null);
    }

    /// <summary>A case made from the model as a line, without the line's end.</summary>
    public static string Line(BenchCase made, string knowledge, int seed)
    {
        using var memory = new MemoryStream();
        using (var writer = new Utf8JsonWriter(memory))
        {
            writer.WriteStartObject();
            writer.WriteString("id", made.Id);
            writer.WriteString("kind", made.Kind);
            writer.WriteString("knowledge", knowledge);
            writer.WriteNumber("seed", seed);
            writer.WritePropertyName("case");
            WriteCase(writer, made.Case);
            writer.WriteStartArray("cause");
            foreach (var cause in made.Person!.Causes)
            {
                writer.WriteStartObject();
                if (cause.Point is { } point)
                {
                    writer.WriteString("muscle", point.MuscleId);
                    writer.WriteString("point", point.Id);
                }
                else
                {
                    writer.WriteString("rival", cause.Rival!.Id);
                }

                writer.WriteString("side", cause.Side.ToWord());
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(memory.GetBuffer(), 0, (int)memory.Length);
    }

    /// <summary>The side of a word; null for "both".</summary>
    public static Side? SideOf(string? word) => word == "both"
        ? null
        : Sides.OfWord(word) ?? throw new InvalidDataException($"side is '{word}'; allowed is one of left, right, both, midline.");

    private static IEnumerable<CauseName> Causes(JsonElement root, string field, KnowledgeBase knowledge)
    {
        if (!root.TryGetProperty(field, out JsonElement list)) yield break;
        foreach (JsonElement one in list.EnumerateArray())
        {
            Side? side = SideOf(one.GetProperty("side").GetString());
            if (one.TryGetProperty("rival", out JsonElement id))
            {
                if (!knowledge.TryFindRival(id.GetString()!, out Rival? rival)) throw new InvalidDataException($"{field}: there is no rival '{id}'.");
                // What exists once has one entry, on whatever side the source saw its pain.
                yield return new CauseName(rival.Id, true, rival.Paired ? side : null);
            }
            else
            {
                string muscle = one.GetProperty("muscle").GetString()!;
                if (!knowledge.TryFindMuscle(muscle, out _)) throw new InvalidDataException($"{field}: there is no muscle '{muscle}'.");
                yield return new CauseName(muscle, false, side);
            }
        }
    }

    private static void WriteCase(Utf8JsonWriter writer, Case @case)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("pain");
        foreach (PainReport report in @case.Pain)
        {
            writer.WriteStartObject();
            writer.WriteString("zone", report.Site.Zone.Id);
            writer.WriteString("side", report.Site.Side.ToWord());
            if (report.Patch is { } patch) writer.WriteNumber("patch", patch + 1);
            if (report.Intensity is { } intensity) writer.WriteNumber("intensity", intensity);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        if (@case.Answers.Count > 0)
        {
            writer.WriteStartObject("answers");
            foreach ((string question, bool yes) in @case.Answers.OrderBy(one => one.Key, StringComparer.Ordinal)) writer.WriteBoolean(question, yes);
            writer.WriteEndObject();
        }

        if (@case.Activities.Count > 0)
        {
            writer.WriteStartArray("factors");
            foreach (DailyActivity activity in @case.Activities) writer.WriteStringValue(activity.Id);
            writer.WriteEndArray();
        }

        if (@case.Movements.Count > 0)
        {
            writer.WriteStartArray("movements");
            foreach (MovementObservation seen in @case.Movements)
            {
                writer.WriteStartObject();
                writer.WriteString("test", seen.Test.Id);
                writer.WriteString("side", seen.Side.ToWord());
                writer.WriteString("result", JsonNamingPolicy.SnakeCaseLower.ConvertName(seen.Result.ToString()));
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }
}
