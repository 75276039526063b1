using Monitor.Core.Mentions;
using Monitor.Core.Watchlist;

namespace Monitor.Web;

/// <summary>
/// Who on the list is meant by what was asked: by sound, as the bot looks names up ("kalesnikawa"), and by what stands inside a name.
/// A name that is only alike is another person's and is not shown.
/// </summary>
public static class SubjectSearch
{
    /// <summary>Signs; no name is longer, and a longer question only costs time.</summary>
    public const int LongestQuestion = 100;

    public static IReadOnlySet<string> Find(string question, NameSearch names, NameParts parts)
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(parts);
        var found = names.Search(question).Where(h => h.Closeness != Closeness.Different).Select(h => h.Subject).ToHashSet(StringComparer.Ordinal);
        found.UnionWith(parts.Find(question));
        return found;
    }
}
