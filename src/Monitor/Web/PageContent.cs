using Monitor.Core.Watchlist;
using Monitor.Store;
using Monitor.Web.Pages;

namespace Monitor.Web;

/// <summary>What each page is given to show; null where there is no such page. Never cancelled with its reader: others may wait for the same page.</summary>
public sealed class PageContent(StoryReading story, AlertNow alerts, OverviewNow overview, PageReading reading, WatchlistInUse watchlist)
{
    public async Task<Dictionary<string, object?>?> HomeAsync(PageView view) => new()
    {
        [nameof(HomePage.Lines)] = Lines(await overview.ReadAsync(default), view),
        [nameof(HomePage.Latest)] = await reading.LatestAsync(HomePage.MostLatest, default),
        [nameof(HomePage.LastRead)] = await reading.LastReadAsync(default),
    };

    public async Task<Dictionary<string, object?>?> PeopleAsync(PageView view)
    {
        var now = await overview.ReadAsync(default);
        return new() { [nameof(PeoplePage.Lines)] = Lines(now, view), [nameof(PeoplePage.Years)] = now.Years };
    }

    public async Task<Dictionary<string, object?>?> SanctionsAsync() => new()
    {
        [nameof(SanctionsPage.Overview)] = await overview.ReadAsync(default),
        [nameof(SanctionsPage.Steps)] = await reading.SanctionStepsAsync(default),
    };

    public async Task<Dictionary<string, object?>?> ChangesAsync(EntriesOf which, PageView view)
    {
        var (lines, pages) = await reading.EntriesAsync(new(which), view.Page, default);
        if (view.Page > pages) return null;
        return new() { [nameof(ChangesPage.Which)] = which, [nameof(ChangesPage.Lines)] = lines, [nameof(ChangesPage.Pages)] = pages };
    }

    public async Task<Dictionary<string, object?>?> SubjectAsync<T>(string id) where T : Subject
    {
        if (await story.SubjectAsync(id, default) is not { Subject: T } known) return null;
        return new()
        {
            [nameof(SubjectPage.Known)] = known,
            [nameof(SubjectPage.Timeline)] = await WordedChange.OfAsync(known.Changes, alerts, default),
            [nameof(SubjectPage.Articles)] = await reading.ArticlesAsync([known.Subject], default),
            [nameof(SubjectPage.LastRead)] = await reading.LastReadAsync(default),
            [nameof(SubjectPage.BotLink)] = await reading.BotLinkAsync(known.Subject, default),
        };
    }

    public async Task<Dictionary<string, object?>?> ChangeAsync(string slug)
    {
        if (await story.ChangeAsync(slug, default) is not { } told) return null;
        return new()
        {
            [nameof(ChangePage.Worded)] = await WordedChange.OfAsync(told, alerts, default),
            [nameof(ChangePage.Corrections)] = await reading.CorrectionsAsync(told.Row.Id, default),
            [nameof(ChangePage.Subject)] = watchlist.Find(told.Row.SubjectId),
        };
    }

    public async Task<Dictionary<string, object?>?> SourcesAsync() => new() { [nameof(SourcesPage.Sources)] = await reading.SourcesAsync(default) };

    /// <summary>The permanent address of a change that was merged into another; null for every other.</summary>
    public async Task<string?> MovedToAsync(string slug, CancellationToken cancellation) =>
        await story.SlugNowAsync(slug, cancellation) is { } now && now != slug ? now : null;

    private List<SubjectLine> Lines(Overview now, PageView view) =>
        [.. watchlist.InOrderOf(view.Book.Language).Where(s => now.Lines.ContainsKey(s.Id)).Select(s => now.Lines[s.Id])];
}
