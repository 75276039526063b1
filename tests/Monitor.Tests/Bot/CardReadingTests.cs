using Monitor.Core.Changes;
using Monitor.Core.Claims;
using Monitor.Core.Watchlist;
using Monitor.Store;

namespace Monitor.Tests.Bot;

public sealed class CardReadingTests
{
    private const long Reader = 5_000_000_112;
    private static readonly DateTimeOffset Today = new(2025, 12, 14, 9, 0, 0, TimeSpan.Zero);
    private static readonly Person Held = new() { Id = "held", Name = "Yanka Naseviach", Facts = [new Fact(ClaimKind.Detained, PartialDate.OfYear(2022), null, [new Citation("000", 1)], ["viasna"])] };

    private static readonly Person Freed = new() { Id = "freed", Name = "Siarhei Vierabei", Facts = [new Fact(ClaimKind.Released, PartialDate.Parse("2025-12-13"), null, [new Citation("000", 1)], ["viasna"])] };

    [Theory]
    [InlineData(0, "2022", true)]
    [InlineData(7, "2022", true)]
    [InlineData(9, "2022", false)]
    [InlineData(2, "2025-12-14", false)]
    public async Task While_a_mass_release_is_being_named_who_was_held_then_and_still_is_is_told_not_named_yet(int daysLater, string since, bool told)
    {
        var held = Held with { Facts = [Held.Facts[0] with { Date = PartialDate.Parse(since) }] };
        await using var house = await BotHouse.OpenAsync(list: [held, Freed], time: new Clock(Today.AddDays(daysLater - 1)));
        await GroupAsync(house);

        var answer = await house.AskAsync(Reader, "Naseviach");
        Assert.StartsWith("Yanka Naseviach: behind bars, since ", answer, StringComparison.Ordinal);
        Assert.Equal(told, answer.Contains("A release of 123 prisoners is reported (13 December 2025); this person has not been named yet. Named so far from the list: 1.", StringComparison.Ordinal));
        Assert.DoesNotContain("not been named yet", await house.AskAsync(Reader, "Vierabei"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_one_day_the_mass_release_comes_first_and_the_names_leave_room_for_it()
    {
        var many = Enumerable.Range(0, 12).Select(n => Freed with { Id = $"freed{n}" });
        await using var house = await BotHouse.OpenAsync(list: [.. many], time: new Clock(Today));
        await GroupAsync(house);
        var answer = (await house.AskAsync(Reader, "/latest")).Split('\n');
        Assert.Equal((11, "• 13 December 2025 — 123 prisoners freed. Confirmed."), (answer.Length, answer[1].Replace("Reported by one origin, not yet confirmed", "Confirmed", StringComparison.Ordinal)));
    }

    private static Task<int> GroupAsync(BotHouse house) => house.ReadAsync(async db =>
        {
            var item = new ItemRow { SourceId = "viasna", Reference = "1", Origin = "viasna", Title = "Released", Text = "", FetchedAt = Today, ReadAt = Today };
            var change = new ChangeRow { Slug = "group-released-2025-12-13", SubjectId = Evidence.Group, Kind = ClaimKind.Released, Date = PartialDate.Parse("2025-12-13"), Day = "2025-12-13", Count = 123, CreatedAt = Today, UpdatedAt = Today };
            db.Items.Add(item);
            db.Changes.Add(change);
            await db.SaveChangesAsync();
            db.Claims.Add(new ClaimRow { ItemId = item.Id, ChangeId = change.Id, SubjectId = Evidence.Group, Kind = ClaimKind.Released, Stance = Stance.Asserted, Date = change.Date, Origin = "viasna", Published = Today, Live = true, Count = 123, Surface = "", Why = "" });
            return await db.SaveChangesAsync();
        });

    [Fact]
    public async Task The_last_items_are_shown_with_their_links_and_the_sources_with_their_age()
    {
        await using var house = await BotHouse.OpenAsync(list: [Held], time: new Clock(Today));
        await house.ReadAsync(async db =>
        {
            var item = new ItemRow { SourceId = "svaboda", Reference = "1", Origin = "rferl", Title = "A letter from the colony", Text = "", Url = "https://news.example/1", Published = Today.AddDays(-2), FetchedAt = Today, ReadAt = Today };
            db.Items.Add(item);
            db.Sources.Add(new SourceRow { Id = "svaboda", Name = "", Kind = "feed", Url = "", Origin = "rferl", Role = "media", Active = true, LastSuccessAt = Today.AddMinutes(-4) });
            db.Sources.Add(new SourceRow { Id = "dead", Name = "", Kind = "feed", Url = "", Origin = "x", Role = "media", Active = true, Failures = 3 });
            await db.SaveChangesAsync();
            db.Mentions.Add(new MentionRow { ItemId = item.Id, SubjectId = "held", Surface = "", Why = "" });
            return await db.SaveChangesAsync();
        });

        var answer = await house.AskAsync(Reader, "Naseviach");
        Assert.Contains("• A letter from the colony — Radio Svaboda (RFE/RL), 12 December 2025", answer, StringComparison.Ordinal);
        Assert.Contains("<a href=\"https://news.example/1\">A letter from the colony</a>", house.Telegram.Chats.SaidIn(Reader)[0].Sent, StringComparison.Ordinal);
        Assert.EndsWith("Sources last read: 4 minutes ago. 1 of 2 sources cannot be read at the moment.", answer, StringComparison.Ordinal);
    }

    /// <summary>Stands at a day; timers go on as they do.</summary>
    private sealed class Clock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
