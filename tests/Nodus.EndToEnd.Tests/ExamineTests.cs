using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Nodus.EndToEnd.Tests;

/// <summary>From a drawing to causes, from a cause to the point that tells most, from what the finger finds back to the causes.</summary>
[Collection(OneSite.Name)]
public sealed partial class ExamineTests(RunningSite site)
{
    [Fact]
    public async Task Pressing_MovesTheRanking_AndEverythingIsUndoneAndKept()
    {
        await using WorkbenchPage workbench = await WorkbenchPage.OpenAsync(site);
        IPage page = workbench.Page;
        await workbench.DrawRightShoulderAsync();

        // Rivals beside muscles, both with their reasons.
        ILocator rival = page.Locator("[data-rival]").First;
        await rival.ClickAsync();
        await Expect(page.Locator(".look-alike .separate li").First).ToBeVisibleAsync();
        await Expect(page.Locator(".look-alike a").First).ToHaveAttributeAsync("href", $"rivals/{await rival.GetAttributeAsync("data-rival")}");
        await page.Locator(".muscle-head").First.ClickAsync();
        await Expect(page.Locator(".why .for").First).ToBeVisibleAsync();
        await page.Locator(".brief summary").ClickAsync();
        await Expect(page.Locator(".brief p")).ToBeVisibleAsync();
        await Expect(page.Locator(".together")).ToContainTextAsync("not the answer");
        await page.GetByRole(AriaRole.Button, new() { Name = "Numbers" }).ClickAsync();

        // What must not be missed is folded away, and says what would point to it.
        await page.Locator(".grave summary").ClickAsync();
        await Expect(page.Locator(".grave li .ask").First).ToContainTextAsync("Would point to it");

        // Each painful zone has its alternatives.
        await workbench.OpenZonesAsync();
        await page.Locator("[data-reading=shoulder_front]").ClickAsync();
        await Expect(page.Locator(".shares .unknown")).ToContainTextAsync("%");
        await workbench.OpenMusclesAsync();

        // The proposed point: shown on the body, and found to be the familiar pain.
        await page.Locator(".press-next").ClickAsync();
        ILocator card = page.Locator(".press-card");
        await Expect(card).ToContainTextAsync("2 s to find");
        await card.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        await Expect(page.Locator(".stage .press")).ToHaveCountAsync(1);
        await Expect(page.Locator(".stages.one .sheet")).ToHaveAttributeAsync("style", ZoomedIn());
        string name = await card.Locator(".press-name").InnerTextAsync();
        double before = await FirstPercentAsync(page);
        await workbench.SignAsync("Tender", "Yes");
        await workbench.SignAsync("Recognised", "Yes");
        await Expect(card.Locator("[data-sign=Tender] .yes")).ToHaveAttributeAsync("aria-pressed", "true");
        await ExpectPercentAsync(page, after => after > before);
        await Expect(card.Locator(".press-name")).ToHaveTextAsync(name);
        double found = await FirstPercentAsync(page);

        // The rest of the muscle is at hand, and the way back.
        await card.Locator(".turn .felt").First.ClickAsync();
        await Expect(card.Locator(".press-name")).Not.ToHaveTextAsync(name);
        await card.Locator(".turn .felt").Filter(new() { HasText = "✓" }).ClickAsync();
        await Expect(card.Locator(".press-name")).ToHaveTextAsync(name);

        // It was felt where it hurts.
        await workbench.SignAsync("Referred", "Yes");
        await card.Locator("[data-felt=shoulder_front]").ClickAsync();
        await Expect(card.Locator(".compared")).ToContainTextAsync("went where it hurts");
        await Expect(page.Locator(".findings li").First).ToContainTextAsync("tender, familiar pain, felt elsewhere; went where it hurts");

        // Undo takes back one finding after the other, then the stroke.
        await Expect(page.Locator(".proposals .point, .proposals .proposal-card").First).ToBeVisibleAsync();
        for (int step = 0; step < 4; step++) await page.Keyboard.PressAsync("Control+z");
        await Expect(page.Locator(".findings li")).ToHaveCountAsync(0);
        await ExpectPercentAsync(page, after => Math.Abs(after - before) < 0.5);
        await page.Keyboard.PressAsync("Control+z");
        await Expect(page.Locator("#tab-examine")).ToHaveCountAsync(0);
        await workbench.Button("Front").ClickAsync();
        Assert.Equal(0, await workbench.PaintedPixelsAsync());
        for (int step = 0; step < 3; step++) await page.Keyboard.PressAsync("Control+y");
        await ExpectStoredAsync(page, "recognised");

        await page.ReloadAsync();
        await workbench.WakeAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Numbers" }).ClickAsync();
        await workbench.OpenExamineAsync();
        await Expect(page.Locator(".findings li")).ToHaveCountAsync(1);
        await ExpectPercentAsync(page, after => Math.Abs(after - found) < 0.5);

        // The end of the visit keeps the referral alone.
        await page.Locator(".found-what").First.ClickAsync();
        await workbench.SignAsync("Referred", "Yes");
        await card.Locator("[data-felt=shoulder_front]").ClickAsync();
        ILocator elsewhere = page.Locator("[data-pain]");
        await elsewhere.GetByRole(AriaRole.Button, new() { Name = "No", Exact = true }).ClickAsync();
        await Expect(page.Locator(".findings li").Last).ToContainTextAsync("Does it hurt there too");
        await page.GetByRole(AriaRole.Button, new() { Name = "End this visit" }).ClickAsync();
        await Expect(page.Locator(".findings li")).ToHaveCountAsync(0);
        await Expect(page.GetByLabel("Use this patient’s earlier referral (1 point)")).ToBeCheckedAsync();
    }

