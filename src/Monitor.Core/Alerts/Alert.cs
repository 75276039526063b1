using Monitor.Core.Changes;
using Monitor.Core.Watchlist;

namespace Monitor.Core.Alerts;

/// <summary>
/// What one message says, as facts in no language: it is stored when the change is committed and worded when it is sent, in the
/// language of its reader.
/// </summary>
public sealed record Alert
{
    public required AlertType Type { get; init; }

    /// <summary>Subject id, or <see cref="Evidence.Group"/>.</summary>
    public required string Subject { get; init; }

    /// <summary>How to show the subject: by language, and under "" the name of the list. Empty for a group.</summary>
    public required IReadOnlyDictionary<string, string> Names { get; init; }

    public required ClaimKind Kind { get; init; }

    public required PartialDate Date { get; init; }

    public required Standing Standing { get; init; }

    public required IReadOnlyList<string> Origins { get; init; }

    public IReadOnlyList<string> Against { get; init; } = [];

    public required IReadOnlyList<AlertItem> Items { get; init; }

    public string? To { get; init; }

    public int? Count { get; init; }

    public IReadOnlyList<int> OtherCounts { get; init; } = [];

    /// <summary>For a group: the tracked persons named so far, each as <see cref="Names"/>.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Named { get; init; } = [];

    public bool IsGroup => Subject == Evidence.Group;

    public string NameIn(string language) => NameIn(Names, language);

    public static string NameIn(IReadOnlyDictionary<string, string> names, string language)
    {
        ArgumentNullException.ThrowIfNull(names);
        return names.TryGetValue(language, out var name) ? name : names.GetValueOrDefault("", "");
    }

    public static IReadOnlyDictionary<string, string> NamesOf(Subject subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return new Dictionary<string, string>(subject.Names, StringComparer.Ordinal) { [""] = subject.Name };
    }
}

/// <summary>One item behind an alert; <paramref name="Contrary"/>: it says the opposite.</summary>
public sealed record AlertItem(string Reference, string Title, string? Url, string Origin, DateTimeOffset Published, bool Contrary);
