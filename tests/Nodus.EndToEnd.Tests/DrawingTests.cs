using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Nodus.EndToEnd.Tests;

[Collection(OneSite.Name)]
public sealed class DrawingTests(RunningSite site)
{
    [Fact]
    public async Task Mouse_DrawsOnShoulder_RanksAndPaints()
    {
        await using WorkbenchPage workbench = await WorkbenchPage.OpenAsync(site);
        await Expect(workbench.Muscles).ToHaveCountAsync(0);
        await workbench.DrawRightShoulderAsync();
        await Expect(workbench.First).ToContainTextAsync("right");
        await Expect(workbench.Page.Locator(".muscle-name", new() { HasTextString = "Infraspinatus" }).First).ToBeVisibleAsync();
        Assert.True(await workbench.PaintedPixelsAsync() > 1000);
        await Expect(workbench.Page.Locator(".summary")).ToContainTextAsync("cm²");
    }

    [Fact]
    public async Task Stroke_BeforeTheEngineIsThere_IsInkAtOnceAndRankedLater()
    {
        Assert.SkipWhen(site.Browser is null, site.WhyNoBrowser ?? "");
        await using WorkbenchPage workbench = await WorkbenchPage.OpenUnawakeAsync(site);
        await workbench.DrawRightShoulderAsync();
        await Expect(workbench.Page.Locator("html[data-awake]")).ToHaveCountAsync(0);
        Assert.True(await workbench.PaintedPixelsAsync() > 1000);

        workbench.LetAwake();
        await workbench.WakeAsync();
        await Expect(workbench.First).ToContainTextAsync("right");
        Assert.True(await workbench.PaintedPixelsAsync() > 1000);
        await workbench.Button("Undo").ClickAsync();
        Assert.Equal(0, await workbench.PaintedPixelsAsync());
    }

    [Fact]
    public async Task ZoneList_ByKeyboard_PaintsAndRanksLikeThePen()
    {
        await using WorkbenchPage workbench = await WorkbenchPage.OpenAsync(site);
        await workbench.OpenZonesAsync();
        await workbench.Page.GetByRole(AriaRole.Searchbox).FillAsync("front of the shoulder");
        ILocator right = workbench.Page.Locator("[data-zone=shoulder_front][data-side=right]");
        await right.FocusAsync();
        await workbench.Page.Keyboard.PressAsync("7");
        await Expect(right).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(right).ToHaveAttributeAsync("aria-label", "Right 7: Front of the shoulder, pain 7 of 10");
        Assert.True(await workbench.PaintedPixelsAsync() > 1000);
        await workbench.OpenMusclesAsync();
        await Expect(workbench.First).ToContainTextAsync("right");

        await workbench.OpenZonesAsync();
        await workbench.Page.GetByRole(AriaRole.Searchbox).FillAsync("front of the shoulder");
        await right.FocusAsync();
        await workbench.Page.Keyboard.PressAsync("0");
        await Expect(right).ToHaveAttributeAsync("aria-pressed", "false");
        Assert.Equal(0, await workbench.PaintedPixelsAsync());
    }

    [Fact]
    public async Task UndoRedoClear_TakeBackAndRepeat()
    {
        await using WorkbenchPage workbench = await WorkbenchPage.OpenAsync(site);
        await workbench.DrawRightShoulderAsync();
        await Expect(workbench.Muscles).Not.ToHaveCountAsync(0);
        int painted = await workbench.PaintedPixelsAsync();

        await workbench.Button("Undo").ClickAsync();
        await Expect(workbench.Muscles).ToHaveCountAsync(0);
        Assert.Equal(0, await workbench.PaintedPixelsAsync());

        await workbench.Button("Redo").ClickAsync();
        await Expect(workbench.Muscles).Not.ToHaveCountAsync(0);
        Assert.Equal(painted, await workbench.PaintedPixelsAsync());

        await workbench.Button("Clear").ClickAsync();
        await Expect(workbench.Muscles).ToHaveCountAsync(0);
        await workbench.Page.Keyboard.PressAsync("Control+z");
        await Expect(workbench.Muscles).Not.ToHaveCountAsync(0);
        Assert.Equal(painted, await workbench.PaintedPixelsAsync());
    }

    [Fact]
    public async Task SwapSides_OfADrawing_RanksTheOtherSide()
    {
        await using WorkbenchPage workbench = await WorkbenchPage.OpenAsync(site);
        await workbench.DrawRightShoulderAsync();
        await Expect(workbench.First).ToContainTextAsync("right");
        string right = await workbench.First.InnerTextAsync();
        await workbench.Button("Swap sides").ClickAsync();
        await Expect(workbench.First).ToHaveTextAsync(right.Replace("right", "left", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Eraser_OverAStroke_TakesPaintAway()
    {
        await using WorkbenchPage workbench = await WorkbenchPage.OpenAsync(site);
        await workbench.DrawRightShoulderAsync();
        int painted = await workbench.PaintedPixelsAsync();
        await workbench.Button("Erase").ClickAsync();
        await workbench.DrawAsync((215, 330), (200, 400));
        Assert.True(await workbench.PaintedPixelsAsync() < painted);
    }
}
