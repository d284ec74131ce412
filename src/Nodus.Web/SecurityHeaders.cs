namespace Nodus.Web;

/// <summary>What browsers may do with our pages: nothing that leaves this host.</summary>
internal static class SecurityHeaders
{
    // Scripts: our own files, the import map written into the page, and WebAssembly. Styles: places of marks and bars.
    private const string Policy =
        "default-src 'self'; script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; " +
        "img-src 'self' data: blob:; connect-src 'self'; object-src 'none'; base-uri 'self'; frame-ancestors 'none'; form-action 'self'";

    /// <summary>Adds the headers to every answer.</summary>
    public static Task Add(HttpContext context, RequestDelegate next)
    {
        context.Response.Headers.ContentSecurityPolicy = Policy;
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        return next(context);
    }
}
