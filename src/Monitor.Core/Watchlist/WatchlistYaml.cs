using Monitor.Core.Watchlist.Yaml;

namespace Monitor.Core.Watchlist;

/// <summary>The subjects of a list, or why it was refused. With any error there are no subjects: half a watchlist would look like a whole one.</summary>
public sealed record WatchlistReading(IReadOnlyList<Subject> Subjects, IReadOnlyList<ListError> Errors)
{
    public bool Refused => Errors.Count > 0;
}

/// <summary>
/// Reads watchlist files such as seeds/people.yaml (CONTRACT, "Watchlist file"). Strict: an unknown key, a bad date or a duplicate
/// id, also across files, refuses the whole list and says file, line, key and how to mend it.
/// </summary>
public static class WatchlistYaml
{
    public static WatchlistReading Read(string yaml, string fileName) => Read([new ListFile(fileName, yaml)]);

    public static WatchlistReading Read(IEnumerable<ListFile> files)
    {
        var errors = new ListErrors();
        var subjects = new List<Subject>();
        var ids = new UniqueIds();
        foreach (var file in files)
        {
            foreach (var row in YamlRows.Read(file, errors))
            {
                ids.Check(row, file.Name);
                if (WatchlistYamlSubject.Read(row) is { } subject) subjects.Add(subject);
            }
        }

        return errors.All.Count == 0 ? new WatchlistReading(subjects, []) : new WatchlistReading([], errors.All);
    }
}
