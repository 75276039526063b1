using System.Globalization;
using Monitor.Core.Watchlist;

namespace Monitor.Web;

/// <summary>Who on the list has a name that contains what was asked, whatever the case and the accents: "калесник" finds Калеснікава.</summary>
public static class SubjectSearch
{
    /// <summary>Signs; no name is longer, and a longer question only costs time.</summary>
    public const int LongestQuestion = 100;

    private const CompareOptions Loosely = CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace;

    public static IReadOnlyList<Subject> Find(string question, IReadOnlyList<Subject> subjects) =>
        [.. subjects.Where(s => NamesOf(s).Any(name => CultureInfo.InvariantCulture.CompareInfo.IndexOf(name, question, Loosely) >= 0))];

    private static IEnumerable<string> NamesOf(Subject subject) => subject.OtherNames.Concat(subject.Names.Values).Prepend(subject.Name);
}
