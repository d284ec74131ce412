using Nodus.Anatomy;
using Nodus.Anatomy.Zones;
using Nodus.Clinical.Knowledge;

namespace Nodus.Web.Client.Locate;

/// <summary>Something worth doing next.</summary>
/// <param name="Why">What it would tell, in words.</param>
public abstract record Proposal(string Why);

/// <summary>To press a point.</summary>
/// <param name="Point">The point.</param>
/// <param name="Why">What it would tell.</param>
public sealed record PressProposal(RankedPoint Point, string Why) : Proposal(Why);

/// <summary>To test a movement.</summary>
/// <param name="Test">The test.</param>
/// <param name="Side">Left or right.</param>
/// <param name="Why">What it would tell.</param>
public sealed record MoveProposal(Movement Test, Side Side, string Why) : Proposal(Why);

/// <summary>To ask a question.</summary>
/// <param name="Question">Id of the question or sign.</param>
/// <param name="Words">The question as it is put.</param>
/// <param name="Why">What it would tell.</param>
public sealed record AskProposal(string Question, string Words, string Why) : Proposal(Why);

/// <summary>To ask whether it hurts in a zone that is not on the picture.</summary>
/// <param name="Site">The zone.</param>
/// <param name="Why">What it would tell.</param>
public sealed record PainProposal(ZoneSite Site, string Why) : Proposal(Why);

/// <summary>To ask which side hurts: drawing and findings contradict each other.</summary>
/// <param name="Why">What contradicts what.</param>
public sealed record SideProposal(string Why) : Proposal(Why);
