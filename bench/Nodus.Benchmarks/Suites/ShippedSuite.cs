using BenchmarkDotNet.Attributes;
using Nodus.Anatomy;
using Nodus.Clinical.Assessment;
using Nodus.Clinical.Knowledge;
using Nodus.Clinical.Safety;
using Nodus.Clinical.Safety.Language;

namespace Nodus.Benchmarks.Suites;

/// <summary>Assessment and gate on the knowledge that ships, over drawings of one to six points; a time is that of one drawing.</summary>
public class ShippedSuite
{
    private const int Drawings = 20, Seed = 1, Listed = 8;

    private static readonly Case Nothing = new();

    private Assessor assessor = null!;
    private SafetyGate gate = null!;
    private Case[] drawings = [];

    /// <summary>Active points behind each drawing.</summary>
    [Params(1, 3, 6)]
    public int Points { get; set; }

    /// <summary>Reads the compiled data and draws.</summary>
    [GlobalSetup]
    public void Read()
    {
        BodyAtlas atlas = ShippedData.Read("atlas.bin", BodyAtlas.Read);
        KnowledgeBase knowledge = ShippedData.Read("knowledge.bin", KnowledgeBase.Read);
        assessor = Assessor.For(knowledge, atlas);
        gate = new SafetyGate(ShippedData.Read("safety.bin", SafetyKnowledge.Read));
        drawings = [.. new DrawnPain(knowledge, atlas.Zones, Seed).OfOneArea(Points, Drawings).Select(one => one.Case)];
    }

    /// <summary>The whole answer, each drawing new to the engine.</summary>
    [Benchmark(OperationsPerInvoke = Drawings)]
    public void Assess()
    {
        foreach (Case drawing in drawings)
        {
            assessor.Leading(Nothing, 1);
            assessor.Assess(drawing);
        }
    }

    /// <summary>The first muscles alone, as shown while the pen moves.</summary>
    [Benchmark(OperationsPerInvoke = Drawings)]
    public void Leading()
    {
        foreach (Case drawing in drawings)
        {
            assessor.Leading(Nothing, 1);
            assessor.Leading(drawing, Listed);
        }
    }

    /// <summary>The gate's rules on the drawing, and what must be asked about it.</summary>
    [Benchmark(OperationsPerInvoke = Drawings)]
    public void Gate()
    {
        foreach (Case drawing in drawings) gate.Check(drawing, WordReading.Nothing);
    }
}
