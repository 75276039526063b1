namespace Monitor.Core.Watchlist;

/// <summary>What a curator said of a name as an item prints it: it is this subject, or it is not.</summary>
public sealed record NameJudgement(string Surface, string Subject, bool IsSame);
