using System.Globalization;
using Monitor.Core.Mentions;
using Monitor.Core.Watchlist;

namespace Monitor.Web;

/// <summary>
/// Who on the list is meant by what was asked: by sound, as the bot looks names up ("kalesnikawa"), and by what stands inside a name
/// whatever the case and the accents ("калесник" finds Калеснікава). A name that is only alike is another person's and is not shown.
/// </summary>
public static class SubjectSearch
{
    /// <summary>Signs; no name is longer, and a longer question only costs time.</summary>
    public const int LongestQuestion = 100;

    private const CompareOptions Loosely = CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace;

    public static IReadOnlyList<Subject> Find(string question, NameSearch names, IReadOnlyList<Subject> subjects)
    {
        var heard = names.Search(question).Where(h => h.Closeness != Closeness.Different).Select(h => h.Subject).ToHashSet(StringComparer.Ordinal);
        return [.. subjects.Where(s => heard.Contains(s.Id) || NamesOf(s).Any(name => CultureInfo.InvariantCulture.CompareInfo.IndexOf(name, question, Loosely) >= 0))];
    }

    private static IEnumerable<string> NamesOf(Subject subject) => subject.OtherNames.Concat(subject.Names.Values).Prepend(subject.Name);
}
