namespace Monitor.Core.Feeds.Health;

/// <summary>What curators are told of a source, each once.</summary>
public enum NoticeKind
{
    /// <summary>It has failed for a day.</summary>
    Down,

    /// <summary>It answers, but has had nothing new for much longer than usual.</summary>
    Silent,

    /// <summary>It works again, or speaks again.</summary>
    Back,

    /// <summary>Nothing in its window was known: items may have been missed.</summary>
    Gap,

    /// <summary>It gave its old items again, with new ids or dates.</summary>
    Archive,
}
