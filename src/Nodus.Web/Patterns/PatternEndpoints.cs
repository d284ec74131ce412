using Nodus.Anatomy;
using Nodus.Anatomy.Rendering;
using Nodus.Anatomy.Zones;
using Nodus.Web.Data;

namespace Nodus.Web.Patterns;

/// <summary>Serves pictures of patterns and zones, transparent, to be laid over the body; and finds the zone under a tap.</summary>
internal static class PatternEndpoints
{
    /// <summary>
    /// Where the pictures of referral patterns are, such as <c>/patterns/1a2b3c</c>: kept for ever, like the data they are
    /// made from.
    /// </summary>
    public static string Root(CompiledData data) => $"/{BodyPattern.Referral}/{data.Version}";

    /// <summary>The address of a pattern's picture.</summary>
    public static string Address(CompiledData data, BodyBuild build, BodyView view, BodyPattern pattern, Side side) =>
        $"/{pattern.Kind}/{data.Version}/{build.Id}/{view.Id}/{pattern.Id}/{side.ToWord()}.png";

    /// <summary>The address of a zone's picture.</summary>
    public static string Address(CompiledData data, BodyBuild build, BodyView view, ZoneSite site) =>
        $"/zones/{data.Version}/{build.Id}/{view.Id}/{site.Zone.Id}/{site.Side.ToWord()}.png";

    /// <summary>Adds the routes.</summary>
    public static void MapPatterns(this WebApplication app)
    {
        foreach (string kind in (string[])[BodyPattern.Referral, BodyPattern.Danger])
        {
            app.MapGet(
                $"/{kind}/{{version}}/{{build}}/{{view}}/{{id}}/{{side}}.png",
                (string build, string view, string id, string side, CompiledData data, PatternPictures pictures, HttpResponse response) =>
                    Find(data, build, view, side) is { } shown && BodyPattern.Find(data, kind, id) is { } pattern
                    && pattern.Paired != (shown.Side == Side.Midline)
                        ? Png(response, pictures.Layer(shown.Build, shown.View, pattern, shown.Side))
                        : Results.NotFound());
        }

        app.MapGet(
            "/zones/{version}/{build}/{view}/{id}/{side}.png",
            (string build, string view, string id, string side, CompiledData data, PatternPictures pictures, HttpResponse response) =>
                Find(data, build, view, side) is { } shown && data.Atlas.Zones.TryFind(id, shown.Side, out ZoneSite site)
                    ? Png(response, pictures.Layer(shown.Build, shown.View, site))
                    : Results.NotFound());
        app.MapGet("/zones/at", ZoneAt);
    }

    // A tap on a picture of the body, sent by the browser itself (input type="image"), in CSS pixels of the picture shown:
    // needs no script, works with a finger as with a mouse.
    private static IResult ZoneAt(
        string view, int shownWidth, [Microsoft.AspNetCore.Mvc.FromQuery(Name = "tap.x")] int x,
        [Microsoft.AspNetCore.Mvc.FromQuery(Name = "tap.y")] int y, CompiledData data, PatternPictures pictures)
    {
        if (Find(data, data.Atlas.Builds[0].Id, view, "midline") is not { } shown || shownWidth is < 1 or > 10_000)
            return Results.Redirect("/zones");
        double scale = shown.View.WidthPx / (double)shownWidth;
        return pictures.ZoneAt(shown.Build, shown.View, (int)(x * scale), (int)(y * scale)) is { } site
            ? Results.Redirect($"/zones/{site.Zone.Id}")
            : Results.Redirect("/zones?missed=true");
    }

    private static (BodyBuild Build, BodyView View, Side Side)? Find(CompiledData data, string build, string view, string side)
    {
        Side? known = Sides.OfWord(side);
        BodyBuild? body = data.Atlas.Builds.FirstOrDefault(one => one.Id == build);
        BodyView? camera = body?.Views.FirstOrDefault(one => one.Id == view);
        return body is null || camera is null || known is null ? null : (body, camera, known.Value);
    }

    private static IResult Png(HttpResponse response, byte[] png)
    {
        response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(png, "image/png");
    }
}
