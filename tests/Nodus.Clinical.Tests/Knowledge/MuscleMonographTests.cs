using System.Text;
using Nodus.Clinical.Knowledge;

namespace Nodus.Clinical.Tests.Knowledge;

public sealed class MuscleMonographTests
{
    [Fact]
    public void Read_WhatWriteWrote_GivesTheSameBytesAgain()
    {
        byte[] first = Bytes(Small());
        MuscleMonograph read = MuscleMonograph.Read(new MemoryStream(first));

        Assert.Equal(first, Bytes(read));
        Assert.False(read.SelfRelease.Advised());
        Assert.Equal(Technique.PostIsometricRelaxation, read.Techniques[0].Technique);
        Assert.Null(read.Points[0].Palpation);
        Assert.Contains("\"post_isometric_relaxation\"", Encoding.UTF8.GetString(first), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"cautions\":[\"Mind the artery.\"]", "\"cautions\":[]", "Cautions needs at least one entry")]
    [InlineData("\"seconds\":30", "\"seconds\":-1", "Seconds must be between 1 and 180")]
    [InlineData("\"pressure\":2.5", "\"pressure\":6", "Pressure must be between 0 and 5")]
    [InlineData("\"name\":\"Sinusitis\"", "\"name\":null", "Either a rival or a name")]
    [InlineData("\"note\":\"Its branches cross the cheek.\"", "\"note\":\" \"", "Note must not be empty")]
    [InlineData("\"none\":\"Not advised.\"", "\"none\":null", "Either how to do it, or why not")]
    public void Read_DamagedEntry_NamesWhatIsWrong(string right, string wrong, string message)
    {
        string json = Encoding.UTF8.GetString(Bytes(Small()));
        Assert.Contains(right, json, StringComparison.Ordinal);

        var fault = Assert.Throws<InvalidDataException>(() => MuscleMonograph.Read(
            new MemoryStream(Encoding.UTF8.GetBytes(json.Replace(right, wrong, StringComparison.Ordinal)))));
        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
    }

    private static byte[] Bytes(MuscleMonograph monograph)
    {
        using var stream = new MemoryStream();
        monograph.Write(stream);
        return stream.ToArray();
    }

    private static MuscleMonograph Small() => new(
        "masseter",
        new Dictionary<string, string>(StringComparer.Ordinal) { ["snomed"] = "1" },
        new Attachments("Zygomatic arch", "Jaw"),
        ["Closes the jaw"],
        new Innervation("Mandibular nerve", ["V3"]),
        [new PointMonograph("masseter.1", "malar>gonion:0.5", "Cheek.", Palpation: null)],
        [new LookAlike(null, "Sinusitis", "Fever."), new LookAlike("dental_disease", null, "One tooth hurts on tapping.")],
        [
            new TechniqueProtocol(
                Technique.PostIsometricRelaxation, "Lying.", "Two fingers on the lower teeth.", "Downward.", 8, 4, 2.5,
                "A wider start.", "At a click.", Grade.Elicited, []),
        ],
        new Stretch("Open wide.", 30, 3, "At a click.", Grade.Elicited),
        new SelfRelease(null, null, null, null, null, null, "Not advised."),
        ["Mind the artery."],
        [new NearbyDanger("facial_nerve_parotid", "Its branches cross the cheek.")],
        Notes: null);
}
