using System.Numerics;

namespace Nodus.Anatomy.Posing;

/// <summary>Evens out the skin around the armpits of a posed body, where few wide cells are drawn out into folds.</summary>
internal sealed class ArmpitRelaxing
{
    private const int Rounds = 24;
    private const float ReachCm = 15;

    private readonly int[] vertices;
    private readonly float[] strength;
    private readonly int[][] ring;

    /// <summary>Finds the skin to even out.</summary>
    /// <param name="raised">The skin with raised arms.</param>
    /// <param name="shoulder">The left shoulder joint.</param>
    public ArmpitRelaxing(BodyMesh raised, Vector3 shoulder)
    {
        Vector3 armpit = shoulder + new Vector3(-1.5f, -10.5f, -0.5f);
        var found = new List<int>();
        for (int v = 0; v < raised.Positions.Length; v++)
            if (StrengthAt(raised.Positions[v], armpit) > 0) found.Add(v);
        vertices = [.. found];
        strength = [.. found.Select(v => StrengthAt(raised.Positions[v], armpit))];
        var index = found.Select((v, i) => (v, i)).ToDictionary(pair => pair.v, pair => pair.i);
        var rings = new List<int>[vertices.Length];
        for (int i = 0; i < rings.Length; i++) rings[i] = [];
        for (int i = 0; i < raised.Triangles.Length; i++)
        {
            if (index.TryGetValue(raised.Triangles[i], out int k))
                rings[k].Add(raised.Triangles[i % 3 == 2 ? i - 2 : i + 1]);
        }

        ring = [.. rings.Select(r => r.ToArray())];
    }

    /// <summary>Evens out positions; a share of 0 leaves a vertex as it is.</summary>
    public void Run(Vector3[] positions, Func<int, float> share)
    {
        var next = new Vector3[vertices.Length];
        for (int round = 0; round < Rounds; round++)
        {
            for (int i = 0; i < vertices.Length; i++)
            {
                var sum = default(Vector3);
                foreach (int n in ring[i]) sum += positions[n];
                next[i] = Vector3.Lerp(positions[vertices[i]], sum / ring[i].Length, 0.6f * strength[i] * share(vertices[i]));
            }

            for (int i = 0; i < vertices.Length; i++) positions[vertices[i]] = next[i];
        }
    }

    private static float StrengthAt(Vector3 p, Vector3 armpit)
    {
        float t = Math.Clamp(1.6f * (1 - Vector3.Distance(p with { X = Math.Abs(p.X) }, armpit) / ReachCm), 0, 1);
        return t * t * (3 - 2 * t);
    }
}
