using System.Net;
using System.Text.RegularExpressions;

namespace Nodus.Web.Tests.Pages;

[Collection(OneCrawl.Name)]
public sealed partial class PageTests(HostedSite site, SiteCrawl crawl)
{
    private IEnumerable<VisitedPage> Pages => crawl.Pages.Values.OrderBy(page => page.Address, StringComparer.Ordinal);

    [Fact]
    public void Pages_EachOfThem_HasOneFirstHeadingAndATitle()
    {
        var offenders = Pages.Where(page => page.FirstHeadings != 1 || page.Title.Length < "Nodus – x".Length)
            .Select(page => $"{page.Address}: {page.FirstHeadings} h1, title \"{page.Title}\"");

        Assert.Empty(offenders);
    }

    [Fact]
    public void Pages_OfMusclesZonesAndRivals_HaveTheirNameAsTitle()
    {
        var offenders = site.Data.Knowledge.Muscles.Select(muscle => ($"/muscles/{muscle.Id}", muscle.Name))
            .Concat(site.Data.Knowledge.Rivals.Select(rival => ($"/rivals/{rival.Id}", rival.Name)))
            .Concat(site.Data.Atlas.Zones.Zones.Select(zone => ($"/zones/{zone.Id}", zone.Name)))
            .Where(one => crawl.Pages[one.Item1].Title != $"{one.Name} – Nodus")
            .Select(one => $"{one.Item1}: \"{crawl.Pages[one.Item1].Title}\"");

        Assert.Empty(offenders);
    }

    [Fact]
    public void Pages_EachOfThem_UsesAnIdOnce()
    {
        var offenders = Pages.Select(page => (page.Address, Ids: string.Join(", ", page.RepeatedIds)))
            .Where(one => one.Ids.Length > 0).Select(one => $"{one.Address}: {one.Ids}");

        Assert.Empty(offenders);
    }

    [Fact]
    public void Pages_EachOfThem_ClaimsNothingThatIsNotShown()
    {
        // Words of folk theory: trigger points are not knots of adhesions, nothing is washed out, no cause is the only one.
        var offenders = Pages.SelectMany(page => Unshown().Matches(page.Words), (page, match) => $"{page.Address}: {match.Value}");

        Assert.Empty(offenders);
    }

    [Fact]
    public void Pages_EachOfThem_SpeaksInWordsAndNotInIds()
    {
        // An id that shows is a name that was not found. File names in <code> are meant.
        var offenders = Pages.SelectMany(
            page => BareId().Matches(page.Words).Where(match => !match.Value.Contains('/')), (page, match) => $"{page.Address}: {match.Value}");

        Assert.Empty(offenders.Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public void SafetyPage_LongConditions_AreListsWithoutBracketsInBrackets()
    {
        string html = crawl.Pages["/safety"].Html;
        foreach (string word in (string[])["All of", "Any of", "None of", "At least 2 of"])
            Assert.Contains($"<strong>{word}</strong>", html, StringComparison.Ordinal);
        int depth = 0, deepest = 0;
        foreach (Match list in ListTag().Matches(html)) deepest = Math.Max(deepest, depth += list.Value == "</ul>" ? -1 : 1);
        Assert.Equal((0, true), (depth, deepest >= 3));

        string[] leaves = [.. Leaf().Matches(html).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value).Trim())];
        Assert.True(leaves.Length > 1000, $"{leaves.Length} leaves");
        Assert.DoesNotContain(leaves, leaf => leaf.Contains("((", StringComparison.Ordinal) || (leaf.Length > 80 && leaf.Contains(" and (", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("muscles/unobtainium")]
    [InlineData("rivals/unobtainium")]
    [InlineData("zones/unobtainium")]
    [InlineData("muscles/SOLEUS")]
    [InlineData("muscles/soleus.1")]
    [InlineData("muscles/..%2F..%2Fsoleus")]
    [InlineData("unobtainium")]
    [InlineData("data/0000/knowledge.bin")]
    public async Task Page_OfNothing_IsNotFound(string address)
    {
        using HttpClient visitor = site.Visitor();
        using HttpResponseMessage answer = await visitor.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("search?q=%22%20OR%20(")]
    [InlineData("search?q=%F0%9F%94%A5")]
    [InlineData("search?q=%ED%A0%80")]
    [InlineData("search")]
    [InlineData("evidence?stance=unobtainium")]
    [InlineData("evidence?stance=99")]
    [InlineData("zones?missed=true")]
    public async Task Page_WithAStrangeQuestion_Answers(string address)
    {
        using HttpClient visitor = site.Visitor();
        using HttpResponseMessage answer = await visitor.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task SearchPage_OfTagsInTheQuestion_ShowsThemAsText()
    {
        using HttpClient visitor = site.Visitor();
        string html = await visitor.GetStringAsync(
            new Uri("search?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E\"onfocus%3D\"x", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
        Assert.DoesNotContain("\"onfocus", html, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\badhesions?\b|root cause|\btoxins?\b|(decreases|reduces) inflammation|safe for everyone", RegexOptions.IgnoreCase, 5000)]
    private static partial Regex Unshown();

    [GeneratedRegex("<ul[^>]*>|</ul>", RegexOptions.None, 5000)]
    private static partial Regex ListTag();

    [GeneratedRegex("<li>([^<]+)</li>", RegexOptions.None, 5000)]
    private static partial Regex Leaf();

    [GeneratedRegex(@"[\w/]*[a-z0-9]_[a-z0-9]\w*", RegexOptions.None, 5000)]
    private static partial Regex BareId();
}
