using System.Runtime.InteropServices.JavaScript;

namespace Nodus.Web.Client.Body;

/// <summary>Takes what pointers and keys do on the stages.</summary>
public interface IPen
{
    /// <summary>Points of a stroke, in the pixels of a view's picture.</summary>
    /// <param name="view">The view's id.</param>
    /// <param name="xy">x and y by turns.</param>
    /// <param name="begins">A stroke begins with the first point.</param>
    /// <param name="ends">The stroke ends with the last point.</param>
    /// <returns>Whether the ranking was brought up to date.</returns>
    bool Points(string view, double[] xy, bool begins, bool ends);

    /// <summary>Takes back the stroke under way.</summary>
    void Cancel();

    /// <summary>A shortcut of the keyboard: <c>undo</c> or <c>redo</c>.</summary>
    void Shortcut(string name);
}

/// <summary>The C# end of <c>js/stage.js</c>.</summary>
public static partial class StageModule
{
    private const string Module = "nodus-stage";

    /// <summary>Who holds the pen now.</summary>
    internal static IPen? Pen { get; set; }

    internal static async Task LoadAsync()
    {
        // Relative to the _framework folder, where the runtime's own scripts lie.
        await JSHost.ImportAsync(Module, "../js/stage.js");
        await StartAsync();
    }

    /// <summary>This side takes the strokes of a view from now on, those that were drawn while it was not there too.</summary>
    [JSImport("open", Module)]
    internal static partial void Open(string view);

    /// <summary>Strokes wait until their view is opened again.</summary>
    [JSImport("closeAll", Module)]
    internal static partial void CloseAll();

    [JSImport("setPenRadius", Module)]
    internal static partial void SetPenRadius(double radiusCm);

    [JSImport("blit", Module)]
    internal static partial void Blit(
        string canvasId, [JSMarshalAs<JSType.MemoryView>] Span<byte> pixels, int x, int y, int width, int height);

    [JSImport("zoom", Module)]
    internal static partial void Zoom(string view, string how);

    /// <summary>Shows a place of a view's picture large, in the middle of what is seen of it.</summary>
    /// <param name="view">The view's id.</param>
    /// <param name="left">Part of the picture's width, 0 to 1.</param>
    /// <param name="top">Part of its height, 0 to 1.</param>
    /// <param name="scale">How many times larger than the whole picture.</param>
    [JSImport("look", Module)]
    internal static partial void Look(string view, double left, double top, double scale);

    [JSImport("idle", Module)]
    internal static partial Task IdleAsync();

    [JSImport("mark", Module)]
    internal static partial void Mark(string name);

    /// <summary>Tells the browser's own record of performance of something that took so long and ends now.</summary>
    [JSImport("took", Module)]
    internal static partial void Took(string name, double ms);

    [JSExport]
    internal static bool Points(string view, double[] xy, bool begins, bool ends) =>
        Pen?.Points(view, xy, begins, ends) ?? false;

    [JSExport]
    internal static void Cancel() => Pen?.Cancel();

    [JSExport]
    internal static void Shortcut(string name) => Pen?.Shortcut(name);

    [JSImport("start", Module)]
    private static partial Task StartAsync();
}
