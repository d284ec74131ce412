using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Nodus.EndToEnd.Tests;

[Collection(OneSite.Name)]
public sealed class PageTests(RunningSite site)
{
    [Theory]
    [InlineData(1440, 900)]
    [InlineData(390, 844)]
    public async Task Workbench_WithARanking_HasNoAxeViolations(int width, int height)
    {
        await using WorkbenchPage workbench = await WorkbenchPage.OpenAsync(site, width, height);
        await workbench.DrawRightShoulderAsync();
        if (width < 800) await workbench.Page.Locator(".sheet-handle").ClickAsync();
        await workbench.Page.Locator(".muscle-head").First.ClickAsync();
        await ExpectNoViolationsAsync(workbench.Page);
        await workbench.OpenZonesAsync();
        await ExpectNoViolationsAsync(workbench.Page);
    }

    [Fact]
    public async Task MusclePage_HasItsNameAndPatterns()
    {
        IPage page = await OpenAsync("/muscles/infraspinatus");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Infraspinatus");
        await Expect(page.Locator(".pattern-figures svg").First).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task MusclePage_OfAnUnknownMuscle_IsNotFound()
    {
        Assert.SkipWhen(site.Browser is null, site.WhyNoBrowser ?? "");
        IBrowserContext context = await site.Browser!.NewContextAsync();
        IPage page = await context.NewPageAsync();
        IResponse? response = await page.GotoAsync($"{site.Address}/muscles/unobtainium");
        Assert.Equal(404, response?.Status);
        await context.CloseAsync();
    }

    [Fact]
    public async Task Phone_ShowsOneViewAndASheet()
    {
        await using WorkbenchPage workbench = await WorkbenchPage.OpenAsync(site, 390, 844);
        await Expect(workbench.Page.Locator(".stage:visible")).ToHaveCountAsync(1);
        await workbench.DrawRightShoulderAsync();
        ILocator handle = workbench.Page.Locator(".sheet-handle");
        await Expect(handle).ToContainTextAsync("right");
        await Expect(workbench.First).Not.ToBeVisibleAsync();
        await handle.ClickAsync();
        await Expect(workbench.First).ToBeVisibleAsync();
        int overflow = await workbench.Page.EvaluateAsync<int>(
            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.Equal(0, overflow);
    }

    [Fact]
    public async Task Workbench_AsksNoOtherHost()
    {
        Assert.SkipWhen(site.Browser is null, site.WhyNoBrowser ?? "");
        IBrowserContext context = await site.Browser!.NewContextAsync();
        IPage page = await context.NewPageAsync();
        var elsewhere = new List<string>();
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(site.Address, StringComparison.Ordinal) && request.Url.StartsWith("http", StringComparison.Ordinal))
                elsewhere.Add(request.Url);
        };
        await page.GotoAsync(site.Address);
        await page.Locator("html[data-ranked]").WaitForAsync(new() { State = WaitForSelectorState.Attached, Timeout = 120_000 });
        Assert.Empty(elsewhere);
        await context.CloseAsync();
    }

    [Fact]
    public async Task Shell_WithoutScript_ShowsTheBody()
    {
        Assert.SkipWhen(site.Browser is null, site.WhyNoBrowser ?? "");
        IBrowserContext context = await site.Browser!.NewContextAsync(new() { JavaScriptEnabled = false });
        IPage page = await context.NewPageAsync();
        await page.GotoAsync(site.Address);
        await Expect(page.Locator("#stage-front img.clay")).ToBeVisibleAsync();
        await context.CloseAsync();
    }

    private async Task<IPage> OpenAsync(string path)
    {
        Assert.SkipWhen(site.Browser is null, site.WhyNoBrowser ?? "");
        IBrowserContext context = await site.Browser!.NewContextAsync();
        IPage page = await context.NewPageAsync();
        await page.GotoAsync(site.Address + path);
        return page;
    }

    /// <summary>Neither in light nor in dark.</summary>
    private static async Task ExpectNoViolationsAsync(IPage page)
    {
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        Assert.Empty(await Axe.ViolationsAsync(page));
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        Assert.Empty(await Axe.ColourViolationsAsync(page));
    }
}
