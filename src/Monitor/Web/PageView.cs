using Monitor.Core.Watchlist;
using Monitor.Core.Wording;

namespace Monitor.Web;

/// <summary>What every part of a page needs to know of its reader: the language, and how an address of this site is written for them.</summary>
public sealed record PageView
{
    public required Phrasebook Book { get; init; }

    /// <summary>Absolute, with a slash at the end.</summary>
    public required Uri Site { get; init; }

    /// <summary>What stands before every path: empty, or /monitor.</summary>
    public required string Prefix { get; init; }

    /// <summary>This page: /people/kalesnikava.</summary>
    public required string Path { get; init; }

    /// <summary>The language of <c>?lang=</c>; it goes with every link. Null: it came from Accept-Language and links stay bare.</summary>
    public string? Asked { get; init; }

    /// <summary>What was searched for; empty where nothing was.</summary>
    public string Question { get; init; } = "";

    public string this[string key, params (string Name, object Value)[] values] => Book[key, values];

    public string To(string path) => Prefix + path + (Asked is null ? "" : "?lang=" + Asked);

    /// <summary>This page in another language.</summary>
    public string In(string language) => $"{Prefix}{Path}?lang={language}" + (Question.Length == 0 ? "" : "&q=" + Uri.EscapeDataString(Question));

    /// <summary>Where an address has no language (a stylesheet, an icon).</summary>
    public string Bare(string path) => Prefix + path;

    public string To(Subject subject) => To(PathOf(subject));

    public static string PathOf(Subject subject) => $"/{(subject is Person ? "people" : "sanctions")}/{Uri.EscapeDataString(subject.Id)}";
}
