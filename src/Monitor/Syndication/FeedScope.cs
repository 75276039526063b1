using Monitor.Core.Watchlist;
using Monitor.Core.Wording;
using Monitor.Store;

namespace Monitor.Syndication;

/// <summary>Which entries one feed has: all, those of persons, of sanctions, the corrections alone, or those of one subject.</summary>
/// <param name="Folder">Where its feeds are, and without the slash its page: people/kalesnikava/; empty for all.</param>
/// <param name="Words">The end of the keys of its title and description.</param>
public sealed record FeedScope(string Folder, string Words, EntryScope Entries, Subject? Subject = null)
{
    public static readonly FeedScope All = new("", "", new(EntriesOf.All));

    /// <summary>The feeds that are not of one subject.</summary>
    public static readonly IReadOnlyList<FeedScope> Wide =
    [
        All,
        new("people/", "-persons", new(EntriesOf.Persons)),
        new("sanctions/", "-sanctions", new(EntriesOf.Sanctions)),
        new("corrections/", "-corrections", new(EntriesOf.Corrections)),
    ];

    public static FeedScope Of(Subject subject) =>
        new($"{(subject is Person ? "people" : "sanctions")}/{Uri.EscapeDataString(subject.Id)}/", "-subject", new(EntriesOf.All, subject.Id), subject);

    public string Title(Phrasebook book) => book["feed.title" + Words, ("name", Subject?.NameIn(book.Language) ?? "")];

    public string Description(Phrasebook book) => book["feed.description" + Words, ("name", Subject?.NameIn(book.Language) ?? "")];
}
