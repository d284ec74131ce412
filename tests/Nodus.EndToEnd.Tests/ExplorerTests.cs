using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Nodus.EndToEnd.Tests;

/// <summary>The pages that are read: by every visitor, in light and dark, on a desk and on a phone, without a mouse, on paper.</summary>
[Collection(OneSite.Name)]
public sealed class ExplorerTests(RunningSite site)
{
    private static readonly (int Width, int Height)[] Windows = [(1280, 900), (390, 844)];

    /// <summary>One of each kind of page, and those with much on them.</summary>
    public static TheoryData<string> Addresses =>
    [
        "/zones?missed=true", "/zones/buttock", "/muscles/sternocleidomastoid", "/rivals/cardiac_ischaemia", "/danger-zones",
        "/evidence", "/techniques", "/instruments", "/library", "/search?q=buttock", "/not-found",
    ];

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Page_OnDeskAndPhoneInLightAndDark_FitsAndHasNoAxeViolations(string address)
    {
        await using IBrowserContext window = await OpenAsync(Windows[0].Width, Windows[0].Height);
        IPage page = await window.NewPageAsync();
        await page.GotoAsync(site.Address + address);
        var faults = new List<string>();
        foreach ((int width, int height) in Windows)
        {
            await page.SetViewportSizeAsync(width, height);
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
            faults.AddRange((await WiderThanTheWindowAsync(page)).Select(wide => $"too wide at {width}: {wide}"));
            faults.AddRange((await Axe.ViolationsAsync(page)).Select(violation => $"light at {width}: {violation}"));
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            faults.AddRange((await Axe.ColourViolationsAsync(page)).Select(violation => $"dark at {width}: {violation}"));
        }

        Assert.Empty(faults);
    }

    [Theory]
    [InlineData(1280, 900)]
    [InlineData(390, 844)]
    public async Task ZoneIndex_TappedOnTheRightButtock_ShowsThatZone(int width, int height)
    {
        await using IBrowserContext window = await OpenAsync(width, height);
        IPage page = await window.NewPageAsync();
        await page.GotoAsync($"{site.Address}/zones");
        ILocator back = page.GetByAltText("Back: tap the sore place");
        LocatorBoundingBoxResult box = (await back.BoundingBoxAsync())!;
        // By the locator: on a busy machine the page may still move between a look at it and a click.
        await back.ClickAsync(new() { Position = new() { X = box.Width * 440 / 780, Y = box.Height * 800 / 1600 } });
        await page.WaitForURLAsync($"{site.Address}/zones/buttock");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Buttock");
        await Expect(page.Locator(".referrers").First.GetByRole(AriaRole.Link).First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task ZoneIndex_TappedBesideTheBody_SaysSo()
    {
        await using IBrowserContext window = await OpenAsync(1280, 900);
        IPage page = await window.NewPageAsync();
        await page.GotoAsync($"{site.Address}/zones");
        await page.GetByAltText("Back: tap the sore place").ClickAsync(new() { Position = new() { X = 4, Y = 4 } });
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("beside the body");
    }

    [Fact]
    public async Task Search_ByKeyboardAlone_LeadsToAnAnswer()
    {
        await using IBrowserContext window = await OpenAsync(1280, 900);
        IPage page = await window.NewPageAsync();
        await page.GotoAsync($"{site.Address}/search");
        ILocator box = page.GetByRole(AriaRole.Searchbox);
        await page.TabToAsync(box, stepsMax: 40);
        await page.Keyboard.TypeAsync("charley horse");
        await page.Keyboard.PressAsync("Enter");
        ILocator first = page.Locator(".found a").First;
        await Expect(first).ToHaveTextAsync("Gastrocnemius");
        await page.TabToAsync(first, stepsMax: 40);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync($"{site.Address}/muscles/gastrocnemius");
    }

    [Fact]
    public async Task Search_OfAMisspelling_OffersALinkToWhatWasMeant()
    {
        await using IBrowserContext window = await OpenAsync(390, 844);
        IPage page = await window.NewPageAsync();
        await page.GotoAsync($"{site.Address}/search?q=infraspintus");
        await page.GetByRole(AriaRole.Link, new() { Name = "infraspinatus", Exact = true }).ClickAsync();
        await Expect(page.Locator(".found a").First).ToHaveTextAsync("Infraspinatus");
    }

    [Fact]
    public async Task SkipLink_OfAPageBelowTheRoot_LeadsToItsContent()
    {
        await using IBrowserContext window = await OpenAsync(1280, 900);
        IPage page = await window.NewPageAsync();
        await page.GotoAsync($"{site.Address}/muscles/soleus");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync($"{site.Address}/muscles/soleus#main");
        await Expect(page.Locator("#main")).ToBeFocusedAsync();
    }

    private static Task<string[]> WiderThanTheWindowAsync(IPage page) => page.EvaluateAsync<string[]>(
        """
        () => document.documentElement.scrollWidth <= document.documentElement.clientWidth ? [] :
          ['the page', ...[...document.querySelectorAll('body *')]
            .filter((e) => !e.closest('svg, nav') && e.getBoundingClientRect().right > innerWidth + 0.5)
            .slice(0, 5).map((e) => e.outerHTML.slice(0, 160))]
        """);

    private async Task<IBrowserContext> OpenAsync(int width, int height)
    {
        Assert.SkipWhen(site.Browser is null, site.WhyNoBrowser ?? "");
        return await site.Browser!.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = height },
        });
    }
}
