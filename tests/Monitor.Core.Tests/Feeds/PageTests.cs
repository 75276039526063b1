using System.Text;
using Monitor.Core.Feeds;
using Monitor.Core.Feeds.Pages;

namespace Monitor.Core.Tests.Feeds;

public sealed class PageTests
{
    private const string Channel = """
        <!DOCTYPE html><html><head><meta property="og:title" content="Навіны канала"></head><body><section>
        <div class="tgme_widget_message_wrap"><div class="tgme_widget_message" data-post="kanal/12">
          <a class="tgme_widget_message_reply"><div class="tgme_widget_message_text">Цытата іншага паста</div></a>
          <div class="tgme_widget_message_text js-message_text" dir="auto"><b>Суд у Мінску</b><br/>Справа <a href="https://site.test/1">тут</a> &amp; далей</div>
          <a class="tgme_widget_message_date" href="https://t.me/kanal/12"><time datetime="2025-12-13T15:30:00+00:00">18:30</time></a></div></div>
        <div class="tgme_widget_message" data-post="kanal/13"><div class="tgme_widget_message_forwarded_from">Forwarded from <a class="tgme_widget_message_forwarded_from_name" href="https://t.me/inshy/5"><span>Іншы канал</span></a></div>
          <div class="tgme_widget_message_text">Перасланае</div><time datetime="2025-12-13T15:40:00+00:00"></time></div>
        <div class="tgme_widget_message" data-post="kanal/14"><div class="tgme_widget_message_photo"></div></div>
        </section></body></html>
        """;

    [Fact]
    public void A_channel_s_preview_is_a_feed_of_its_posts()
    {
        var feed = TelegramPage.Read(Encoding.UTF8.GetBytes(Channel), "text/html; charset=utf-8").Feed!;
        Assert.Equal(("Навіны канала", "https://t.me/kanal", 2), (feed.Title, feed.Link, feed.Items.Count));
        Assert.Equal(("kanal/12", "https://t.me/kanal/12", "Суд у Мінску", "Суд у Мінску\nСправа тут & далей", null), (feed.Items[0].Id, feed.Items[0].Link, feed.Items[0].Title, feed.Items[0].Text, feed.Items[0].Author));
        Assert.Equal(new DateTimeOffset(2025, 12, 13, 15, 30, 0, TimeSpan.Zero), feed.Items[0].Published);
        Assert.Equal(("Іншы канал", "Перасланае"), (feed.Items[1].Author, feed.Items[1].Text));
        Assert.Equal(new Forward("Іншы канал", "https://t.me/inshy/5"), feed.Items[1].ForwardedFrom);
        Assert.Null(feed.Items[0].ForwardedFrom);
        Assert.Equal(["https://site.test/1"], feed.Items[0].Links);
    }

    [Fact]
    public void A_page_without_posts_is_no_channel() =>
        Assert.NotNull(TelegramPage.Read(Encoding.UTF8.GetBytes("<html><body><div class='tgme_page'>View in Telegram</div></body></html>"), null).NotAFeed);

    [Fact]
    public void A_page_is_read_by_its_selectors()
    {
        var html = """
            <html lang="ru"><head><title>Новости</title></head><body>
            <article><h2><a href="/n/1">Суд <b>идёт</b></a></h2><time>13 декабря 2025, 18:30</time><p class="lead">Кратко о деле</p></article>
            <article><h2><a href="https://other.test/2">Второе</a></h2><time datetime="2025-12-13T16:00:00Z">сегодня</time></article>
            <article><h2>Без ссылки</h2></article><article><h2><a href="/n/1">Суд повторно</a></h2></article></body></html>
            """;
        var feed = NewsPage.Read(Encoding.UTF8.GetBytes(html), null, new Uri("https://site.test/news"), new PageSelect("article", "h2", "a", "time", ".lead")).Feed!;
        Assert.Equal(["https://site.test/n/1", "https://other.test/2"], feed.Items.Select(item => item.Link!));
        Assert.Equal(("Суд идёт", "Кратко о деле", 18), (feed.Items[0].Title, feed.Items[0].Text, feed.Items[0].Published!.Value.Hour));
        Assert.Equal(("Второе", 16), (feed.Items[1].Title, feed.Items[1].Published!.Value.Hour));
    }

    [Theory]
    [InlineData("article", "nothing on the page")]
    [InlineData("[[[", "cannot be read")]
    public void A_rebuilt_page_and_a_bad_selector_are_reported(string selector, string reason) =>
        Assert.Contains(reason, NewsPage.Read("<html><body><p>x</p></body></html>"u8.ToArray(), null, new Uri("https://site.test/"), new PageSelect(selector, "h2", "a", null, null)).NotAFeed, StringComparison.Ordinal);
}
