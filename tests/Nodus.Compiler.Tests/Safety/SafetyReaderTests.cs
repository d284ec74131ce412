using Nodus.Clinical.Knowledge;
using Nodus.Clinical.Safety;
using Nodus.Compiler.Entries;
using Nodus.Compiler.Safety;
using Nodus.Compiler.Tests.Knowledge;

namespace Nodus.Compiler.Tests.Safety;

public sealed class SafetyReaderTests
{
    [Fact]
    public void Read_Sound_HasVocabularyRulesInterviewContactsAndLanguage()
    {
        (KnowledgeFolder folder, IReadOnlyList<KnowledgeError> errors) = Fixture.Read(Fixture.Texts());

        Assert.Empty(errors);
        SafetyEntries safety = folder.Safety;
        SafetyKnowledge knowledge = safety.Knowledge!;
        Assert.Equal(["anticoagulant", "numbness_patch", "odd_feeling", "sbp"], knowledge.Facts.Select(fact => fact.Id));
        Assert.Equal("odd_feeling", knowledge.Find("feels_odd")!.Id);
        Assert.Equal(new FactScale("mmHg", 50, 300), knowledge.Find("sbp")!.Scale);
        Assert.Equal(FactTime.Ever, knowledge.Find("anticoagulant")!.Time);
        SafetyRule rule = Assert.Single(knowledge.Rules);
        Assert.Equal(Disposition.UrgentReferral, rule.Disposition);
        Assert.Equal([Technique.DryNeedling], rule.Limits[0].Techniques);
        Assert.Equal((LimitPlace.Regions, "Lightly.", "Rest."), (rule.Limits[1].Place, rule.Limits[1].How, rule.Limits[1].Instead));
        Assert.Empty(rule.Limits[1].Techniques);
        Assert.Equal(["everyone", "shoulder"], knowledge.Interview.Select(section => section.Id));
        Assert.Equal("999", knowledge.ContactsIn("gb").Emergency[0]);
        Assert.Equal("112", knowledge.ContactsIn("FR").Emergency[0]);
        Assert.Equal(["warfarin"], safety.Language.Medication[0].Names);
        Assert.Equal(["blood thin*", "co warfarin 5"], safety.Language.Medication[0].Words);
    }

    [Fact]
    public void Write_ThenRead_IsTheSame()
    {
        SafetyKnowledge knowledge = Fixture.Read(Fixture.Texts()).Folder.Safety.Knowledge!;
        using var file = new MemoryStream();
        knowledge.Write(file);
        file.Position = 0;
        using var again = new MemoryStream();
        SafetyKnowledge.Read(file).Write(again);
        Assert.Equal(file.ToArray(), again.ToArray());
    }

    [Theory]
    [InlineData("rules/a", "numbness_patch, {", "numbnes_patch, {", "[0].when.all[0]: there is no fact 'numbnes_patch'. Did you mean \"numbness_patch\"")]
    [InlineData("rules/a", "painted: [shoulder] }, {", "painted: [knee] }, {", "there is no region 'knee'")]
    [InlineData("rules/a", "{ fact: sbp, from: 180 }", "{ fact: numbness_patch, from: 180 }", "is answered by yes or no")]
    [InlineData("rules/a", "{ fact: sbp, from: 180 }", "{ at_least: 3, of: [numbness_patch] }", "must be a whole number from 1 to 1")]
    [InlineData("rules/a", "disposition: urgent_referral", "disposition: urgent", "allowed is one of proceed, contraindicated_technique")]
    [InlineData("rules/a", "silent: [{ age: 40,", "silent: [{ age: 50,", "The rule RF01 fires on this near miss.")]
    [InlineData("rules/a", "fires: [{ age: 60,", "fires: [{ age: 45,", "The rule RF01 does not fire on this example.")]
    [InlineData("rules/a", "silent: [{ age: 40, painted: [shoulder], yes: [numbness_patch] }]", "silent: []", "silent needs at least one example")]
    [InlineData("rules/a", "at: everywhere", "at: here", "must be everywhere, complaint, there, or a list of regions")]
    [InlineData("rules/a", "verdict: modify, how: Lightly.,", "verdict: modify,", "modifies and must say how")]
    [InlineData("rules/a", "sources: [delphi2018]", "sources: []", "is published, so")]
    [InlineData("facts/a", "also: [feels_odd]", "also: [numbness_patch]", "names 'numbness_patch', which is taken by another fact")]
    [InlineData("facts/a", "implies: [odd_feeling]", "implies: [odd]", "there is no question 'odd'")]
    [InlineData("facts/a", "ask: \"Does it feel odd?\", ", "", "odd_feeling needs ask, or asked_of: clinician")]
    [InlineData("language/a", "numb* &3 patch|skin", "numb* &x patch", "needs a number of words")]
    [InlineData("language/a", "fact: numbness_patch", "fact: numbness", "there is no fact 'numbness'")]
    [InlineData("interview", "ask: [anticoagulant]", "ask: [blood]", "there is no fact 'blood'")]
    [InlineData("medication", "fact: anticoagulant", "fact: blood", "there is no fact 'blood'")]
    [InlineData("regions", "zones: [shoulder_front]", "zones: [knee]", "there is no zone 'knee'")]
    public void Read_Fault_NamesFieldAndWhatIsAllowed(string file, string old, string changed, string message)
    {
        (_, IReadOnlyList<KnowledgeError> errors) = Fixture.ReadDamaged($"knowledge/safety/{file}.yaml", old, changed);
        Assert.Contains(errors, error => error.Message.Contains(message, StringComparison.Ordinal));
    }
}
