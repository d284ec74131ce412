using System.Numerics;
using Nodus.Anatomy.Paint;

namespace Nodus.Anatomy.Zones;

/// <summary>
/// Divides the left half of the skin among the zones: a cell belongs to the zone whose seeds are nearest over the skin,
/// head starts taken off. Only the left half is divided; the right is its mirror image, so both sides agree exactly and
/// no paired zone crosses the midline.
/// </summary>
internal static class ZonePartition
{
    private const float SeedGapCm = 0.4f;
    private const float OverlapCm = 2.5f;
    private const int SmoothingRounds = 12;

    /// <summary>For each cell of the left half the number of its zone.</summary>
    /// <exception cref="InvalidDataException">A seed's place does not exist, or a cell is reached by no zone.</exception>
    public static byte[] Divide(
        BodyMesh mesh,
        SurfacePath path,
        IReadOnlyList<Zone> zones,
        IReadOnlyDictionary<string, ZoneSeed[]> seeds)
    {
        int half = mesh.CellCount / 2;
        var graph = new SurfaceGraph(mesh);
        var marching = new FastMarching(graph);
        var horizon = new float[mesh.HalfVertexCount];
        Array.Fill(horizon, 60f);
        var nearest = new float[half];
        Array.Fill(nearest, float.PositiveInfinity);
        var zoneOf = new byte[half];
        for (int z = 0; z < zones.Count; z++)
        {
            if (!seeds.TryGetValue(zones[z].Id, out ZoneSeed[]? list)) continue;
            marching.Run(Sources(graph, path, zones[z], list), horizon);
            for (int v = 0; v < horizon.Length; v++)
                horizon[v] = Math.Min(horizon[v], marching.Distance[v] + OverlapCm);
            for (int cell = 0; cell < half; cell++)
            {
                ReadOnlySpan<int> t = mesh.Triangles.AsSpan(3 * cell, 3);
                float d = (marching.Distance[t[0]] + marching.Distance[t[1]] + marching.Distance[t[2]]) / 3;
                if (!(d < nearest[cell])) continue;
                nearest[cell] = d;
                zoneOf[cell] = (byte)z;
            }
        }

        int lost = Array.FindIndex(nearest, float.IsPositiveInfinity);
        if (lost >= 0) throw new InvalidDataException($"zone-seeds.json: no zone reaches the skin at {mesh.Centroid(lost)}.");
        Smooth(mesh, zoneOf);
        JoinIslands(mesh, zoneOf);
        return zoneOf;
    }

    private static List<(int Vertex, float Distance)> Sources(
        SurfaceGraph graph, SurfacePath path, Zone zone, ZoneSeed[] seeds)
    {
        BodyMesh mesh = graph.Mesh;
        var sources = new List<(int, float)>();
        foreach (ZoneSeed seed in seeds)
        {
            foreach (SurfacePlace point in Line(path, zone, seed, mesh))
            {
                Vector3 p = point.PositionOn(mesh);
                for (int corner = 0; corner < 3; corner++)
                {
                    foreach (int cell in graph.CellsOf(mesh.Triangles[3 * point.Cell + corner]))
                    {
                        if (cell >= mesh.CellCount / 2) continue;
                        for (int k = 0; k < 3; k++)
                        {
                            int v = mesh.Triangles[3 * cell + k];
                            sources.Add((v, Vector3.Distance(p, mesh.Positions[v]) - seed.BiasCm));
                        }
                    }
                }
            }
        }

        return sources;
    }

    private static List<SurfacePlace> Line(SurfacePath path, Zone zone, ZoneSeed seed, BodyMesh mesh)
    {
        try
        {
            SurfacePlace[] places = [.. seed.Through.Select(p => path.Resolve(p, Side.Left))];
            var line = new List<SurfacePlace> { places[0] };
            for (int i = 1; i < places.Length; i++)
            {
                SurfacePlace[] way = path.Between(places[i - 1], places[i]);
                for (int k = 1; k < way.Length; k++)
                {
                    Vector3 a = way[k - 1].PositionOn(mesh), b = way[k].PositionOn(mesh);
                    int parts = Math.Max(1, (int)MathF.Ceiling(Vector3.Distance(a, b) / SeedGapCm));
                    for (int m = 1; m <= parts; m++) line.Add(path.Nearest(way[k], Vector3.Lerp(a, b, (float)m / parts)));
                }
            }

            return line;
        }
        catch (FormatException e)
        {
            throw new InvalidDataException($"zone-seeds.json, {zone.Id}: {e.Message}", e);
        }
    }

    /// <summary>
    /// Straightens the saw teeth of borders: a cell joins the neighbouring zone where that makes the border shorter.
    /// Every change shortens the sum of all borders, so it ends.
    /// </summary>
    private static void Smooth(BodyMesh mesh, byte[] zoneOf)
    {
        bool changed = true;
        for (int round = 0; changed && round < SmoothingRounds; round++)
        {
            changed = false;
            for (int cell = 0; cell < zoneOf.Length; cell++)
            {
                float own = Border(mesh, zoneOf, cell, zoneOf[cell]);
                foreach (int next in mesh.Neighbours.Slice(3 * cell, 3))
                {
                    if (next < 0 || next >= zoneOf.Length || zoneOf[next] == zoneOf[cell]) continue;
                    float theirs = Border(mesh, zoneOf, cell, zoneOf[next]);
                    if (theirs <= own + 1e-4f) continue;
                    own = theirs;
                    zoneOf[cell] = zoneOf[next];
                    changed = true;
                }
            }
        }
    }

    /// <summary>How much of a cell's rim touches a zone, in centimetres.</summary>
    private static float Border(BodyMesh mesh, byte[] zoneOf, int cell, byte zone)
    {
        float sum = 0;
        for (int k = 0; k < 3; k++)
        {
            int next = mesh.Neighbours[3 * cell + k];
            if (next < 0 || next >= zoneOf.Length || zoneOf[next] != zone) continue;
            sum += Vector3.Distance(
                mesh.Positions[mesh.Triangles[3 * cell + k]], mesh.Positions[mesh.Triangles[3 * cell + (k + 1) % 3]]);
        }

        return sum;
    }

    /// <summary>Gives every piece of a zone but its largest to the zone around it.</summary>
    private static void JoinIslands(BodyMesh mesh, byte[] zoneOf)
    {
        // Joining an island can join pieces of the zone around it, never cut one; two passes settle islands in islands.
        for (int pass = 0; pass < 2; pass++)
        {
            List<List<int>> pieces = ZonePieces.Of(mesh, zoneOf);
            foreach (IGrouping<byte, List<int>> zone in pieces.GroupBy(p => zoneOf[p[0]]).ToList())
            {
                foreach (List<int> island in zone.OrderByDescending(p => p.Sum(mesh.AreaCm2)).Skip(1))
                {
                    byte around = ZonePieces.LongestBorder(mesh, zoneOf, island);
                    foreach (int cell in island) zoneOf[cell] = around;
                }
            }
        }
    }
}
