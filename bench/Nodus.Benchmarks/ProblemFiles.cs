using System.Text.Json;
using Nodus.Inference;

namespace Nodus.Benchmarks;

/// <summary>One case: which findings of which network are present and absent; the rest is unobserved.</summary>
internal sealed record ProblemCase(string Id, string Network, int[] Positive, int[] Negative);

/// <summary>Reads networks and cases as JSON, JSON Lines or folders of JSON.</summary>
internal static class ProblemFiles
{
    public static Dictionary<string, NoisyOrNetwork> ReadNetworks(string path)
    {
        var networks = new Dictionary<string, NoisyOrNetwork>(StringComparer.Ordinal);
        foreach (var item in Items(path, "net*.json"))
            networks.Add(item.GetProperty("name").GetString()!, ReadNetwork(item));
        return networks;
    }

    public static IEnumerable<ProblemCase> ReadCases(string path)
    {
        foreach (var item in Items(path, "case*.json"))
        {
            string network = item.GetProperty("network").GetString()!;
            var id = item.GetProperty("case");
            yield return new ProblemCase(
                id.ValueKind == JsonValueKind.String ? id.GetString()! : $"{network}{id.GetInt32():D3}",
                network, Integers(item.GetProperty("positive")), Integers(item.GetProperty("negative")));
        }
    }

    /// <summary>What a case says of the findings.</summary>
    public static Evidence Evidence(NoisyOrNetwork network, ProblemCase problem)
    {
        var evidence = new Evidence(network);
        foreach (int f in problem.Positive)
            evidence[f] = Observation.Present;
        foreach (int f in problem.Negative)
            evidence[f] = Observation.Absent;
        return evidence;
    }

    /// <summary>Every top-level JSON value of a file - one, or one a line - or of all matching files of a folder.</summary>
    private static IEnumerable<JsonElement> Items(string path, string pattern)
    {
        IEnumerable<string> files = Directory.Exists(path)
            ? Directory.EnumerateFiles(path, pattern).Order(StringComparer.Ordinal)
            : [path];
        foreach (string file in files)
        {
            var values = new List<JsonElement>();
            var reader = new Utf8JsonReader(
                File.ReadAllBytes(file), new JsonReaderOptions { AllowMultipleValues = true });
            while (reader.Read())
                values.Add(JsonElement.ParseValue(ref reader));
            foreach (var value in values)
                yield return value;
        }
    }

    private static NoisyOrNetwork ReadNetwork(JsonElement item)
    {
        var builder = new NoisyOrNetworkBuilder();
        foreach (var finding in item.GetProperty("findings").EnumerateArray())
            builder.AddFinding(finding.GetProperty("leak").GetDouble());
        foreach (var cause in item.GetProperty("causes").EnumerateArray())
        {
            int c = builder.AddCause(cause.GetProperty("prior").GetDouble());
            foreach (var edge in cause.GetProperty("edges").EnumerateArray())
                builder.AddEdge(c, edge[0].GetInt32(), edge[1].GetDouble());
        }

        return builder.Build();
    }

    private static int[] Integers(JsonElement array) => [.. array.EnumerateArray().Select(e => e.GetInt32())];
}
