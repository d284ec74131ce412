using Nodus.Clinical.Knowledge;

namespace Nodus.Web.Client.Locate;

/// <summary>How soon somebody else must see to a rival, in words.</summary>
internal static class Urgent
{
    /// <summary>The words; null where nothing is urgent.</summary>
    public static string? Words(Urgency urgency) => urgency switch
    {
        Urgency.Emergency => "If it is this: an emergency",
        Urgency.Urgent => "If it is this: a doctor today",
        _ => null,
    };
}
