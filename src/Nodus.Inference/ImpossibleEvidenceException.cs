namespace Nodus.Inference;

/// <summary>
/// The evidence has probability zero under the network - for example a finding without leak is present, and every cause
/// that could produce it is ruled out. There is no posterior then. See <see cref="PosteriorEngine.IsPossible"/>.
/// </summary>
public sealed class ImpossibleEvidenceException : InvalidOperationException
{
    /// <summary>Creates the exception with its standing message.</summary>
    public ImpossibleEvidenceException()
        : this("The evidence is impossible under this network, so there is no posterior.")
    {
    }

    /// <summary>Creates the exception.</summary>
    public ImpossibleEvidenceException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception.</summary>
    public ImpossibleEvidenceException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
