namespace Nodus.Anatomy.Zones;

/// <summary>Connected pieces of zones on the left half of the skin.</summary>
internal static class ZonePieces
{
    /// <summary>All pieces: cells of one zone that hang together by edges.</summary>
    public static List<List<int>> Of(BodyMesh mesh, ReadOnlySpan<byte> zoneOf)
    {
        var seen = new bool[zoneOf.Length];
        var pieces = new List<List<int>>();
        for (int first = 0; first < zoneOf.Length; first++)
        {
            if (seen[first]) continue;
            var piece = new List<int> { first };
            seen[first] = true;
            for (int i = 0; i < piece.Count; i++)
            {
                foreach (int next in mesh.Neighbours.Slice(3 * piece[i], 3))
                {
                    if (next < 0 || next >= zoneOf.Length || seen[next] || zoneOf[next] != zoneOf[first]) continue;
                    seen[next] = true;
                    piece.Add(next);
                }
            }

            pieces.Add(piece);
        }

        return pieces;
    }

    /// <summary>The zone with which a piece shares most edges.</summary>
    public static byte LongestBorder(BodyMesh mesh, ReadOnlySpan<byte> zoneOf, List<int> piece)
    {
        var edges = new int[256];
        byte own = zoneOf[piece[0]];
        foreach (int cell in piece)
            foreach (int next in mesh.Neighbours.Slice(3 * cell, 3))
                if (next >= 0 && next < zoneOf.Length && zoneOf[next] != own) edges[zoneOf[next]]++;
        int best = Array.IndexOf(edges, edges.Max());
        return edges[best] > 0 ? (byte)best : own;
    }
}
