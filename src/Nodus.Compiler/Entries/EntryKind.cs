namespace Nodus.Compiler.Entries;

/// <summary>The kinds of entries that others refer to by id.</summary>
public enum EntryKind
{
    /// <summary>A work that entries cite.</summary>
    Source,

    /// <summary>A movement test.</summary>
    Movement,

    /// <summary>An everyday activity.</summary>
    Activity,

    /// <summary>A sign other than pain.</summary>
    Sign,

    /// <summary>Another explanation of pain.</summary>
    Rival,

    /// <summary>A place where pressing can do harm.</summary>
    DangerZone,

    /// <summary>A perpetuating factor.</summary>
    Factor,
}

/// <summary>What messages call an entry.</summary>
internal static class EntryKinds
{
    /// <summary>The words after "there is no".</summary>
    public static string ToWords(this EntryKind kind) => kind switch
    {
        EntryKind.Source => "source",
        EntryKind.Movement => "movement test",
        EntryKind.Activity => "activity",
        EntryKind.Sign => "sign",
        EntryKind.Rival => "rival",
        EntryKind.DangerZone => "danger zone",
        _ => "factor",
    };
}
