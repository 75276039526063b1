using Monitor.Core.Feeds;
using Monitor.Core.Items;
using Monitor.Core.Watchlist;

namespace Monitor.Core.Seeding;

/// <summary>
/// An article by its text alone, line by line as citations count them (from 1). Its title is its first line, its date the line that is a date and
/// nothing else, its origin the house that its credit names: what it does not say stays unknown.
/// </summary>
/// <param name="Sha256">Of the file it came from.</param>
public sealed record SeedArticle(string Id, IReadOnlyList<string> Lines, string Sha256)
{
    /// <summary>A date stands above or right below the title.</summary>
    private const int DateLines = 3;

    private const int LongestDate = 30;

    /// <summary>The day a feed gives it; null where only the text can tell.</summary>
    public PartialDate? Published { get; init; }

    /// <summary>Its facts in other words: not the text that a SHA-256 was taken of, nor dated by its author.</summary>
    public bool IsRetold { get; init; }

    public PartialDate? Date => DateIn(Lines.Take(DateLines)) ?? Published;

    public string Origin => Speaker.Of(Item(null));

    /// <summary>The article as news of a day.</summary>
    public Item Item(PartialDate? day) => new()
    {
        Id = Id,
        Source = Id,
        Origin = "article-" + Id,
        Published = day is { } known ? new DateTimeOffset(known.First.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) : null,
        Title = Lines.Count > 0 ? Lines[0] : "",
        Text = string.Join('\n', Lines.Skip(1)),
    };

    /// <summary>The line a passage begins in.</summary>
    public int LineOf(string passage)
    {
        var start = passage.Split('\n')[0].Trim();
        for (var i = 0; i < Lines.Count; i++)
            if (Lines[i].Contains(start, StringComparison.Ordinal)) return i + 1;
        return 1;
    }

    private static PartialDate? DateIn(IEnumerable<string> lines) => lines
        .Where(l => l.Length <= LongestDate && l.Any(char.IsAsciiDigit) && l.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length is >= 1 and <= 4)
        .Select(l => FeedDate.Read(l.StartsWith("Dated ", StringComparison.OrdinalIgnoreCase) ? l[6..] : l))
        .Where(d => d is not null).Select(d => (PartialDate?)PartialDate.OfDay(DateOnly.FromDateTime(d!.Value.UtcDateTime))).FirstOrDefault();
}
