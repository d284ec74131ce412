using Nodus.Anatomy.Meshing;
using Nodus.Anatomy.Paint;
using Nodus.Anatomy.Rendering;
using Nodus.Anatomy.Surface;
using Nodus.Anatomy.Zones;

namespace Nodus.Anatomy;

/// <summary>A file of the atlas: its name, used in complaints, and its text.</summary>
public sealed record AtlasSource(string Path, byte[] Text);

/// <summary>The files an atlas's zones are made from.</summary>
/// <param name="Zones"><c>zones.json</c>, the vocabulary.</param>
/// <param name="Seeds"><c>zone-seeds.json</c>, where they grow from.</param>
/// <param name="Regions"><c>body-regions.json</c>, the CHOIR segments.</param>
/// <param name="Insets"><c>insets.json</c>, schematic drawings of zones without skin.</param>
public sealed record ZoneSources(AtlasSource Zones, AtlasSource Seeds, AtlasSource Regions, AtlasSource Insets);

/// <summary>Makes an atlas from its sources; seconds of work, done once by the compiler.</summary>
public sealed class AtlasMaking
{
    private const int RemeshRounds = 6, MorphSteps = 5, RaiseSteps = 14, MostCells = ViewBuffer.None - 1;

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
    /// <param name="zones">What is said about zones.</param>
    /// <exception cref="AtlasFormatException">A source is wrong.</exception>
    /// <exception cref="InvalidDataException">A text about zones is wrong.</exception>
    public static AtlasMaking From(
        AtlasSource mannequin, IReadOnlyList<AtlasSource> others, AtlasSource landmarks, ZoneSources zones)
    {
        ImplicitBody neutral = MannequinReader.Read(mannequin.Path, mannequin.Text);
        // Read first, so that a mistake is told at once and not after the long work.
        ImplicitBody[][] ways = [.. others.Select(other => Way(mannequin, other))];
        BodyMesh mesh = Remeshing.Run(neutral, SurfaceExtraction.Run(neutral), RemeshRounds);
        MeshTopology topology = MeshTopology.Of(mesh);
        if (!topology.IsSphere || mesh.CellCount > MostCells)
        {
            throw new AtlasFormatException(
                mannequin.Path, 1,
                $"the skin is not one closed surface of at most {MostCells} cells: {mesh.CellCount}, {topology}");
        }

        mesh = AtlasFormat.Rounded(mesh);
        var bodies = new List<Surfaces>();
        var builds = new List<BodyBuild>();
        Add("neutral", mesh, neutral, mannequin);
        for (int b = 0; b < others.Count; b++)
        {
            BodyMesh morphed = AtlasFormat.Rounded(MeshMorph.Along(mesh, neutral, ways[b]));
            Add(Path.GetFileNameWithoutExtension(others[b].Path), morphed, ways[b][^1], others[b]);
        }

        var marks = new LandmarkSet(LandmarkReader.Read(landmarks.Path, landmarks.Text, neutral, mesh));
        ZoneMap map = ZoneMap.Grow(mesh, new SurfacePath(mesh, marks), zones.Zones.Text, zones.Seeds.Text);
        var content = new AtlasContent(builds, marks, new AtlasZones(map, zones.Regions.Text, zones.Insets.Text));
        return new AtlasMaking(BodyAtlas.Create(content), bodies);

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

    private static ImplicitBody[] Way(AtlasSource from, AtlasSource to) => [.. Enumerable.Range(1, MorphSteps).Select(
        k => MannequinReader.Read(to.Path, MannequinBlend.Between(from, to, (double)k / MorphSteps)))];

    private sealed record Surfaces(ImplicitBody Standing, ImplicitBody Raised);
}
