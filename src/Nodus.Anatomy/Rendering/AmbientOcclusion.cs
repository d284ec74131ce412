using Nodus.Anatomy.Surface;

namespace Nodus.Anatomy.Rendering;

/// <summary>How open the skin is to the light around it.</summary>
internal static class AmbientOcclusion
{
    // Where the body is convex the field grows by h over a height h; what it falls short is occluded. Small heights
    // darken folds, large ones the axilla and the inside of the thighs.
    private static readonly double[] HeightsCm = [0.22, 0.6, 1.4, 3.2, 7];
    private static readonly double[] Weights = [1, 0.9, 0.8, 0.7, 0.6];

    /// <summary>Share of open sky, 0 to 1.</summary>
    public static double Openness(ImplicitBody body, Vector3d p, Vector3d normal)
    {
        double sum = 0, total = 0;
        for (int i = 0; i < HeightsCm.Length; i++)
        {
            double h = HeightsCm[i];
            sum += Weights[i] * Math.Clamp(body.Evaluate(p + normal * h) / h, 0, 1);
            total += Weights[i];
        }

        return sum / total;
    }
}
