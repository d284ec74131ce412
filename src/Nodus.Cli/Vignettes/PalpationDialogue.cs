using Nodus.Clinical.Assessment;
using Nodus.Clinical.Simulation;

namespace Nodus.Cli.Vignettes;

/// <summary>How a dialogue of tests went.</summary>
/// <param name="Answers">Turns, each with its answer, until the right muscle was first with a probability above the bar; null when that never came.</param>
/// <param name="Presses">Points pressed in these.</param>
/// <param name="FirstAtOnce">Whether the right muscle was first before any test.</param>
/// <param name="FirstAfterThree">Whether it was first after three of them, or where it ended before.</param>
internal sealed record DialogueOutcome(int? Answers, int Presses, bool FirstAtOnce, bool FirstAfterThree);

/// <summary>Follows what is proposed to do next, the first turn each time, until the right muscle is found.</summary>
internal static class PalpationDialogue
{
    /// <summary>The right muscle counts as found above this.</summary>
    public const double FoundAbove = 0.8;

    /// <summary>No dialogue is longer.</summary>
    public const int AnswersMost = 15;

    private const int Few = 3;

    /// <summary>Runs one dialogue.</summary>
    /// <param name="start">A case of one muscle.</param>
    /// <param name="examination">Answers the tests.</param>
    /// <param name="rank">Ranks a case.</param>
    /// <param name="alone">Whether only the first point of a turn is pressed, and the case ranked again.</param>
    public static DialogueOutcome Run(BenchCase start, Examination examination, Func<Case, Ranking> rank, bool alone)
    {
        Case known = start.Case;
        bool atOnce = false, firstAfterFew = false;
        int answers = 0, presses = 0;
        while (true)
        {
            Ranking ranking = rank(known);
            bool first = ranking.Muscles.Count > 0 && start.Truth[0].Is(ranking.Muscles[0]);
            if (answers == 0) atOnce = first;
            if (answers <= Few) firstAfterFew = first;
            if (first && ranking.Muscles[0].Probability > FoundAbove) return new DialogueOutcome(answers, presses, atOnce, firstAfterFew);
            if (answers == AnswersMost) break;
            Case before = known;
            foreach (IReadOnlyList<string> turn in ranking.Next)
            {
                foreach (string test in turn.Take(alone ? 1 : turn.Count))
                {
                    if (examination.Answer(known, test) is not { } then) continue;
                    known = then;
                    if (test.StartsWith("palpate:", StringComparison.Ordinal)) presses++;
                }

                if (!ReferenceEquals(known, before)) break;
            }

            if (ReferenceEquals(known, before)) break;
            answers++;
        }

        return new DialogueOutcome(null, presses, atOnce, firstAfterFew);
    }
}
