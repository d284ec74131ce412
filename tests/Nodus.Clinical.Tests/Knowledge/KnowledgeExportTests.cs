using System.Text.Json;
using Nodus.Clinical.Knowledge;
using Nodus.Clinical.Tests.Assessment;
using Nodus.Clinical.Tests.Safety;

namespace Nodus.Clinical.Tests.Knowledge;

public sealed class KnowledgeExportTests
{
    [Fact]
    public void Write_SmallKnowledge_HasEveryPartOfTheContractOnce()
    {
        JsonElement root = Export();

        Assert.Equal(
            ["version", "atlas", "counts", "muscles", "points", "rivals", "rules", "questions", "movements", "activities", "signs", "factors", "contexts",
             "dangerZones", "techniques", "exercises", "evidence", "untraced", "instruments", "zoneExceptions", "layWords", "sources"],
            root.EnumerateObject().Select(property => property.Name));
        JsonElement muscle = root.GetProperty("muscles")[0];
        Assert.Equal("Mind it.", muscle.GetProperty("cautions")[0].GetString());
        Assert.Equal("infraspinatus.1", muscle.GetProperty("points")[0].GetProperty("id").GetString());
        JsonElement point = root.GetProperty("points")[0];
        Assert.Equal("infraspinatus", point.GetProperty("muscle").GetString());
        Assert.Equal("Pattern of infraspinatus.1.", point.GetProperty("description").GetString());
        Assert.Equal(["shoulder_front", "arm_front", "hand"], point.GetProperty("essential").EnumerateArray().Select(zone => zone.GetProperty("zone").GetString()));
        Assert.Equal(0.85, point.GetProperty("essential")[0].GetProperty("activation").GetDouble());
        Assert.Equal(0, point.GetProperty("spillover").GetArrayLength());
        JsonElement factor = root.GetProperty("factors")[0];
        Assert.Equal(("Do you sit much?", "Stand up."), (factor.GetProperty("ask").GetString(), factor.GetProperty("advice").GetString()));
    }

    [Fact]
    public void Counts_SmallKnowledge_AddUp()
    {
        JsonElement counts = Export().GetProperty("counts");

        Assert.Equal(4, counts.GetProperty("muscles").GetInt32());
        Assert.Equal(6, counts.GetProperty("points").GetInt32());
        Assert.Equal(1, counts.GetProperty("dangerZones").GetInt32());
        Assert.Equal(6, counts.GetProperty("pointsWithSourceAndConfidence").GetInt32());
        Assert.Equal(6, counts.GetProperty("cautionsConsidered").GetInt32());
        JsonElement[] thin = [.. counts.GetProperty("zonesWithFewerThanThreeMuscles").EnumerateArray()];
        // No zone of the small body has three muscles but the arm's front: infraspinatus, biceps, scalene.
        Assert.Equal(
            [("shoulder_front", 2), ("hand", 2), ("neck_side", 1), ("sternum", 1), ("heel", 0)],
            thin.Select(zone => (zone.GetProperty("zone").GetString(), zone.GetProperty("muscles").GetInt32())));
        Assert.Equal("Few muscles.", thin[3].GetProperty("reason").GetString());
    }

    [Fact]
    public void Write_Rules_HaveTheirConditionInWords()
    {
        JsonElement rule = Export().GetProperty("rules")[1];
        Assert.Equal("RF02", rule.GetProperty("id").GetString());
        Assert.Equal("((chest_pain or pain in chest) and ill)", rule.GetProperty("when").GetString());
        Assert.Equal("cleared", rule.GetProperty("unless").GetString());
        Assert.Equal(SmallSafety.Rulebook.Facts.Count, Export().GetProperty("questions").GetArrayLength());
    }

    private static JsonElement Export()
    {
        using var stream = new MemoryStream();
        KnowledgeExport.Write(
            stream, SmallBody.Knowledge, KnowledgeLibraryTests.Small(), [.. SmallBody.Knowledge.Muscles.Select(Monograph)], [],
            SmallSafety.Rulebook, SmallBody.Sites.Select(site => site.Zone.Id).Distinct(StringComparer.Ordinal));
        using JsonDocument document = JsonDocument.Parse(stream.ToArray());
        return document.RootElement.Clone();
    }

    private static MuscleMonograph Monograph(Muscle muscle) => new(
        muscle.Id, new Dictionary<string, string>(StringComparer.Ordinal), new Attachments("here", "there"), ["Moves"], new Innervation("A nerve", ["C5"]),
        [.. muscle.Points.Select(point => new PointMonograph(point.Id, "here", $"Pattern of {point.Id}.", null))],
        [], [], null, new SelfRelease(null, null, null, null, null, null, "Not advised."), ["Mind it."], [], null);
}
