using Nodus.Anatomy;
using Nodus.Clinical.Knowledge;
using Nodus.Web.Data;

namespace Nodus.Web.Patterns;

/// <summary>Serves pictures of patterns, transparent, to be laid over the body.</summary>
internal static class PatternEndpoints
{
    /// <summary>The address of a picture.</summary>
    public static string Address(CompiledData data, TriggerPoint point, Side side, int number) =>
        $"/patterns/{data.Version}/{point.Id}/{side.ToWord()}/{number}.png";

    /// <summary>Adds the route.</summary>
    public static void MapPatterns(this WebApplication app) =>
        app.MapGet("/patterns/{version}/{point}/{side}/{number:int}.png", Picture);

    private static IResult Picture(
        string point, string side, int number, CompiledData data, PatternPictures pictures, HttpResponse response)
    {
        if (!data.Knowledge.TryFindPoint(point, out TriggerPoint? found)) return Results.NotFound();
        if (side is not ("left" or "right")) return Results.NotFound();
        IReadOnlyList<PatternPicture> all = pictures.Of(found, side == "left" ? Side.Left : Side.Right);
        if (number < 0 || number >= all.Count) return Results.NotFound();
        response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(all[number].Png, "image/png");
    }
}
