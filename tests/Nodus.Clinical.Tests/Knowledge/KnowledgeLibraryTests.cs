using System.Text;
using CsCheck;
using Nodus.Anatomy;
using Nodus.Clinical.Knowledge;

namespace Nodus.Clinical.Tests.Knowledge;

public sealed class KnowledgeLibraryTests
{
    [Fact]
    public void Read_WhatWriteWrote_GivesTheSameBytesAgain()
    {
        byte[] first = Bytes(Small());
        KnowledgeLibrary read = KnowledgeLibrary.Read(new MemoryStream(first));

        Assert.Equal(first, Bytes(read));
        Assert.True(read.TryFindSource("book", out _));
        Assert.True(read.TryFindTechnique(Technique.PressureRelease, out TechniqueGuide? guide));
        Assert.Equal([Practitioner.LicensedNeedling], guide.Who);
        Assert.True(read.TryFindEvidence("denneny2019", out EvidenceItem? item));
        Assert.Equal(EvidenceCertainty.VeryLow, item.Certainty);
        Assert.True(read.TryFindInstrument("nprs", out OutcomeInstrument? instrument));
        Assert.Equal("worst", instrument.Questions[0].Anchors["10"]);
        Assert.Contains("\"licensed_needling\"", Encoding.UTF8.GetString(first), StringComparison.Ordinal);
    }

    [Fact]
    public void Lookups_ByMuscleTechniqueAndPoint_FindWhatNamesThem()
    {
        KnowledgeLibrary library = Small();

        Assert.Equal("band_turns", Assert.Single(library.ExercisesFor("infraspinatus")).Id);
        Assert.Empty(library.ExercisesFor("deltoid"));
        Assert.Equal("denneny2019", Assert.Single(library.EvidenceOn(Technique.PressureRelease)).Id);
        Assert.Equal("denneny2019", Assert.Single(library.EvidenceOn("infraspinatus")).Id);
        Assert.Equal("axilla", Assert.Single(library.DangerZonesAt("infraspinatus.1")).Id);
        Assert.False(library.TryFindTechnique(Technique.Heat, out _));
    }

    [Theory]
    [InlineData("\"how\":\"Not over it.\"", "\"how\":null", "What modifies a technique says how")]
    [InlineData("\"answer\":\"fever\"", "\"answer\":null", "Either an answer or a text")]
    [InlineData("\"pressureMax\":5", "\"pressureMax\":7", "PressureMax must be between 0 and 5")]
    [InlineData("\"repeats\":12", "\"repeats\":null", "Repeats or seconds")]
    [InlineData("\"class\":\"ship_text\"", "\"class\":\"unclear_ask_owner\"", "The licence does not let the text of the items ship")]
    [InlineData("\"doesNotShow\":\"That it never helps.\"", "\"doesNotShow\":\"\"", "DoesNotShow must not be empty")]
    [InlineData("\"structure\":\"plexus\"", "\"structure\":\"pipe\"", "structure")]
    public void Read_DamagedEntry_NamesWhatIsWrong(string right, string wrong, string message)
    {
        string json = Encoding.UTF8.GetString(Bytes(Small()));
        Assert.Contains(right, json, StringComparison.Ordinal);

        var fault = Assert.Throws<InvalidDataException>(() => KnowledgeLibrary.Read(
            new MemoryStream(Encoding.UTF8.GetBytes(json.Replace(right, wrong, StringComparison.Ordinal)))));
        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_RandomDamage_IsReadOrRefused()
    {
        byte[] whole = Bytes(Small());
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte).Array[1, 6].Sample(changes =>
        {
            byte[] damaged = [.. whole];
            foreach ((int at, byte value) in changes) damaged[at] = value;
            try
            {
                Assert.NotNull(KnowledgeLibrary.Read(new MemoryStream(damaged)));
            }
            catch (InvalidDataException fault)
            {
                Assert.Contains("library", fault.Message, StringComparison.Ordinal);
            }
        }, iter: 1000);
    }

