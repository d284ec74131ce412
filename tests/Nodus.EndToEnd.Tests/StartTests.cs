using Microsoft.Playwright;

namespace Nodus.EndToEnd.Tests;

[Collection(OneSite.Name)]
public sealed class StartTests(RunningSite site)
{
    [Fact]
    public async Task Measure()
    {
        Assert.SkipWhen(site.Browser is null, site.WhyNoBrowser ?? "");
        for (int round = 0; round < 3; round++)
        {
            await using IBrowserContext context = await site.Browser!.NewContextAsync();
            IPage page = await context.NewPageAsync();
            var cdp = await context.NewCDPSessionAsync(page);
            await cdp.SendAsync("Network.enable");
            double bytes = 0; int n = 0;
            cdp.Event("Network.loadingFinished").OnEvent += (_, e) => { bytes += e!.Value.GetProperty("encodedDataLength").GetDouble(); n++; };
            for (int visit = 0; visit < 2; visit++)
            {
                bytes = 0; n = 0;
                var w = System.Diagnostics.Stopwatch.StartNew();
                if (visit == 0) await page.GotoAsync(site.Address); else await page.ReloadAsync();
                long shown = w.ElapsedMilliseconds;
                await page.Locator("#probe", new() { HasTextString = "ready" }).WaitForAsync();
                Console.WriteLine($"round {round} visit {visit}: load {shown} ready {w.ElapsedMilliseconds} bytes {bytes:N0} requests {n}");
                File.AppendAllText("/tmp/web-measure.txt", $"round {round} visit {visit}: load {shown} ready {w.ElapsedMilliseconds} bytes {bytes:N0} requests {n}\n");
            }
        }
    }
}
