using System.Numerics;
using System.Runtime.InteropServices;

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
    private readonly Lazy<float[]> areas;

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
        halfPositions.CopyTo(Positions);
        halfNormals.CopyTo(Normals);
        for (int v = 0; v < seamVertexCount; v++)
        {
            Positions[v].X = 0;
            Normals[v] = Vector3.Normalize(Normals[v] with { X = 0 });
        }

        MirrorInto(Positions, halfPositions[seamVertexCount..]);
        MirrorInto(Normals, halfNormals[seamVertexCount..]);

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
        areas = new Lazy<float[]>(MeasureAreas);
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

    /// <summary>The area of each cell in square centimetres. Made on first use.</summary>
    public ReadOnlySpan<float> AreasCm2 => areas.Value;

    /// <summary>The area of a cell in square centimetres.</summary>
    public float AreaCm2(int cell) => areas.Value[cell];

    /// <summary>Fills the end of <paramref name="all"/> with mirror images.</summary>
    private static void MirrorInto(Vector3[] all, ReadOnlySpan<Vector3> originals)
    {
        Span<Vector3> images = all.AsSpan(all.Length - originals.Length);
        originals.CopyTo(images);
        Span<float> numbers = MemoryMarshal.Cast<Vector3, float>(images);
        for (int o = 0; o < numbers.Length; o += 3) numbers[o] = -numbers[o];
    }

    /// <summary>In plain floats: a browser interprets this, and calls of vector operations are slow there.</summary>
    private float[] MeasureAreas()
    {
        var result = new float[CellCount];
        ReadOnlySpan<float> p = MemoryMarshal.Cast<Vector3, float>(Positions);
        int half = CellCount / 2;
        for (int cell = 0, o = 0; cell < half; cell++, o += 3)
        {
            int a = 3 * Triangles[o], b = 3 * Triangles[o + 1], c = 3 * Triangles[o + 2];
            float ux = p[b] - p[a], uy = p[b + 1] - p[a + 1], uz = p[b + 2] - p[a + 2];
            float vx = p[c] - p[a], vy = p[c + 1] - p[a + 1], vz = p[c + 2] - p[a + 2];
            float nx = uy * vz - uz * vy, ny = uz * vx - ux * vz, nz = ux * vy - uy * vx;
            result[cell] = MathF.Sqrt(nx * nx + ny * ny + nz * nz) / 2;
        }

        Array.Copy(result, 0, result, half, half);
        return result;
    }
}
