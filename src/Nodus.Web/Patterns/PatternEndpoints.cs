using Nodus.Anatomy;
using Nodus.Anatomy.Rendering;
using Nodus.Clinical.Knowledge;
using Nodus.Web.Data;

namespace Nodus.Web.Patterns;

/// <summary>Serves pictures of patterns, transparent, to be laid over the body.</summary>
internal static class PatternEndpoints
{
    /// <summary>Where the pictures are, such as <c>/patterns/1a2b3c</c>: kept for ever, like the data they are made from.</summary>
    public static string Root(CompiledData data) => $"/patterns/{data.Version}";

    /// <summary>The address of a picture.</summary>
    public static string Address(CompiledData data, BodyBuild build, BodyView view, TriggerPoint point, Side side) =>
        $"{Root(data)}/{build.Id}/{view.Id}/{point.Id}/{side.ToWord()}.png";

    /// <summary>Adds the route.</summary>
    public static void MapPatterns(this WebApplication app) =>
        app.MapGet("/patterns/{version}/{build}/{view}/{point}/{side}.png", Picture);

    private static IResult Picture(
        string build, string view, string point, string side, CompiledData data, PatternPictures pictures, HttpResponse response)
    {
        BodyBuild? body = data.Atlas.Builds.FirstOrDefault(one => one.Id == build);
        BodyView? camera = body?.Views.FirstOrDefault(one => one.Id == view);
        if (body is null || camera is null || side is not ("left" or "right")) return Results.NotFound();
        if (!data.Knowledge.TryFindPoint(point, out TriggerPoint? found)) return Results.NotFound();
        byte[] png = pictures.Layer(body, camera, found, side == "left" ? Side.Left : Side.Right);
        response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(png, "image/png");
    }
}
