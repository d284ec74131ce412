using Nodus.Anatomy.Meshing;
using Nodus.Anatomy.Paint;
using Nodus.Anatomy.Rendering;
using Nodus.Anatomy.Surface;
using Nodus.Anatomy.Zones;

namespace Nodus.Anatomy;

/// <summary>A file of the atlas: its name, used in complaints, and its text.</summary>
public sealed record AtlasSource(string Path, byte[] Text);

/// <summary>Makes an atlas from its sources; seconds of work, done once by the compiler.</summary>
public sealed class AtlasMaking
{
    private const int RemeshRounds = 6, MorphSteps = 5, RaiseSteps = 9, MostCells = ViewBuffer.None - 1;

    private const double RaisedDegrees = 108;

    private readonly IReadOnlyList<Surfaces> surfaces;

    private AtlasMaking(BodyAtlas atlas, IReadOnlyList<Surfaces> bodies)
    {
        Atlas = atlas;
        surfaces = bodies;
    }

    /// <summary>The atlas.</summary>
    public BodyAtlas Atlas { get; }

    /// <summary>Makes an atlas.</summary>
    /// <param name="mannequin">The neutral body.</param>
    /// <param name="others">Other builds, with the same structure; the file's name is the build's id.</param>
    /// <param name="landmarks">The landmarks.</param>
    /// <param name="zones">The vocabulary of zones.</param>
    /// <param name="seeds">Where zones grow from.</param>
    /// <exception cref="AtlasFormatException">A source is wrong.</exception>
    /// <exception cref="InvalidDataException">Zones or seeds are wrong.</exception>
    public static AtlasMaking From(
        AtlasSource mannequin, IReadOnlyList<AtlasSource> others, AtlasSource landmarks, AtlasSource zones, AtlasSource seeds)
    {
        ImplicitBody neutral = MannequinReader.Read(mannequin.Path, mannequin.Text);
        BodyMesh mesh = Remeshing.Run(neutral, SurfaceExtraction.Run(neutral), RemeshRounds);
        MeshTopology topology = MeshTopology.Of(mesh);
        if (!topology.IsSphere || mesh.CellCount > MostCells)
        {
            throw new AtlasFormatException(
                mannequin.Path, 1, $"the skin is not one closed surface of at most {MostCells} cells: {mesh.CellCount}, {topology}");
        }

        mesh = AtlasFormat.Rounded(mesh);
        var bodies = new List<Surfaces>();
        var builds = new List<BodyBuild>();
        Add("neutral", mesh, neutral, mannequin);
        foreach (AtlasSource other in others)
        {
            ImplicitBody[] way = [.. Enumerable.Range(1, MorphSteps).Select(k => MannequinReader.Read(
                other.Path, MannequinBlend.Between(mannequin, other, (double)k / MorphSteps)))];
            BodyMesh morphed = AtlasFormat.Rounded(MeshMorph.Along(mesh, neutral, way));
            Add(Path.GetFileNameWithoutExtension(other.Path), morphed, way[^1], other);
        }

        var marks = new LandmarkSet(LandmarkReader.Read(landmarks.Path, landmarks.Text, neutral, mesh));
        var path = new SurfacePath(mesh, (id, side) => marks.TryFind(id, side, out Landmark? found) ? found : null);
        ZoneMap map = ZoneMap.Grow(mesh, path, zones.Text, seeds.Text);
        return new AtlasMaking(BodyAtlas.Create(new AtlasContent(builds, marks, map)), bodies);

        void Add(string id, BodyMesh standing, ImplicitBody body, AtlasSource source)
        {
            ImplicitBody[] lift = [.. Enumerable.Range(1, RaiseSteps).Select(k => MannequinReader.Read(
                source.Path, source.Text, RaisedDegrees * k / RaiseSteps))];
            BodyMesh raised = AtlasFormat.Rounded(MeshMorph.Along(standing, body, lift));
            bodies.Add(new Surfaces(body, lift[^1]));
            string label = char.ToUpperInvariant(id[0]) + id[1..];
            builds.Add(new BodyBuild(id, label, standing, raised, ViewCatalogue.Of(body)));
        }
    }

    /// <summary>A renderer for one of the atlas's builds in a pose.</summary>
    public ClayRenderer Renderer(int build, BodyPose pose) => pose == BodyPose.ArmsRaised
        ? new ClayRenderer(Atlas.Builds[build].RaisedMesh, surfaces[build].Raised)
        : new ClayRenderer(Atlas.Builds[build].Mesh, surfaces[build].Standing);

    private sealed record Surfaces(ImplicitBody Standing, ImplicitBody Raised);
}
