using System.Numerics;

namespace Nodus.Anatomy.Tests;

/// <summary>A ball as a body, for laws that can be computed by hand.</summary>
internal static class Sphere
{
    /// <summary>The octahedron's half with x &gt;= 0, each edge cut in <c>2^levels / 2</c> parts, blown up.</summary>
    public static BodyMesh Of(float radius, int levels)
    {
        List<Vector3[]> faces = [];
        foreach (float y in (float[])[1, -1])
        {
            foreach (float z in (float[])[1, -1])
            {
                Vector3 a = Vector3.UnitX, b = Vector3.UnitY * y, c = Vector3.UnitZ * z;
                faces.Add(y * z > 0 ? [a, b, c] : [a, c, b]);
            }
        }

        for (int level = 1; level < levels; level++)
        {
            List<Vector3[]> finer = [];
            foreach (Vector3[] f in faces)
            {
                Vector3 ab = Vector3.Normalize(f[0] + f[1]), bc = Vector3.Normalize(f[1] + f[2]), ca = Vector3.Normalize(f[2] + f[0]);
                finer.AddRange([[f[0], ab, ca], [ab, f[1], bc], [ca, bc, f[2]], [ab, bc, ca]]);
            }

            faces = finer;
        }

        Vector3[] points = [.. faces.SelectMany(f => f).Select(Snap).Distinct().OrderBy(p => p.X != 0)];
        Dictionary<Vector3, int> number = points.Select((p, i) => (p, i)).ToDictionary(t => t.p, t => t.i);
        return new BodyMesh(
            [.. points.Select(p => p * radius)],
            [.. points.Select(Vector3.Normalize)],
            [.. faces.SelectMany(f => f).Select(p => number[Snap(p)])],
            points.Count(p => p.X == 0));
    }

    private static Vector3 Snap(Vector3 p) => new(Snap(p.X), Snap(p.Y), Snap(p.Z));

    // Adding 0 turns -0 into 0.
    private static float Snap(float v) => MathF.Round(v, 5) + 0f;
}
