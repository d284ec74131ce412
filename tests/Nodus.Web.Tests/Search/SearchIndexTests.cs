using CsCheck;
using Nodus.Clinical.Knowledge;
using Nodus.Web.Search;

namespace Nodus.Web.Tests.Search;

public sealed class SearchIndexTests(HostedSite site)
{
    private SearchIndex Index => site.Search;

    // Everything a keyboard or a clipboard may hold: letters of many scripts, FTS5's own signs, halves of pairs, nothing.
    private static readonly Gen<string> AnyText = Gen.OneOf(
        Gen.String, Gen.String[Gen.Char["\"'*()^:+-{}[]\\/%;,.~!?& aAeENORTDxyz09’„é"], 0, 80],
        Gen.String[Gen.Char['\0', '\uffff'], 0, 300]);

    [Theory]
    [InlineData("charley horse", "muscles/gastrocnemius")]
    [InlineData("Charley  HORSE!", "muscles/gastrocnemius")]
    [InlineData("charley horse", "muscles/soleus")]
    [InlineData("pain behind the eye", "zones/eye_deep")]
    [InlineData("pain behind the eye", "muscles/sternocleidomastoid")]
    [InlineData("I have had pain behind the eye since Monday", "zones/eye_deep")]
    [InlineData("trumpeter's muscle", "muscles/buccinator")]
    [InlineData("trumpeter’s muscle", "muscles/buccinator")]
    [InlineData("bruxism", "factors#jaw_clenching")]
    public void Find_AnEverydayPhrase_LeadsToWhatItMeans(string query, string address) =>
        Assert.Contains(address, Index.Find(query).Meant.Select(hit => hit.Address));

    [Fact]
    public void Find_AnEverydayPhrase_NamesTheLikeliestFirst() =>
        Assert.Equal("muscles/gastrocnemius", Index.Find("charley horse").Meant[0].Address);

    [Fact]
    public void Find_ALongerPhrase_IsTakenBeforeItsParts()
    {
        // "Charley horse" is the calf; with the thigh named it is the thigh.
        string[] meant = [.. Index.Find("charley horse in the thigh").Meant.Select(hit => hit.Address)];

        Assert.Contains("muscles/vastus_lateralis", meant);
        Assert.DoesNotContain("muscles/gastrocnemius", meant);
    }

    [Fact]
    public void Find_EveryEverydayWord_LeadsToEverythingItMeans()
    {
        IReadOnlyList<LayWord> entries = site.Data.Library.LayWords;
        Assert.NotEmpty(entries);
        // The words of several entries may be the same; then they lead to all of them.
        var lost = entries.SelectMany(entry => entry.Words.Select(word => (word, entry.Means.Count, Index.Find(word).Meant)))
            .Where(one => one.Meant.Count < one.Count)
            .Select(one => $"{one.word}: {one.Meant.Count} of {one.Count}");

        Assert.Empty(lost);
    }

    [Theory]
    [InlineData("soleus", "muscles/soleus")]
    [InlineData("piriformis", "muscles/piriformis")]
    [InlineData("musculus infraspinatus", "muscles/infraspinatus")]
    [InlineData("migraine", "rivals/migraine")]
    [InlineData("carotid triangle", "danger-zones#carotid_triangle")]
    [InlineData("buttock", "zones/buttock")]
    [InlineData("carpal tunnel syndrome", "rivals/carpal_tunnel_syndrome")]
    public void Find_AName_HasItFirst(string query, string address)
    {
        SearchResult result = Index.Find(query);

        Assert.Equal(address, result.Meant.Concat(result.Found).First().Address);
    }

    [Theory]
    [InlineData("infrasp", "muscles/infraspinatus")]
    [InlineData("piri", "muscles/piriformis")]
    [InlineData("levator sca", "muscles/levator_scapulae")]
    [InlineData("sternocl", "muscles/sternocleidomastoid")]
    public void Find_TheBeginningOfAName_FindsIt(string query, string address) =>
        Assert.Equal(address, All(query)[0]);

