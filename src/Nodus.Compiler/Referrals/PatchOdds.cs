using System.Numerics;
using Nodus.Anatomy;
using Nodus.Anatomy.Zones;

namespace Nodus.Compiler.Referrals;

/// <summary>
/// Where in a zone the middle of drawn pain comes to lie, from how a pattern lies over the zone. The hand is not that exact,
/// and nor are the charts.
/// </summary>
/// <remarks>
/// The middle lies where the pattern is, moved by a normal error that grows with the zone. How large it is follows from the overlap
/// of 42 % of two drawings of one pain (see the assessment): two equal discs overlap so when their middles are 0.65 of a
/// radius apart; two points moved by a normal error are 1.77 standard deviations apart in the mean, so it is 0.37 of that radius;
/// and pain that fills half a zone has 0.71 of the zone's radius. That makes 0.26, and 0.3 with a little for what is rounded here:
/// derived from an elicited figure. Charts are also wrong for the one person, and no fixed place is to be expected
/// (Fernandez-de-las-Penas &amp; Dommerholt 2018): a part of the pain lies anywhere in the zone.
/// </remarks>
internal sealed class PatchOdds(BodyMesh mesh, ZoneMap zones)
{
    /// <summary>Standard deviation of the middle in each direction, as part of the radius of a disc as large as the zone.</summary>
    private const double ErrorOfRadius = 0.3;

    /// <summary>The same at least, in centimetres: the smallest pen. Elicited.</summary>
    private const double ErrorLeastCm = 1;

    /// <summary>P(pain lies in the zone regardless of the chart). Elicited.</summary>
    private const double Anywhere = 0.25;

    private readonly Dictionary<int, double[][]> oddsOfCell = [];
    private readonly ILookup<int, int> cellsOfSite = Enumerable.Range(0, mesh.CellCount).ToLookup(cell => zones.SiteOfCell[cell]);

    /// <summary>P(middle in each patch), in whole percents.</summary>
    /// <param name="site">The zone and its side.</param>
    /// <param name="felt">How much of the pain each cell of the body gets, in any unit.</param>
    public IReadOnlyList<double> Of(ZoneSite site, double[] felt)
    {
        IReadOnlyList<ZonePatch> patches = site.Zone.Patches;
        if (patches.Count == 0) return [];
        if (!oddsOfCell.TryGetValue(site.Index, out double[][]? odds)) oddsOfCell.Add(site.Index, odds = Smoothed(site));
        var sum = new double[patches.Count];
        double whole = 0;
        foreach ((int cell, double[] one) in cellsOfSite[site.Index].Zip(odds))
        {
            if (felt[cell] <= 0) continue;
            whole += felt[cell];
            for (int patch = 0; patch < sum.Length; patch++) sum[patch] += felt[cell] * one[patch];
        }

        return whole <= 0
            ? []
            : [.. sum.Select((part, patch) => Math.Round((Anywhere * patches[patch].AreaShare) + ((1 - Anywhere) * part / whole), 2))];
    }

    /// <summary>For each cell of a zone P(a middle that belongs there is drawn in each patch).</summary>
    private double[][] Smoothed(ZoneSite site)
    {
        int[] cells = [.. cellsOfSite[site.Index]];
        Vector3[] places = [.. cells.Select(mesh.Centroid)];
        int[] patchOf = [.. places.Select(place => ZonePatches.At(site, place)!.Value)];
        double error = Math.Max(ErrorLeastCm, ErrorOfRadius * Math.Sqrt(zones.AreaCm2(site) / Math.PI));
        return [.. places.Select(from =>
        {
            var odds = new double[site.Zone.Patches.Count];
            for (int i = 0; i < cells.Length; i++)
                odds[patchOf[i]] += mesh.AreaCm2(cells[i]) * Math.Exp(-Vector3.DistanceSquared(from, places[i]) / (2 * error * error));
            double sum = odds.Sum();
            for (int patch = 0; patch < odds.Length; patch++) odds[patch] /= sum;
            return odds;
        })];
    }
}
