using Monitor.Core.Watchlist;
using Monitor.Store;
using Monitor.Tests.Support;

namespace Monitor.Tests.Syndication;

/// <summary>A follower's feed reader, which knows an entry by its id alone, through all that can become of a change.</summary>
public sealed class FollowerTests : IAsyncLifetime, IDisposable
{
    private const string Change = "tag:monitor.example,2025:change/znak-detained-2026-01-10";

    private readonly TempStore _store = new();
    private readonly SetClock _clock = new(new DateTimeOffset(2026, 1, 10, 12, 0, 0, TimeSpan.Zero));
    private PagesApp _app = null!;

    public async Task InitializeAsync() => _app = await PagesApp.StartAsync(_store.File, clock: _clock);

    public async Task DisposeAsync() => await _app.DisposeAsync();

    public void Dispose() => _store.Dispose();

    [Theory]
    [InlineData("rss")]
    [InlineData("atom")]
    [InlineData("json")]
    public async Task Entries_stay_the_same_over_a_confirmation_a_restart_a_new_name_and_a_correction(string extension)
    {
        var path = $"/people/znak/feed.{extension}?lang=en";
        var old = await FeedReader.EntriesAsync(_app, path);

        await TellAsync("zerkalo", "Maksim Znak was detained in Minsk on 10 January 2026.");
        var reported = await FeedReader.EntriesAsync(_app, path);
        Assert.Equal(old, reported.Skip(1));
        Assert.Equal((Change, "Maksim Znak: detained (reported, not yet confirmed)"), (reported[0].Id, reported[0].Title));

        await TellAsync("nasha-niva", "In the Belarusian capital police detained the lawyer Maksim Znak on Saturday morning.");
        var confirmed = await FeedReader.EntriesAsync(_app, path);
        Assert.Equal(old, confirmed.Skip(1));
        Assert.Equal((Change, "Maksim Znak: detained", reported[0].Published), (confirmed[0].Id, confirmed[0].Title, confirmed[0].Published));
        Assert.True(string.CompareOrdinal(confirmed[0].Updated, reported[0].Updated) > 0);

        await RestartAsync();
        Assert.Equal(confirmed.Select(Stable), (await FeedReader.EntriesAsync(_app, path)).Select(Stable));

        await _app.ImportAsync(subject => subject.Id == "znak" ? subject with { Name = "Maxim Znak" } : subject);
        var renamed = await FeedReader.EntriesAsync(_app, path);
        Assert.Equal(confirmed.Select(Stable), renamed.Select(Stable));
        Assert.Equal("Maxim Znak: detained", renamed[0].Title);

        await TellAsync("viasna", "Maxim Znak was not detained on 10 January 2026.");
        var corrected = await FeedReader.EntriesAsync(_app, path);
        Assert.Equal(Change + "/disputed", corrected[0].Id);
        Assert.StartsWith("Correction. Maxim Znak: detained", corrected[0].Title, StringComparison.Ordinal);
        Assert.Equal(renamed.Select(e => e.Id), corrected.Skip(1).Select(e => e.Id));
        Assert.StartsWith("Maxim Znak: detained — disputed", corrected[1].Title, StringComparison.Ordinal);
        Assert.Equal(corrected[0], (await FeedReader.EntriesAsync(_app, $"/corrections/feed.{extension}?lang=en"))[0]);

        await RestartAsync();
        Assert.Equal(corrected.Select(Stable), (await FeedReader.EntriesAsync(_app, path)).Select(Stable));
    }

    [SkippableTheory]
    [InlineData("rss")]
    [InlineData("atom")]
    public async Task A_reader_that_somebody_else_wrote_sees_the_same_entries_all_along(string extension)
    {
        Skip.IfNot(PythonReader.IsThere, "python3-feedparser is not installed");
        var old = await SeenAsync();
        await TellAsync("zerkalo", "Maksim Znak was detained in Minsk on 10 January 2026.");
        var reported = await SeenAsync();
        Assert.Equal([Change, .. old.Select(e => e[0])], reported.Select(e => e[0]));
        await TellAsync("nasha-niva", "In the Belarusian capital police detained the lawyer Maksim Znak on Saturday morning.");
        await RestartAsync();
        await _app.ImportAsync(subject => subject.Id == "znak" ? subject with { Name = "Maxim Znak" } : subject);
        var renamed = await SeenAsync();
        Assert.Equal(reported.Select(e => (e[0], e[2], new Uri(e[3]).AbsolutePath)), renamed.Select(e => (e[0], e[2], new Uri(e[3]).AbsolutePath)));
        Assert.Equal("Maxim Znak: detained", renamed[0][1]);
        await TellAsync("viasna", "Maxim Znak was not detained on 10 January 2026.");
        Assert.Equal([Change + "/disputed", .. renamed.Select(e => e[0])], (await SeenAsync()).Select(e => e[0]));

        async Task<List<string[]>> SeenAsync() => await PythonReader.EntriesAsync(await _app.GetAsync($"/people/znak/feed.{extension}?lang=en"));
    }

    [Fact]
    public async Task A_reader_that_knows_dates_only_is_told_of_a_new_name()
    {
        using var before = await _app.SendAsync(HttpMethod.Get, "/people/znak/feed.rss");
        _clock.Now += TimeSpan.FromHours(1);
        await _app.ImportAsync(subject => subject.Id == "znak" ? subject with { Name = "Maxim Znak" } : subject);
        using var after = await _app.SendAsync(HttpMethod.Get, "/people/znak/feed.rss", ("If-Modified-Since", before.Content.Headers.LastModified!.Value.ToString("r")));
        Assert.Contains("Maxim Znak", await after.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static (string Id, string Published, string Updated) Stable(SeenEntry entry) => (entry.Id, entry.Published, entry.Updated);

    private async Task TellAsync(string origin, string text)
    {
        _clock.Now += TimeSpan.FromMinutes(10);
        await _app.ReadAsync(new ItemRow { SourceId = origin, Reference = text, Origin = origin, Url = $"https://{origin}.example/1", Title = text, Text = text, Language = "en", Published = _clock.Now, FetchedAt = _clock.Now });
    }

    private async Task RestartAsync()
    {
        await _app.DisposeAsync();
        _clock.Now += TimeSpan.FromHours(1);
        _app = await PagesApp.StartAsync(_store.File, clock: _clock);
    }
}
