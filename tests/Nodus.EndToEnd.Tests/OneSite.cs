namespace Nodus.EndToEnd.Tests;

/// <summary>All browser tests share one host and one browser, and run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class OneSite : ICollectionFixture<RunningSite>
{
    /// <summary>The collection's name.</summary>
    public const string Name = "site";
}
