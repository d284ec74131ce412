namespace Nodus.Web.Patterns;

/// <summary>The cyclic redundancy check of PNG chunks (ISO/IEC 15948, annex D; polynomial 0xEDB88320).</summary>
internal static class Checksum
{
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(Entry)];

    /// <summary>The check of a chunk's type and content.</summary>
    public static uint Of(ReadOnlySpan<byte> type, ReadOnlySpan<byte> content) =>
        ~Update(Update(uint.MaxValue, type), content);

    private static uint Update(uint check, ReadOnlySpan<byte> bytes)
    {
        foreach (byte b in bytes) check = Table[(check ^ b) & 255] ^ (check >> 8);
        return check;
    }

    private static uint Entry(int index)
    {
        uint c = (uint)index;
        for (int bit = 0; bit < 8; bit++) c = (c & 1) != 0 ? 0xEDB88320 ^ (c >> 1) : c >> 1;
        return c;
    }
}
