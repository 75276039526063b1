using Monitor.Core.Deliveries;
using Monitor.Core.Watchlist;
using Monitor.Core.Wording;
using Monitor.Store;

namespace Monitor.Bot.Commands;

/// <param name="Follow">What is meant, as a subscription names it; null where it is nobody or not clear who.</param>
internal sealed record Wanted(string? Follow, IReadOnlyList<Subject> Hits, IReadOnlyList<Subject> Near);

/// <summary>What can be followed, from a reader's words to a subscription and back: "all", "sanctions", or the name of one subject.</summary>
public sealed class FollowWords(Lookup lookup, WatchlistInUse watchlist)
{
    private static readonly Dictionary<string, string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["all"] = Follow.All,
        ["everything"] = Follow.All,
        ["усё"] = Follow.All,
        ["ўсё"] = Follow.All,
        ["усе"] = Follow.All,
        ["всё"] = Follow.All,
        ["все"] = Follow.All,
        ["persons"] = Follow.Persons,
        ["people"] = Follow.Persons,
        ["людзі"] = Follow.Persons,
        ["люди"] = Follow.Persons,
        ["sanctions"] = Follow.Sanctions,
        ["санкцыі"] = Follow.Sanctions,
        ["санкции"] = Follow.Sanctions,
    };

    internal Wanted Read(string argument)
    {
        if (Words.TryGetValue(argument, out var word)) return new Wanted(word, [], []);
        var (hits, near, _) = lookup.Find(argument);
        return new Wanted(hits.Count == 1 ? hits[0].Id : null, hits, near);
    }

    /// <summary>A subject that left the list keeps its id.</summary>
    internal string Say(string follow, Phrasebook book) => follow switch
    {
        Follow.All => book["what.all"],
        Follow.Persons => book["what.persons"],
        Follow.Sanctions => book["what.sanctions"],
        Follow.Groups => book["what.groups"],
        _ => watchlist.Find(follow)?.NameIn(book.Language) ?? follow,
    };

    /// <summary>The wider subscription of a chat that covers this one; null where there is none.</summary>
    internal string? Wider(string follow, IReadOnlyCollection<string> follows)
    {
        if (follow == Follow.All) return null;
        if (follows.Contains(Follow.All)) return Follow.All;
        var kind = watchlist.Find(follow) switch { Person => Follow.Persons, Sanction => Follow.Sanctions, _ => null };
        return kind is not null && follows.Contains(kind) ? kind : null;
    }
}
