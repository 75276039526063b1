using Monitor.Bot.Answers;
using Monitor.Core.Deliveries;
using Monitor.Core.Watchlist;
using Monitor.Core.Wording;
using Monitor.Store;

namespace Monitor.Bot.Commands;

/// <param name="Follow">What is meant, as a subscription names it; null where it is nobody or not clear who.</param>
internal sealed record Wanted(string? Follow, IReadOnlyList<Subject> Hits, IReadOnlyList<Subject> Near, bool OnlyConfirmed = false);

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
        ["releases"] = Follow.Groups,
        ["вызваленні"] = Follow.Groups,
        ["освобождения"] = Follow.Groups,
    };

    internal const int LongestName = 80;

    private static readonly string[] Confirmed = ["confirmed", "пацверджанае", "пацверджаныя", "подтверждённое", "подтвержденное", "подтверждённые"];

    /// <summary>A wide subscription by its key, as buttons name it: "*sanctions".</summary>
    internal static bool IsKey(string argument) => argument is Follow.All or Follow.Persons or Follow.Sanctions or Follow.Groups;

    /// <summary>The English word of a wide subscription; null for a subject.</summary>
    internal static string? WordOf(string follow) => Words.Where(w => w.Value == follow).Select(w => w.Key).FirstOrDefault();

    /// <summary>What a button names: the key of a wide subscription, or a subject's code. Null: it has left the list.</summary>
    internal string? Key(string argument) => IsKey(argument) ? argument : lookup.Find(argument) is { IsSure: true, Hits: [var only] } ? only.Id : null;

    /// <summary>A pasted list: a name a line, or with commas between them where the whole is no name itself.</summary>
    internal List<string> Names(string argument)
    {
        var lines = Questioning.Lines(argument);
        if (lines.Count > 1 || Read(argument).Follow is not null) return lines;
        var parts = argument.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return parts.Length > 1 && parts.All(p => p.Length <= LongestName) ? [.. parts] : lines;
    }

    internal Wanted Read(string argument)
    {
        if (Confirmed.Contains(argument, StringComparer.OrdinalIgnoreCase)) return new Wanted(Follow.All, [], [], OnlyConfirmed: true);
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