    [Fact]
    public async Task Referral_IsDrawnByThePatient_WithThePainPutAway()
    {
        await using WorkbenchPage workbench = await WorkbenchPage.OpenAsync(site, 390, 844);
        IPage page = workbench.Page;
        await workbench.DrawRightShoulderAsync();
        await page.Locator(".sheet-handle").ClickAsync();
        int painted = await workbench.PaintedPixelsAsync();
        await workbench.OpenExamineAsync();
        await workbench.SignAsync("Referred", "Yes");
        await page.GetByRole(AriaRole.Button, new() { Name = "Draw it" }).ClickAsync();
        await Expect(page.Locator(".trace-bar")).ToBeVisibleAsync();
        Assert.Equal(0, await workbench.PaintedPixelsAsync());
        Assert.DoesNotContain("spinatus", await page.Locator(".locate").InnerTextAsync(), StringComparison.OrdinalIgnoreCase);
        await workbench.DrawAsync((215, 330), (200, 400), (190, 480));
        await Expect(page.Locator(".trace-bar")).ToContainTextAsync("Front of the shoulder, right");
        await page.GetByRole(AriaRole.Button, new() { Name = "Done" }).ClickAsync();
        await Expect(page.Locator(".compared")).ToContainTextAsync("went where it hurts");
        Assert.Equal(painted, await workbench.PaintedPixelsAsync());
    }

