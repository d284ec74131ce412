using Nodus.Clinical.Safety.Language;

namespace Nodus.Clinical.Tests.Safety.Language;

public sealed class WordReaderTests
{
    private static readonly WordReader Reader = new(SmallSafety.Rulebook, SmallSafety.Language);

    [Theory]
    [InlineData("My chest feels really tight", "chest_pressure", Suggestion.SeemsYes)]
    [InlineData("tight across the chest", "chest_pressure", Suggestion.SeemsYes)]
    [InlineData("like an elephant on my chest", "chest_pressure", Suggestion.SeemsYes)]
    [InlineData("I've got a fever", "fever", Suggestion.SeemsYes)]
    [InlineData("maybe a fever", "fever", Suggestion.SeemsYes)]
    [InlineData("not only fever but sweating", "fever", Suggestion.SeemsYes)]
    [InlineData("no feeling in the hand", "numb", Suggestion.SeemsYes)]
    [InlineData("No injury. Fever since Monday", "fever", Suggestion.SeemsYes)]
    [InlineData("no cough but a fever", "fever", Suggestion.SeemsYes)]
    [InlineData("no cough and I have a fever", "fever", Suggestion.SeemsYes)]
    [InlineData("no fever", "fever", Suggestion.SeemsNo)]
    [InlineData("I haven't had any fever", "fever", Suggestion.SeemsNo)]
    [InlineData("fever was ruled out", "fever", Suggestion.SeemsNo)]
    [InlineData("no cough, sweating or fever", "fever", Suggestion.SeemsNo)]
    [InlineData("no cough, sweating, fever", "fever", Suggestion.SeemsYes)]
    [InlineData("no cough, crushing chest, sweating", "sweating", Suggestion.SeemsYes)]
    [InlineData("no cough, no fever", "fever", Suggestion.SeemsNo)]
    [InlineData("Any fever? No. Just sore", "fever", Suggestion.SeemsNo)]
    [InlineData("Any fever? Yes, 39", "fever", Suggestion.SeemsYes)]
    [InlineData("no feeling in the hand with fever", "fever", Suggestion.SeemsYes)]
    [InlineData("My dad has a fever, I found him on the floor", "fever", Suggestion.SeemsYes)]
    [InlineData("no cough, just fever", "fever", Suggestion.SeemsYes)]
    [InlineData("no cough, crushing chest", "chest_pressure", Suggestion.SeemsYes)]
    [InlineData("chest is not tight", "chest_pressure", Suggestion.SeemsNo)]
    [InlineData("chest bad, no injury, tight", "chest_pressure", Suggestion.SeemsYes)]
    [InlineData("chest is fine", "chest_pressure", Suggestion.SeemsNo)]
    [InlineData("my dad had a fever", "fever", Suggestion.SetAside)]
    [InlineData("Dad has a fever and is talking nonsense", "fever", Suggestion.SeemsYes)]
    [InlineData("fever as a child", "fever", Suggestion.SetAside)]
    [InlineData("as a child I was ill and now I have a fever", "fever", Suggestion.SeemsYes)]
    [InlineData("My chest is tight. My mum had a fever.", "fever", Suggestion.SetAside)]
    [InlineData("Chest is tight. Mum had a fever.", "chest_pressure", Suggestion.SeemsYes)]
    [InlineData("Chest is tight. Mum had a fever.", "fever", Suggestion.SetAside)]
    [InlineData("My chest feels tight like my mum's", "chest_pressure", Suggestion.SeemsYes)]
    [InlineData("My son is limping. He has had a fever", "fever", Suggestion.SeemsYes)]
    [InlineData("Mum's 84 and has a fever", "fever", Suggestion.SeemsYes)]
    [InlineData("My mum had a bad hip. She now has a fever", "fever", Suggestion.SeemsYes)]
    [InlineData("my brother and I both had a fever", "fever", Suggestion.SeemsYes)]
    [InlineData("me and my brother had a fever", "fever", Suggestion.SeemsYes)]
    [InlineData("my dad died and I had a fever", "fever", Suggestion.SeemsYes)]
    [InlineData("my brother and my dad had a fever", "fever", Suggestion.SetAside)]
    [InlineData("My dad's fever went, and now I am sweating", "fever", Suggestion.SetAside)]
    [InlineData("My dad's fever went, and now I am sweating", "sweating", Suggestion.SeemsYes)]
    [InlineData("my chest's tight", "chest_pressure", Suggestion.SeemsYes)]
    [InlineData("my chest’s so tight", "chest_pressure", Suggestion.SeemsYes)]
    [InlineData("dropped down without sweating", "numb", Suggestion.SeemsYes)]
    [InlineData("dropped down without sweating", "sweating", Suggestion.SeemsNo)]
    [InlineData("dropped down without sweating, fever", "fever", Suggestion.SeemsYes)]
    [InlineData("I was ill in 2015, fever", "fever", Suggestion.SeemsYes)]
    [InlineData("fever, I was ill in 2015", "fever", Suggestion.SeemsYes)]
    [InlineData("fever, ill years ago", "fever", Suggestion.SeemsYes)]
    [InlineData("I had a fever in 2015", "fever", Suggestion.SetAside)]
    [InlineData("In 2015, fever", "fever", Suggestion.SetAside)]
    [InlineData("fever, years ago", "fever", Suggestion.SetAside)]
    public void Read_Text_SuggestsWhatItSays(string text, string fact, Suggestion suggests) =>
        Assert.Equal(suggests, Assert.Single(Reader.Read(text, [], []).Findings, one => one.Fact == fact).Suggests);

