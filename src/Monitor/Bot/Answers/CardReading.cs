using Microsoft.EntityFrameworkCore;
using Monitor.Core.Changes;
using Monitor.Core.Claims;
using Monitor.Core.Watchlist;
using Monitor.Core.Wording;
using Monitor.Store;

namespace Monitor.Bot.Answers;

/// <summary>Gathers what is known of one subject for its card: the story, the articles the list cites, a mass release that is running, how fresh the sources are.</summary>
public sealed class CardReading(StoryReading story, IDbContextFactory<MonitorDb> store, BotOptions options, TimeProvider time)
{
    /// <summary>So long after a mass release its names are still coming in (in December 2025 the last were named within the week).</summary>
    private const int NamingDays = 7;

    private const int MostFacts = 8;
    private const int MostSources = 4;
    private const int MostItems = 3;
    private const int GroupsLookedAt = 5;

    public async Task<Card?> ReadAsync(string id, CancellationToken cancellation)
    {
        if (await story.SubjectAsync(id, cancellation) is not { } known) return null;
        await using var db = await store.CreateDbContextAsync(cancellation);
        var run = StatusRun.Of(known.Status, known.Changes.Select(c => c.Change));
        var facts = known.Subject.Facts.TakeLast(MostFacts).ToList();
        var told = known.Changes.FirstOrDefault(c => c.Change == run.Basis);
        var sources = told is null ? [] : SourcesOf(told).Take(MostSources).ToList();
        sources.AddRange((await CitedAsync(db, facts, cancellation)).Where(a => !sources.Exists(s => s.Article == a.Article)));
        return new Card
        {
            Subject = known.Subject,
            Status = run.Status,
            Basis = run.Basis,
            Withdrawn = Withdrawn(known.Changes),
            Facts = [.. facts.Select(f => new CardFact(f, StandingOf(f, known.Changes)))],
            Sources = sources,
            LastItems = [.. known.LastItems.Select(i => SourceOf(i)).Where(i => !sources.Exists(s => s.Title == i.Title && s.Url == i.Url)).Take(MostItems)],
            OpenGroup = known.Subject is Person && run.Status.Now == StatusValue.Held ? await OpenGroupAsync(run.Status.Since, cancellation) : null,
            Freshness = await FreshnessAsync(db, cancellation),
            Page = options.Page(known.Subject is Person ? $"/people/{id}" : $"/sanctions/{id}"),
        };
    }

    /// <summary>The contrary first, then live news, then whoever told it first.</summary>
    private static IEnumerable<CardSource> SourcesOf(ToldChange change) => change.Items.Values
        .Select(item => (Item: item, Claims: change.Claims.Where(c => c.ItemId == item.Id).ToList()))
        .OrderByDescending(i => i.Claims.Exists(c => c.Stance == Stance.Negated))
        .ThenByDescending(i => i.Claims.Exists(c => c.Live))
        .ThenBy(i => i.Item.Published ?? i.Item.FetchedAt).ThenBy(i => i.Item.Reference, StringComparer.Ordinal)
        .Select(i => SourceOf(i.Item, i.Claims.Exists(c => c.Stance == Stance.Negated)));

    private static CardSource SourceOf(ItemRow item, bool contrary = false)
    {
        var isArticle = item.SourceId == ItemRow.ArticleSource;
        return new CardSource(item.Title, item.Url, item.Origin, isArticle ? item.Published : item.Published ?? item.FetchedAt, isArticle ? item.Reference : null, contrary);
    }

    /// <summary>The newest change of a status, if it was withdrawn: whoever read the report must find that here.</summary>
    private static Change? Withdrawn(IReadOnlyList<ToldChange> changes)
    {
        var newest = changes.Select(c => c.Change).FirstOrDefault(c => StatusTimeline.ValueOf(c.Kind) is not null);
        return newest is { Standing: Standing.Retracted } ? newest : null;
    }

    private static Standing? StandingOf(Fact fact, IReadOnlyList<ToldChange> changes) => fact.Date is not { } date ? null : changes
        .Select(c => c.Change).FirstOrDefault(c => c.Family == ChangeFamily.Of(fact.Kind) && c.Date.DaysFrom(date) <= ChangeFamily.WindowDays)?.Standing;

    private static async Task<List<CardSource>> CitedAsync(MonitorDb db, List<Fact> facts, CancellationToken cancellation)
    {
        var ids = facts.SelectMany(f => f.Cites).Select(c => c.Article).Distinct(StringComparer.Ordinal).ToList();
        var rows = await db.Items.AsNoTracking().Where(i => i.SourceId == ItemRow.ArticleSource && ids.Contains(i.Reference)).OrderBy(i => i.Reference).ToListAsync(cancellation);
        return [.. rows.Select(r => SourceOf(r))];
    }

    /// <summary>A release whose names are still coming in. Who was taken after it is not to be named in it.</summary>
    private async Task<OpenGroup?> OpenGroupAsync(PartialDate? heldSince, CancellationToken cancellation)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var groups = await story.LatestAsync(Evidence.Group, GroupsLookedAt, cancellation);
        var open = groups.Select(g => g.Change).FirstOrDefault(g =>
            ChangeFamily.Of(g.Kind) == ClaimKind.Released && g.Standing != Standing.Retracted && g.Count is not null && g.Date.Last.AddDays(NamingDays) >= today && !(heldSince?.First > g.Date.Last));
        return open is null ? null : new OpenGroup(open.Count!.Value, open.Date, (await story.NamedAsync(open.Date, cancellation)).Count);
    }

    private async Task<Freshness> FreshnessAsync(MonitorDb db, CancellationToken cancellation)
    {
        var sources = await db.Sources.AsNoTracking().Where(s => s.Active).Select(s => new { s.LastSuccessAt, s.Failures }).ToListAsync(cancellation);
        var last = sources.Max(s => s.LastSuccessAt);
        return new Freshness(time.GetUtcNow() - last, sources.Count(s => s.Failures > 0), sources.Count);
    }
}
