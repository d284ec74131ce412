using System.Text.RegularExpressions;

namespace Nodus.Web.Client.Locate;

/// <summary>A summary taken apart, so that it need not be a wall of words.</summary>
public static partial class SummaryWords
{
    /// <summary>The summary without the probability after each band.</summary>
    public static string WithoutNumbers(string summary) => Probability().Replace(summary, "");

    /// <summary>The first sentence of a summary, and what follows.</summary>
    /// <param name="summary">The summary.</param>
    /// <param name="said">What is said elsewhere already, left out where the summary begins with it; null for nothing.</param>
    public static (string First, string More) Split(string summary, string? said)
    {
        if (said is not null && summary.StartsWith(said, StringComparison.Ordinal)) summary = summary[said.Length..].TrimStart();
        for (int i = 0; i + 2 < summary.Length; i++)
        {
            if (summary[i] == '.' && summary[i + 1] == ' ' && char.IsUpper(summary[i + 2])) return (summary[..(i + 1)], summary[(i + 2)..]);
        }

        return (summary, "");
    }

    [GeneratedRegex(@" \([01]\.\d\d\)", RegexOptions.None, 1000)]
    private static partial Regex Probability();
}
