using System.CommandLine;
using Monitor.Core.Watchlist;
using Monitor.Pipeline;

namespace Monitor.Operating.Verbs;

/// <summary><c>--watchlist FILE … --only</c>: lists that are added to the configured one, or take its place.</summary>
internal sealed record ListOptions(Option<string[]> Files, Option<bool> Only)
{
    public static ListOptions Create() => new(
        new Option<string[]>("--watchlist") { Description = "a list file to add to the configured list; may be given several times", AllowMultipleArgumentsPerToken = false },
        new Option<bool>("--only") { Description = "use only the lists given by --watchlist" });

    public IReadOnlyList<Subject> Subjects(ParseResult parsed, string[] settings)
    {
        var own = parsed.GetValue(Files) ?? [];
        var configured = parsed.GetValue(Only) ? [] : Standalone.Read(settings).WatchlistFiles;
        return WatchlistImport.ReadFiles(configured.Concat(own));
    }
}
