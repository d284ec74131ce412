using System.Numerics;
using Nodus.Anatomy;
using Nodus.Anatomy.Posing;
using Nodus.Anatomy.Rendering;
using YamlDotNet.Core;

namespace Nodus.Compiler.Figures;

/// <summary>A figure as it stands in data/figures, checked but not yet drawn. The sore side is the right.</summary>
/// <param name="Id">Stable id; the picture's name.</param>
/// <param name="Title">What it shows, in words.</param>
/// <param name="File">The file it stands in.</param>
/// <param name="At">Where it stands there.</param>
/// <param name="Turn">The turn of the pelvis.</param>
/// <param name="Ground">What rests on the ground.</param>
/// <param name="RaiseCm">Height of what rests above the floor.</param>
/// <param name="Angles">How far the joints are moved.</param>
/// <param name="Reaches">Where hands go, in this order.</param>
/// <param name="Props">What is beside the body.</param>
/// <param name="Camera">From where it is seen.</param>
/// <param name="Arrows">Movements.</param>
internal sealed record FigureEntry(
    string Id, string Title, string File, Mark At, Quaternion Turn, FigureGround Ground, float RaiseCm, JointAngles Angles,
    IReadOnlyList<ReachEntry> Reaches, IReadOnlyList<PropEntry> Props, FigureCamera Camera, IReadOnlyList<ArrowEntry> Arrows);

/// <summary>What of the body rests on the ground.</summary>
internal enum FigureGround
{
    /// <summary>Whatever is lowest.</summary>
    Lowest,

    /// <summary>The trunk, while a limb may hang lower.</summary>
    Trunk,

    /// <summary>The legs, while hands go elsewhere.</summary>
    Legs,
}

/// <summary>A hand that goes to a place.</summary>
/// <param name="Side">Which hand.</param>
/// <param name="Contact">What of it touches.</param>
/// <param name="To">The place.</param>
/// <param name="Palm">The direction the palm looks in; null to look at the skin it touches.</param>
/// <param name="Fingers">The direction the fingers point in; null to follow the forearm.</param>
/// <param name="Elbow">The direction the elbow leans to.</param>
internal sealed record ReachEntry(
    Side Side, HandContact Contact, FigurePlace To, Vector3? Palm, Vector3? Fingers, Vector3 Elbow);

/// <summary>The kinds of things.</summary>
internal enum PropKind
{
    /// <summary>A round piece of floor under the body.</summary>
    Floor,

    /// <summary>A mat under a lying body.</summary>
    Mat,

    /// <summary>A bed under a lying body.</summary>
    Bed,

    /// <summary>A chair under a sitting body.</summary>
    Chair,

    /// <summary>A chair without back.</summary>
    Stool,

    /// <summary>A table, its top's near edge at a place.</summary>
    Table,

    /// <summary>A wall that touches a place.</summary>
    Wall,

    /// <summary>A door post that touches a place.</summary>
    Post,

    /// <summary>A ball against a place.</summary>
    Ball,

    /// <summary>A bar or band through places: roller, strap, stick, cane.</summary>
    Bar,

    /// <summary>A block: step, box, book.</summary>
    Block,

    /// <summary>A pillow or folded towel.</summary>
    Cushion,
}

/// <summary>A thing beside the body.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="At">Where.</param>
/// <param name="Through">The points of a bar.</param>
/// <param name="RadiusCm">Of a ball or bar.</param>
/// <param name="Half">Half its extent.</param>
/// <param name="Faces">The direction a wall, block or chair looks in.</param>
/// <param name="Material">What it is made of; null for what is usual.</param>
internal sealed record PropEntry(
    PropKind Kind, FigurePlace? At, IReadOnlyList<FigurePlace> Through, float RadiusCm, Vector3? Half, Vector3 Faces,
    Material? Material);

/// <summary>From where a figure is seen.</summary>
/// <param name="Azimuth">Degrees round the body: 0 in front of the room, 90 from the left of a body facing us.</param>
/// <param name="Elevation">Degrees above the horizon.</param>
/// <param name="Frame">What must be in the picture; empty for all.</param>
/// <param name="MarginCm">Space around it.</param>
internal sealed record FigureCamera(float Azimuth, float Elevation, IReadOnlyList<FigurePlace> Frame, float MarginCm);

/// <summary>An arrow.</summary>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where it points.</param>
/// <param name="Bend">How far it swings out to its left, as a part of its length.</param>
internal sealed record ArrowEntry(FigurePlace From, FigurePlace To, float Bend);
