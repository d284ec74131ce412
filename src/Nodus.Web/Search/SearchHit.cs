namespace Nodus.Web.Search;

/// <summary>Something found.</summary>
/// <param name="Kind">What it is, in a word: muscle, trigger point, zone ...</param>
/// <param name="Title">Its name.</param>
/// <param name="Address">Where it is, relative to the site.</param>
/// <param name="Says">A sentence about it.</param>
public sealed record SearchHit(string Kind, string Title, string Address, string Says);

/// <summary>What a search found.</summary>
/// <param name="Meant">What everyday words in the query mean, most likely first.</param>
/// <param name="Found">What holds the words of the query, best first.</param>
/// <param name="Near">When nothing was found: what may have been meant, nearest first; else none.</param>
public sealed record SearchResult(IReadOnlyList<SearchHit> Meant, IReadOnlyList<SearchHit> Found, IReadOnlyList<string> Near)
{
    /// <summary>Nothing asked, nothing found.</summary>
    public static SearchResult Empty { get; } = new([], [], []);
}