    [Theory]
    [InlineData(45, 3, 5, null)]
    [InlineData(10, 3, 5, "seconds is 10; the technique allows 20 to 90")]
    [InlineData(91, 3, 5, "seconds is 91; the technique allows 20 to 90")]
    [InlineData(45, 6, 5, "repeats is 6; the technique allows 1 to 5")]
    public void Breach_Protocol_SaysWhatLiesOutside(double seconds, int repeats, double pressure, string? breach) =>
        Assert.Equal(breach, new DoseLimits(20, 90, 1, 5, 5, 3, null).Breach(new TechniqueProtocol(
            Technique.PressureRelease, "Lying.", "Finger.", "Down.", seconds, repeats, pressure, "Longer.", "At tingling.", Grade.Elicited, [])));

    internal static KnowledgeLibrary Small() => new(new LibraryEntries
    {
        Sources = [new Source("book", "A book.", SourceKind.Textbook, SourceReading.Secondary)],
        DangerZones =
        [
            new DangerZone(
                "axilla", "Axilla", "Your armpit", DangerStructure.Plexus, true, "1 cm", "Numbness.", "Press lightly.",
                [Technique.DryNeedling], [new TechniqueModification(Technique.PressureRelease, "Half the time.")], Confidence.High, Grade.Elicited,
                ["book"], [new ZoneOverlap("axilla", Side.Left, 0.8)], ["infraspinatus.1"]),
        ],
        Factors = [new FactorMonograph("sitting", "You sit much.", "Stand up.", Grade.Elicited, [])],
        Contexts = [new ContextMonograph("office_work", "Work at a desk", [new ContextPriorBasis(null, null, [], null)])],
        Techniques =
        [
            new TechniqueGuide(
                Technique.PressureRelease, "Pressure release", "Slow pressure.", "Sink in.", [Practitioner.LicensedNeedling],
                new DoseLimits(20, 90, 1, 5, 5, 3, null), "Soreness.", "Bruises.",
                [new Contraindication("fever", null, ContraindicationLevel.Modify, "Not over it.")], ["denneny2019"], Grade.Elicited, []),
        ],
        Exercises =
        [
            new Exercise(
                "band_turns", "Turns", "Makes strong.", ["infraspinatus"], ExerciseKind.Strength, "Turn.", new ExerciseDose(3, 12, null, 3),
                "Stronger band.", "At pain.", Grade.Elicited, []),
        ],
        Evidence =
        [
            new EvidenceItem(
                "denneny2019", "A review.", 2019, "10.1/x", null, "review", "adults", null, "pressure", null, "none", EvidenceCertainty.VeryLow,
                EvidenceStance.Against, "Not shown to help.", "That it never helps.", EvidenceProvenance.PartlyRetrieved,
                [Technique.PressureRelease], ["infraspinatus"], []),
        ],
        Untraced = [new UntracedClaim("It cures.", ["denneny2019"], "Do not repeat.")],
        Instruments =
        [
            new OutcomeInstrument(
                "nprs", "Pain scale", "pain", 1, "today", new ScoreRange(0, 10), ScoreDirection.LowerBetter, "one number", "required",
                [new ScoreBand(0, 3, "mild")], [new ScoreChange(2, "points", 0.3, "chronic", EvidenceProvenance.Knowledge)], [],
                new InstrumentLicence(LicenceClass.ShipText, "free", EvidenceProvenance.Knowledge), new InstrumentCodes(null, "72514-3", [], "retrieved"),
                [new InstrumentQuestion("now", "Now?", 0, 10, new Dictionary<string, string>(StringComparer.Ordinal) { ["10"] = "worst" })], null),
        ],
        ZoneExceptions = [new ExemptZone("sternum", "Few muscles.")],
    });

    private static byte[] Bytes(KnowledgeLibrary library)
    {
        using var stream = new MemoryStream();
        library.Write(stream);
        return stream.ToArray();
    }
}
