using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Nodus.EndToEnd.Tests;

/// <summary>What axe-core finds wrong with a page.</summary>
internal static class Axe
{
    // All that a change of colours can break.
    private static readonly AxeRunOptions Colours = new() { RunOnly = RunOnlyOptions.Rules("color-contrast", "link-in-text-block") };

    /// <summary>One line a violation, with the elements; none is as it should be.</summary>
    public static async Task<IReadOnlyList<string>> ViolationsAsync(IPage page) => Lines(await page.RunAxe());

    /// <summary>The same, of the colours alone; on a long page that is much faster.</summary>
    public static async Task<IReadOnlyList<string>> ColourViolationsAsync(IPage page) => Lines(await page.RunAxe(Colours));

    private static string[] Lines(AxeResult result) =>
    [
        .. result.Violations.Select(violation =>
            $"{violation.Id}: {violation.Help} {string.Join(' ', violation.Nodes.Take(5).Select(node => node.Html))}"),
    ];
}
