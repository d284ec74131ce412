using System.Numerics;
using Nodus.Anatomy;
using Nodus.Anatomy.Posing;
using Nodus.Compiler.Entries;
using Nodus.Compiler.Figures;

namespace Nodus.Compiler.Tests.Figures;

public sealed class FigureReaderTests
{
    private const string Sound = """
        - id: nod
          title: Nodding
          attitude: sitting
          trunk: { neck: { flexion: 30 } }
          sore: { elbow: { flexion: 90 } }
          reach:
            - { hand: good, to: "~mastoid + (0 1 0)", with: fingertips }
          props: [{ kind: ball, at: trap_angle out 2, radius: 3 }]
          camera: { azimuth: 20 }
          arrows: [{ from: vertex, to: "(0 150 20)" }]
        """;

    [Fact]
    public void Read_ASoundFigure_TakesTheSoreSideAsTheRight()
    {
        FigureEntry figure = Assert.Single(Read(Sound, out KnowledgeErrors errors));

        Assert.Equal(0, errors.Count);
        Assert.Equal(90, figure.Angles.Get(Joint.Elbow, Side.Right, Motion.Flexion));
        Assert.Equal(0, figure.Angles.Get(Joint.Elbow, Side.Left, Motion.Flexion));
        Assert.Equal(86, figure.Angles.Get(Joint.Hip, Side.Left, Motion.Flexion));
        ReachEntry reach = Assert.Single(figure.Reaches);
        Assert.Equal(Side.Left, reach.Side);
        Assert.True(reach.To.Skin!.From.Opposite);
        Assert.Equal(2, Assert.Single(figure.Props).At!.OutCm);
        Assert.Equal(new Vector3(0, 150, 20), Assert.Single(figure.Arrows).To.Offset);
    }

    [Theory]
    [InlineData("flexion: 30", "flexion: 300", "allowed is a number from -65 to 65")]
    [InlineData("neck:", "nek:", "nek")]
    [InlineData("kind: ball, at: trap_angle out 2,", "kind: ball,", "needed is the place of the ball")]
    [InlineData("hand: good", "hand: left", "allowed is sore or good")]
    [InlineData("\"(0 150 20)\"", "\"(0 150)\"", "three numbers")]
    [InlineData("\"~mastoid + (0 1 0)\"", "\"mastoid plus 1\"", "is no place")]
    [InlineData("id: nod", "id: Nod", "lower-case")]
    public void Read_AFault_IsToldWithItsPlace(string right, string wrong, string message)
    {
        Assert.Empty(Read(Sound.Replace(right, wrong, StringComparison.Ordinal), out KnowledgeErrors errors));

        KnowledgeError error = errors.InOrder[0];
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.True(error.Line > 0);
    }

    [Fact]
    public void Read_TwoFiguresOfOneId_IsAFault()
    {
        Read(Sound + "\n" + Sound, out KnowledgeErrors errors);

        Assert.Contains("defined twice", Assert.Single(errors.InOrder).Message, StringComparison.Ordinal);
    }

    private static IReadOnlyList<FigureEntry> Read(string text, out KnowledgeErrors errors)
    {
        errors = new KnowledgeErrors();
        return new FigureReader(errors).Read(new KnowledgeText("figures/test.yaml", text));
    }
}
