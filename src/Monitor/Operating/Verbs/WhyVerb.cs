using System.CommandLine;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Monitor.Core.Watchlist;
using Monitor.Store;

namespace Monitor.Operating.Verbs;

/// <summary><c>why LINK|ID</c>: what became of one item at each stage, and why.</summary>
internal static class WhyVerb
{
    public static Command Create(string[] settings)
    {
        var what = new Argument<string>("LINK|ID") { Description = "the link of an article, its id, or its number in the database" };
        var command = new Command("why", "Tell what became of an item: whom it names, what it claims, which change, alerted or why not.\nExample: monitor why https://example.org/news/1") { what };
        command.SetAction((parsed, cancellation) => RunAsync(settings, parsed.GetRequiredValue(what), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string[] settings, string what, CancellationToken cancellation)
    {
        await using var app = await StandaloneHost.OpenAsync(settings, cancellation);
        await using var db = await StandaloneHost.StoreOf(app).CreateDbContextAsync(cancellation);
        foreach (var item in await ItemsAsync(app, what, cancellation)) await TellAsync(db, item, cancellation);
        return CommandLine.Good;
    }

    /// <summary>The items of a link or id, oldest first.</summary>
    internal static async Task<IReadOnlyList<ItemRow>> ItemsAsync(WebApplication app, string what, CancellationToken cancellation)
    {
        await using var db = await StandaloneHost.StoreOf(app).CreateDbContextAsync(cancellation);
        var number = long.TryParse(what, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : -1;
        var items = await db.Items.AsNoTracking().Where(i => i.Url == what || i.Reference == what || i.Id == number).OrderBy(i => i.Id).ToListAsync(cancellation);
        return items.Count > 0 ? items : throw new BadDataException($"no item \"{what}\" has been seen; give its link exactly as its feed has it, or its id");
    }

    private static async Task TellAsync(MonitorDb db, ItemRow item, CancellationToken cancellation)
    {
        Console.WriteLine($"{item.Title}\n  {item.Url}\n  source {item.SourceId} (origin {item.Origin}), published {Say(item.Published)}, fetched {Say(item.FetchedAt)}, read {Say(item.ReadAt)}");
        foreach (var mention in await db.Mentions.AsNoTracking().Where(m => m.ItemId == item.Id).OrderBy(m => m.Start).ToListAsync(cancellation))
            Console.WriteLine($"  names {mention.SubjectId} as \"{mention.Surface}\": {mention.Why}");
        var changes = await db.Changes.AsNoTracking().ToDictionaryAsync(c => c.Id, c => c.Slug, cancellation);
        foreach (var claim in await db.Claims.AsNoTracking().Where(c => c.ItemId == item.Id).OrderBy(c => c.Id).ToListAsync(cancellation))
            Console.WriteLine($"  claims {claim.SubjectId} {Keyword.Of(claim.Kind)} ({Keyword.Of(claim.Stance)}, {claim.Date?.ToString() ?? "no date"}, by {claim.Origin}) → {(claim.ChangeId is { } id ? changes[id] : "no change")}: {claim.Why}");
        Console.WriteLine($"  verdict: {item.Verdict ?? "not read yet"}\n");
    }

    private static string Say(DateTimeOffset? at) => at?.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture) ?? "—";
}