    [Fact]
    public async Task Examining_ByKeyboardAlone_Works()
    {
        await using WorkbenchPage workbench = await WorkbenchPage.OpenAsync(site, 1280, 900);
        IPage page = workbench.Page;
        await workbench.OpenZonesAsync();
        foreach (string zone in (string[])["head_temple", "eye_deep"])
        {
            await page.Locator($"[data-zone={zone}][data-side=right]").FocusAsync();
            await page.Keyboard.PressAsync("7");
        }

        await page.Locator("#tab-examine").PressAsync("Enter");
        ILocator yes = page.Locator("[data-sign=Tender] .yes");
        await page.TabToAsync(yes, stepsMax: 60);
        await page.Keyboard.PressAsync("Space");
        await Expect(yes).ToHaveAttributeAsync("aria-pressed", "true");
        await page.Keyboard.PressAsync("Space");
        await Expect(yes).ToHaveAttributeAsync("aria-pressed", "false");
        ILocator no = page.Locator("[data-sign=TautBand] .no");
        await page.TabToAsync(no, stepsMax: 60);
        await page.Keyboard.PressAsync("Enter");
        ILocator found = page.Locator(".findings li");
        await Expect(found).ToContainTextAsync("no taut band");
        await page.TabToAsync(found.Locator(".icon-button"), stepsMax: 60);
        await page.Keyboard.PressAsync("Enter");
        await Expect(found).ToHaveCountAsync(0);

        // A question is answered on the spot, and its answer taken back.
        ILocator answer = page.Locator(".proposal-card[data-ask] button").First;
        await Expect(answer).ToBeVisibleAsync();
        await answer.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(found).ToContainTextAsync("yes");
        await page.Keyboard.PressAsync("Control+z");
        await Expect(found).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData(1280, 900)]
    [InlineData(390, 844)]
    public async Task Answers_InLightAndDark_FitAndHaveNoAxeViolations(int width, int height)
    {
        await using WorkbenchPage workbench = await WorkbenchPage.OpenAsync(site, width, height);
        IPage page = workbench.Page;
        await workbench.DrawRightShoulderAsync();
        if (width < 800) await page.Locator(".sheet-handle").ClickAsync();
        await page.Locator("[data-rival]").First.ClickAsync();
        await page.Locator(".muscle-head").First.ClickAsync();
        var faults = new List<string>();
        await AddFaultsAsync("muscles");
        await workbench.OpenExamineAsync();
        await workbench.SignAsync("Tender", "Yes");
        await workbench.SignAsync("Twitch", "No");
        await workbench.SignAsync("Referred", "Yes");
        await page.Locator(".felt").First.ClickAsync();
        await AddFaultsAsync("examine");
        await workbench.OpenZonesAsync();
        await page.Locator(".reading").First.ClickAsync();
        await AddFaultsAsync("zones");
        Assert.Empty(faults);

        async Task AddFaultsAsync(string where)
        {
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
            faults.AddRange((await Axe.ViolationsAsync(page)).Select(violation => $"{where}, light: {violation}"));
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            faults.AddRange((await Axe.ColourViolationsAsync(page)).Select(violation => $"{where}, dark: {violation}"));
            faults.AddRange((await page.EvaluateAsync<string[]>(
                """
                () => [...document.querySelectorAll('.press-card button, .proposals button, .findings button, .press-next, .press-it')]
                  .filter((e) => e.getBoundingClientRect().height < 44 || e.getBoundingClientRect().right > innerWidth)
                  .map((e) => e.outerHTML.slice(0, 120))
                """)).Select(small => $"{where}, too small for an oily finger: {small}"));
        }
    }

    private static async Task<double> FirstPercentAsync(IPage page)
    {
        string band = await page.Locator(".standing .band").First.InnerTextAsync();
        return double.Parse(Number().Match(band).Value, CultureInfo.InvariantCulture);
    }

    /// <summary>The ranking follows a moment after the tap.</summary>
    private static async Task ExpectPercentAsync(IPage page, Func<double, bool> asExpected)
    {
        const int attempts = 100, pauseMs = 100;
        for (int attempt = 0; attempt < attempts; attempt++)
        {
            if (asExpected(await FirstPercentAsync(page))) return;
            await page.WaitForTimeoutAsync(pauseMs);
        }

        Assert.Fail($"The first cause has {await FirstPercentAsync(page)} %.");
    }

    private static Task ExpectStoredAsync(IPage page, string words) => page.WaitForFunctionAsync(
        "words => (localStorage.getItem('nodus.findings') ?? '').includes(words)", words);

    [GeneratedRegex(@"\d+", RegexOptions.None, 1000)]
    private static partial Regex Number();

    [GeneratedRegex(@"scale\((?!1\))", RegexOptions.None, 1000)]
    private static partial Regex ZoomedIn();
}
