namespace Nodus.Clinical.Knowledge;

/// <summary>Where a number or statement comes from. Every number of the knowledge carries one.</summary>
public enum Grade
{
    /// <summary>Found in the named source.</summary>
    Published,

    /// <summary>Computed from published numbers.</summary>
    Derived,

    /// <summary>A judgement, ours or an expert's.</summary>
    Elicited,
}

/// <summary>How sure we are that an entry says what the literature says; not how strong that literature is.</summary>
public enum Confidence
{
    /// <summary>Several sources read, and they agree.</summary>
    High,

    /// <summary>Read in one source, or the sources differ in details.</summary>
    Medium,

    /// <summary>From general knowledge, or the sources contradict each other.</summary>
    Low,
}
