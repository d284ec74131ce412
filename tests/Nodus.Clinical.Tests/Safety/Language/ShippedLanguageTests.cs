using Nodus.Clinical.Safety;
using Nodus.Clinical.Safety.Language;

namespace Nodus.Clinical.Tests.Safety.Language;

/// <summary>Sentences that were once misread, by the language that ships.</summary>
public sealed class ShippedLanguageTests
{
    private static readonly SafetyKnowledge Knowledge = Read("safety.bin", SafetyKnowledge.Read);
    private static readonly WordReader Reader = new(Knowledge, Read("safety-language.bin", SafetyLanguage.Read));

    [Theory]
    [InlineData("my face's dropped", "facial_droop")]
    [InlineData("I dropped to the floor without fainting", "drop_attack")]
    [InlineData("My calf is swollen. My mum had breast cancer.", "leg_swelling_one")]
    [InlineData("My chest feels tight. My mum had breast cancer.", "chest_pressure")]
    [InlineData("I broke out in a cold sweat. My father died of a heart attack.", "sweating_nausea")]
    [InlineData("I had a DVT in 2015, calf tender", "previous_dvt")]
    [InlineData("I had a DVT in 2015, calf swollen", "leg_swelling_one")]
    [InlineData("My brother and I both had clots", "previous_dvt")]
    [InlineData("Me and my brother have both had clots", "previous_dvt")]
    [InlineData("My dad's aneurysm burst, and now I have a sudden tearing pain", "tearing_pain")]
    [InlineData("I run 101 in the evenings", "fever")]
    [InlineData("been at 39.2 since yesterday", "fever")]
    [InlineData("it was 102 this morning and I feel ill", "fever")]
    [InlineData("on steroids for years, and my back cracked when I bent down", "minor_trauma")]
    [InlineData("My husband had his hands round my throat", "neck_squeezed")]
    [InlineData("He strangled me on Saturday", "neck_squeezed")]
    [InlineData("He strangled me on Saturday", "unsafe_at_home")]
    [InlineData("a tight pressing in the middle of my chest", "chest_pressure")]
    public void Read_Sentence_Suspects(string text, string fact) => Assert.Contains(fact, Suspected(text));

    [Theory]
    [InlineData("I dropped to the floor without fainting", "fainted")]
    [InlineData("My calf is swollen. My mum had breast cancer.", "cancer_history")]
    [InlineData("My chest feels tight. My mum had breast cancer.", "cancer_history")]
    [InlineData("I broke out in a cold sweat. My father died of a heart attack.", "heart_disease_known")]
    [InlineData("My dad's aneurysm burst, and now I have a sudden tearing pain", "aneurysm_known")]
    [InlineData("I ran 10 miles", "fever")]
    [InlineData("I ran 101 miles", "fever")]
    [InlineData("I'm 39", "fever")]
    [InlineData("I weigh 101 kg", "fever")]
    [InlineData("I've been at 102 kg for years", "fever")]
    [InlineData("been at 39 weeks pregnant since Monday", "fever")]
    [InlineData("my pulse was 102 this morning", "fever")]
    [InlineData("We have a newborn", "postpartum")]
    [InlineData("my physio put her hands on my neck", "unsafe_at_home")]
    [InlineData("my physio put her hands on my neck", "neck_squeezed")]
    [InlineData("it feels like someone has their hands round my throat", "neck_squeezed")]
    [InlineData("My ex strangled me ten years ago", "neck_squeezed")]
    [InlineData("I'm not yellow, appetite's too good", "jaundice")]
    public void Read_Sentence_DoesNotSuspect(string text, string fact) => Assert.DoesNotContain(fact, Suspected(text));

    [Fact]
    public void Read_PastBeforeAComma_LeavesThePlaceOfToday() =>
        Assert.NotEqual(0UL, Reader.Read("I had a DVT in 2015, calf tender", [], []).Regions & Knowledge.Mask(["calf"]));

    private static IEnumerable<string> Suspected(string text) =>
        Reader.Read(text, [], []).Findings.Where(one => one.Suggests == Suggestion.SeemsYes).Select(one => one.Fact);

    private static T Read<T>(string name, Func<Stream, T> read)
    {
        using FileStream file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "data", name));
        return read(file);
    }
}
