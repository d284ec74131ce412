using System.Runtime.CompilerServices;
using System.Text;

namespace Nodus.Clinical.Knowledge;

/// <summary>Writes entries whose texts go into a table of their own, each once.</summary>
internal sealed class EntryWriter(Stream to, List<string> texts) : IDisposable
{
    private readonly BinaryWriter writer = new(to, Encoding.UTF8, leaveOpen: true);
    private readonly Dictionary<string, int> numberOf = new(StringComparer.Ordinal);

    public void Text(string text)
    {
        if (!numberOf.TryGetValue(text, out int number))
        {
            numberOf.Add(text, number = texts.Count);
            texts.Add(text);
        }

        writer.Write7BitEncodedInt(number);
    }

    public void OptionalText(string? text)
    {
        Flag(text is not null);
        if (text is not null) Text(text);
    }

    public void Number(double number) => writer.Write(number);

    /// <summary>A part of 1 that is a whole percent.</summary>
    public void Percent(double part) => writer.Write(checked((byte)Math.Round(part * 100)));

    public void OptionalNumber(double? number)
    {
        Flag(number is not null);
        if (number is { } known) Number(known);
    }

    public void Count(int count) => writer.Write7BitEncodedInt(count);

    public void Flag(bool flag) => writer.Write(flag);

    public void Word<T>(T word)
        where T : struct, Enum => writer.Write(checked((byte)Convert.ToInt32(word, null)));

    public void List<T>(IReadOnlyList<T> list, Action<T> write)
    {
        Count(list.Count);
        foreach (T entry in list) write(entry);
    }

    public void Texts(IReadOnlyList<string> list) => List(list, Text);

    public void Words<T>(IReadOnlyList<T> list)
        where T : struct, Enum => List(list, Word);

    public void Dispose() => writer.Dispose();
}

/// <summary>Reads what <see cref="EntryWriter"/> wrote.</summary>
internal sealed class EntryReader(BinaryReader reader, string[] texts)
{
    // Far beyond any list there is: a damaged file must not ask for the whole memory.
    private const int ListMost = 1 << 16;

    public string Text() => texts[reader.Read7BitEncodedInt()];

    public string? OptionalText() => Flag() ? Text() : null;

    public double Number() => reader.ReadDouble();

    public double Percent() => reader.ReadByte() / 100d;

    public double? OptionalNumber() => Flag() ? Number() : null;

    public int Count() => reader.Read7BitEncodedInt();

    public bool Flag() => reader.ReadBoolean();

    /// <summary>A member of an enumeration.</summary>
    /// <exception cref="FormatException">The enumeration has no such member.</exception>
    public T Word<T>()
        where T : struct, Enum
    {
        int number = reader.ReadByte();
        T word = Unsafe.BitCast<int, T>(number);
        return Enum.IsDefined(word) ? word : throw new FormatException($"There is no {typeof(T).Name} {number}.");
    }

    public T[] List<T>(Func<T> read)
    {
        int count = Count();
        if (count is < 0 or > ListMost) throw new FormatException($"A list of {count} entries.");
        var list = new T[count];
        for (int i = 0; i < count; i++) list[i] = read();
        return list;
    }

    public string[] Texts() => List(Text);

    public T[] Words<T>()
        where T : struct, Enum => List(Word<T>);
}
