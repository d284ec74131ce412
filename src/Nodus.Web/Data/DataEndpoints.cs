using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace Nodus.Web.Data;

/// <summary>Serves the compiled data under <c>/data/version</c>, to be kept for ever.</summary>
internal static class DataEndpoints
{
    /// <summary>Adds the files to the pipeline.</summary>
    public static void UseCompiledData(this WebApplication app, CompiledData data)
    {
        var types = new FileExtensionContentTypeProvider();
        types.Mappings[".bin"] = "application/octet-stream";
        types.Mappings[".view"] = "application/octet-stream";
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = new PhysicalFileProvider(data.Folder),
            RequestPath = data.Address,
            ContentTypeProvider = types,
            OnPrepareResponse = context =>
                context.Context.Response.Headers.CacheControl = "public, max-age=31536000, immutable",
        });
    }
}
