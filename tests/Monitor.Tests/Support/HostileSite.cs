using Monitor.Core.Claims;
using Monitor.Core.Feeds.Health;
using Monitor.Core.Watchlist;
using Monitor.Store;

namespace Monitor.Tests.Support;

/// <summary>
/// The seed story with a change that two sources contradict each other about, told by items whose titles, words and links try to get
/// out of their place.
/// </summary>
public sealed class HostileSite : IAsyncLifetime, IDisposable
{
    public const string Title = "<b>&\"' </title><script>alert(1)</script> \u202Egpj\u2066\u200F\u0007\uFFFE ]]> ";
    public const string TitleShown = "<b>&\"' </title><script>alert(1)</script> gpj ]]> ";
    public const string Slug = "stefanovich-released-2026-03-01";

    private readonly TempStore _store = new();

    internal PagesApp App { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        App = await PagesApp.StartAsync(_store.File);
        await App.WriteAsync(async db =>
        {
            var change = new ChangeRow
            {
                Slug = Slug,
                SubjectId = "stefanovich",
                Kind = ClaimKind.Released,
                Date = PartialDate.Parse("2026-03-01"),
                Day = "2026-03-01",
                Standing = Standing.Disputed,
                CreatedAt = Day(1),
                UpdatedAt = Day(2),
            };
            var says = Item("r1", "https://news.example/a?b=1&c=%22%3E", Day(1), Title + new string('x', 5000));
            var denies = Item("r2", "javascript:alert(1)", Day(2), Title);
            db.AddRange(change, says, denies);
            await db.SaveChangesAsync();
            db.AddRange(Claim(change, says, "zerkalo", Stance.Asserted), Claim(change, denies, "viasna", Stance.Negated));
            db.Mentions.Add(new MentionRow { ItemId = says.Id, SubjectId = "stefanovich", Surface = Title, Why = Title });
            db.Sources.Add(new SourceRow { Id = "s1", Name = Title, Kind = "feed", Url = "https://news.example/rss", Origin = Title, Role = "media", Active = true, Failures = 2, FailingSince = Day(1), Failure = Title, NextFetchAt = Day(3), GapAt = Day(1), MovedTo = "https://news.example/feed" });
            db.SourceNotices.Add(new SourceNoticeRow { SourceId = "s1", Kind = NoticeKind.Down, At = Day(2), Words = Title });
        });
    }

    public async Task DisposeAsync() => await App.DisposeAsync();

    public void Dispose() => _store.Dispose();

    private static ItemRow Item(string reference, string url, DateTimeOffset published, string title) => new()
    {
        SourceId = "s1",
        Reference = reference,
        Origin = "zerkalo",
        Url = url,
        Title = title,
        Text = title,
        Language = "ru",
        Published = published,
        FetchedAt = published,
        ReadAt = published,
        Verdict = Title,
    };

    private static ClaimRow Claim(ChangeRow change, ItemRow item, string origin, Stance stance) => new()
    {
        ItemId = item.Id,
        SubjectId = "stefanovich",
        Kind = ClaimKind.Released,
        Stance = stance,
        Date = change.Date,
        Origin = origin,
        Published = item.Published!.Value,
        Live = true,
        Surface = Title,
        Why = Title,
        ChangeId = change.Id,
    };

    private static DateTimeOffset Day(int day) => new(2026, 3, day, 12, 0, 0, TimeSpan.Zero);
}
