namespace Monitor.Core.Feeds.Formats;

/// <summary>One way to write a feed. A library that reads feeds could stand behind this interface as well.</summary>
internal interface IFeedFormat
{
    /// <summary>Null where the text is not of this format, so that the next one is asked.</summary>
    ParsedFeed? Read(FeedDocument document);
}
