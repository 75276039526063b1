namespace Monitor.Fetching;

/// <summary>What to ask for, with what the source gave last time so that it may answer "not modified".</summary>
public sealed record FetchRequest(Uri Address, string? ETag = null, string? LastModified = null)
{
    /// <summary>An article may have moved to another host for good; a source that has must be confirmed by a person.</summary>
    public bool MayChangeHost { get; init; }

    /// <summary>Taken before more than a small body is held; null: it need not wait for one.</summary>
    public LargeBodies.Place? Place { get; init; }
}

/// <param name="Contact">An address or page where a site's operator reaches ours; stands in the User-Agent.</param>
public sealed record FetchSettings(bool AllowPrivateNetworks = false, string? Contact = null)
{
    /// <summary>Issue 5: after decompression.</summary>
    public int MostBytes { get; init; } = 10 * 1024 * 1024;

    /// <summary>Issue 5: all redirects and the whole body included.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(30);

    public string UserAgent => string.IsNullOrWhiteSpace(Contact) ? "Monitor/1.0 (reads public news feeds)" : $"Monitor/1.0 (reads public news feeds; +{Contact.Trim()})";
}
