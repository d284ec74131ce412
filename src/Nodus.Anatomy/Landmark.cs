using System.Numerics;

namespace Nodus.Anatomy;

/// <summary>A named spot of the body surface.</summary>
/// <param name="Id">Stable id, lower snake case; the same for left and right.</param>
/// <param name="Label">The anatomical term.</param>
/// <param name="Region">The part of the body it belongs to (head, neck, shoulder ...).</param>
/// <param name="Side">Left, right, or midline.</param>
/// <param name="Cell">The cell of the mesh it lies in.</param>
/// <param name="Position">Centimetres, on the surface of the neutral build.</param>
/// <param name="Normal">Unit outward normal.</param>
public sealed record Landmark(
    string Id, string Label, string Region, Side Side, int Cell, Vector3 Position, Vector3 Normal);
