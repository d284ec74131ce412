using System.Runtime.InteropServices.JavaScript;

namespace Nodus.Web.Client.Body;

/// <summary>The C# end of <c>js/device.js</c>: the browser's own storage and downloads.</summary>
internal static partial class DeviceModule
{
    private const string Module = "nodus-device";

    internal static Task LoadAsync() => JSHost.ImportAsync(Module, "../js/device.js");

    /// <summary>What was kept under a name; null where there is nothing.</summary>
    [JSImport("load", Module)]
    internal static partial string? Load(string key);

    /// <summary>Keeps a text; false where the browser does not let us.</summary>
    [JSImport("save", Module)]
    internal static partial bool Save(string key, string value);

    [JSImport("download", Module)]
    internal static partial void Download(string name, string text);

    [JSImport("choose", Module)]
    internal static partial void Choose(string elementId);

    /// <summary>Shows a panel from its beginning.</summary>
    /// <param name="id">Id of the element.</param>
    /// <param name="focus">It gets the focus too.</param>
    [JSImport("toTop", Module)]
    internal static partial void ToTop(string id, bool focus);

    [JSImport("setStyle", Module)]
    internal static partial void SetStyle(string name, string value);

    /// <summary>The country the browser is set to, two letters; empty where it does not say.</summary>
    [JSImport("region", Module)]
    internal static partial string Region();

    [JSImport("isNarrow", Module)]
    internal static partial bool IsNarrow();
}
