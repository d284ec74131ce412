using Nodus.Inference.Frontier;

namespace Nodus.Inference.Tests.Frontier;

/// <summary>The vector form must equal the scalar form bit for bit, at every tail length and every slot.</summary>
public class FrontierKernelsTests
{
    private const double Q = 0.37;

    public static TheoryData<int, int> TablesAndStrides()
    {
        var data = new TheoryData<int, int>();
        for (int width = 1; width <= 7; width++)
        {
            for (int slot = 0; slot < width; slot++)
                data.Add(1 << width, 1 << slot);
        }

        return data;
    }

    [Fact]
    public void ScaleAddScaledSumDot_EveryLength_EqualScalar()
    {
        for (int length = 0; length <= 33; length++)
        {
            var source = Values(length, 1);
            var (vector, scalar) = (Values(length, 2), Values(length, 2));
            FrontierKernels.AddScaled(source, Q, vector);
            ScalarKernels.AddScaled(source, Q, scalar);
            Assert.Equal(scalar, vector);
            FrontierKernels.Scale(source, Q, vector);
            ScalarKernels.Scale(source, Q, scalar);
            Assert.Equal(scalar, vector);
            Assert.Equal(ScalarKernels.Sum(source), FrontierKernels.Sum(source));
            Assert.Equal(ScalarKernels.Dot(source, Values(length, 3)), FrontierKernels.Dot(source, Values(length, 3)));
        }
    }

    [Theory]
    [MemberData(nameof(TablesAndStrides))]
    public void ActivateAndRecall_EverySlot_EqualScalar(int length, int stride)
    {
        var (vector, scalar) = (Values(length, 4), Values(length, 4));
        FrontierKernels.Activate(vector, stride, Q);
        ScalarKernels.Activate(scalar, stride, Q);
        Assert.Equal(scalar, vector);
        FrontierKernels.Recall(vector, stride, Q);
        ScalarKernels.Recall(scalar, stride, Q);
        Assert.Equal(scalar, vector);
    }

    [Theory]
    [MemberData(nameof(TablesAndStrides))]
    public void CloseAndReopen_EverySlot_EqualScalar(int length, int stride)
    {
        var source = Values(length, 5);
        var (vector, scalar) = (new double[length], new double[length]);
        double sum = FrontierKernels.Close(source, stride, 0.9, 0.1, vector);
        Assert.Equal(ScalarKernels.Close(source, stride, 0.9, 0.1, scalar), sum);
        Assert.Equal(scalar, vector);
        var half = Values(length / 2, 6);
        FrontierKernels.Reopen(half, stride, 0.9, 0.1, vector);
        ScalarKernels.Reopen(half, stride, 0.9, 0.1, scalar);
        Assert.Equal(scalar, vector);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(64)]
    public void OpenAndRecallOpened_EverySize_EqualScalar(int half)
    {
        var (vector, scalar) = (Values(2 * half, 7), Values(2 * half, 7));
        FrontierKernels.Open(vector, half, Q);
        ScalarKernels.Open(scalar, half, Q);
        Assert.Equal(scalar, vector);
        var (vectorBack, scalarBack) = (new double[half], new double[half]);
        FrontierKernels.RecallOpened(vector, half, Q, vectorBack);
        ScalarKernels.RecallOpened(scalar, half, Q, scalarBack);
        Assert.Equal(scalarBack, vectorBack);
    }

    [Theory]
    [MemberData(nameof(TablesAndStrides))]
    public void Recall_IsTheTransposeOfActivate(int length, int stride)
    {
        var (table, adjoint) = (Values(length, 8), Values(length, 9));
        var (activated, recalled) = (table.ToArray(), adjoint.ToArray());
        FrontierKernels.Activate(activated, stride, Q);
        FrontierKernels.Recall(recalled, stride, Q);
        double expected = ScalarKernels.Dot(activated, adjoint);
        Assert.Equal(expected, ScalarKernels.Dot(table, recalled), 1e-13 * expected);
    }

    [Theory]
    [MemberData(nameof(TablesAndStrides))]
    public void SplitDot_AddsUpToTheClosedInnerProduct(int length, int stride)
    {
        var (table, adjoint) = (Values(length, 10), Values(length / 2, 11));
        var closed = new double[length / 2];
        FrontierKernels.Close(table, stride, 0.8, 0.3, closed);
        var (with, without) = FrontierKernels.SplitDot(table, stride, adjoint);
        Assert.Equal(ScalarKernels.Dot(closed, adjoint), (0.8 * with) + (0.3 * without), 1e-12);
    }

    private static double[] Values(int length, ulong seed)
    {
        var random = new SeededGenerator(seed);
        return [.. Enumerable.Range(0, length).Select(_ => random.Unit())];
    }
}
