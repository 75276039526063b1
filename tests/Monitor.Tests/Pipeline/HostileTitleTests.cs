using System.Globalization;
using System.Net;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Monitor.Operating.Demo;
using Monitor.Tests.Support;
using Monitor.Tests.Support.BotApi;

namespace Monitor.Tests.Pipeline;

/// <summary>A title that tries everything goes through the whole program and is plain text wherever it comes out.</summary>
[Collection(Alone.Name)]
public sealed class HostileTitleTests : IDisposable
{
    private const long Reader = 70002;
    private const string Start = "<b>&\"' Ales Bialiatski was released from prison in Belarus \u202Etoday\u2066 <script>alert(1)</script> ]]> ";

    private readonly string _folder = Directory.CreateTempSubdirectory("monitor-hostile-").FullName;
    private readonly DemoClock _clock = new(SeedDay.Morning);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_hostile_title_arrives_as_plain_text_in_Telegram_in_RSS_and_on_the_page()
    {
        await using var telegram = await FakeBotApi.Start();
        await using var site = await FeedServer.StartAsync();
        var items = "";
        site.Feed("/feed.xml", () => $"<rss version=\"2.0\"><channel><title>t</title><link>https://hostile.example/</link><description>d</description>{items}</channel></rss>");
        await File.WriteAllTextAsync(Path.Combine(_folder, "list.yaml"), "- {id: bialiatski, kind: person, name: Ales Bialiatski}\n");
        await File.WriteAllTextAsync(Path.Combine(_folder, "sources.yaml"), $"- {{id: hostile, name: Hostile, kind: feed, url: \"{new Uri(site.BaseUrl, "/feed.xml")}\", language: en, origin: hostile}}\n");
        await using var monitor = await RunningMonitor.StartAsync(
            _folder, _clock, $"--Watchlist:Files={Path.Combine(_folder, "list.yaml")}", $"--Sources:File={Path.Combine(_folder, "sources.yaml")}", $"--Telegram:ApiBaseUrl={telegram.BaseUrl}", $"--Telegram:BotToken={FakeBotApi.Token}");
        telegram.People.Writes(Reader, "/start");
        await monitor.WaitForAsync(db => db.Subscriptions.AnyAsync(), "the subscription");
        await monitor.WaitForAsync(async db => !await db.Sources.AnyAsync(s => s.FirstReadAt == null), "the silent first look");

        items = new XElement("item", new XElement("title", WebUtility.HtmlEncode(Start + new string('x', 5000))), new XElement("link", "https://hostile.example/1"), new XElement("description", "The political prisoner Ales Bialiatski was released from prison in Belarus."), new XElement("pubDate", _clock.GetUtcNow().ToString("r", CultureInfo.InvariantCulture))).ToString();
        await monitor.WaitForAsync(db => db.Alerts.AnyAsync(), "the alert");
        await monitor.SettleAsync(_clock);

        var message = telegram.Chats.SaidIn(Reader).Last(m => m.FromBot);
        Assert.Contains("<b>&\"' Ales Bialiatski was released", message.Text, StringComparison.Ordinal); // as the reader sees it, after Telegram read the markup
        Assert.DoesNotContain('\u202E', message.Text);
        Assert.True(message.Text.Length < 1000);

        var rss = XDocument.Parse(await monitor.Client.GetStringAsync(new Uri("/feed.rss", UriKind.Relative)));
        Assert.DoesNotContain("<script", string.Concat(rss.Descendants("description").Select(d => d.Value)), StringComparison.Ordinal);
        Assert.DoesNotContain('\u202E', rss.ToString());

        var page = await monitor.Client.GetStringAsync(new Uri("/people/bialiatski", UriKind.Relative));
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202E', page);
    }
}
