using System.Numerics;

namespace Nodus.Anatomy.Posing;

/// <summary>Softens weights along the skin, never through the air: an arm beside the trunk stays the arm's own.</summary>
internal static class WeightDiffusion
{
    private const int Rounds = 70, SpreadRings = 14;

    /// <summary>
    /// One implicit step of diffusion, solved by Jacobi rounds: w = (w0 + k * mean of the neighbours' w) / (1 + k) with
    /// k = (softness / mean edge)^2, whose solution spreads a step edge over about twice the softness.
    /// </summary>
    /// <param name="mesh">The skin.</param>
    /// <param name="softnessCm">How far weights spread at each vertex.</param>
    /// <param name="weights">One row of weights a vertex; changed in place.</param>
    public static void Run(BodyMesh mesh, float[] softnessCm, float[][] weights)
    {
        int count = weights.Length;
        int[][] ring = Rings(mesh);
        var k = new float[count];
        for (int v = 0; v < count; v++)
        {
            float edge = 0;
            foreach (int n in ring[v]) edge += Vector3.Distance(mesh.Positions[v], mesh.Positions[n]);
            edge /= ring[v].Length;
            k[v] = softnessCm[v] * softnessCm[v] / (edge * edge);
        }

        Parallel.For(0, Skeleton.BoneCount, bone =>
        {
            var start = new float[count];
            for (int v = 0; v < count; v++) start[v] = weights[v][bone];
            int[] edge = NearEdges(start, ring);
            if (edge.Length == 0) return;
            float[] now = [.. start], next = [.. start];
            for (int round = 0; round < Rounds; round++)
            {
                foreach (int v in edge)
                {
                    float sum = 0;
                    foreach (int n in ring[v]) sum += now[n];
                    next[v] = (start[v] + k[v] * sum / ring[v].Length) / (1 + k[v]);
                }

                (now, next) = (next, now);
            }

            foreach (int v in edge) weights[v][bone] = now[v];
        });
    }

    /// <summary>Vertices near a change of weight; where all around is alike, spreading changes nothing.</summary>
    private static int[] NearEdges(float[] start, int[][] ring)
    {
        var near = new bool[start.Length];
        var found = new List<int>();
        for (int v = 0; v < start.Length; v++)
        {
            near[v] = Array.Exists(ring[v], n => start[n] != start[v]);
            if (near[v]) found.Add(v);
        }

        for (int r = 0, from = 0; r < SpreadRings; r++)
        {
            int to = found.Count;
            for (; from < to; from++)
            {
                foreach (int n in ring[found[from]])
                {
                    if (near[n]) continue;
                    near[n] = true;
                    found.Add(n);
                }
            }
        }

        return [.. found];
    }

    private static int[][] Rings(BodyMesh mesh)
    {
        var rings = new List<int>[mesh.Positions.Length];
        for (int v = 0; v < rings.Length; v++) rings[v] = new List<int>(7);
        // Every edge is met once in each direction, so the start of each names each neighbour once.
        for (int i = 0; i < mesh.Triangles.Length; i++)
            rings[mesh.Triangles[i]].Add(mesh.Triangles[i % 3 == 2 ? i - 2 : i + 1]);
        return [.. rings.Select(r => r.ToArray())];
    }
}
