using System.IO.Compression;

namespace Nodus.Anatomy.Rendering;

/// <summary>The <c>.view</c> file: four letters, a version, the size, then runs of equal cells, deflated.</summary>
/// <remarks>
/// A run is its length and the difference of its cell to the one above its first pixel, both variable-length: most runs
/// begin below a run of the same cell, so most differences are zero.
/// </remarks>
public static class ViewBufferFormat
{
    private const uint Magic = 0x5756444E; // "NDVW"
    private const int FormatVersion = 1;

    /// <summary>Writes a buffer's pixels; the camera and the mesh are in the atlas.</summary>
    public static void Write(ViewBuffer buffer, Stream to)
    {
        using var writer = new BinaryWriter(to, System.Text.Encoding.UTF8, leaveOpen: true);
        writer.Write(Magic);
        writer.Write(FormatVersion);
        writer.Write(buffer.Width);
        writer.Write(buffer.Height);
        writer.Flush();
        using var deflate = new ZLibStream(to, CompressionLevel.SmallestSize, leaveOpen: true);
        using var runs = new BinaryWriter(deflate);
        ushort[] cells = buffer.Cells;
        for (int i = 0; i < cells.Length;)
        {
            int end = i + 1;
            while (end < cells.Length && cells[end] == cells[i]) end++;
            runs.Write7BitEncodedInt(end - i);
            ushort above = i < buffer.Width ? ViewBuffer.None : cells[i - buffer.Width];
            int difference = (short)(ushort)(cells[i] - above);
            runs.Write7BitEncodedInt((difference << 1) ^ (difference >> 31));
            i = end;
        }
    }

    /// <summary>Reads a buffer for a camera and a build of an atlas.</summary>
    /// <exception cref="InvalidDataException">Not such a file, or one of another atlas.</exception>
    public static ViewBuffer Read(Stream from, BodyView view, BodyMesh mesh)
    {
        try
        {
            ReadHead(from, view);
            using var inflate = new ZLibStream(from, CompressionMode.Decompress, leaveOpen: true);
            using var runs = new MemoryStream();
            inflate.CopyTo(runs);
            var shown = new bool[mesh.CellCount];
            ushort[] cells = Unroll(runs.GetBuffer().AsSpan(0, (int)runs.Length), view, shown);
            return new ViewBuffer(view, mesh, cells, shown);
        }
        catch (Exception e) when (e is IOException or IndexOutOfRangeException)
        {
            throw new InvalidDataException("The view ends too early, is damaged, or belongs to another atlas.", e);
        }
    }

    private static void ReadHead(Stream from, BodyView view)
    {
        using var reader = new BinaryReader(from, System.Text.Encoding.UTF8, leaveOpen: true);
        if (reader.ReadUInt32() != Magic) throw new InvalidDataException("Not a view of the body atlas.");
        if (reader.ReadInt32() != FormatVersion) throw new InvalidDataException("A view of another format version.");
        int width = reader.ReadInt32(), height = reader.ReadInt32();
        if (width != view.WidthPx || height != view.HeightPx)
        {
            throw new InvalidDataException(
                $"The view is {width} x {height}, the atlas says {view.WidthPx} x {view.HeightPx}.");
        }
    }

    /// <summary>One pass over the runs in memory: a browser interprets this before the view can be drawn on.</summary>
    private static ushort[] Unroll(ReadOnlySpan<byte> runs, BodyView view, bool[] shown)
    {
        var cells = new ushort[view.WidthPx * view.HeightPx];
        int at = 0;
        for (int i = 0; i < cells.Length;)
        {
            int length = Number(runs, ref at), zigzag = Number(runs, ref at);
            if (length <= 0 || length > cells.Length - i) throw new InvalidDataException("A run leaves the view.");
            ushort above = i < view.WidthPx ? ViewBuffer.None : cells[i - view.WidthPx];
            ushort cell = (ushort)(above + (zigzag >> 1 ^ -(zigzag & 1)));
            cells.AsSpan(i, length).Fill(cell);
            if (cell != ViewBuffer.None) shown[cell] = true;
            i += length;
        }

        return cells;
    }

    /// <summary>A variable-length number: seven bits a byte, low ones first.</summary>
    private static int Number(ReadOnlySpan<byte> bytes, ref int at)
    {
        int value = 0;
        for (int shift = 0; ; shift += 7)
        {
            byte next = bytes[at++];
            value |= (next & 127) << shift;
            if (next < 128) return value;
        }
    }
}
