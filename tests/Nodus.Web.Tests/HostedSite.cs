using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Nodus.Web.Data;
using Nodus.Web.Search;
using Nodus.Web.Tests;

[assembly: AssemblyFixture(typeof(HostedSite))]

namespace Nodus.Web.Tests;

/// <summary>The web host in this process, as it is delivered, with the body and the knowledge that ship.</summary>
public sealed class HostedSite : WebApplicationFactory<Program>
{
    /// <summary>Starts the host now: the factory would start a second one for a second test that asks at the same time.</summary>
    public HostedSite() => _ = Server;

    /// <summary>The body and the knowledge.</summary>
    public CompiledData Data => Services.GetRequiredService<CompiledData>();

    /// <summary>The search.</summary>
    public SearchIndex Search => Services.GetRequiredService<SearchIndex>();

    /// <summary>A visitor who is told of a redirection and does not follow it.</summary>
    public HttpClient Visitor() => CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    /// <inheritdoc/>
    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder.UseEnvironment("Production");
}
