using Nodus.Inference.Tests;

namespace Nodus.Benchmarks;

/// <content>Cases drawn from the network.</content>
internal sealed partial class BodyProblem
{
    private const int PainfulMost = 40, TestsMost = 8;

    /// <summary>
    /// Causes drawn from the prior, findings from the causes; all regions are answered, and up to eight tests, which are chosen by
    /// the drawing alone. Cases with fewer or more painful regions than the network's own are drawn again, which
    /// depends on what is observed only.
    /// </summary>
    public IEnumerable<ProblemCase> Cases()
    {
        var random = new SeededGenerator(_spec.Seed ^ 0xC0FFEE);
        var causesOf = new List<int>[_leak.Length];
        for (int f = 0; f < causesOf.Length; f++) causesOf[f] = [];
        for (int c = 0; c < _edges.Count; c++)
        {
            foreach (Edge edge in _edges[c]) causesOf[edge.Finding].Add(c);
        }

        for (int i = 0; i < _spec.Cases;)
        {
            bool[] isPresent = DrawFindings(random);
            int[] painful = [.. Enumerable.Range(0, Regions).Where(f => isPresent[f])];
            if (painful.Length < _spec.PainfulLeast || painful.Length > PainfulMost) continue;
            int[] near = [.. painful.SelectMany(f => causesOf[f]).Distinct()];
            var observed = new SortedSet<int>(Enumerable.Range(0, Regions));
            int tests = random.BetweenInclusive(0, TestsMost);
            for (int t = 0; t < tests; t++) observed.Add(DrawTest(random, near));
            yield return new ProblemCase(
                $"{Name}{i++:D3}", Name, [.. observed.Where(f => isPresent[f])], [.. observed.Where(f => !isPresent[f])]);
        }
    }

    private bool[] DrawFindings(SeededGenerator random)
    {
        double[] keep = Array.ConvertAll(_leak, leak => 1 - leak);
        for (int c = 0; c < _prior.Count; c++)
        {
            if (!random.Chance(_prior[c])) continue;
            foreach (Edge edge in _edges[c]) keep[edge.Finding] *= 1 - edge.Activation;
        }

        return Array.ConvertAll(keep, absent => random.Chance(1 - absent));
    }

    /// <summary>Any test, or as often one that a cause of the pain has.</summary>
    private int DrawTest(SeededGenerator random, int[] near)
    {
        if (random.Chance(0.5) || near.Length == 0) return Regions + random.Below(_leak.Length - Regions);
        Edge[] tests = [.. _edges[near[random.Below(near.Length)]].Where(edge => edge.Finding >= Regions)];
        return tests[random.Below(tests.Length)].Finding;
    }
}
