using System.Text;
using System.Text.Json;

namespace Nodus.Benchmarks;

/// <summary>
/// What was measured of one case, one JSON object a line. Times are milliseconds, their names end in <c>ms</c> or <c>Ms</c>; memory is
/// <c>bytes</c> or ends in <c>Bytes</c>; <c>marginals</c> holds one probability a cause. All else is told by the evidence alone.
/// </summary>
internal sealed class ResultLine
{
    private readonly Dictionary<string, JsonElement> _fields;

    private ResultLine(JsonElement line) =>
        _fields = line.EnumerateObject().ToDictionary(field => field.Name, field => field.Value, StringComparer.Ordinal);

    /// <summary>The case, unique in a file.</summary>
    public string Case => _fields["case"].GetString()!;

    /// <summary>Its network, or the kind of drawing.</summary>
    public string Network => _fields["network"].GetString()!;

    /// <summary>P(cause | evidence) by cause; empty where the line has none.</summary>
    public double[] Marginals => _fields.TryGetValue("marginals", out JsonElement all) ? [.. all.EnumerateArray().Select(one => one.GetDouble())] : [];

    /// <summary>Names of what depends on machine and runtime: times and memory.</summary>
    public IEnumerable<string> Costs => _fields.Keys.Where(IsCost);

    /// <summary>What does not depend on them, marginals apart, as one text.</summary>
    public string Rest => string.Join(' ', _fields.Where(one => !IsCost(one.Key) && one.Key != "marginals").Select(one => one.Value.GetRawText()));

    /// <summary>A time or an amount of memory.</summary>
    public double Cost(string name) => _fields[name].GetDouble();

    /// <summary>Reads a file of lines.</summary>
    public static IEnumerable<ResultLine> Read(string path) =>
        File.ReadLines(path).Select(line => new ResultLine(JsonElement.Parse(line)));

    /// <summary>Writes a line.</summary>
    public static void Write(TextWriter output, string @case, string network, Action<Utf8JsonWriter> fields)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("case", @case);
            json.WriteString("network", network);
            fields(json);
            json.WriteEndObject();
        }

        output.WriteLine(Encoding.UTF8.GetString(buffer.ToArray()));
    }

    /// <summary>Writes the marginals of a case, digit by digit as they are.</summary>
    public static void WriteMarginals(Utf8JsonWriter json, ReadOnlySpan<double> marginals)
    {
        json.WriteStartArray("marginals");
        foreach (double marginal in marginals) json.WriteNumberValue(marginal);
        json.WriteEndArray();
    }

    private static bool IsCost(string name) =>
        name.EndsWith("ms", StringComparison.Ordinal) || name.EndsWith("Ms", StringComparison.Ordinal)
        || name.EndsWith("bytes", StringComparison.OrdinalIgnoreCase);
}
