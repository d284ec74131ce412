using System.Numerics;
using System.Text.Json.Serialization;
using Nodus.Anatomy;

namespace Nodus.Clinical.Knowledge;

/// <summary>How a trigger point can be felt.</summary>
public enum Reach
{
    /// <summary>Pressed flat against what lies beneath.</summary>
    Flat,

    /// <summary>Held between finger and thumb.</summary>
    Pincer,

    /// <summary>Pressed through another muscle.</summary>
    Deep,

    /// <summary>From inside the mouth.</summary>
    Intraoral,

    /// <summary>From inside the pelvis.</summary>
    Intrapelvic,

    /// <summary>Out of reach of the finger.</summary>
    None,
}

/// <summary>Where on the skin a point of the body's left side is pressed.</summary>
/// <param name="Cell">Cell of the body mesh.</param>
/// <param name="U">Weight of the cell's second corner, 0 to 1.</param>
/// <param name="V">Weight of the cell's third corner, 0 to 1.</param>
/// <param name="X">Centimetres to the body's left, on the neutral build.</param>
/// <param name="Y">Centimetres above the floor.</param>
/// <param name="Z">Centimetres to the front.</param>
public sealed record PressSite(int Cell, float U, float V, float X, float Y, float Z)
{
    /// <summary>The place as a vector, centimetres on the neutral build.</summary>
    [JsonIgnore]
    public Vector3 Position => new(X, Y, Z);

    /// <summary>The place by its address on the skin; it lies on every build of the body.</summary>
    [JsonIgnore]
    public SurfacePlace Point => new(Cell, U, V);

    /// <summary>The address for the point of a side.</summary>
    /// <param name="mesh">Any build of the atlas.</param>
    /// <param name="side">Left or right.</param>
    public SurfacePlace On(BodyMesh mesh, Side side) => side == Side.Right ? Point.Mirrored(mesh) : Point;
}

/// <summary>A trigger point as the textbooks number it; it exists once on either side of the body.</summary>
/// <param name="Id">Muscle id, dot, number or part: <c>infraspinatus.1</c>.</param>
/// <param name="Name">The therapist's name.</param>
/// <param name="Plain">The place in words a patient understands.</param>
/// <param name="Site">Where it is pressed, on the body's left.</param>
/// <param name="DepthCm">From the skin, relaxed, slim adult; 0 to 12 cm.</param>
/// <param name="Reach">How it can be felt.</param>
/// <param name="Pattern">To which side it refers.</param>
/// <param name="Painless">True for a point without referred pain (it may still act by other signs).</param>
/// <param name="Confidence">How sure the entry is.</param>
/// <param name="Sources">Ids of sources, at least one.</param>
/// <param name="Zones">The zones it makes painful when it lies on the left, strongest first.</param>
public sealed record TriggerPoint(
    string Id,
    string Name,
    string Plain,
    PressSite Site,
    double DepthCm,
    Reach Reach,
    ReferralLaterality Pattern,
    bool Painless,
    Confidence Confidence,
    IReadOnlyList<string> Sources,
    IReadOnlyList<ReferralZone> Zones)
{
    /// <summary>Deepest point that the knowledge allows, in centimetres.</summary>
    public const double DeepestCm = 12;

    /// <summary>Muscle id, dot, number or part: <c>infraspinatus.1</c>.</summary>
    public string Id { get; } = Require.Text(Id).IndexOf('.', StringComparison.Ordinal) > 0
        ? Id
        : throw new ArgumentException($"The id of a trigger point is muscle.number, not '{Id}'.", nameof(Id));

    /// <summary>The therapist's name.</summary>
    public string Name { get; } = Require.Text(Name);

    /// <summary>From the skin, relaxed, slim adult; 0 to 12 cm.</summary>
    public double DepthCm { get; } = Require.Between(DepthCm, 0, DeepestCm);

    /// <summary>Ids of sources, at least one.</summary>
    public IReadOnlyList<string> Sources { get; } = Require.Some(Sources);

    /// <summary>The zones it makes painful when it lies on the left, strongest first.</summary>
    public IReadOnlyList<ReferralZone> Zones { get; } = Require.List(Zones);

    /// <summary>Id of the muscle it lies in.</summary>
    [JsonIgnore]
    public string MuscleId => Id[..Id.IndexOf('.', StringComparison.Ordinal)];

    /// <summary>The part of the muscle it lies in, <c>upper</c> of <c>trapezius.upper_1</c>; null where the muscle has no parts.</summary>
    [JsonIgnore]
    public string? Part
    {
        get
        {
            ReadOnlySpan<char> tail = Id.AsSpan(Id.IndexOf('.', StringComparison.Ordinal) + 1);
            ReadOnlySpan<char> part = tail.TrimEnd("0123456789").TrimEnd('_');
            return part.IsEmpty ? null : part.ToString();
        }
    }

    /// <summary>The zones it makes painful when it lies on the given side, strongest first.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The midline: a trigger point lies left or right.</exception>
    public IReadOnlyList<ReferralZone> ZonesOn(Side side) => side switch
    {
        Side.Left => Zones,
        Side.Right => [.. Zones.Select(zone => zone.Mirrored())],
        _ => throw new ArgumentOutOfRangeException(nameof(side), side, "A trigger point lies left or right."),
    };
}
