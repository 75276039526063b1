namespace Monitor.Tests.Support;

/// <summary>Tests that measure seconds or run whole processes: one at a time, while nothing else runs.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