    [Theory]
    [InlineData("hay fever")]
    [InlineData("tight chest of drawers")]
    [InlineData("")]
    [InlineData("Sore shoulder after gardening.")]
    public void Read_LookAlike_SuggestsNothing(string text) => Assert.Empty(Reader.Read(text, [], []).Findings);

    [Theory]
    [InlineData("hay fever", 0)]
    [InlineData("hay fever and then a fever", 1)]
    [InlineData("fever from the hay", 1)]
    public void Read_LookAlike_CountsWhereItCoversAMatch(string text, int findings) => Assert.Equal(findings, Reader.Read(text, [], []).Findings.Count);

    [Theory]
    [InlineData("crushed chest of drawers", 0)]
    [InlineData("chest of drawers, it is tight", 1)]
    public void Read_LookAlikeThatMeetsAMatch_CountsWhenItIsAsLong(string text, int findings) => Assert.Equal(findings, Reader.Read(text, [], []).Findings.Count);

    [Fact]
    public void Read_YesAndNo_KeepsTheYesAndQuotesIt()
    {
        WordFinding found = Assert.Single(Reader.Read("No fever on Monday. Today a fever of 39!", [], []).Findings);
        Assert.Equal((Suggestion.SeemsYes, "fever"), (found.Suggests, found.Quote));
    }

    [Fact]
    public void Read_Medicines_AreFoundInListAndText()
    {
        Assert.Contains(Reader.Read(null, [], ["Warfarin 5 mg"]).Findings, one => one is { Fact: "anticoagulant", Where: "medication" });
        Assert.Contains(Reader.Read("I'm on blood thinners", [], []).Findings, one => one is { Fact: "anticoagulant", Where: "text" });
        Assert.Contains(Reader.Read("not on warfarin any more", [], []).Findings, one => one is { Fact: "anticoagulant", Suggests: Suggestion.SeemsNo });
    }

    [Fact]
    public void Read_History_IsNoSymptomOfToday()
    {
        Assert.Empty(Reader.Read(null, ["fever"], []).Findings);
        Assert.NotEmpty(Reader.Read(null, ["fever since yesterday"], []).Findings);
    }

    [Fact]
    public void Read_NamedRegion_IsPaintedByWords() => Assert.Equal(1UL, Reader.Read("it hurts in my chest", [], []).Regions);

    [Theory]
    [InlineData("I am 72 and sore", 72)]
    [InlineData("72 year old man", 72)]
    [InlineData("aged 34", 34)]
    [InlineData("75, sore jaw", 75)]
    [InlineData("my daughter is 9 and limps", 9)]
    [InlineData("it started 3 years ago", null)]
    [InlineData("for 10 years now", null)]
    [InlineData("I am 12 weeks pregnant", null)]
    public void Read_Age_IsTakenFromWords(string text, int? age) => Assert.Equal(age, Reader.Read(text, [], []).Age);

    [Fact]
    public void Read_AnyText_NeverThrowsAndQuotesIt()
    {
        string odd = string.Concat(Enumerable.Range(0, 3000).Select(i => (char)(i * 7 % 0x3000 + 1))) + " I’ve a FÉVER -- ,,, ''' fever";
        WordReading read = Reader.Read(odd, [odd], [odd]);
        Assert.All(read.Findings, one => Assert.Contains(one.Quote, odd, StringComparison.Ordinal));
    }
}
