using System.Buffers.Binary;
using System.IO.Compression;

namespace Nodus.Web.Tests.Patterns;

/// <summary>As much of a PNG file as the tests ask for: 8-bit RGBA in one chunk of rows without filter.</summary>
internal sealed record PngPicture(int Width, int Height, int PaintedPixels)
{
    private const int HeaderAt = 16, ContentAt = 33, ChunkHead = 8;

    public static PngPicture Read(byte[] file)
    {
        Assert.Equal([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], file[..8]);
        int width = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(HeaderAt));
        int height = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(HeaderAt + 4));
        int length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(ContentAt));
        using var rows = new ZLibStream(new MemoryStream(file, ContentAt + ChunkHead, length), CompressionMode.Decompress);
        var row = new byte[1 + 4 * width];
        int painted = 0;
        for (int y = 0; y < height; y++)
        {
            rows.ReadExactly(row);
            for (int alpha = 4; alpha < row.Length; alpha += 4)
                if (row[alpha] > 0) painted++;
        }

        Assert.Equal(-1, rows.ReadByte());
        return new PngPicture(width, height, painted);
    }
}
