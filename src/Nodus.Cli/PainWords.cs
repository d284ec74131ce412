using System.Globalization;
using System.Text.Json;

namespace Nodus.Cli;

/// <summary>The short form of a case on the command line: <c>zone:side:intensity</c>.</summary>
internal static class PainWords
{
    /// <summary>Zones given in words as the JSON of a case.</summary>
    /// <exception cref="BadInputException">A word has another form. Zone, side and intensity are the case reader's to check.</exception>
    public static byte[] ToCase(IEnumerable<string> words)
    {
        using var memory = new MemoryStream();
        using (var writer = new Utf8JsonWriter(memory))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("pain");
            foreach (string word in words) Write(writer, word);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return memory.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, string word)
    {
        string[] parts = word.Split(':');
        if (parts.Length is < 1 or > 3)
            throw new BadInputException($"--pain: \"{word}\" is not zone:side:intensity, for example shoulder_front:right:6.");
        writer.WriteStartObject();
        writer.WriteString("zone", parts[0]);
        if (parts.Length > 1) writer.WriteString("side", parts[1]);
        if (parts.Length > 2)
        {
            if (!double.TryParse(parts[2], NumberStyles.Float, CultureInfo.InvariantCulture, out double intensity))
                throw new BadInputException($"--pain: the intensity of \"{word}\" must be a number from 0 to 10, not \"{parts[2]}\".");
            writer.WriteNumber("intensity", intensity);
        }

        writer.WriteEndObject();
    }
}
