using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Nodus.EndToEnd.Tests;

/// <summary>The browser's runtime interprets what the command line runs as machine code: both must rank alike.</summary>
[Collection(OneSite.Name)]
public sealed class RankingTests(RunningSite site)
{
    private const int ShownMost = 8;
    private const float SettledMs = 30_000;

    // Only an inset shows them, so filling them brushes no zone beside.
    private const string Zone = "teeth_upper_molar", ZoneName = "Upper molars";
    private const string Case = $$"""{"pain":[{"zone":"{{Zone}}","side":"left","intensity":7}]}""";

    [Fact]
    public async Task Ranking_InTheBrowser_IsThatOfTheCommandLine()
    {
        await using WorkbenchPage workbench = await WorkbenchPage.OpenAsync(site);
        await workbench.OpenZonesAsync();
        await workbench.Page.GetByRole(AriaRole.Searchbox).FillAsync(ZoneName);
        ILocator molars = workbench.Page.Locator($"[data-zone={Zone}][data-side=left]");
        await molars.FocusAsync();
        await workbench.Page.Keyboard.PressAsync("7");
        await Expect(molars).ToHaveAttributeAsync("aria-pressed", "true");
        await workbench.OpenMusclesAsync();
        await workbench.Button("Numbers").ClickAsync();
        string[] expected = [.. (await CommandLineAsync()).Take(ShownMost)];
        // More are shown at a glance, before the whole ranking is there.
        await Expect(workbench.Muscles).ToHaveCountAsync(expected.Length, new() { Timeout = SettledMs });

        string[] shown = [.. (await workbench.Page.Locator(".muscle-head[data-muscle]").EvaluateAllAsync<string[]>(
            "all => all.map(head => `${head.dataset.muscle} ${head.dataset.side} ${head.querySelector('.band').textContent}`)"))];
        Assert.NotEmpty(shown);
        Assert.Equal(expected, shown);
    }

    private static async Task<List<string>> CommandLineAsync()
    {
        using Process nodus = Process.Start(new ProcessStartInfo("dotnet", [RunningSite.CommandLine, "locate", "--json", "-"])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        await nodus.StandardInput.WriteAsync(Case);
        nodus.StandardInput.Close();
        using JsonDocument answer = JsonDocument.Parse(await nodus.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken));
        await nodus.WaitForExitAsync(TestContext.Current.CancellationToken);
        return [.. answer.RootElement.GetProperty("muscles").EnumerateArray().Where(muscle => muscle.GetProperty("explains").GetArrayLength() > 0).Select(muscle =>
            $"{muscle.GetProperty("muscle")} {muscle.GetProperty("side")} {muscle.GetProperty("band")}, {Percent(muscle.GetProperty("probability").GetDouble())}")];
    }

    private static string Percent(double probability) => string.Create(CultureInfo.InvariantCulture, $"{100 * probability:0} %");
}
