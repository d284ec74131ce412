using Microsoft.AspNetCore.ResponseCompression;
using Nodus.Web;
using Nodus.Web.Client.Body;
using Nodus.Web.Client.Locate;
using Nodus.Web.Data;
using Nodus.Web.Patterns;
using Nodus.Web.Search;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
builder.WebHost.UseStaticWebAssets();
// A build's files carry their hash in their names, as published ones do: they are served compressed and kept for ever.
builder.Configuration["ReloadStaticAssetsAtRuntime"] = builder.Environment.IsDevelopment() ? "true" : "false";
builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
builder.Services.AddResponseCompression(options =>
    options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml"]);
builder.Services.AddRazorComponents().AddInteractiveWebAssemblyComponents();
builder.Services.AddSingleton(TimeProvider.System);
CompiledData data = CompiledData.ReadBesideProgram();
builder.Services.AddSingleton(data);
builder.Services.AddSingleton<PatternPictures>();
builder.Services.AddSingleton<SearchIndex>();
// The workbench is rendered here too, before the browser has it; it asks for files only in the browser.
builder.Services.AddScoped(_ => new BodyFiles(new HttpClient()));

WebApplication app = builder.Build();
app.UseResponseCompression();
app.Use(SecurityHeaders.Add);
app.UseCompiledData(data);
app.UseAntiforgery();
app.MapStaticAssets();
app.MapPatterns();
app.MapRazorComponents<App>()
    .AddInteractiveWebAssemblyRenderMode()
    .AddAdditionalAssemblies(typeof(LocatePage).Assembly);
await app.StartAsync();
await FirstVisit.PayAsync(app);
await app.WaitForShutdownAsync();
