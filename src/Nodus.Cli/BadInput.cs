using Nodus.Anatomy;
using Nodus.Clinical;
using Nodus.Clinical.Assessment;

namespace Nodus.Cli;

/// <summary>A fault in what the user gave, told in one line; everything else is a fault of the program.</summary>
internal sealed class BadInputException(string message) : Exception(message);

/// <summary>Tells the user's faults from the program's.</summary>
internal static class BadInput
{
    /// <summary>Whether a fault's message is meant for the user.</summary>
    public static bool Describes(Exception fault) =>
        fault is BadInputException or CaseFormatException or AtlasFormatException or InvalidDataException or FileNotFoundException
            or DirectoryNotFoundException or UnauthorizedAccessException;

    /// <summary>The item with an id, or an error that names the nearest and the allowed ones.</summary>
    public static T Find<T>(string field, string id, IEnumerable<T> items, Func<T, string> idOf)
        where T : class
    {
        List<T> all = [.. items];
        T? found = all.Find(item => string.Equals(idOf(item), id, StringComparison.Ordinal));
        if (found is not null) return found;
        string near = NearWord.Suggest(id, all.Select(idOf));
        string allowed = all.Count <= 24 ? string.Join(", ", all.Select(idOf)) : $"{all.Count} ids, listed by nodus knowledge";
        throw new BadInputException($"{field}: there is no \"{id}\".{near} Allowed: {allowed}.");
    }
}
