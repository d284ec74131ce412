using System.Text;
using Nodus.Anatomy;
using Nodus.Clinical.Assessment;
using Nodus.Clinical.Knowledge;

namespace Nodus.Clinical.Tests.Assessment;

public sealed class CaseReaderTests
{
    private const string Whole = """
        { "age": 45, "sex": "F",
          "pain": [ { "zone": "shoulder_front", "side": "right", "intensity": 6, "quality": ["aching"] } ],
          "drawing": null,
          "answers": { "after_trauma": false, "night_pain_positional": true, "fever": null, "tearing": true },
          "factors": ["reaching", "sitting", "violin", "sitting"],
          "movements": [ { "test": "hand_behind_back", "side": "right", "result": "restricted" } ],
          "palpation": [ { "point": "infraspinatus.1", "side": "right", "tender": true, "recognised": true, "referred": true, "tautBand": null, "twitch": null } ],
          "history": ["asthma"], "medication": [], "patientText": null }
        """;

    [Fact]
    public void Read_WholeCase_KeepsEverythingAndInventsNothing()
    {
        Case read = SmallBody.Read(Whole);

        Assert.Equal(45, read.Age);
        Assert.Equal(Sex.Female, read.Sex);
        PainReport pain = Assert.Single(read.Pain);
        Assert.Equal(("shoulder_front", Side.Right, 1.0, 6.0), (pain.Site.Zone.Id, pain.Site.Side, pain.Coverage, pain.Intensity));
        Assert.False(read.Answers["after_trauma"]);
        Assert.True(read.Answers["night_pain_positional"]);
        Assert.False(read.Answers.ContainsKey("fever"));
        Assert.Equal("reaching", Assert.Single(read.Activities).Id);
        Assert.Equal("sitting", Assert.Single(read.Factors).Id);
        Assert.Equal("violin", Assert.Single(read.Contexts).Id);
        Assert.Equal(MovementResult.Restricted, Assert.Single(read.Movements).Result);
        PalpationFinding pressed = Assert.Single(read.Palpation);
        Assert.Equal((true, null, null), (pressed.Referred, pressed.TautBand, pressed.Twitch));
        Assert.Equal(["asthma"], read.History);
    }

    [Fact]
    public void Read_EmptyObject_IsACaseOfWhichNothingIsKnown()
    {
        Case read = SmallBody.Read("{}");

        Assert.Null(read.Age);
        Assert.Equal(Sex.Unknown, read.Sex);
        Assert.Empty(read.Pain);
        Assert.Empty(read.Answers);
    }

    [Fact]
    public void Read_BothSides_GivesOneEntryASide()
    {
        Case read = SmallBody.Read("""{"pain":[{"zone":"heel","side":"both"}],"palpation":[{"point":"biceps.1","side":"both","tender":true}]}""");

        Assert.Equal([Side.Left, Side.Right], read.Pain.Select(report => report.Site.Side));
        Assert.Equal([Side.Left, Side.Right], read.Palpation.Select(finding => finding.Side));
    }

    [Fact]
    public void Read_OneZoneTwice_KeepsTheStrongerPain()
    {
        Case read = SmallBody.Read("""{"pain":[{"zone":"heel","side":"left","intensity":2,"quality":["dull"]},{"zone":"heel","side":"left","intensity":5}]}""".Replace("dull", "sharp", StringComparison.Ordinal));

        PainReport pain = Assert.Single(read.Pain);
        Assert.Equal(5, pain.Intensity);
        Assert.Equal(["sharp"], pain.Qualities);
    }

