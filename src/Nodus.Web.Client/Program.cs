using Microsoft.AspNetCore.Components.WebAssembly.Hosting;
using Nodus.Web.Client.Body;

var builder = WebAssemblyHostBuilder.CreateDefault(args);
builder.Services.AddScoped(_ => new HttpClient { BaseAddress = new Uri(builder.HostEnvironment.BaseAddress) });
builder.Services.AddScoped<BodyFiles>();
builder.Services.AddSingleton(TimeProvider.System);
await builder.Build().RunAsync();
