namespace Nodus.Clinical.Assessment;

/// <summary>A case cannot be read. The message names the field, says what is wrong and what is allowed; nothing of the case
/// was used.</summary>
public sealed class CaseFormatException : FormatException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="field">The field, as a path: <c>pain[0].zone</c>; empty for the case as a whole.</param>
    /// <param name="fault">What is wrong and what is allowed.</param>
    /// <param name="innerException">The cause, if any.</param>
    public CaseFormatException(string field, string fault, Exception? innerException = null)
        : base(field.Length == 0 ? $"case: {fault}" : $"{field}: {fault}", innerException)
    {
        Field = field;
    }

    /// <summary>Creates the exception for the case as a whole.</summary>
    public CaseFormatException(string fault)
        : this("", fault)
    {
    }

    /// <summary>Creates the exception.</summary>
    public CaseFormatException()
        : this("", "cannot be read.")
    {
    }

    /// <summary>The field, as a path: <c>pain[0].zone</c>; empty for the case as a whole.</summary>
    public string Field { get; }
}
