using Microsoft.Playwright;

namespace Nodus.EndToEnd.Tests;

/// <summary>The workbench, awake and ready to draw on.</summary>
public sealed class WorkbenchPage : IAsyncDisposable
{
    // A loaded build machine takes long to start the runtime; the measures are taken elsewhere.
    private const float WakeLimitMs = 120_000;

    /// <summary>Keeps the questions of the gate away from tests of other things: they were asked elsewhere.</summary>
    public const string GateOpen =
        """
        if (!localStorage.getItem('nodus.intake')) localStorage.setItem('nodus.intake', JSON.stringify({
          override: { clinician: 'Test', reason: 'AskedElsewhere', text: 'All questions were asked on paper.', rules: [] } }));
        """;

    private readonly Func<Task> close;
    private readonly TaskCompletionSource runtime = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private WorkbenchPage(Func<Task> close, IPage page) => (this.close, Page) = (close, page);

    /// <summary>The page.</summary>
    public IPage Page { get; }

    /// <summary>The first muscle of the ranking with its side, e.g. <c>Infraspinatus right</c>.</summary>
    public ILocator First => Page.Locator(".muscle-name").First;

    /// <summary>All muscles of the ranking.</summary>
    public ILocator Muscles => Page.Locator(".muscle-name");

    /// <summary>Opens the workbench on an empty browser; its gate is open unless said otherwise.</summary>
    public static async Task<WorkbenchPage> OpenAsync(
        RunningSite site, int width = 1440, int height = 900, bool gateOpen = true)
    {
        Assert.SkipWhen(site.Browser is null, site.WhyNoBrowser ?? "");
        IPage page = site.Workbench!;
        page.SetDefaultTimeout(WakeLimitMs / 4);
        await page.SetViewportSizeAsync(width, height);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Screen, ColorScheme = ColorScheme.Light });
        // Away from the test before, of which the device has kept nothing.
        await page.GotoAsync($"{site.Address}/js/theme.js");
        await page.Mouse.UpAsync();
        await page.EvaluateAsync("localStorage.clear()");
        if (gateOpen) await page.EvaluateAsync(GateOpen);
        await page.GotoAsync(site.Address);
        var workbench = new WorkbenchPage(() => Task.CompletedTask, page);
        await workbench.WakeAsync();
        return workbench;
    }

    /// <summary>Opens the workbench and keeps its runtime away until <see cref="LetAwake"/>.</summary>
    public static async Task<WorkbenchPage> OpenUnawakeAsync(RunningSite site)
    {
        IBrowserContext window = await site.Browser!.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = 1440, Height = 900 },
        });
        await window.AddInitScriptAsync(GateOpen);
        IPage page = await window.NewPageAsync();
        var workbench = new WorkbenchPage(() => window.CloseAsync(), page);
        await page.RouteAsync("**/_framework/*.wasm", async route =>
        {
            await workbench.runtime.Task;
            await route.ContinueAsync();
        });
        await page.GotoAsync(site.Address);
        await page.Locator("html[data-drawable]").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
        return workbench;
    }

    /// <summary>Lets the runtime come.</summary>
    public void LetAwake() => runtime.TrySetResult();

    /// <summary>Waits until drawing and ranking work.</summary>
    public Task WakeAsync() => Page.Locator("html[data-ranked]")
        .WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached, Timeout = WakeLimitMs });

    /// <summary>Draws a stroke on the front view, in the pixels of its picture.</summary>
    public async Task DrawAsync(params (double X, double Y)[] places)
    {
        LocatorBoundingBoxResult box = await Page.Locator("#stage-front .sheet").BoundingBoxAsync()
            ?? throw new InvalidOperationException("The front view is not on the screen.");
        for (int i = 0; i < places.Length; i++)
        {
            float x = (float)(box.X + box.Width * places[i].X / 780), y = (float)(box.Y + box.Height * places[i].Y / 1600);
            await Page.Mouse.MoveAsync(x, y, new MouseMoveOptions { Steps = i == 0 ? 1 : 8 });
            if (i == 0) await Page.Mouse.DownAsync();
        }

        await Page.Mouse.UpAsync();
    }

    /// <summary>Draws down the front of the right shoulder and arm.</summary>
    public Task DrawRightShoulderAsync() => DrawAsync((215, 330), (200, 400), (190, 480), (175, 560));

    /// <summary>How many pixels of the front view are painted.</summary>
    public Task<int> PaintedPixelsAsync() => Page.EvaluateAsync<int>(
        """
        () => {
          const canvas = document.getElementById('pen-front');
          const pixels = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
          let painted = 0;
          for (let i = 3; i < pixels.length; i += 4) if (pixels[i] > 0) painted++;
          return painted;
        }
        """);

    /// <summary>Opens the list of zones.</summary>
    public Task OpenZonesAsync() => Page.GetByRole(AriaRole.Tab, new PageGetByRoleOptions { Name = "Zones" }).ClickAsync();

    /// <summary>Opens the ranking, or the gate before it.</summary>
    public Task OpenMusclesAsync() => Page.Locator("#tab-muscles").ClickAsync();

    /// <summary>Opens what is found by hand.</summary>
    public Task OpenExamineAsync() => Page.Locator("#tab-examine").ClickAsync();

    /// <summary>Taps what a sign of the point under the finger showed.</summary>
    public Task SignAsync(string sign, string seen) =>
        Page.Locator($"[data-sign={sign}]").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = seen, Exact = true }).ClickAsync();

    /// <summary>Answers no to everything the gate still asks.</summary>
    public async Task AnswerNoToTheRestAsync()
    {
        ILocator rest = Page.Locator("[data-all=no]");
        // Answers may bring in further sections.
        for (int round = 0; round < 5 && await rest.CountAsync() > 0; round++) await rest.ClickAsync();
    }

    /// <summary>The answer buttons of a question of the gate.</summary>
    public ILocator Question(string fact) => Page.Locator($".choice[data-fact={fact}]").First;

    /// <summary>A button of the pen's panel.</summary>
    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = name, Exact = true });

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await close();
}
