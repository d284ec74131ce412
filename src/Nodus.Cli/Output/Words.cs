namespace Nodus.Cli.Output;

/// <summary>Enumeration values as people write them.</summary>
internal static class Words
{
    /// <summary><c>PressureRelease</c> becomes <c>pressure release</c>.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum
    {
        IEnumerable<string> letters = value.ToString().Select((c, i) =>
            char.IsUpper(c) && i > 0 ? " " + char.ToLowerInvariant(c) : char.ToLowerInvariant(c).ToString());
        return string.Concat(letters);
    }
}
