namespace Nodus.Clinical.Knowledge;

/// <summary>What sort of work a source is.</summary>
public enum SourceKind
{
    /// <summary>A book.</summary>
    Textbook,

    /// <summary>A review, systematic or narrative.</summary>
    Review,

    /// <summary>A controlled trial.</summary>
    Trial,

    /// <summary>Any other original study.</summary>
    Study,

    /// <summary>A guideline or an expert consensus.</summary>
    Consensus,

    /// <summary>Published data.</summary>
    Dataset,

    /// <summary>A web page.</summary>
    Page,
}

/// <summary>How much of a source was read by who wrote the entry.</summary>
public enum SourceReading
{
    /// <summary>The whole text.</summary>
    Full,

    /// <summary>The abstract.</summary>
    Abstract,

    /// <summary>Through other works that report it.</summary>
    Secondary,

    /// <summary>Not read: general knowledge of what it says.</summary>
    None,
}

/// <summary>A work that entries refer to.</summary>
/// <param name="Id">Lower-case key, e.g. <c>simons1999</c>.</param>
/// <param name="Cite">The reference, in full.</param>
/// <param name="Kind">What sort of work.</param>
/// <param name="Read">How much of it was read.</param>
/// <param name="Doi">Digital object identifier, without resolver address; null when there is none.</param>
/// <param name="Url">Address; null when there is none.</param>
public sealed record Source(
    string Id, string Cite, SourceKind Kind, SourceReading Read, string? Doi = null, string? Url = null)
{
    /// <summary>Lower-case key, e.g. <c>simons1999</c>.</summary>
    public string Id { get; } = Require.Text(Id);

    /// <summary>The reference, in full.</summary>
    public string Cite { get; } = Require.Text(Cite);
}
