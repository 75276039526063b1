namespace Monitor.Store;

/// <summary>Small facts about this database itself: the feed authority, the leader's term, …</summary>
public sealed class SettingRow
{
    public required string Key { get; set; }
    public required string Value { get; set; }
}
