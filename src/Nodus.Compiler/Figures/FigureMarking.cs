using System.Numerics;
using Nodus.Anatomy;
using Nodus.Anatomy.Rendering;
using Nodus.Clinical.Knowledge;
using YamlDotNet.Core;

namespace Nodus.Compiler.Figures;

/// <summary>Where a muscle's first point is in a figure.</summary>
/// <param name="Muscle">The muscle.</param>
/// <param name="Use">What the figure shows for it: <c>stretch</c> or <c>selfRelease</c>.</param>
/// <param name="Figure">The figure.</param>
/// <param name="X">Pixels from the left.</param>
/// <param name="Y">Pixels from the top.</param>
/// <param name="Visible">Whether the skin there is seen.</param>
internal sealed record FigureMark(string Muscle, string Use, string Figure, float X, float Y, bool Visible);

/// <summary>Finds places of the body in figures.</summary>
internal sealed class FigureMarking
{
    private readonly FigureBody body;
    private readonly Dictionary<string, FigureStage> stages;
    private readonly Dictionary<string, FigureDepths> depths = new(StringComparer.Ordinal);

    /// <summary>Takes figures that are set up.</summary>
    public FigureMarking(FigureBody body, IReadOnlyList<FigureEntry> entries, IReadOnlyList<FigureStage> stages)
    {
        this.body = body;
        this.stages = entries.Zip(stages).ToDictionary(pair => pair.First.Id, pair => pair.Second, StringComparer.Ordinal);
    }

    /// <summary>Where a place of the skin is in a figure.</summary>
    /// <param name="figure">The figure's id.</param>
    /// <param name="place">The place, on the side that is meant: the sore side is the right.</param>
    /// <param name="x">Pixels from the left.</param>
    /// <param name="y">Pixels from the top.</param>
    /// <returns>Whether it is seen.</returns>
    public bool TryProject(string figure, SurfacePlace place, out float x, out float y)
    {
        FigureStage stage = stages[figure];
        if (!depths.TryGetValue(figure, out FigureDepths? depth))
            depths[figure] = depth = FigureDepths.Of(stage.Skin.Positions, body.Mesh.Triangles, stage.Things, stage.View);
        Vector3 point = stage.Skin.PositionOf(body.Mesh, place), normal = stage.Skin.NormalOf(body.Mesh, place);
        return depth.TryProject(point, normal, out x, out y);
    }

    /// <summary>The marks of all muscles that name a figure.</summary>
    /// <param name="knowledge">The muscles with their points.</param>
    /// <param name="monograph">Their long texts.</param>
    /// <param name="errors">Takes names of figures that do not exist.</param>
    public FigureMark[] Of(KnowledgeBase knowledge, Func<string, MuscleMonograph> monograph, KnowledgeErrors errors)
    {
        var marks = new List<FigureMark>();
        foreach (Muscle muscle in knowledge.Muscles)
        {
            MuscleMonograph texts = monograph(muscle.Id);
            foreach ((string use, string? figure) in ((string, string?)[])[("stretch", texts.Stretch?.Figure), ("selfRelease", texts.SelfRelease.Figure)])
            {
                if (figure is null) continue;
                if (!stages.ContainsKey(figure))
                {
                    errors.Add($"knowledge/muscles/{muscle.Id}.yaml", new Mark(0, 1, 1),
                        $"{use}.figure: there is no figure '{figure}'.{Clinical.NearWord.Suggest(figure, stages.Keys)}");
                    continue;
                }

                PressSite site = muscle.Points[0].Site;
                // Points are kept as they lie on the left.
                bool seen = TryProject(figure, new SurfacePlace(site.Cell, site.U, site.V).Mirrored(body.Mesh), out float x, out float y);
                marks.Add(new FigureMark(muscle.Id, use, figure, x, y, seen));
            }
        }

        return [.. marks];
    }
}
