using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Nodus.Web;

/// <summary>
/// The first request of a process compiles what later ones find ready, most of a second. The host asks for its own first
/// page once, so that no visitor waits for that.
/// </summary>
internal static class FirstVisit
{
    /// <summary>Asks; a host that cannot reach itself is no worse for it.</summary>
    public static async Task PayAsync(WebApplication app)
    {
        string? address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses
            .FirstOrDefault(one => one.StartsWith("http://", StringComparison.Ordinal));
        if (address is null) return;
        // A host that listens everywhere is reached on this machine.
        address = address.Replace("[::]", "localhost", StringComparison.Ordinal).Replace("0.0.0.0", "localhost", StringComparison.Ordinal)
            .Replace("://+", "://localhost", StringComparison.Ordinal).Replace("://*", "://localhost", StringComparison.Ordinal);
        try
        {
            using var self = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };
            await self.GetStringAsync(new Uri(address));
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException)
        {
            app.Logger.LogDebug(fault, "The first page was not prepared.");
        }
    }
}
