using System.Text;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Nodus.EndToEnd.Tests;

[Collection(OneSite.Name)]
public sealed class KeepingTests(RunningSite site)
{
    [Fact]
    public async Task Reload_AfterDrawing_LosesNothing()
    {
        await using WorkbenchPage workbench = await WorkbenchPage.OpenAsync(site);
        await workbench.DrawRightShoulderAsync();
        await Expect(workbench.Muscles).Not.ToHaveCountAsync(0);
        string first = await workbench.First.InnerTextAsync();
        int painted = await workbench.PaintedPixelsAsync();
        await workbench.Page.ReloadAsync();
        await workbench.WakeAsync();
        await Expect(workbench.First).ToHaveTextAsync(first);
        Assert.Equal(painted, await workbench.PaintedPixelsAsync());
    }

    [Fact]
    public async Task File_SavedAndOpened_BringsTheDrawingBack()
    {
        await using WorkbenchPage workbench = await WorkbenchPage.OpenAsync(site);
        await workbench.DrawRightShoulderAsync();
        int painted = await workbench.PaintedPixelsAsync();
        IDownload download = await workbench.Page.RunAndWaitForDownloadAsync(() => workbench.Button("Save as file").ClickAsync());
        byte[] saved = await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        await workbench.Button("Clear").ClickAsync();
        await Expect(workbench.Muscles).ToHaveCountAsync(0);

        // It may be of another person: the gate asks before it shows a muscle, and an override of it is gone.
        await OpenFileAsync(workbench, saved);
        await Expect(workbench.Page.Locator(".gate-question").First).ToBeVisibleAsync();
        await Expect(workbench.Muscles).ToHaveCountAsync(0);
        Assert.Equal(painted, await workbench.PaintedPixelsAsync());
        await PassGateAsync(workbench);
        await Expect(workbench.Muscles).Not.ToHaveCountAsync(0);
        Assert.Equal(painted, await workbench.PaintedPixelsAsync());
    }

    [Fact]
    public async Task File_WithFindings_BringsThemBack_AndADamagedOneSaysWhyAndChangesNothing()
    {
        await using WorkbenchPage workbench = await WorkbenchPage.OpenAsync(site);
        ILocator found = workbench.Page.Locator(".findings li");
        await workbench.DrawRightShoulderAsync();
        await workbench.OpenExamineAsync();
        await workbench.SignAsync("Tender", "Yes");
        await Expect(found).ToContainTextAsync("tender");
        IDownload download = await workbench.Page.RunAndWaitForDownloadAsync(() => workbench.Button("Save as file").ClickAsync());
        string saved = await File.ReadAllTextAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        await workbench.SignAsync("Tender", "No");
        await Expect(found).ToContainTextAsync("not tender");

        await OpenFileAsync(workbench, Encoding.UTF8.GetBytes(saved.Replace("\"Right\"", "\"Nowhere\"", StringComparison.Ordinal)));
        await Expect(workbench.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("findings.presses[0].side");
        await Expect(found).ToContainTextAsync("not tender");

        await OpenFileAsync(workbench, Encoding.UTF8.GetBytes(saved));
        await Expect(workbench.Page.Locator(".gate-question").First).ToBeVisibleAsync();
        await Expect(workbench.Page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
        Assert.DoesNotContain("\"tender\":false", await workbench.Page.EvaluateAsync<string>("localStorage.getItem('nodus.findings')"), StringComparison.Ordinal);
        await workbench.Button("Undo").ClickAsync();
        await PassGateAsync(workbench);
        await workbench.OpenExamineAsync();
        await Expect(found).ToContainTextAsync("not tender");
    }

    [Fact]
    public async Task File_ThatIsNoDrawingOfThisBody_SaysWhyAndChangesNothing()
    {
        await using WorkbenchPage workbench = await WorkbenchPage.OpenAsync(site);
        await workbench.DrawRightShoulderAsync();
        int painted = await workbench.PaintedPixelsAsync();
        foreach ((string content, string named) in new[] { ("{\"atlas\":", "drawing.json"), ("{\"atlas\":\"0000000000000000\",\"strokes\":[]}", "atlas"), ("[1, 2, 3]", "drawing.json") })
        {
            await OpenFileAsync(workbench, Encoding.UTF8.GetBytes(content));
            await Expect(workbench.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync(named);
            Assert.Equal(painted, await workbench.PaintedPixelsAsync());
        }
    }

    /// <summary>The gate was asked elsewhere, and the page comes back with what the device kept.</summary>
    private static async Task PassGateAsync(WorkbenchPage workbench)
    {
        await workbench.Page.EvaluateAsync("localStorage.removeItem('nodus.intake')");
        await workbench.Page.EvaluateAsync(WorkbenchPage.GateOpen);
        await workbench.Page.ReloadAsync();
        await workbench.WakeAsync();
    }

    private static Task OpenFileAsync(WorkbenchPage workbench, byte[] content) =>
        workbench.Page.Locator("#drawing-file").SetInputFilesAsync(new FilePayload
        {
            Name = "drawing.json",
            MimeType = "application/json",
            Buffer = content,
        });
}
