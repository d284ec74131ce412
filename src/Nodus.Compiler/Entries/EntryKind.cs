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

    /// <summary>A circumstance that changes what is expected.</summary>
    Context,

    /// <summary>A way of treating.</summary>
    Technique,

    /// <summary>An exercise.</summary>
    Exercise,

    /// <summary>A study, review or consensus.</summary>
    Evidence,

    /// <summary>A way of measuring.</summary>
    Instrument,

    /// <summary>A question of the intake.</summary>
    Question,
}

/// <summary>What messages and folders call an entry.</summary>
internal static class EntryKinds
{
    /// <summary>The words after "there is no".</summary>
    public static string ToWords(this EntryKind kind) => kind switch
    {
        EntryKind.Movement => "movement test",
        EntryKind.DangerZone => "danger zone",
        EntryKind.Evidence => "evidence item",
        _ => kind.ToString().ToLowerInvariant(),
    };

    /// <summary>The folder of <c>data/knowledge</c> whose files define it.</summary>
    public static string Folder(this EntryKind kind) => kind switch
    {
        EntryKind.Activity => "activities",
        EntryKind.DangerZone => "danger-zones",
        EntryKind.Evidence => "evidence",
        EntryKind.Question => "safety/facts",
        _ => kind.ToString().ToLowerInvariant() + "s",
    };
}
