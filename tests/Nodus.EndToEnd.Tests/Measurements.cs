using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Playwright;

namespace Nodus.EndToEnd.Tests;

/// <summary>
/// The measures of the workbench, taken in Chromium and written to <c>bench/reports/web.md</c>. Run by hand on a quiet
/// machine: <c>dotnet test --project tests/Nodus.EndToEnd.Tests --filter-trait Kind=Measurement</c>.
/// </summary>
[Collection(OneSite.Name)]
public sealed class Measurements(RunningSite site)
{
    private const int Visits = 5, RankedStrokes = 60, StrokesOfAPicture = 3;

    /// <summary>Long enough for the whole ranking to follow a stroke.</summary>
    private const float RestMs = 400;

    [Fact]
    [Trait("Kind", "Measurement")]
    public async Task Workbench_IsMeasured()
    {
        Assert.SkipWhen(site.Browser is null, site.WhyNoBrowser ?? "");
        List<Visit> first = [], again = [];
        Pen? pen = null;
        Rankings? rankings = null;
        for (int round = 0; round < Visits; round++)
        {
            await using IBrowserContext context = await site.Browser!.NewContextAsync(new()
            {
                ViewportSize = new ViewportSize { Width = 1440, Height = 900 },
            });
            await context.AddInitScriptAsync(WorkbenchPage.GateOpen);
            IPage page = await context.NewPageAsync();
            first.Add(await VisitAsync(context, page, () => page.GotoAsync(site.Address)));
            again.Add(await VisitAsync(context, page, () => page.ReloadAsync()));
            if (round < Visits - 1) continue;
            pen = await DrawAsync(page);
            rankings = await RankAsync(page);
        }

        string report = Report(first, again, pen!, rankings!);
        string path = Path.Combine(RunningSite.RepositoryRoot, "bench", "reports", "web.md");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, report, TestContext.Current.CancellationToken);
        Assert.True(first.TrueForAll(visit => visit.Bytes <= 6_000_000), report);
    }

    private static async Task<Visit> VisitAsync(IBrowserContext context, IPage page, Func<Task> go)
    {
        ICDPSession session = await context.NewCDPSessionAsync(page);
        await session.SendAsync("Network.enable");
        double bytes = 0;
        int requests = 0;
        session.Event("Network.loadingFinished").OnEvent += (_, e) =>
        {
            bytes += e!.Value.GetProperty("encodedDataLength").GetDouble();
            requests++;
        };
        await go();
        await page.Locator("html[data-drawable][data-ranked]").WaitForAsync(new() { State = WaitForSelectorState.Attached, Timeout = 120_000 });
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        JsonElement times = await page.EvaluateAsync<JsonElement>(
            """
            () => ({
              shown: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
              drawable: performance.getEntriesByName('drawable')[0].startTime,
              open: performance.getEntriesByName('open')[0].startTime,
              ranked: performance.getEntriesByName('ranked')[0].startTime,
            })
            """);
        await session.DetachAsync();
        return new Visit(
            times.GetProperty("shown").GetDouble(), times.GetProperty("drawable").GetDouble(),
            times.GetProperty("open").GetDouble(), times.GetProperty("ranked").GetDouble(), bytes, requests);
    }

    private static async Task<Pen> DrawAsync(IPage page)
    {
        LocatorBoundingBoxResult box = (await page.Locator("#stage-front .sheet").BoundingBoxAsync())!;
        await page.EvaluateAsync(
            """
            () => {
              window.frames_ = [];
              const step = (t) => { window.frames_.push(t); requestAnimationFrame(step); };
              requestAnimationFrame(step);
            }
            """);
        for (int stroke = 0; stroke < 12; stroke++)
        {
            float x = box.X + box.Width * (0.36f + 0.025f * stroke), top = box.Y + box.Height * 0.22f;
            await page.Mouse.MoveAsync(x, top);
            await page.Mouse.DownAsync();
            await page.Mouse.MoveAsync(x, top + box.Height * 0.22f, new MouseMoveOptions { Steps = 40 });
            await page.Mouse.UpAsync();
        }

        JsonElement result = await page.EvaluateAsync<JsonElement>(
            """
            () => {
              const frames = window.frames_;
              const durations = (name) => performance.getEntriesByName(name).map((e) => e.duration).sort((a, b) => a - b);
              return {
                ranking: durations('stroke-to-ranking'), paint: durations('stroke-to-paint'),
                fps: 1000 * (frames.length - 1) / (frames.at(-1) - frames[0]),
              };
            }
            """);
        return new Pen(Numbers(result, "ranking"), Numbers(result, "paint"), result.GetProperty("fps").GetDouble());
    }

    /// <summary>
    /// Pictures of one to three strokes, down the body and across it. After each stroke the pen rests until the whole ranking is there;
    /// what it took is told by the page itself, so neither the pen, the painting nor the waiting is in it.
    /// </summary>
    private static async Task<Rankings> RankAsync(IPage page)
    {
        LocatorBoundingBoxResult box = (await page.Locator("#stage-front .sheet").BoundingBoxAsync())!;
        await page.EvaluateAsync("() => ['glance', 'ranking', 'assessment'].forEach((name) => performance.clearMeasures(name))");
        for (int stroke = 0; stroke < RankedStrokes; stroke++)
        {
            if (stroke % StrokesOfAPicture == 0) await page.GetByRole(AriaRole.Button, new() { Name = "Clear", Exact = true }).ClickAsync();
            float x = box.X + box.Width * (0.42f + 0.04f * (stroke % 5)), top = box.Y + box.Height * (0.08f + 0.8f * stroke / RankedStrokes);
            await page.Mouse.MoveAsync(x, top);
            await page.Mouse.DownAsync();
            await page.Mouse.MoveAsync(x + box.Width * 0.03f, top + box.Height * 0.04f, new MouseMoveOptions { Steps = 8 });
            await page.Mouse.UpAsync();
            // Beside the body nothing is drawn and nothing ranked.
            await page.WaitForTimeoutAsync(RestMs);
        }

        JsonElement result = await page.EvaluateAsync<JsonElement>(
            """
            () => {
              const durations = (name) => performance.getEntriesByName(name).map((e) => e.duration).sort((a, b) => a - b);
              return { glance: durations('glance'), ranking: durations('ranking'), assessment: durations('assessment') };
            }
            """);
        return new Rankings(Numbers(result, "glance"), Numbers(result, "ranking"), Numbers(result, "assessment"));
    }

    private static double[] Numbers(JsonElement result, string name) =>
        [.. result.GetProperty(name).EnumerateArray().Select(e => e.GetDouble())];

    private static string Report(List<Visit> first, List<Visit> again, Pen pen, Rankings rankings)
    {
        var text = new StringBuilder();
        text.AppendLine("# The workbench in the browser");
        text.AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture,
            $"Headless Chromium, 1440 x 900, four views, host and browser on the same {Environment.ProcessorCount} cores; {Visits} visits. Load average before the end: {LoadAverage()}.");
        text.AppendLine("Times are from navigation start, median (worst). Drawing is possible as soon as the pen leaves ink that will be");
        text.AppendLine("kept; what is drawn before the engine is there is ranked when it is.");
        text.AppendLine();
        text.AppendLine("| measure | first visit | reload | wanted |");
        text.AppendLine("| --- | --- | --- | --- |");
        Row("page shown (first contentful paint), ms", visit => visit.ShownMs, "1000");
        Row("drawing possible, ms", visit => visit.DrawableMs, "4000 / 2000");
        Row("engine takes the strokes, ms", visit => visit.OpenMs, "");
        Row("ranking possible, ms", visit => visit.RankedMs, "");
        Row("bytes over the wire, kB", visit => visit.Bytes / 1000, "6000");
        Row("requests", visit => visit.Requests, "");
        text.AppendLine();
        text.AppendLine("| while drawing | median | 95th percentile | worst | wanted |");
        text.AppendLine("| --- | --- | --- | --- | --- |");
        text.AppendLine(CultureInfo.InvariantCulture, $"| stroke to new ranking, ms ({pen.RankingMs.Length}) | {At(pen.RankingMs, 0.5):0} | {At(pen.RankingMs, 0.95):0} | {pen.RankingMs[^1]:0} | 50 (95th) |");
        text.AppendLine(CultureInfo.InvariantCulture, $"| stroke to paint, ms ({pen.PaintMs.Length}) | {At(pen.PaintMs, 0.5):0} | {At(pen.PaintMs, 0.95):0} | {pen.PaintMs[^1]:0} | |");
        text.AppendLine(CultureInfo.InvariantCulture, $"| frames per second | {pen.FramesPerSecond:0} | | | 60 |");
        text.AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"Ranking alone, from the case to what is shown, on pictures of one to {StrokesOfAPicture} strokes all down the front; the page's own clock.");
        text.AppendLine();
        text.AppendLine("| ranking alone | median | 95th percentile | worst | wanted |");
        text.AppendLine("| --- | --- | --- | --- | --- |");
        Ranked("first muscles, while the pen moves", rankings.GlanceMs, "16 (95th)");
        Ranked("every muscle and rival with what it explains, once the pen rests", rankings.RankingMs, "16 (95th)");
        Ranked("reasons, tests, the set that explains all, summary: a moment later", rankings.AssessmentMs, "");
        return text.ToString();

        void Ranked(string name, double[] ms, string wanted) => text.AppendLine(CultureInfo.InvariantCulture,
            $"| {name}, ms ({ms.Length}) | {At(ms, 0.5):0.0} | {At(ms, 0.95):0.0} | {ms[^1]:0.0} | {wanted} |");

        void Row(string name, Func<Visit, double> value, string wanted)
        {
            double[] a = [.. first.Select(value).Order()], b = [.. again.Select(value).Order()];
            text.AppendLine(CultureInfo.InvariantCulture,
                $"| {name} | {At(a, 0.5):0} ({a[^1]:0}) | {At(b, 0.5):0} ({b[^1]:0}) | {wanted} |");
        }
    }

    private static double At(double[] sorted, double part) => sorted[(int)Math.Min(sorted.Length - 1, part * sorted.Length)];

    private static string LoadAverage() =>
        File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";

    private sealed record Visit(double ShownMs, double DrawableMs, double OpenMs, double RankedMs, double Bytes, int Requests);

    private sealed record Rankings(double[] GlanceMs, double[] RankingMs, double[] AssessmentMs);

    private sealed record Pen(double[] RankingMs, double[] PaintMs, double FramesPerSecond);
}
