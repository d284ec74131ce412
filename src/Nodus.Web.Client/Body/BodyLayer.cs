using Nodus.Anatomy;
using Nodus.Anatomy.Drawing;
using Nodus.Anatomy.Paint;
using Nodus.Anatomy.Rendering;

namespace Nodus.Web.Client.Body;

/// <summary>
/// One view on the screen: the strokes painted on it and their pixels, handed to the canvas one changed rectangle at a
/// time.
/// </summary>
public sealed class BodyLayer
{
    private const int HatchPitch = 12, HatchWidth = 5;
    private const int Violet = 0x5A3D9E;

    private readonly PainSurface surface;
    private readonly byte[] penPixels;
    private readonly PixelPaint pen;
    private PixelRect dirty;
    private PixelRect painted;
    private byte[] rows = [];
    private bool[] unexplained = [];
    private int[] siteOfCell = [];

    /// <summary>A clean layer over a view.</summary>
    public BodyLayer(ViewBuffer buffer, PainSurface surface)
    {
        Buffer = buffer;
        this.surface = surface;
        Surface = ViewSurface.Of(buffer);
        pen = new PixelPaint(Surface);
        penPixels = new byte[4 * buffer.Width * buffer.Height];
    }

    /// <summary>What the view shows.</summary>
    public ViewBuffer Buffer { get; }

    /// <summary>The view's id.</summary>
    public string Id => Buffer.View.Id;

    private ViewSurface Surface { get; }

    /// <summary>Paints one dab of a stroke, unless the view shows nothing of it.</summary>
    /// <param name="sample">The dab.</param>
    /// <param name="stroke">What it is a dab of.</param>
    /// <param name="near"><see cref="PainSurface.CellsNear"/> of the dab.</param>
    public void Add(SurfaceSample sample, PainStroke stroke, ReadOnlySpan<int> near)
    {
        if (!Buffer.ShowsAny(near)) return;
        PaintSample dab = sample.On(Buffer.Mesh);
        PixelRect changed = stroke.Erases ? pen.Erase(dab) : pen.Add(dab, PaintFalloff.PenCore, (float)stroke.Intensity);
        dirty = dirty.Union(changed);
    }

    /// <summary>Paints a drawing anew.</summary>
    public void Show(PainDrawing drawing)
    {
        pen.Clear();
        dirty = dirty.Union(painted);
        foreach (PainStroke stroke in drawing.Strokes)
        {
            foreach (SurfaceSample sample in stroke.Samples) Add(sample, stroke, surface.CellsNear(sample));
        }
    }

    /// <summary>Hands the changed pixels of the strokes to the canvas.</summary>
    public void Flush()
    {
        if (dirty.IsEmpty) return;
        PaintComposer.Pen(pen, dirty, PainColours.Standard, penPixels);
        Hatch(dirty);
        Send($"pen-{Id}", penPixels, dirty);
        painted = painted.Union(dirty);
        dirty = default;
    }

    /// <summary>Hatches what is painted in these zones in a colour of its own.</summary>
    /// <param name="sites">True for each site that no point explains; empty for none.</param>
    /// <param name="ofCell">The site of each cell.</param>
    public void MarkUnexplained(bool[] sites, int[] ofCell)
    {
        (unexplained, siteOfCell) = (sites, ofCell);
        dirty = dirty.Union(painted);
        Flush();
    }

    /// <summary>Shows every pixel again, on a canvas that is new.</summary>
    public void Resend()
    {
        if (!painted.IsEmpty) Send($"pen-{Id}", penPixels, painted);
    }

    private void Hatch(PixelRect rect)
    {
        if (unexplained.Length == 0) return;
        ushort[] cells = Buffer.Cells;
        for (int y = rect.Y; y < rect.Y + rect.Height; y++)
        {
            for (int x = rect.X, i = y * Buffer.Width + rect.X; x < rect.X + rect.Width; x++, i++)
            {
                if ((x + y) % HatchPitch >= HatchWidth || penPixels[4 * i + 3] == 0 || cells[i] == ViewBuffer.None) continue;
                if (!unexplained[siteOfCell[cells[i]]]) continue;
                (penPixels[4 * i], penPixels[4 * i + 1], penPixels[4 * i + 2]) = (Violet >> 16, Violet >> 8 & 255, Violet & 255);
            }
        }
    }

    private void Send(string canvas, byte[] pixels, PixelRect rect)
    {
        int stride = 4 * rect.Width;
        if (rows.Length < stride * rect.Height) rows = new byte[stride * rect.Height];
        for (int y = 0; y < rect.Height; y++)
        {
            int from = 4 * ((rect.Y + y) * Buffer.Width + rect.X);
            System.Buffer.BlockCopy(pixels, from, rows, y * stride, stride);
        }

        StageModule.Blit(canvas, rows.AsSpan(0, stride * rect.Height), rect.X, rect.Y, rect.Width, rect.Height);
    }
}
