using System.Text.Json;

namespace Nodus.Compiler.Figures;

/// <summary>Writes figures.json.</summary>
internal static class FigureList
{
    /// <summary>Figures by id, with title and size in pixels; marks by muscle and use, in pixels of the right (sore) side.</summary>
    public static void Write(
        Stream to, string atlasVersion, IReadOnlyList<FigureEntry> entries, IReadOnlyList<FigureStage> stages, IReadOnlyList<FigureMark> marks)
    {
        using var json = new Utf8JsonWriter(to, new JsonWriterOptions { Indented = true, IndentSize = 1 });
        json.WriteStartObject();
        json.WriteString("atlas", atlasVersion);
        json.WriteStartArray("figures");
        for (int i = 0; i < entries.Count; i++)
        {
            json.WriteStartObject();
            json.WriteString("id", entries[i].Id);
            json.WriteString("title", entries[i].Title);
            json.WriteNumber("width", stages[i].View.WidthPx);
            json.WriteNumber("height", stages[i].View.HeightPx);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("marks");
        foreach (IGrouping<string, FigureMark> muscle in marks.GroupBy(mark => mark.Muscle, StringComparer.Ordinal))
        {
            json.WriteStartObject(muscle.Key);
            foreach (FigureMark mark in muscle)
            {
                json.WriteStartObject(mark.Use);
                json.WriteString("figure", mark.Figure);
                json.WriteNumber("x", Math.Round(mark.X, 1));
                json.WriteNumber("y", Math.Round(mark.Y, 1));
                json.WriteBoolean("visible", mark.Visible);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }
}
