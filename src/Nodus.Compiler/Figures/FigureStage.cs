using System.Numerics;
using Nodus.Anatomy;
using Nodus.Anatomy.Paint;
using Nodus.Anatomy.Posing;
using Nodus.Anatomy.Rendering;

namespace Nodus.Compiler.Figures;

/// <summary>The body that all figures are posed with.</summary>
internal sealed class FigureBody
{
    private readonly SurfacePath path;

    /// <summary>Fits skeleton and weights to the neutral body (a second or two).</summary>
    public FigureBody(BodyAtlas atlas)
    {
        Skin = PosableSkin.Of(atlas.Builds[0], Skeleton.Fit(atlas.Landmarks));
        path = new SurfacePath(Mesh, atlas.Landmarks);
    }

    /// <summary>The skin.</summary>
    public PosableSkin Skin { get; }

    /// <summary>The standing skin.</summary>
    public BodyMesh Mesh => Skin.Standing;

    /// <summary>A place of the skin, said of the sore (right) side.</summary>
    /// <exception cref="FormatException">There is no such landmark.</exception>
    public SurfacePlace Place(PlaceReference place)
    {
        lock (path) return path.Resolve(place, Side.Right);
    }
}

/// <summary>A figure set up: body posed, things placed, camera aimed.</summary>
internal sealed class FigureStage
{
    private readonly FigureBody body;

    private FigureStage(FigureBody body, FigureEntry entry)
    {
        this.body = body;
        Pose = new PosedSkeleton(body.Skin.Skeleton, entry.Angles, entry.Turn);
        Skin = body.Skin.Pose(Pose);
        Vector3 down = new(0, entry.RaiseCm - Lowest(part => Rests(part, entry.Ground)), 0);
        Pose.Move(down - new Vector3(Pose.JointOf(BodyPart.Pelvis, Side.Midline).X, 0, Pose.JointOf(BodyPart.Pelvis, Side.Midline).Z));
        Skin = body.Skin.Pose(Pose);
        foreach (ReachEntry reach in entry.Reaches) Reach(reach);
        Things = new PropWorkshop(this).Make(entry.Props);
        View = FigureFraming.Aim(this, entry);
    }

    /// <summary>The bones.</summary>
    public PosedSkeleton Pose { get; }

    /// <summary>The skin.</summary>
    public PosedSkin Skin { get; private set; }

    /// <summary>What is beside the body.</summary>
    public IReadOnlyList<Solid> Things { get; }

    /// <summary>The camera.</summary>
    public BodyView View { get; }

    /// <summary>How far each hand in turn stays short of its goal, centimetres.</summary>
    public List<float> MissedCm { get; } = [];

    /// <summary>Sets up a figure.</summary>
    /// <exception cref="FormatException">A landmark does not exist.</exception>
    public static FigureStage Of(FigureBody body, FigureEntry entry) => new(body, entry);

    /// <summary>A place and the direction off it.</summary>
    public (Vector3 Point, Vector3 Normal) Locate(FigurePlace place)
    {
        if (place.Skin is null) return (place.Offset, Vector3.UnitY);
        SurfacePlace at = body.Place(place.Skin);
        Vector3 normal = Skin.NormalOf(body.Mesh, at);
        return (Skin.PositionOf(body.Mesh, at) + normal * place.OutCm + place.Offset, normal);
    }

    /// <summary>The height of the lowest skin that these parts carry.</summary>
    public float Lowest(Func<BodyPart, bool> parts) => Carried(parts).Min(v => Skin.Positions[v].Y);

    /// <summary>The bounds of the skin that these parts carry.</summary>
    public (Vector3 Least, Vector3 Most) Bounds(Func<BodyPart, bool> parts)
    {
        (Vector3 least, Vector3 most) = (new Vector3(float.MaxValue), new Vector3(float.MinValue));
        foreach (int v in Carried(parts))
        {
            least = Vector3.Min(least, Skin.Positions[v]);
            most = Vector3.Max(most, Skin.Positions[v]);
        }

        return (least, most);
    }

    private static bool Rests(BodyPart part, FigureGround ground) => ground switch
    {
        FigureGround.Trunk => part <= BodyPart.ThoraxHigh,
        FigureGround.Legs => part >= BodyPart.Thigh,
        _ => true,
    };

    private IEnumerable<int> Carried(Func<BodyPart, bool> parts)
    {
        for (int v = 0; v < Skin.Positions.Length; v++)
        {
            ReadOnlySpan<float> weights = body.Skin.Weights.WeightsOf(v);
            int most = 0;
            for (int i = 1; i < weights.Length; i++)
                if (weights[i] > weights[most]) most = i;
            if (parts(Skeleton.PartOf(body.Skin.Weights.BonesOf(v)[most]))) yield return v;
        }
    }

    private void Reach(ReachEntry reach)
    {
        (Vector3 target, Vector3 normal) = Locate(reach.To);
        MissedCm.Add(ArmReach.Run(Pose, new HandGoal(
            reach.Side, reach.Contact, target, reach.Palm ?? -normal, reach.Fingers, reach.Elbow)));
        Skin = body.Skin.Pose(Pose);
    }
}
