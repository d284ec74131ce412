using System.Runtime.CompilerServices;

namespace Nodus.Anatomy.Paint;

/// <summary>
/// How paint fades from the centre of a dab. There is one law for referral patterns, for the pen, for cells and for
/// pixels, so that what is seen is what is counted.
/// </summary>
/// <remarks>
/// Full inside a core, then a smooth step down to nothing at the radius. A dab does not reach skin that faces the other
/// way: without that test it would bleed through fingers, ears and between the buttocks.
/// </remarks>
public static class PaintFalloff
{
    /// <summary>Core of a referral pattern, as a fraction of the radius: such zones have no sharp edge.</summary>
    public const float SoftCore = 0.45f;

    /// <summary>Core of the pen, as a fraction of the radius: a drawn edge is meant where it is drawn.</summary>
    public const float PenCore = 0.8f;

    /// <summary>Skin whose normal has a smaller cosine with the dab's stays clean.</summary>
    public const float FacingMin = -0.2f;

    /// <summary>From this cosine on skin takes the full paint.</summary>
    public const float FacingFull = 0.2f;

    /// <summary>A spot counts as painted from this strength on.</summary>
    public const float Covered = 0.5f;

    /// <summary>Paint at a distance, 0 to 1.</summary>
    /// <param name="distanceSquared">Squared distance from the centre.</param>
    /// <param name="radius">The dab's radius, in the same unit.</param>
    /// <param name="core">Fraction of the radius that is full.</param>
    /// <param name="facing">Cosine between the normals of the spot and of the dab.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float At(float distanceSquared, float radius, float core, float facing)
    {
        if (distanceSquared >= radius * radius || facing <= FacingMin) return 0;
        float weight = facing >= FacingFull ? 1 : (facing - FacingMin) / (FacingFull - FacingMin);
        float full = core * radius;
        if (distanceSquared <= full * full) return weight;
        float t = (MathF.Sqrt(distanceSquared) - full) / (radius - full);
        return weight * (1 - t * t * (3 - 2 * t));
    }

    /// <summary>Up to which distance a dab covers skin: where <see cref="At"/> falls to <see cref="Covered"/>.</summary>
    /// <param name="radius">The dab's radius.</param>
    /// <param name="core">Fraction of the radius that is full.</param>
    /// <param name="facing">Cosine between the normals of the spot and of the dab.</param>
    /// <returns>The distance in the unit of the radius; negative where skin that faces so is never covered.</returns>
    public static float CoveredRadius(float radius, float core, float facing)
    {
        float full = core * radius;
        // On skin that faces the dab the smooth step 3 t^2 - 2 t^3 is one half at t = 1/2.
        if (facing >= FacingFull) return full + (radius - full) / 2;
        float weight = (facing - FacingMin) / (FacingFull - FacingMin);
        if (weight < Covered) return -1;
        // Elsewhere it may rise to y = 1 - Covered / weight; the step's inverse is 1/2 - sin(asin(1 - 2 y) / 3).
        float t = 0.5f - MathF.Sin(MathF.Asin(2 * Covered / weight - 1) / 3);
        return full + (radius - full) * t;
    }
}
