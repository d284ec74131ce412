using System.Numerics;
using Nodus.Anatomy.Posing;
using Nodus.Anatomy.Surface;

namespace Nodus.Anatomy.Rendering;

/// <summary>Draws posed bodies and things beside them in the clay look of the atlas. One body, any number of pictures.</summary>
public sealed class FigureRenderer
{
    private const int Samples = 3;

    // From this scale on the cells are too coarse for a picture.
    private const float FineFromPixelsPerCm = 4.2f;

    private readonly Detail cells, fine;

    /// <summary>Prepares a body (some seconds).</summary>
    /// <param name="skin">The body.</param>
    /// <param name="standing">The field its standing skin lies on.</param>
    /// <param name="lifted">The field its skin with raised arms lies on.</param>
    public FigureRenderer(PosableSkin skin, ImplicitBody standing, ImplicitBody lifted)
    {
        ArgumentNullException.ThrowIfNull(skin);
        FineSkin low = FineSkin.CoarseOf(skin.Standing, standing), high = FineSkin.CoarseOf(skin.Raised, lifted);
        fine = new Detail(skin.Refined(low.Mesh, high.Mesh), low.Openness, high.Openness);
        float[] lowOpen = new float[skin.Standing.Positions.Length], highOpen = new float[lowOpen.Length];
        (int A, int B)[] ends = SkinWeights.EndsOf(skin.Standing, low.Mesh);
        for (int v = 0; v < ends.Length; v++)
        {
            if (ends[v].A != ends[v].B) continue;
            (lowOpen[ends[v].A], highOpen[ends[v].A]) = (low.Openness[v], high.Openness[v]);
        }

        cells = new Detail(skin, lowOpen, highOpen);
    }

    /// <summary>Draws one picture.</summary>
    /// <param name="pose">The body.</param>
    /// <param name="things">What is beside it.</param>
    /// <param name="view">The camera.</param>
    public ClayPicture Render(PosedSkeleton pose, IReadOnlyList<Solid> things, BodyView view)
    {
        ArgumentNullException.ThrowIfNull(things);
        ArgumentNullException.ThrowIfNull(view);
        Detail detail = view.PixelsPerCm < FineFromPixelsPerCm ? cells : fine;
        PosedSkin posed = detail.Skin.Pose(pose, detail.StandingRelief, detail.RaisedRelief);
        int[] triangles = detail.Skin.Standing.Triangles;
        // Normals of the bent skin are those of its own faces, so that folds look folded, with the fine relief of the
        // field that the faces are too coarse for.
        Vector3[] normals = NormalsOf(posed.Positions, triangles);
        for (int v = 0; v < normals.Length; v++) normals[v] = Vector3.Normalize(normals[v] + posed.Normals[v]);
        float[] openness = detail.Skin.Mix(pose, detail.StandingOpenness, detail.RaisedOpenness);
        FigureScene scene = FigureScene.Of(posed.Positions, normals, triangles, openness, things);
        var raster = Rasterization.Of(view, scene.Positions, scene.Triangles, Samples);
        return new FigureShading(view, scene, raster, Samples).Picture();
    }

    /// <summary>A skin with what is known of each vertex.</summary>
    private sealed record Detail(PosableSkin Skin, float[] StandingOpenness, float[] RaisedOpenness)
    {
        public Vector3[] StandingRelief { get; } = ReliefOf(Skin.Standing);

        public Vector3[] RaisedRelief { get; } = ReliefOf(Skin.Raised);
    }

    private static Vector3[] ReliefOf(BodyMesh mesh)
    {
        Vector3[] relief = NormalsOf(mesh.Positions, mesh.Triangles);
        for (int v = 0; v < relief.Length; v++) relief[v] = mesh.Normals[v] - relief[v];
        return relief;
    }

    private static Vector3[] NormalsOf(Vector3[] positions, int[] triangles)
    {
        var normals = new Vector3[positions.Length];
        for (int t = 0; t < triangles.Length; t += 3)
        {
            int a = triangles[t], b = triangles[t + 1], c = triangles[t + 2];
            Vector3 n = Vector3.Cross(positions[b] - positions[a], positions[c] - positions[a]);
            normals[a] += n;
            normals[b] += n;
            normals[c] += n;
        }

        for (int v = 0; v < normals.Length; v++) normals[v] = Vector3.Normalize(normals[v]);
        return normals;
    }
}
