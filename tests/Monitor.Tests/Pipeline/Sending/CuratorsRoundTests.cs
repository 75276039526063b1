using Microsoft.EntityFrameworkCore;
using Monitor.Pipeline.Sending;
using Monitor.Store;
using Monitor.Tests.Support.BotApi;

namespace Monitor.Tests.Pipeline.Sending;

public sealed class CuratorsRoundTests
{
    private const long Curator = 5_000_000_801;
    private const long Other = 5_000_000_802;
    private const long Reader = 5_000_000_803;

    [Fact]
    public async Task A_source_that_went_down_is_told_once_to_the_curators_and_to_nobody_else()
    {
        await using var outbox = await Outbox.OpenAsync(curators: $"{Curator},{Other}");
        await outbox.SubscribeAsync(Curator, adjust: s => s.Language = "be");
        await outbox.SubscribeAsync(Reader);
        outbox.Telegram.Faults.ForChat(Other, Fault.Blocked);
        await NoticeAsync(outbox);
        Assert.Equal(1, await outbox.Get<CuratorsRound>().RunAsync(default));
        Assert.Equal(0, await outbox.Get<CuratorsRound>().RunAsync(default));
        Assert.Equal("Для куратараў: крыніца\nSite <1> has not been readable since yesterday", Assert.Single(outbox.In(Curator)).Text);
        Assert.Empty(outbox.In(Reader));
    }

    [Fact]
    public async Task What_reached_no_curator_is_told_when_one_can_be_reached()
    {
        await using var outbox = await Outbox.OpenAsync(curators: $"{Curator}");
        await NoticeAsync(outbox);
        Assert.Equal(0, await outbox.Get<CuratorsRound>().RunAsync(default));
        outbox.Telegram.Chats.Add(Curator);
        Assert.Equal(1, await outbox.Get<CuratorsRound>().RunAsync(default));
        Assert.Single(outbox.In(Curator));
    }

    private static Task<int> NoticeAsync(Outbox outbox) => outbox.LookAsync(async db =>
    {
        if (!await db.Sources.AnyAsync()) db.Sources.Add(new SourceRow { Id = "site", Name = "Site", Kind = "feed", Url = "https://site.example", Origin = "site", Role = "media" });
        db.SourceNotices.Add(new SourceNoticeRow { SourceId = "site", Kind = default, At = Outbox.Start, Words = "Site <1> has not been readable since yesterday" });
        return await db.SaveChangesAsync();
    });
}