    [Theory]
    [InlineData("""{"pain":[{"zone":"shoulder_frnt","side":"left"}]}""", "pain[0].zone", "Did you mean \"shoulder_front\"")]
    [InlineData("""{"pain":[{"zone":"heel","side":"links"}]}""", "pain[0].side", "left, right, midline, both")]
    [InlineData("""{"pain":[{"zone":"heel"}]}""", "pain[0].side", "missing")]
    [InlineData("""{"pain":[{"zone":"heel","side":"midline"}]}""", "pain[0].side", "left, right, both")]
    [InlineData("""{"pain":[{"zone":"sternum","side":"left"}]}""", "pain[0].side", "Allowed: midline")]
    [InlineData("""{"pain":[{"zone":"arm_front","side":"left","patch":2.5}]}""", "pain[0].patch", "a whole number from 1 to 6, not 2.5")]
    [InlineData("""{"pain":[{"zone":"arm_front","side":"left","patch":0}]}""", "pain[0].patch", "from 1 to 6, not 0")]
    [InlineData("""{"pain":[{"zone":"heel","side":"left","patch":1}]}""", "pain[0].patch", "is not divided")]
    [InlineData("""{"pain":[{"zone":"heel","side":"left","intensity":11}]}""", "pain[0].intensity", "from 0 to 10, not 11")]
    [InlineData("""{"pain":[{"zone":"heel","side":"left","intensity":"much"}]}""", "pain[0].intensity", "a number from 0 to 10")]
    [InlineData("""{"pain":[{"zone":"heel","side":"left","quality":["achng"]}]}""", "pain[0].quality[0]", "Did you mean \"aching\"")]
    [InlineData("""{"pain":[{"zone":"heel","side":"left","intensty":3}]}""", "pain[0].intensty", "Did you mean \"intensity\"")]
    [InlineData("""{"pain":{"zone":"heel"}}""", "pain", "must be a list")]
    [InlineData("""{"pain":["heel"]}""", "pain[0]", "must be an object")]
    [InlineData("""{"palpation":[{"point":"infraspinatus.9","side":"left"}]}""", "palpation[0].point", "Did you mean \"infraspinatus.1\"")]
    [InlineData("""{"palpation":[{"point":"biceps.1","side":"midline"}]}""", "palpation[0].side", "left, right, both")]
    [InlineData("""{"palpation":[{"point":"biceps.1","side":"left","tender":"yes"}]}""", "palpation[0].tender", "true, false or null")]
    [InlineData("""{"answers":{"feverish":true}}""", "answers.feverish", "Did you mean \"fever\"")]
    [InlineData("""{"answers":{"fever":"no"}}""", "answers.fever", "true, false or null")]
    [InlineData("""{"answers":["fever"]}""", "answers", "must be an object")]
    [InlineData("""{"factors":["reachng"]}""", "factors[0]", "Did you mean \"reaching\"")]
    [InlineData("""{"movements":[{"test":"hand_behind_bak","side":"left","result":"weak"}]}""", "movements[0].test", "Did you mean \"hand_behind_back\"")]
    [InlineData("""{"movements":[{"test":"hand_behind_back","side":"left","result":"stuck"}]}""", "movements[0].result", "normal, restricted, painful, weak")]
    [InlineData("""{"age":-1}""", "age", "from 0 to 120")]
    [InlineData("""{"age":4.5}""", "age", "whole number")]
    [InlineData("""{"sex":"female"}""", "sex", "F, M, X")]
    [InlineData("""{"drawing":{"atlas":"a"}}""", "drawing", "zones under pain")]
    [InlineData("""{"pane":[]}""", "pane", "Did you mean \"pain\"")]
    [InlineData("""{"age":1,"age":2}""", "", "not valid JSON")]
    [InlineData("""[]""", "", "must be an object")]
    [InlineData("""{"age":""", "", "not valid JSON (line 1")]
    [InlineData("", "", "not valid JSON")]
    public void Read_BadInput_NamesTheFieldAndWhatIsAllowed(string json, string field, string message)
    {
        var fault = Assert.Throws<CaseFormatException>(() => SmallBody.Read(json));

        Assert.Equal(field, fault.Field);
        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
        Assert.StartsWith(field.Length == 0 ? "case: " : field + ": ", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_DamagedBytes_ThrowsNothingElse()
    {
        byte[] whole = Encoding.UTF8.GetBytes(Whole);
        ulong state = 20261123;
        int refused = 0;
        for (int round = 0; round < 4000; round++)
        {
            byte[] damaged = whole.ToArray();
            int changes = 1 + (int)(Next() % 4);
            for (int i = 0; i < changes; i++)
                damaged[Next() % (ulong)damaged.Length] = (byte)Next();
            int length = Next() % 4 == 0 ? (int)(Next() % (ulong)damaged.Length) : damaged.Length;
            try
            {
                SmallBody.Reader.Read(damaged.AsMemory(0, length));
            }
            catch (CaseFormatException fault)
            {
                Assert.NotEmpty(fault.Message);
                refused++;
            }
        }

        Assert.InRange(refused, 2000, 4000);

        ulong Next()
        {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            return state >> 8;
        }
    }
}
