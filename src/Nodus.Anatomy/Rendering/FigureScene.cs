using System.Numerics;

namespace Nodus.Anatomy.Rendering;

/// <summary>Body and things as one surface; the faces of the body come first.</summary>
/// <param name="Positions">Vertices.</param>
/// <param name="Normals">Unit outward normals.</param>
/// <param name="Openness">Share of the sky each vertex sees.</param>
/// <param name="Triangles">Three vertices a face.</param>
/// <param name="Tints">For each face of a thing its colour; those of the body have none.</param>
/// <param name="SkinFaces">How many faces are the body's.</param>
internal sealed record FigureScene(
    Vector3[] Positions, Vector3[] Normals, float[] Openness, int[] Triangles, Vector3[] Tints, int SkinFaces)
{
    private static readonly Vector3 Furniture = new(0.86f, 0.815f, 0.75f), Tool = new(0.66f, 0.6f, 0.53f), Cloth = new(0.93f, 0.9f, 0.85f);

    public static FigureScene Of(
        Vector3[] positions, Vector3[] normals, int[] skinTriangles, float[] skinOpenness, IReadOnlyList<Solid> things)
    {
        int vertices = positions.Length + things.Sum(t => t.Positions.Length);
        var openness = new float[vertices];
        skinOpenness.CopyTo(openness, 0);
        Array.Fill(openness, 0.92f, positions.Length, vertices - positions.Length);
        var triangles = new List<int>(skinTriangles);
        var tints = new List<Vector3>();
        int first = positions.Length;
        foreach (Solid thing in things)
        {
            triangles.AddRange(thing.Triangles.Select(v => v + first));
            first += thing.Positions.Length;
            tints.AddRange(Enumerable.Repeat(TintOf(thing.Material), thing.Triangles.Length / 3));
        }

        return new FigureScene(
            [.. positions, .. things.SelectMany(t => t.Positions)], [.. normals, .. things.SelectMany(t => t.Normals)],
            openness, [.. triangles], [.. tints], skinTriangles.Length / 3);
    }

    private static Vector3 TintOf(Material material) => material switch
    {
        Material.Tool => Tool,
        Material.Cloth => Cloth,
        _ => Furniture,
    };
}
