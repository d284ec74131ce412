using System.Diagnostics;
using System.Reflection;
using Microsoft.Playwright;

namespace Nodus.EndToEnd.Tests;

/// <summary>The web host as its own process on a free port, and one Chromium that visits it.</summary>
public sealed class RunningSite : IAsyncLifetime
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private Process? host;
    private IPlaywright? playwright;

    /// <summary>Where the host listens, without a slash at the end.</summary>
    public string Address { get; private set; } = "";

    /// <summary>The browser, or null where none is installed.</summary>
    public IBrowser? Browser { get; private set; }

    /// <summary>
    /// One page for the workbenches of all tests, which run one after the other: a browser that has compiled the runtime for one of
    /// them starts the next in half the time. Null where there is no browser.
    /// </summary>
    public IPage? Workbench { get; private set; }

    /// <summary>Why there is no browser; null when there is one.</summary>
    public string? WhyNoBrowser { get; private set; }

    /// <summary>The checkout's root folder.</summary>
    public static string RepositoryRoot => Metadata("RepositoryRoot");

    /// <summary>The program <c>nodus</c>.</summary>
    public static string CommandLine => Metadata("CommandLine");

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        string? chromium = FindChromium();
        if (chromium is null)
        {
            WhyNoBrowser = "No Chromium or Chrome was found on PATH; name one in CHROMIUM to run the browser tests.";
            return;
        }

        Address = await StartHostAsync();
        playwright = await Playwright.CreateAsync();
        Browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = chromium,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync",
            ],
        });
        Workbench = await (await Browser.NewContextAsync(new BrowserNewContextOptions { Locale = "en-GB" })).NewPageAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Browser is not null) await Browser.CloseAsync();
        playwright?.Dispose();
        if (host is null) return;
        if (!host.HasExited) host.Kill(entireProcessTree: true);
        host.Dispose();
    }

    private async Task<string> StartHostAsync()
    {
        host = Process.Start(new ProcessStartInfo("dotnet", [Metadata("WebHost"), "--urls", "http://127.0.0.1:0"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            WorkingDirectory = Path.GetDirectoryName(Metadata("WebHost")),
        }) ?? throw new InvalidOperationException("The web host did not start.");

        using var limit = new CancellationTokenSource(StartLimit);
        while (await host.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            int at = line.IndexOf("http://127.0.0.1:", StringComparison.Ordinal);
            if (at < 0) continue;
            // The pipe must be drained, or a chatty host would block on it.
            _ = host.StandardOutput.ReadToEndAsync(CancellationToken.None);
            return line[at..].Trim().TrimEnd('/');
        }

        throw new InvalidOperationException("The web host ended before it printed its address.");
    }

    private static string? FindChromium()
    {
        string? named = Environment.GetEnvironmentVariable("CHROMIUM");
        if (!string.IsNullOrEmpty(named)) return File.Exists(named) ? named : null;
        string[] names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .SelectMany(folder => names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
    }

    private static string Metadata(string key) => typeof(RunningSite).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == key).Value!;
}
