using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Monitor.Core.Alerts;
using Monitor.Core.Feeds;
using Monitor.Core.Watchlist;

namespace Monitor.Tests.Pipeline.Sources;

/// <summary>An article that its site edits is read again as the same item: what it repeats is no news, what it adds or takes back counts.</summary>
public sealed class EditTests
{
    private const string Freed = "Maria Kalesnikava was released from prison on Saturday, the human rights group Viasna said.";
    private const string TakenBack = " UPD: Viasna said later that Maria Kalesnikava was not released and is still in prison.";

    private static readonly DateTimeOffset Start = new(2025, 12, 13, 12, 0, 0, TimeSpan.Zero);

    private string _text = "";

    [Theory]
    [InlineData("Maria Kalesnikava was released from prison on Saturday, the human-rights group \"Viasna\" has said.", 1)]
    [InlineData(Freed + " She has been in prison since 2020.", 30)]
    [InlineData("Read the news of the day on our site.", 1)]
    [InlineData("Maria Kalesnikava…", 100)]
    public async Task What_an_edit_repeats_or_leaves_out_is_told_to_nobody(string edited, int hoursLater)
    {
        using var house = await TellAsync(Freed);
        await EditAsync(house, edited, hoursLater);
        Assert.Equal(["report kalesnikava reported"], await AlertsAsync(house));
    }

    [Fact]
    public async Task An_edit_that_takes_the_news_back_is_a_correction_once()
    {
        using var house = await TellAsync(Freed);
        await EditAsync(house, Freed + TakenBack);
        await EditAsync(house, Freed + TakenBack + " We go on asking.");
        Assert.Equal(["report kalesnikava reported", "correction kalesnikava retracted"], await AlertsAsync(house));
        await EditAsync(house, Freed + " This time she is seen in Vilnius.");
        Assert.Equal("correction kalesnikava reported", (await AlertsAsync(house))[^1]);
    }

    [Fact]
    public async Task An_edit_that_names_one_more_is_a_report_of_that_one_only()
    {
        using var house = await TellAsync(Freed);
        await EditAsync(house, Freed + " UPD: Ales Bialiatski was released, too, Viasna said.");
        Assert.Equal(["report kalesnikava reported", "report bialiatski reported"], await AlertsAsync(house));
    }

    [Fact]
    public async Task The_earlier_text_stays_and_neither_another_feed_nor_a_counter_makes_a_version()
    {
        using var house = await TellAsync(Freed);
        await house.AddAsync(PollingHouse.Feed("other", "site"));
        await EditAsync(house, Freed + TakenBack);
        Assert.Equal([Freed, Freed + TakenBack], await house.LookAsync(db => db.Items.Where(i => i.Url == "https://site.test/1").OrderBy(i => i.Id).Select(i => i.Text).ToListAsync()));
        for (var views = 0; views < 24; views++) await EditAsync(house, $"{Freed} Views: {views.ToString(CultureInfo.InvariantCulture)}", 0.2);
        Assert.Equal(2 + 20, await house.LookAsync(db => db.Items.CountAsync()));
        Assert.Equal(0, await house.LookAsync(db => db.Items.CountAsync(i => i.EditOf != null && i.SourceId == "other")));
    }

    [Fact]
    public async Task A_post_of_a_channel_is_followed_in_the_same_way()
    {
        _text = Freed;
        using var house = await OpenAsync(_ => PollingHouse.Ok(Post(1, "Old news of the channel.") + (_text.Length > 0 ? Post(2, _text) : "")), new Source { Id = "channel", Name = "channel", Kind = SourceKind.Telegram, Url = new Uri("https://t.me/s/channel"), Language = "en", Origin = "channel" }, () => _text = "");
        await EditAsync(house, Freed);
        await EditAsync(house, Freed + TakenBack);
        Assert.Equal(["report kalesnikava reported", "correction kalesnikava retracted"], await AlertsAsync(house));
    }

    private async Task<PollingHouse> TellAsync(string text)
    {
        var house = await OpenAsync(_ => PollingHouse.Ok($"<rss version='2.0'><channel><title>t</title><item><title>Old</title><link>https://site.test/old</link></item>{(_text.Length > 0 ? $"<item><title>News</title><link>https://site.test/1</link><description>{_text}</description></item>" : "")}</channel></rss>"), PollingHouse.Feed("site"), () => _text = "");
        await EditAsync(house, text);
        return house;
    }

    private static async Task<PollingHouse> OpenAsync(Func<HttpRequestMessage, HttpResponseMessage> web, Source source, Action beforeFirstLook)
    {
        beforeFirstLook();
        var house = await PollingHouse.OpenAsync(Start, request => request.RequestUri!.AbsolutePath == "/1" ? new HttpResponseMessage(System.Net.HttpStatusCode.NotFound) : web(request), null, Person("kalesnikava", "Maria Kalesnikava"), Person("bialiatski", "Ales Bialiatski"));
        await house.AddAsync(source);
        await house.PassAsync(TimeSpan.Zero);
        return house;
    }

    private async Task EditAsync(PollingHouse house, string text, double hoursLater = 1)
    {
        _text = text;
        await house.PassAsync(TimeSpan.FromHours(hoursLater));
    }

    private static Task<List<string>> AlertsAsync(PollingHouse house) => house.LookAsync(async db =>
        (await db.Alerts.OrderBy(a => a.Id).ToListAsync()).ConvertAll(a => System.Text.Json.JsonSerializer.Deserialize<Alert>(a.Facts)!).ConvertAll(a => $"{Keyword.Of(a.Type)} {a.Subject} {Keyword.Of(a.Standing)}"));

    private static Person Person(string id, string name) => new() { Id = id, Name = name, Facts = [] };

    private static string Post(int id, string text) =>
        $"<html><body><div class='tgme_widget_message' data-post='channel/{id}'><div class='tgme_widget_message_text'>{text}</div><a class='tgme_widget_message_date' href='https://t.me/channel/{id}'><time datetime='{Start.AddMinutes(id).ToString("o", CultureInfo.InvariantCulture)}'></time></a></div></body></html>";
}
