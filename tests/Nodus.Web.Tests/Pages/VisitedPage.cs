using System.Net;
using System.Text.RegularExpressions;

namespace Nodus.Web.Tests.Pages;

/// <summary>A page as it came over the wire: what it says, where it leads.</summary>
/// <param name="Address">Where it is, from the root of the site, without an anchor.</param>
/// <param name="Status">What the host answered.</param>
/// <param name="Html">The page.</param>
internal sealed partial record VisitedPage(string Address, HttpStatusCode Status, string Html)
{
    /// <summary>The ids of its elements.</summary>
    public IReadOnlySet<string> Ids { get; } = Id().Matches(Html).Select(match => Decoded(match)).ToHashSet(StringComparer.Ordinal);

    /// <summary>The ids that more than one element has.</summary>
    public IEnumerable<string> RepeatedIds => Id().Matches(Html).Select(match => Decoded(match))
        .GroupBy(id => id, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key);

    /// <summary>What its links lead to, as written.</summary>
    public IReadOnlyList<string> Links { get; } = [.. Link().Matches(Html).Select(match => Decoded(match))];

    /// <summary>The pictures it shows, as written.</summary>
    public IReadOnlyList<string> Pictures { get; } = [.. Picture().Matches(Html).Select(match => Decoded(match))];

    /// <summary>Its title.</summary>
    public string Title { get; } = WebUtility.HtmlDecode(TitleElement().Match(Html).Groups[1].Value).Trim();

    /// <summary>Its headings of the first level.</summary>
    public int FirstHeadings { get; } = FirstHeading().Count(Html);

    /// <summary>Everything a reader may come to see, tips and labels included.</summary>
    public string Words { get; } = WebUtility.HtmlDecode(
        Tag().Replace(Html, " ") + " " + string.Join(' ', Label().Matches(Html).Select(match => match.Groups[1].Value)));

    private static string Decoded(Match match) => WebUtility.HtmlDecode(match.Groups[1].Value);

    [GeneratedRegex("<[a-z][^>]*\\sid=\"([^\"]*)\"", RegexOptions.None, 5000)]
    private static partial Regex Id();

    [GeneratedRegex("<a\\s[^>]*?href=\"([^\"]*)\"", RegexOptions.None, 5000)]
    private static partial Regex Link();

    [GeneratedRegex("<(?:img|image|input)\\s[^>]*?(?:src|href)=\"([^\"]+)\"", RegexOptions.None, 5000)]
    private static partial Regex Picture();

    [GeneratedRegex("<title>(.*?)</title>", RegexOptions.Singleline, 5000)]
    private static partial Regex TitleElement();

    [GeneratedRegex("<h1[\\s>]", RegexOptions.None, 5000)]
    private static partial Regex FirstHeading();

    [GeneratedRegex("<script.*?</script>|<style.*?</style>|<!--.*?-->|<[^>]+>", RegexOptions.Singleline, 5000)]
    private static partial Regex Tag();

    [GeneratedRegex("\\s(?:title|aria-label|alt|placeholder)=\"([^\"]*)\"", RegexOptions.None, 5000)]
    private static partial Regex Label();
}
