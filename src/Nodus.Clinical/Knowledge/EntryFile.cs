using System.IO.Compression;
using System.Text;

namespace Nodus.Clinical.Knowledge;

/// <summary>
/// A file of entries: four letters, the format, then deflated: every text once, and the entries, which name texts by number.
/// </summary>
/// <remarks>
/// Binary, because a browser interprets what reads it: a megabyte of JSON took more than three seconds there, before
/// anything could be ranked.
/// </remarks>
internal static class EntryFile
{
    /// <summary>Writes a file.</summary>
    /// <param name="to">Takes it.</param>
    /// <param name="magic">Its four letters.</param>
    /// <param name="version">Of the format.</param>
    /// <param name="write">Writes the entries.</param>
    public static void Write(Stream to, uint magic, int version, Action<EntryWriter> write)
    {
        var texts = new List<string>();
        using var body = new MemoryStream();
        using (var writer = new EntryWriter(body, texts)) write(writer);
        using var head = new BinaryWriter(to, Encoding.UTF8, leaveOpen: true);
        head.Write(magic);
        head.Write(version);
        head.Flush();
        using var deflate = new ZLibStream(to, CompressionLevel.SmallestSize, leaveOpen: true);
        using var content = new BinaryWriter(deflate);
        content.Write(texts.Count);
        foreach (string text in texts) content.Write(text);
        content.Write(body.ToArray());
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <param name="from">Holds it.</param>
    /// <param name="magic">Its four letters.</param>
    /// <param name="version">Of the format.</param>
    /// <param name="what">What messages call it, such as <c>a knowledge base</c>.</param>
    /// <param name="read">Reads the entries.</param>
    /// <exception cref="InvalidDataException">Something else, of another format, or damaged.</exception>
    public static T Read<T>(Stream from, uint magic, int version, string what, Func<EntryReader, T> read)
    {
        try
        {
            using var head = new BinaryReader(from, Encoding.UTF8, leaveOpen: true);
            if (head.ReadUInt32() != magic) throw new InvalidDataException($"Not {what}.");
            if (head.ReadInt32() != version) throw new InvalidDataException($"This is {what} of another format version.");
            using MemoryStream content = Inflate(from, what);
            using var reader = new BinaryReader(content);
            var texts = new string[reader.ReadInt32()];
            for (int i = 0; i < texts.Length; i++) texts[i] = reader.ReadString();
            return read(new EntryReader(reader, texts));
        }
        catch (Exception fault) when (fault is EndOfStreamException or ArgumentException or IndexOutOfRangeException or FormatException or OverflowException)
        {
            throw new InvalidDataException($"Not {what}: {fault.Message}", fault);
        }
    }

    private static MemoryStream Inflate(Stream from, string what)
    {
        var content = new MemoryStream();
        try
        {
            using var inflate = new ZLibStream(from, CompressionMode.Decompress, leaveOpen: true);
            inflate.CopyTo(content);
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException)
        {
            // The second is what the library throws for a stream that asks for a dictionary nobody has.
            throw new InvalidDataException($"Not {what}: {fault.Message}", fault);
        }

        // The number of texts comes first; a damaged one must not ask for the whole memory.
        if (content.Length < sizeof(int) || BitConverter.ToInt32(content.GetBuffer()) is var count && (count < 0 || count > content.Length))
            throw new InvalidDataException($"Not {what}: it is damaged.");
        content.Position = 0;
        return content;
    }
}
