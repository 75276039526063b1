using Microsoft.EntityFrameworkCore;
using Monitor.Core.Watchlist;
using Monitor.Store;

namespace Monitor.Tests.Bot;

/// <summary>Whatever people type, and whatever a list or a source holds, arrives as plain text.</summary>
public sealed class HostileTextTests
{
    private const long Reader = 5_000_000_111;
    private const string Hostile = "<b>&\"' </a> &amp; {question} {0} | \u202e\u2066 @someone /forget https://evil.example \u0000\u001b[31m 😀\n\nDone.";

    public static TheoryData<string> Texts => new()
    {
        Hostile,
        new string('ы', 4000),
        string.Concat(Enumerable.Repeat("😀", 2000)),
        string.Concat(Enumerable.Repeat("<b>", 1300)),
        "e" + new string('\u0301', 3000),
        "/status " + Hostile,
        "/follow " + new string('&', 4000),
        "/unfollow <i>",
        "/start " + Hostile,
        "/language <pre>",
        "/" + new string('a', 4000),
        "//", "/ help", "/@", "/@monitor_test_bot", "\u200b", "   ", "...", "{name}", "%s", "' OR 1=1 --",
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task A_hostile_question_is_answered_with_its_text_and_no_call_is_refused(string text)
    {
        await using var house = await BotHouse.OpenAsync();
        Assert.NotEmpty(await house.AskAsync(Reader, text));
        Assert.All(house.Telegram.Calls.Where(c => c.Code is not null), call => Assert.Equal(200, call.Code));
        Assert.Empty(await house.ReadAsync(db => db.Subscribers.Where(s => s.Language != "en").ToListAsync()));
    }

    [Fact]
    public async Task A_hostile_list_and_hostile_items_make_cards_of_plain_text()
    {
        Subject[] list = [new Person { Id = "mallory", Name = "Mallory <b>&\" Hostile", Role = "prisoner", Facts = [new Fact(ClaimKind.Detained, PartialDate.OfYear(2021), Hostile, [new Citation("000", 1)], [])] }];
        await using var house = await BotHouse.OpenAsync(list: list);
        await house.ReadAsync(async db =>
        {
            var item = new ItemRow { SourceId = "evil", Reference = "1", Origin = "<script>", Title = Hostile + new string('x', 5000), Text = "", Url = "javascript:alert(1)", FetchedAt = DateTimeOffset.UnixEpoch, ReadAt = DateTimeOffset.UnixEpoch };
            db.Items.Add(item);
            await db.SaveChangesAsync();
            db.Mentions.Add(new MentionRow { ItemId = item.Id, SubjectId = "mallory", Surface = "", Why = "" });
            return await db.SaveChangesAsync();
        });

        var answer = await house.AskAsync(Reader, "Hostile");
        Assert.StartsWith("Mallory <b>&\" Hostile: behind bars, since 2021", answer, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202e', answer);
        Assert.DoesNotContain("javascript:", Assert.Single(house.Telegram.Chats.SaidIn(Reader)).Sent, StringComparison.Ordinal);
        Assert.All(house.Telegram.CallsOf("sendMessage"), call => Assert.Equal(200, call.Code));
    }
}
