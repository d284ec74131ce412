using System.Text.Json;
using Nodus.Inference;

namespace Nodus.Benchmarks;

/// <summary>Networks by name, and cases of them.</summary>
internal sealed record Problems(IReadOnlyDictionary<string, NoisyOrNetwork> Networks, IReadOnlyList<ProblemCase> Cases)
{
    /// <summary>The problems of files as <see cref="ProblemFiles"/> reads them; the neutral networks and cases where no files are named.</summary>
    public static Problems Of(string? networksPath, string? casesPath) =>
        new(NetworksOf(networksPath), [.. casesPath is null ? BodyProblem.All.SelectMany(one => one.Cases()) : ProblemFiles.ReadCases(casesPath)]);

    /// <summary>The networks alone.</summary>
    public static IReadOnlyDictionary<string, NoisyOrNetwork> NetworksOf(string? path) => path is null
        ? BodyProblem.All.ToDictionary(one => one.Name, one => one.Network, StringComparer.Ordinal)
        : ProblemFiles.ReadNetworks(path);

    /// <summary>Measures every case, after a first round in which all of them warm the engines, and writes a line for each.</summary>
    /// <param name="outPath">The lines: JSON objects with the case, its network and what <paramref name="write"/> adds.</param>
    /// <param name="repeats">Given to the measurement; 1 in the first round.</param>
    /// <param name="prepare">Makes what measures the cases of one network.</param>
    /// <param name="measure">Measures a case.</param>
    /// <param name="write">Writes a result, right after it was measured.</param>
    /// <returns>The results by network.</returns>
    public IReadOnlyList<IGrouping<string, TResult>> Measure<TMeter, TResult>(
        string outPath, int repeats, Func<NoisyOrNetwork, TMeter> prepare,
        Func<TMeter, ProblemCase, int, TResult> measure, Action<Utf8JsonWriter, TMeter, TResult> write)
    {
        Dictionary<string, TMeter> meters = Networks.ToDictionary(one => one.Key, one => prepare(one.Value), StringComparer.Ordinal);
        foreach (ProblemCase problem in Cases) measure(meters[problem.Network], problem, 1);
        using var output = new StreamWriter(outPath);
        var results = new List<(string Network, TResult Result)>();
        foreach (ProblemCase problem in Cases)
        {
            TResult result = measure(meters[problem.Network], problem, repeats);
            ResultLine.Write(output, problem.Id, problem.Network, json => write(json, meters[problem.Network], result));
            results.Add((problem.Network, result));
        }

        return [.. results.GroupBy(one => one.Network, one => one.Result, StringComparer.Ordinal)];
    }
}
