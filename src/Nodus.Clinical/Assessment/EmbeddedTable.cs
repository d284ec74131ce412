using System.Text.Json;

namespace Nodus.Clinical.Assessment;

/// <summary>The small JSON tables that travel in this assembly.</summary>
internal static class EmbeddedTable
{
    /// <summary>Opens a table by its file name.</summary>
    public static JsonDocument Open(string name)
    {
        using var stream = typeof(EmbeddedTable).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidDataException($"The table {name} is not in the assembly.");
        return JsonDocument.Parse(stream);
    }

    /// <summary>A probability or ratio of a table.</summary>
    public static double Number(this JsonElement element, string name) => element.GetProperty(name).GetDouble();
}
