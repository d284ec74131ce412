using System.Net;
using Nodus.Anatomy.Rendering;

namespace Nodus.Web.Tests.Patterns;

public sealed class PatternEndpointTests(HostedSite site)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("patterns", "back", "infraspinatus.1", "right")]
    [InlineData("patterns", "front", "infraspinatus.1", "left")]
    [InlineData("patterns", "front", "cardiac_ischaemia", "midline")]
    [InlineData("danger-zones", "front", "femoral_triangle", "right")]
    [InlineData("zones", "back", "buttock", "right")]
    public async Task Picture_OfWhatIsThere_IsAPngToBeKeptForEver(string kind, string view, string id, string side)
    {
        using HttpResponseMessage answer = await GetAsync(Address(kind, view, id, side));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("image/png", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("public, max-age=31536000, immutable", answer.Headers.GetValues("Cache-Control").Single());
        PngPicture picture = PngPicture.Read(await answer.Content.ReadAsByteArrayAsync(Stop));
        BodyView shown = site.Data.Atlas.Builds[0].View(view);
        Assert.Equal((shown.WidthPx, shown.HeightPx), (picture.Width, picture.Height));
        // Something is painted, and it is no more than a part of the picture.
        Assert.InRange(picture.PaintedPixels, 100, picture.Width * picture.Height / 4);
    }

    [Theory]
    [InlineData("patterns", "back", "unobtainium.1", "right")]
    [InlineData("patterns", "back", "infraspinatus.1", "midline")]
    [InlineData("patterns", "back", "infraspinatus.1", "both")]
    [InlineData("patterns", "front", "cardiac_ischaemia", "left")]
    [InlineData("patterns", "moon", "infraspinatus.1", "right")]
    [InlineData("patterns", "back", "femoral_triangle", "right")]
    [InlineData("danger-zones", "front", "femoral_triangle", "midline")]
    [InlineData("danger-zones", "front", "infraspinatus.1", "right")]
    [InlineData("zones", "back", "buttock", "midline")]
    [InlineData("zones", "back", "unobtainium", "right")]
    [InlineData("zones", "back", "buttock", "RIGHT")]
    public async Task Picture_OfWhatIsNotThere_IsNotFound(string kind, string view, string id, string side)
    {
        using HttpResponseMessage answer = await GetAsync(Address(kind, view, id, side));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("back", 200, "buttock")]
    [InlineData("back", 780, "buttock")]
    public async Task Tap_OnTheRightButtockFromBehind_LeadsToIt(string view, int shownWidth, string zone)
    {
        // The patient’s right is on the right of a view from behind: 440 of 780 pixels across, 800 of 1600 down.
        using HttpResponseMessage answer = await TapAsync(view, $"{shownWidth}", $"{shownWidth * 440 / 780}", $"{shownWidth * 800 / 780}");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal($"/zones/{zone}", answer.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("1", "1")]
    [InlineData("-5", "300")]
    [InlineData("0", "0")]
    [InlineData("2147483647", "-2147483648")]
    public async Task Tap_BesideTheBody_SaysSo(string x, string y)
    {
        using HttpResponseMessage answer = await TapAsync("back", "200", x, y);

        Assert.Equal("/zones?missed=true", answer.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("moon", "200", "100", "100")]
    [InlineData("back", "0", "100", "100")]
    [InlineData("back", "-200", "100", "100")]
    [InlineData("back", "10001", "100", "100")]
    [InlineData("", "200", "100", "100")]
    public async Task Tap_OnNoView_LeadsBackToTheZones(string view, string shownWidth, string x, string y)
    {
        using HttpResponseMessage answer = await TapAsync(view, shownWidth, x, y);

        Assert.Equal("/zones", answer.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("zones/at")]
    [InlineData("zones/at?view=back")]
    [InlineData("zones/at?view=back&shownWidth=wide&tap.x=1&tap.y=1")]
    [InlineData("zones/at?view=back&shownWidth=200&tap.x=NaN&tap.y=1e9")]
    [InlineData("zones/at?view=back&shownWidth=200&tap.x=99999999999999999999&tap.y=1")]
    [InlineData("zones/at?view=back&view=front&shownWidth=200&tap.x=1&tap.y=1&tap.y=2")]
    public async Task Tap_WithWrongNumbers_IsNoFaultOfTheHost(string address)
    {
        using HttpResponseMessage answer = await GetAsync(address);

        Assert.InRange((int)answer.StatusCode, 300, 499);
    }

    private string Address(string kind, string view, string id, string side) =>
        $"{kind}/{site.Data.Version}/{site.Data.Atlas.Builds[0].Id}/{view}/{id}/{side}.png";

    private Task<HttpResponseMessage> TapAsync(string view, string shownWidth, string x, string y) =>
        GetAsync($"zones/at?view={view}&shownWidth={shownWidth}&tap.x={x}&tap.y={y}");

    private async Task<HttpResponseMessage> GetAsync(string address)
    {
        using HttpClient visitor = site.Visitor();
        return await visitor.GetAsync(new Uri(address, UriKind.Relative), Stop);
    }
}
