using System.Net;

namespace Nodus.Web.Tests.Pages;

[Collection(OneCrawl.Name)]
public sealed class LinkTests(HostedSite site, SiteCrawl crawl)
{
    private const int PicturesMax = 60;

    [Fact]
    public void Links_OfEveryPage_AnswerAndHaveTheirAnchor()
    {
        var broken = new List<string>();
        foreach ((VisitedPage page, string link) in Links())
        {
            (string target, string anchor) = SiteCrawl.Target(link);
            if (!crawl.Pages.TryGetValue(target, out VisitedPage? other)) broken.Add($"{page.Address} links to {link}: not of this site");
            else if (other.Status != HttpStatusCode.OK) broken.Add($"{page.Address} links to {link}: {(int)other.Status}");
            else if (anchor.Length > 0 && !other.Ids.Contains(anchor)) broken.Add($"{page.Address} links to {link}: no such anchor");
        }

        Assert.Empty(broken.Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public void Links_ToAnAnchorOfTheirOwnPage_NameThePage()
    {
        // Every page has the root as its base: "#main" alone leads to the first page.
        var astray = Links().Where(one => one.Link.StartsWith('#') && one.Page.Address != "/")
            .Select(one => $"{one.Page.Address} links to {one.Link}");

        Assert.Empty(astray);
    }

    [Fact]
    public void Crawl_FromTheFirstPage_ReachesEveryMuscleZoneAndRival()
    {
        IEnumerable<string> wanted =
        [
            .. site.Data.Knowledge.Muscles.Select(muscle => $"/muscles/{muscle.Id}"),
            .. site.Data.Knowledge.Rivals.Select(rival => $"/rivals/{rival.Id}"),
            .. site.Data.Atlas.Zones.Zones.Select(zone => $"/zones/{zone.Id}"),
        ];

        Assert.Empty(wanted.Except(crawl.Pages.Keys, StringComparer.Ordinal));
    }

    [Fact]
    public async Task Pictures_ASampleOfThem_Answer()
    {
        (string Page, string Picture)[] all =
        [
            .. crawl.Pages.Values.SelectMany(page => page.Pictures, (page, picture) => (page.Address, Picture: picture))
                .DistinctBy(one => one.Picture, StringComparer.Ordinal).OrderBy(one => one.Picture, StringComparer.Ordinal),
        ];
        using HttpClient visitor = site.Visitor();
        var broken = new List<string>();
        foreach ((string page, string picture) in all.Where((_, i) => i % Math.Max(1, all.Length / PicturesMax) == 0))
        {
            using HttpResponseMessage answer = await visitor.GetAsync(
                new Uri(SiteCrawl.Target(picture).Page, UriKind.Relative), TestContext.Current.CancellationToken);
            string? type = answer.Content.Headers.ContentType?.MediaType;
            if (answer.StatusCode != HttpStatusCode.OK || type?.StartsWith("image/", StringComparison.Ordinal) != true)
                broken.Add($"{page} shows {picture}: {(int)answer.StatusCode} {type}");
        }

        Assert.True(all.Length > 100, $"Only {all.Length} pictures on the whole site.");
        Assert.Empty(broken);
    }

    private IEnumerable<(VisitedPage Page, string Link)> Links() =>
        crawl.Pages.Values.OrderBy(page => page.Address, StringComparer.Ordinal)
            .SelectMany(page => page.Links, (page, link) => (page, link));
}
