using Nodus.Clinical.Knowledge;
using Nodus.Clinical.Safety;

namespace Nodus.Clinical.Assessment;

/// <summary>What is asked and tested, as a clinician says it.</summary>
/// <param name="knowledge">Signs, movements and activities.</param>
/// <param name="safety">The questions of the intake; null where none are known, as in measurements.</param>
internal sealed class FindingWords(KnowledgeBase knowledge, SafetyKnowledge? safety)
{
    /// <summary>A question or a sign.</summary>
    public string Of(string question) =>
        safety?.Find(question)?.Professional
        ?? (knowledge.TryFindSign(question, out Sign? sign) ? sign.Name : question.Replace('_', ' '));

    /// <summary>What speaks for or against a rival.</summary>
    public string Of(RivalFinding finding) => finding.Kind switch
    {
        RivalFindingKind.Movement => $"{Movement(finding.Id)} {finding.Shows.ToString()!.ToLowerInvariant()}",
        RivalFindingKind.Activity => knowledge.TryFindActivity(finding.Id, out DailyActivity? activity) ? activity.Name : finding.Id,
        _ => Of(finding.Id),
    };

    /// <summary>A movement test.</summary>
    public string Movement(string id) => knowledge.TryFindMovement(id, out Movement? test) ? test.Name : id;
}
