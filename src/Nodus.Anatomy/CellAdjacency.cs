namespace Nodus.Anatomy;

/// <summary>Which cells touch along an edge.</summary>
internal static class CellAdjacency
{
    /// <summary>For each cell the three cells across its edges; -1 where an edge is open.</summary>
    public static int[] Build(ReadOnlySpan<int> triangles, int vertexCount)
    {
        var across = new int[triangles.Length];
        Array.Fill(across, -1);
        var open = new Dictionary<long, int>(triangles.Length / 2);
        for (int slot = 0; slot < triangles.Length; slot++)
        {
            int cell = slot / 3, corner = slot % 3;
            int a = triangles[slot], b = triangles[3 * cell + (corner + 1) % 3];
            long key = (long)Math.Min(a, b) * vertexCount + Math.Max(a, b);
            if (open.Remove(key, out int other))
            {
                across[slot] = other / 3;
                across[other] = cell;
            }
            else
            {
                open.Add(key, slot);
            }
        }

        return across;
    }
}
