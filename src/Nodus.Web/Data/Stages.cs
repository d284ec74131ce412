using System.Numerics;
using Nodus.Anatomy.Rendering;
using Nodus.Web.Client.Locate;

namespace Nodus.Web.Data;

/// <summary>Views of the atlas as the page shows them before the browser has the atlas itself.</summary>
internal static class Stages
{
    // A picture whose horizontal is this near to the body's own gets its sides named.
    private const float AlignedMin = 0.7f;

    /// <summary>A card of a view.</summary>
    public static StageCard Card(BodyView view)
    {
        (string left, string right) = Sides(view.Right);
        return new StageCard(view.Id, view.Title, view.WidthPx, view.HeightPx, view.PixelsPerCm, left, right);
    }

    private static (string Left, string Right) Sides(Vector3 right) =>
        right.X >= AlignedMin ? ("Patient’s right", "Patient’s left")
        : right.X <= -AlignedMin ? ("Patient’s left", "Patient’s right")
        : right.Z >= AlignedMin ? ("Back", "Front")
        : right.Z <= -AlignedMin ? ("Front", "Back")
        : ("", "");
}
