namespace Monitor.Core.Feeds;

/// <summary>What came of asking a source once. The fetcher never throws; whatever went wrong is a <see cref="Failed"/> with its reason.</summary>
public abstract record FetchOutcome
{
    /// <summary>304: what we have is still right.</summary>
    public sealed record NotModified(FreshFor Wait) : FetchOutcome;

    /// <param name="Bytes">Decompressed, never more than the limit.</param>
    /// <param name="FinalUri">Where the body came from, after redirects: the base of its relative links.</param>
    /// <param name="MovedTo">A permanent redirect within the host: ask there from now on.</param>
    public sealed record Body(
        ReadOnlyMemory<byte> Bytes, string? ContentType, string? ETag, string? LastModified, Uri FinalUri, Uri? MovedTo, FreshFor Wait) : FetchOutcome;

    /// <param name="Reason">In plain words, fit for a curator: "answered 403 Forbidden".</param>
    /// <param name="RetryAfter">How long the source itself asked to be left alone.</param>
    public sealed record Failed(string Reason, TimeSpan? RetryAfter = null) : FetchOutcome;
}

/// <summary>How long the source said its answer stays good (Cache-Control, Expires, ttl); null where it did not say.</summary>
public sealed record FreshFor(TimeSpan? Wait)
{
    public static FreshFor Unsaid { get; } = new((TimeSpan?)null);
}
