using System.Text.Json;

namespace Nodus.Anatomy.Drawing;

/// <summary>Drawings to JSON.</summary>
internal static class PainDrawingWriter
{
    public static void Write(PainDrawing drawing, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("atlas", drawing.AtlasVersion);
        writer.WriteStartArray("strokes");
        foreach (PainStroke stroke in drawing.Strokes) Write(stroke, writer);
        writer.WriteEndArray();
        if (!drawing.Insets.IsEmpty)
        {
            writer.WriteStartArray("insets");
            foreach (InsetMark mark in drawing.Insets)
            {
                writer.WriteStartObject();
                writer.WriteString("zone", mark.ZoneId);
                writer.WriteString("side", mark.Side.ToWord());
                Feeling(writer, mark.Intensity, mark.Quality);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static void Write(PainStroke stroke, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        if (stroke.Erases) writer.WriteBoolean("erase", true);
        else Feeling(writer, stroke.Intensity, stroke.Quality);
        writer.WriteStartArray("samples");
        foreach (SurfaceSample s in stroke.Samples)
        {
            writer.WriteStartArray();
            writer.WriteNumberValue(s.Place.Cell);
            writer.WriteNumberValue(s.Place.U);
            writer.WriteNumberValue(s.Place.V);
            writer.WriteNumberValue(s.RadiusCm);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Feeling(Utf8JsonWriter writer, double intensity, PainQuality? quality)
    {
        writer.WriteNumber("intensity", intensity);
        if (quality is { } q) writer.WriteString("quality", q.ToWord());
    }
}
