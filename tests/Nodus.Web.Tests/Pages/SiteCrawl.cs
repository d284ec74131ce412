using System.Collections.Concurrent;
using System.Net;

namespace Nodus.Web.Tests.Pages;

/// <summary>The tests of the pages share one crawl.</summary>
[CollectionDefinition(Name)]
public sealed class OneCrawl : ICollectionFixture<SiteCrawl>
{
    /// <summary>The collection's name.</summary>
    public const string Name = "crawl";
}

/// <summary>Every page that can be reached from the first by links, visited once for all tests.</summary>
public sealed class SiteCrawl(HostedSite site) : IAsyncLifetime
{
    // A site that grew without end would be a mistake of its own (a page that links to ever new addresses).
    private const int PagesMax = 5_000;

    private readonly ConcurrentDictionary<string, VisitedPage> pages = new(StringComparer.Ordinal);

    /// <summary>The pages, by address from the root such as <c>/muscles/soleus</c>.</summary>
    internal IReadOnlyDictionary<string, VisitedPage> Pages => pages;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        using HttpClient visitor = site.Visitor();
        string[] next = ["/"];
        while (next.Length > 0)
        {
            await Parallel.ForEachAsync(next, async (address, stop) => pages[address] = await VisitAsync(visitor, address, stop));
            next =
            [
                .. next.SelectMany(address => pages[address].Links).Select(Target).Where(IsPage)
                    .Select(target => target.Page).Distinct(StringComparer.Ordinal).Where(address => !pages.ContainsKey(address)),
            ];
            Assert.True(pages.Count < PagesMax, $"More than {PagesMax} pages; the newest is {next.FirstOrDefault()}.");
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>The page and the anchor that a link means; every page has the root as its base.</summary>
    internal static (string Page, string Anchor) Target(string link)
    {
        var address = new Uri(new Uri("http://localhost/"), link);
        return address.Host == "localhost"
            ? (address.PathAndQuery, Uri.UnescapeDataString(address.Fragment.TrimStart('#')))
            : (address.GetLeftPart(UriPartial.Query), "");
    }

    private static bool IsPage((string Page, string Anchor) target) =>
        target.Page.StartsWith('/') && !target.Page.StartsWith("/data/", StringComparison.Ordinal);

    private static async Task<VisitedPage> VisitAsync(HttpClient visitor, string address, CancellationToken stop)
    {
        using HttpResponseMessage answer = await visitor.GetAsync(new Uri(address, UriKind.Relative), stop);
        string html = answer.StatusCode == HttpStatusCode.OK ? await answer.Content.ReadAsStringAsync(stop) : "";
        return new VisitedPage(address, answer.StatusCode, html);
    }
}
