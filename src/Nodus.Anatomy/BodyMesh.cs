using System.Numerics;

namespace Nodus.Anatomy;

/// <summary>
/// The body as a closed triangle mesh, exactly symmetric about x = 0. A triangle is called a <em>cell</em>; its number
/// is the address that drawings, zones and view buffers share. Centimetres; x to the body's left, y up, z anterior.
/// </summary>
/// <remarks>
/// Numbering: vertices [0, <see cref="SeamVertexCount"/>) lie on the plane of symmetry, then follow the others of the
/// left half, then their mirror images in the same order. Cells [0, CellCount / 2) are the left half and
/// cell c + CellCount / 2 is the mirror image of cell c. Every build (sex, physique) has the same numbering and differs
/// only in <see cref="Positions"/> and <see cref="Normals"/>.
/// </remarks>
public sealed class BodyMesh
{
    private readonly Lazy<int[]> neighbours;

    /// <summary>Assembles the whole body from its left half.</summary>
    /// <param name="halfPositions">Vertices with x &gt;= 0, those with x = 0 (the seam) first.</param>
    /// <param name="halfNormals">Unit outward normals of the same vertices.</param>
    /// <param name="halfTriangles">Three vertex numbers a cell, counter-clockwise seen from outside.</param>
    /// <param name="seamVertexCount">How many of the vertices lie on the plane of symmetry.</param>
    /// <exception cref="ArgumentException">The arrays do not fit each other.</exception>
    public BodyMesh(
        ReadOnlySpan<Vector3> halfPositions,
        ReadOnlySpan<Vector3> halfNormals,
        ReadOnlySpan<int> halfTriangles,
        int seamVertexCount)
    {
        if (halfNormals.Length != halfPositions.Length)
            throw new ArgumentException("One normal a vertex is needed.", nameof(halfNormals));
        if (halfTriangles.Length % 3 != 0)
            throw new ArgumentException("Three vertices a triangle are needed.", nameof(halfTriangles));
        if (seamVertexCount < 0 || seamVertexCount > halfPositions.Length)
            throw new ArgumentException("More seam vertices than vertices.", nameof(seamVertexCount));

        SeamVertexCount = seamVertexCount;
        HalfVertexCount = halfPositions.Length;
        int count = 2 * HalfVertexCount - seamVertexCount;
        Positions = new Vector3[count];
        Normals = new Vector3[count];
        for (int v = 0; v < HalfVertexCount; v++)
        {
            Vector3 p = halfPositions[v], n = halfNormals[v];
            if (v < seamVertexCount)
            {
                p.X = 0;
                n = Vector3.Normalize(n with { X = 0 });
            }

            Positions[v] = p;
            Normals[v] = n;
            int m = MirrorVertex(v);
            if (m == v) continue;
            Positions[m] = p with { X = -p.X };
            Normals[m] = n with { X = -n.X };
        }

        Triangles = new int[2 * halfTriangles.Length];
        halfTriangles.CopyTo(Triangles);
        for (int t = 0; t < halfTriangles.Length; t += 3)
        {
            int o = halfTriangles.Length + t;
            Triangles[o] = MirrorVertex(halfTriangles[t]);
            Triangles[o + 1] = MirrorVertex(halfTriangles[t + 2]);
            Triangles[o + 2] = MirrorVertex(halfTriangles[t + 1]);
        }

        neighbours = new Lazy<int[]>(() => CellAdjacency.Build(Triangles, Positions.Length));
    }

    /// <summary>Vertices on the plane of symmetry; they are their own mirror images.</summary>
    public int SeamVertexCount { get; }

    /// <summary>Vertices with x &gt;= 0.</summary>
    public int HalfVertexCount { get; }

    /// <summary>Triangles of the whole body; even.</summary>
    public int CellCount => Triangles.Length / 3;

    /// <summary>Vertex positions in centimetres.</summary>
    public Vector3[] Positions { get; }

    /// <summary>Unit outward normals, one a vertex.</summary>
    public Vector3[] Normals { get; }

    /// <summary>Three vertex numbers a cell, counter-clockwise seen from outside.</summary>
    public int[] Triangles { get; }

    /// <summary>For each cell the three cells across its edges (edge k runs from corner k to corner k + 1).</summary>
    public ReadOnlySpan<int> Neighbours => neighbours.Value;

    /// <summary>The vertex on the other side of the body.</summary>
    public int MirrorVertex(int vertex) =>
        vertex < SeamVertexCount ? vertex
        : vertex < HalfVertexCount ? vertex + HalfVertexCount - SeamVertexCount
        : vertex - HalfVertexCount + SeamVertexCount;

    /// <summary>The cell on the other side of the body.</summary>
    public int MirrorCell(int cell)
    {
        int half = CellCount / 2;
        return cell < half ? cell + half : cell - half;
    }

    /// <summary>The body's half a cell lies in; never the midline.</summary>
    public Side SideOfCell(int cell) => cell < CellCount / 2 ? Side.Left : Side.Right;

    /// <summary>The centre of a cell.</summary>
    public Vector3 Centroid(int cell) =>
        (Positions[Triangles[3 * cell]] + Positions[Triangles[3 * cell + 1]] + Positions[Triangles[3 * cell + 2]]) / 3;

    /// <summary>The mean outward normal of a cell, unit length.</summary>
    public Vector3 CellNormal(int cell) => Vector3.Normalize(
        Normals[Triangles[3 * cell]] + Normals[Triangles[3 * cell + 1]] + Normals[Triangles[3 * cell + 2]]);

    /// <summary>The area of a cell in square centimetres.</summary>
    public float AreaCm2(int cell)
    {
        Vector3 a = Positions[Triangles[3 * cell]];
        Vector3 b = Positions[Triangles[3 * cell + 1]];
        Vector3 c = Positions[Triangles[3 * cell + 2]];
        return Vector3.Cross(b - a, c - a).Length() / 2;
    }
}
