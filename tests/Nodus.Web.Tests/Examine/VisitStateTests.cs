using System.Text;
using System.Text.Json.Nodes;
using Nodus.Anatomy;
using Nodus.Anatomy.Drawing;
using Nodus.Clinical.Assessment;
using Nodus.Web.Client.Examine;
using Nodus.Web.Client.Locate;

namespace Nodus.Web.Tests.Examine;

public sealed class VisitStateTests(HostedSite site)
{
    private const int Damages = 400, Seed = 20261126;

    private BodyAtlas Atlas => site.Data.Atlas;

    [Fact]
    public void Parse_WhatWasWritten_IsTheSame()
    {
        VisitState visit = Examined(), read = Parse(visit.ToJson());
        Assert.Equal(visit.Drawing, read.Drawing);
        Assert.Equal(visit.Findings.ToJson(), read.Findings.ToJson());
        Assert.Equal([new ZonePlace("shoulder_front", "right")], read.Findings.Press("infraspinatus.1", Side.Right).ReferredTo);
    }

    [Fact]
    public void Parse_OfADrawingAlone_HasNoFindings()
    {
        PainDrawing drawing = Examined().Drawing;
        foreach (VisitState read in (VisitState[])[Parse(drawing.ToJson()), Parse([.. "{\"drawing\":"u8, .. drawing.ToJson(), .. "}"u8])])
        {
            Assert.Equal(drawing, read.Drawing);
            Assert.Equal(0, read.Findings.Count);
        }
    }

    [Theory]
    [InlineData("findings", "presses", 0, "side", "Nowhere", "findings.presses[0].side")]
    [InlineData("findings", "movements", 0, "result", 3, "findings.movements[0].result")]
    [InlineData("drawing", "strokes", 0, "intensity", 11, "strokes[0].intensity")]
    public void Parse_OfADamagedPart_NamesTheField(string part, string list, int at, string field, object damage, string named)
    {
        JsonNode file = JsonNode.Parse(Examined().ToJson())!;
        file[part]![list]![at]![field] = JsonValue.Create(damage);
        Assert.Equal(named, Fault(file.ToJsonString()));
    }

    [Theory]
    [InlineData("", "file")]
    [InlineData("[1, 2, 3]", "drawing")]
    [InlineData("{\"drawing\": {}, \"drawing\": {}}", "file")]
    [InlineData("{\"drawing\": {}, \"diary\": {}}", "diary")]
    [InlineData("{\"drawing\": {}}", "atlas")]
    [InlineData("{\"findings\": {}}", "findings")]
    public void Parse_OfAnythingElse_NamesTheField(string json, string named) => Assert.Equal(named, Fault(json));

    [Fact]
    public void Parse_OfRandomDamage_ThrowsNothingElse()
    {
        byte[] whole = Examined().ToJson();
        var random = new Random(Seed);
        for (int damage = 0; damage < Damages; damage++)
        {
            byte[] bytes = [.. whole];
            // The findings stand at the end; they are short, the strokes are long.
            int at = damage % 2 == 0 ? random.Next(bytes.Length) : bytes.Length - 1 - random.Next(400);
            bytes[at] = (byte)random.Next(256);
            try
            {
                Parse(bytes);
            }
            catch (DrawingFormatException)
            {
            }
        }
    }

    private VisitState Examined()
    {
        var session = new DrawingSession(Atlas.Surface, Atlas.Version);
        session.SetZone(Atlas.Zones.Sites.First(one => one.Zone.Id == "shoulder_front" && one.Side == Side.Right), 6);
        session.Note(Findings.None
            .With(new PressNote("infraspinatus.1", Side.Right, Tender: true).Toggle(new ZonePlace("shoulder_front", "right")))
            .WithMovement("shoulder_abduction", Side.Right, MovementResult.Painful).With(new AnswerNote("fever", null))
            with { Examiner = Examiner.Novice, Earlier = [new ReferralNote("supraspinatus.1", Side.Right, [new ZonePlace("thumb", "right")])] });
        return session.Visit;
    }

    private VisitState Parse(byte[] json) => VisitState.Parse(json, Atlas.Version, Atlas.Surface);

    private string Fault(string json) => Assert.Throws<DrawingFormatException>(() => Parse(Encoding.UTF8.GetBytes(json))).Field;
}
