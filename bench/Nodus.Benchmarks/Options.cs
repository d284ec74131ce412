using System.Globalization;

namespace Nodus.Benchmarks;

/// <summary>Options of a verb: a name, then its value.</summary>
internal static class Options
{
    /// <summary>The value of an option; null when it is not given.</summary>
    public static string? Text(string[] args, string name)
    {
        int at = Array.IndexOf(args, name);
        return at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
    }

    /// <summary>The value of an option that is a whole number.</summary>
    public static int Number(string[] args, string name, int otherwise) =>
        Text(args, name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