    [Fact]
    public void Find_EveryMuscle_ByItsNameLatinAndSynonyms()
    {
        var lost = site.Data.Knowledge.Muscles
            .SelectMany(muscle => muscle.Synonyms.Append(muscle.Latin).Append(muscle.Name), (muscle, name) => (muscle, name))
            .Where(one => !All(one.name).Contains($"muscles/{one.muscle.Id}"))
            .Select(one => $"{one.muscle.Id} by \"{one.name}\"");

        Assert.Empty(lost);
    }

    [Fact]
    public void Find_EveryRivalAndZone_ByItsName()
    {
        var lost = site.Data.Knowledge.Rivals.Select(rival => (rival.Name, Address: $"rivals/{rival.Id}"))
            .Concat(site.Data.Atlas.Zones.Zones.Select(zone => (zone.Name, Address: $"zones/{zone.Id}")))
            .Where(one => !All(one.Name).Contains(one.Address))
            .Select(one => $"{one.Address} by \"{one.Name}\"");

        Assert.Empty(lost);
    }

    [Fact]
    public void Find_WordsThatNoEntryHoldsTogether_FindsEntriesWithSomeOfThem() =>
        Assert.Contains("muscles/soleus", All("soleus unobtainium"));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   \t\n")]
    [InlineData("🦵🔥")]
    [InlineData("\"*()^:")]
    [InlineData("\0")]
    public void Find_Nothing_IsEmpty(string? query)
    {
        SearchResult result = Index.Find(query);

        Assert.Empty(result.Meant);
        Assert.Empty(result.Found);
        Assert.Empty(result.Near);
    }

    [Theory]
    [InlineData("\"soleus\"")]
    [InlineData("soleus*")]
    [InlineData("title:soleus")]
    [InlineData("soleus AND")]
    [InlineData("title NOT soleus OR names")]
    [InlineData("NEAR(soleus calf)")]
    [InlineData("soleus 🦵")]
    [InlineData("^soleus - {")]
    [InlineData("soleus'); drop table entry; --")]
    public void Find_TheIndexesOwnSigns_AreOnlyWords(string query) => Assert.Contains("muscles/soleus", All(query));

    [Fact]
    public void Find_TenThousandCharacters_ReadsTheBeginning()
    {
        Assert.Contains("muscles/soleus", All("soleus " + new string('x', 10_000)));
        Assert.Empty(All(new string('x', 10_000)));
        Assert.NotEmpty(All(string.Concat(Enumerable.Repeat("pain ", 2_000))));
    }

    [Theory]
    [InlineData("infraspintus", "infraspinatus")]
    [InlineData("pirformis", "piriformis")]
    [InlineData("strenocleidomastoid", "sternocleidomastoid")]
    public void Find_AMisspelling_SuggestsWhatWasMeant(string query, string meant)
    {
        SearchResult result = Index.Find(query);

        // A misspelling people often make may be among the everyday words; then it is found outright.
        Assert.Contains(meant, string.Join(' ', result.Near.Concat(result.Meant.Select(hit => hit.Address))), StringComparison.Ordinal);
    }

    [Fact]
    public void Find_AnyText_AnswersWithoutRepeats() => AnyText.Sample(
        text =>
        {
            SearchResult result = Index.Find(text);
            SearchHit[] all = [.. result.Meant, .. result.Found];
            Assert.Equal(all.Length, all.Distinct().Count());
            if (result.Near.Count > 0) Assert.Empty(all);
        },
        iter: 300, threads: 1);

    [Fact]
    public void Find_FromManyVisitorsAtOnce_AnswersAsForOne()
    {
        string[] queries = ["soleus", "charley horse", "pain", "buttock", "\"", "zzzz"];
        string[] alone = [.. queries.Select(query => string.Join(' ', All(query)))];

        Parallel.For(0, 200, i => Assert.Equal(alone[i % queries.Length], string.Join(' ', All(queries[i % queries.Length]))));
    }

    private string[] All(string query)
    {
        SearchResult result = Index.Find(query);
        return [.. result.Meant.Concat(result.Found).Select(hit => hit.Address)];
    }
}
