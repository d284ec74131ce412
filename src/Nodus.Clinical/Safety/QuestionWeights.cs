namespace Nodus.Clinical.Safety;

/// <summary>How much each open fact could still change.</summary>
internal sealed class QuestionWeights(int facts)
{
    private readonly double[] weights = new double[facts];

    public double this[int fact] => weights[fact];

    public void Add(int fact, double weight) => weights[fact] += weight;
}
