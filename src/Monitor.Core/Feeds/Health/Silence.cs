namespace Monitor.Core.Feeds.Health;

/// <summary>
/// How long a source may say nothing before somebody should look: three times its usual longest pause (nine of ten are shorter), and never less than a day.
/// A site that was rebuilt answers well and has nothing new for ever.
/// </summary>
public static class Silence
{
    private const int FewestItems = 10;

    private const int Patience = 3;

    private const double UsualShare = 0.9;

    private static readonly TimeSpan Least = TimeSpan.FromDays(1);

    /// <param name="published">When its latest items came, in any order.</param>
    /// <returns>Null where too little is known to say what is usual.</returns>
    public static TimeSpan? Allowed(IReadOnlyCollection<DateTimeOffset> published)
    {
        if (published.Count < FewestItems) return null;
        var times = published.Order().ToList();
        var pauses = times.Zip(times.Skip(1), (earlier, later) => later - earlier).Order().ToList();
        var allowed = pauses[(int)((pauses.Count - 1) * UsualShare)] * Patience;
        return allowed > Least ? allowed : Least;
    }
}
