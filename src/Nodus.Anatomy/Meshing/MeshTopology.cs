namespace Nodus.Anatomy.Meshing;

/// <summary>What kind of surface a mesh is.</summary>
/// <param name="OpenEdges">Edges with one face.</param>
/// <param name="BranchingEdges">Edges with three faces or more.</param>
/// <param name="TwistedEdges">Edges whose two faces disagree about inside and outside.</param>
/// <param name="Components">Connected pieces.</param>
/// <param name="EulerNumber">Vertices - edges + faces; 2 for a sphere, 2 less for each handle.</param>
public sealed record MeshTopology(int OpenEdges, int BranchingEdges, int TwistedEdges, int Components, int EulerNumber)
{
    /// <summary>Whether it is one closed surface without handles, as a body's skin should be.</summary>
    public bool IsSphere =>
        OpenEdges == 0 && BranchingEdges == 0 && TwistedEdges == 0 && Components == 1 && EulerNumber == 2;

    /// <summary>Counts.</summary>
    public static MeshTopology Of(BodyMesh mesh)
    {
        int[] t = mesh.Triangles;
        var edges = new Dictionary<(int, int), (int Forward, int Backward)>(t.Length / 2);
        int[] parent = [.. Enumerable.Range(0, mesh.Positions.Length)];
        for (int i = 0; i < t.Length; i++)
        {
            int a = t[i], b = t[i % 3 == 2 ? i - 2 : i + 1];
            edges.TryGetValue((Math.Min(a, b), Math.Max(a, b)), out (int Forward, int Backward) n);
            edges[(Math.Min(a, b), Math.Max(a, b))] = a < b ? (n.Forward + 1, n.Backward) : (n.Forward, n.Backward + 1);
            parent[Root(parent, a)] = Root(parent, b);
        }

        int components = 0;
        for (int v = 0; v < parent.Length; v++)
        {
            if (parent[v] == v) components++;
        }

        return new MeshTopology(
            edges.Values.Count(e => e.Forward + e.Backward == 1),
            edges.Values.Count(e => e.Forward + e.Backward > 2),
            edges.Values.Count(e => e.Forward + e.Backward == 2 && e.Forward != 1),
            components,
            mesh.Positions.Length - edges.Count + mesh.CellCount);
    }

    private static int Root(int[] parent, int v)
    {
        while (parent[v] != v)
        {
            parent[v] = parent[parent[v]];
            v = parent[v];
        }

        return v;
    }
}
