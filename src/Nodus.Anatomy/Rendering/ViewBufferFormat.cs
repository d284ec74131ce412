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
            return new ViewBuffer(view, mesh, ReadCells(from, view));
        }
        catch (EndOfStreamException e)
        {
            throw new InvalidDataException("The view ends too early.", e);
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            throw new InvalidDataException("The view is damaged or belongs to another atlas.", e);
        }
    }

    private static ushort[] ReadCells(Stream from, BodyView view)
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

        using var inflate = new ZLibStream(from, CompressionMode.Decompress, leaveOpen: true);
        using var buffered = new BufferedStream(inflate, 1 << 16);
        using var runs = new BinaryReader(buffered);
        var cells = new ushort[width * height];
        for (int i = 0; i < cells.Length;)
        {
            int length = runs.Read7BitEncodedInt(), zigzag = runs.Read7BitEncodedInt();
            if (length <= 0 || length > cells.Length - i) throw new InvalidDataException("A run leaves the view.");
            ushort above = i < width ? ViewBuffer.None : cells[i - width];
            cells.AsSpan(i, length).Fill((ushort)(above + (zigzag >> 1 ^ -(zigzag & 1))));
            i += length;
        }

        return cells;
    }
}
