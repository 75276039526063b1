using Monitor.Core.Mentions;
using Monitor.Core.Watchlist;
using Monitor.Core.Wording;
using Monitor.Store;

namespace Monitor.Bot.Answers;

/// <param name="Hits">Subjects the words name.</param>
/// <param name="Near">Subjects with a name alike: other persons, never to be taken for the one asked for.</param>
/// <param name="IsSure">False where the hits are read from a part of a name or a slip of the pen: the answer says how it read the words.</param>
public sealed record Found(IReadOnlyList<Subject> Hits, IReadOnlyList<Subject> Near, bool IsSure);

/// <summary>Who is meant by what somebody typed. The one place where questions, follows and the command line look names up.</summary>
public sealed class Lookup(WatchlistInUse watchlist)
{
    /// <summary>What people put around a name when they ask, in every language at once.</summary>
    private static readonly HashSet<string> AskingWords = Phrasebook.Languages.SelectMany(l => Phrasebook.For(l)["ask.words"].Split(' ')).ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static readonly char[] Separators = [' ', '\t', '\n', '\r', '\u00a0', '?', '!', ',', '.', ':', ';'];

    /// <summary>Stands before a subject's code, in buttons and links: "#AbC".</summary>
    public const char CodeMark = '#';

    /// <summary>A form of the name beats everything that is only like it: "Maria Kalesnikava" is not also every other Maria.</summary>
    public Found Find(string question)
    {
        ArgumentNullException.ThrowIfNull(question);
        if (question.StartsWith(CodeMark) && watchlist.FindByCode(question[1..]) is { } coded) return new Found([coded], [], IsSure: true);
        var asked = Search(question);
        var bare = Bare(question);
        if (asked.IsSure || bare == question) return asked;
        if (bare.Length == 0) return new Found([], [], IsSure: false);
        var again = Search(bare);
        return again.IsSure || asked.Hits.Count == 0 ? again : asked;
    }

    private Found Search(string words)
    {
        var found = watchlist.Names.Search(words);
        var sure = Of(found, Closeness.Exact);
        return sure.Count > 0 ? new Found(sure, [], IsSure: true) : new Found(Of(found, Closeness.Near), Of(found, Closeness.Different), IsSure: false);
    }

    /// <summary>"Where is Stefanovich?" asks about Stefanovich, "Hello!" about nobody (""); what asks around no name stays as it is.</summary>
    public static string Bare(string question)
    {
        ArgumentNullException.ThrowIfNull(question);
        var words = question.Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        var left = words.Where(w => !AskingWords.Contains(w)).ToList();
        return left.Count == words.Length ? question : string.Join(' ', left);
    }

    private List<Subject> Of(IReadOnlyList<Hit> hits, Closeness closeness) =>
        [.. hits.Where(h => h.Closeness == closeness).Select(h => watchlist.Find(h.Subject)).OfType<Subject>()];
}
