using System.Numerics;
using System.Text.Json;

namespace Nodus.Anatomy.Surface;

/// <summary>Reads data/atlas/landmarks.json and lays the landmarks on the skin.</summary>
internal static class LandmarkReader
{
    /// <summary>A landmark farther than this from the skin is a mistake in the file.</summary>
    private const double FarthestCm = 4;

    public static IReadOnlyList<Landmark> Read(string path, byte[] utf8Json, ImplicitBody body, BodyMesh mesh)
    {
        using var text = new SourceText(path, utf8Json);
        var landmarks = new List<Landmark>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (JsonElement e in text.Require(text.Root, "landmarks", JsonValueKind.Array, "the file").EnumerateArray())
        {
            string id = text.Require(e, "id", JsonValueKind.String, "a landmark").GetString()!, owner = $"landmark {id}";
            if (!seen.Add(id)) throw text.Error(e, $"{owner} occurs twice");
            string label = text.Require(e, "label", JsonValueKind.String, owner).GetString()!;
            string region = text.Require(e, "region", JsonValueKind.String, owner).GetString()!;
            if (!e.TryGetProperty("paired", out JsonElement paired)
                || paired.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
            {
                throw text.Error(e, $"{owner}: \"paired\" must be true or false");
            }

            double[] p = text.Numbers(text.Require(e, "p", JsonValueKind.Array, owner), $"{owner}: \"p\"", 3, 3);
            var given = new Vector3d(p[0], p[1], p[2]);
            Vector3d on = body.Project(given, 60);
            bool midline = !paired.GetBoolean();
            if (midline) on = on with { X = 0 };
            if ((on - given).Length > FarthestCm)
                throw text.Error(e, $"{owner} lies {(on - given).Length:F1} cm off the skin");

            Vector3d normal = body.Normal(on);
            int cell = NearestCell(mesh, on.ToSingle(), normal.ToSingle(), out Vector3 place);
            Vector3 unit = (midline ? (normal with { X = 0 }).Normalized() : normal).ToSingle();
            if (midline)
            {
                landmarks.Add(new Landmark(id, label, region, Side.Midline, cell, place with { X = 0 }, unit));
                continue;
            }

            landmarks.Add(new Landmark(id, label, region, Side.Left, cell, place, unit));
            landmarks.Add(new Landmark(
                id, label, region, Side.Right, mesh.MirrorCell(cell),
                place with { X = -place.X }, unit with { X = -unit.X }));
        }

        return landmarks;
    }

    /// <summary>The nearest left cell that faces the same way (thin parts have another skin close by).</summary>
    private static int NearestCell(BodyMesh mesh, Vector3 p, Vector3 normal, out Vector3 place)
    {
        int best = 0;
        float least = float.MaxValue;
        place = p;
        for (int cell = 0; cell < mesh.CellCount / 2; cell++)
        {
            if (Vector3.DistanceSquared(mesh.Centroid(cell), p) > 4) continue;
            if (Vector3.Dot(mesh.CellNormal(cell), normal) < 0.2f) continue;
            Vector3 q = NearestPoint(mesh, cell, p);
            float d = Vector3.DistanceSquared(p, q);
            if (d >= least) continue;
            (least, best, place) = (d, cell, q);
        }

        return best;
    }

    /// <summary>The point of a triangle nearest to another (C. Ericson, "Real-Time Collision Detection", 2005, 5.1.5).</summary>
    private static Vector3 NearestPoint(BodyMesh mesh, int cell, Vector3 p)
    {
        Vector3 a = mesh.Positions[mesh.Triangles[3 * cell]];
        Vector3 b = mesh.Positions[mesh.Triangles[3 * cell + 1]];
        Vector3 c = mesh.Positions[mesh.Triangles[3 * cell + 2]];
        Vector3 ab = b - a, ac = c - a, ap = p - a, bp = p - b, cp = p - c;
        float d1 = Vector3.Dot(ab, ap), d2 = Vector3.Dot(ac, ap);
        if (d1 <= 0 && d2 <= 0) return a;
        float d3 = Vector3.Dot(ab, bp), d4 = Vector3.Dot(ac, bp);
        if (d3 >= 0 && d4 <= d3) return b;
        float d5 = Vector3.Dot(ab, cp), d6 = Vector3.Dot(ac, cp);
        if (d6 >= 0 && d5 <= d6) return c;
        float vc = d1 * d4 - d3 * d2, vb = d5 * d2 - d1 * d6, va = d3 * d6 - d5 * d4;
        if (vc <= 0 && d1 >= 0 && d3 <= 0) return a + ab * (d1 / (d1 - d3));
        if (vb <= 0 && d2 >= 0 && d6 <= 0) return a + ac * (d2 / (d2 - d6));
        if (va <= 0 && d4 >= d3 && d5 >= d6) return b + (c - b) * ((d4 - d3) / (d4 - d3 + d5 - d6));
        float sum = va + vb + vc;
        return a + ab * (vb / sum) + ac * (vc / sum);
    }
}
