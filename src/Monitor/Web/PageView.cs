using Monitor.Core.Watchlist;
using Monitor.Core.Wording;

namespace Monitor.Web;

/// <summary>What every part of a page needs to know of its reader: the language, and how an address of this site is written for them.</summary>
public sealed record PageView
{
    public required Phrasebook Book { get; init; }

    /// <summary>What stands before every path: empty, or /monitor.</summary>
    public required string Prefix { get; init; }

    /// <summary>This page: /people/kalesnikava.</summary>
    public required string Path { get; init; }

    /// <summary>The language of <c>?lang=</c>; it goes with every link. Null: it came from Accept-Language and links stay bare.</summary>
    public string? Asked { get; init; }

    /// <summary>What was searched for; empty where nothing was.</summary>
    public string Question { get; init; } = "";

    /// <summary>Which group of persons was asked for; null: none.</summary>
    public string? Group { get; init; }

    public int Page { get; init; } = 1;

    public string this[string key, params (string Name, object Value)[] values] => Book[key, values];

    public string To(string path, string? group = null, int page = 1) => Address(path, Asked, "", group, page);

    /// <summary>This page in another language.</summary>
    public string In(string language) => Address(Path, language, Question, Group, Page);

    /// <summary>Another page of this list.</summary>
    public string AtPage(int page) => To(Path, Group, page);

    /// <summary>Where an address has no language (a stylesheet, an icon).</summary>
    public string Bare(string path) => Prefix + path;

    public string Origin(string origin) => CleanText.Of(Book.Origin(origin));

    public string Origins(IEnumerable<string> origins) => CleanText.Of(Book.Origins(origins));

    public string NameOf(Subject subject) => CleanText.Of(subject.NameIn(Book.Language));

    public string To(Subject subject) => To(PathOf(subject));

    public static string PathOf(Subject subject) => $"/{(subject is Person ? "people" : "sanctions")}/{Uri.EscapeDataString(subject.Id)}";

    private string Address(string path, string? language, string question, string? group, int page)
    {
        string?[] query =
        [
            language is null ? null : "lang=" + language, question.Length == 0 ? null : "q=" + Uri.EscapeDataString(question), group is null ? null : "status=" + group, page == 1 ? null : $"page={page}",
        ];
        var asked = string.Join('&', query.Where(q => q is not null));
        return Prefix + path + (asked.Length == 0 ? "" : "?" + asked);
    }
}
