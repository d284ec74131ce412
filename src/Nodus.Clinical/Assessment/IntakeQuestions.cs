namespace Nodus.Clinical.Assessment;

/// <summary>The yes/no/unknown questions of the interview, by stable id.</summary>
public static class IntakeQuestions
{
    private static readonly Dictionary<string, string> Texts = Read();

    /// <summary>The ids.</summary>
    public static IReadOnlyCollection<string> Ids => Texts.Keys;

    /// <summary>The question in the words put to the patient; null when there is no such id.</summary>
    public static string? TextOf(string id) => Texts.GetValueOrDefault(id);

    private static Dictionary<string, string> Read()
    {
        using var table = EmbeddedTable.Open("intake.json");
        return table.RootElement.GetProperty("questions").EnumerateObject()
            .ToDictionary(q => q.Name, q => q.Value.GetString()!, StringComparer.Ordinal);
    }
}
