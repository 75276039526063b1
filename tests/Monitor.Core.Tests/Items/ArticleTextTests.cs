using System.Text;
using Monitor.Core.Items.Articles;

namespace Monitor.Core.Tests.Items;

public sealed class ArticleTextTests
{
    private const string First = "Суд Ленинского района Минска 13 декабря освободил из-под стражи четырёх человек, сообщили правозащитники. ";
    private const string Second = "По словам адвоката, решение вступает в силу немедленно, а сами освобождённые уже находятся дома с семьями. ";
    private static readonly string Long = string.Concat(Enumerable.Repeat("Подробности дела защита обещает рассказать журналистам на следующей неделе, когда получит копию решения. ", 4));

    private static readonly string Body = $"<p>{First}</p><p>{Second}</p><p>{Long}</p>";

    public static TheoryData<string, string> Dresses => new()
    {
        { "marked by schema.org", $"<div class='menu'><a href='/'>Главная</a></div><div itemprop='articleBody'>{Body}</div><div>Похожие новости</div>" },
        { "an article element", $"<header><p>Сайт новостей, самые свежие события в стране и мире каждый день</p></header><article><h1>Суд</h1>{Body}</article>" },
        { "a div without a name", $"<div><ul><li><a href='/1'>Первая новость дня в нашей стране и за рубежом</a></li><li><a href='/2'>Вторая новость</a></li></ul></div><div><div>{Body}</div></div><footer>Все права защищены, перепечатка только со ссылкой на источник</footer>" },
        { "lines parted by br", $"<table><tr><td>Меню</td><td>{First}<br><br>{Second}<br><br>{Long}</td></tr></table>" },
        { "WordPress", $"<body class='single post'><div class='entry-content'>{Body}<div class='sharedaddy share'>Поделиться в социальных сетях с друзьями</div></div></body>" },
        { "JSON-LD", $"<script type='application/ld+json'>{{\"@type\":\"NewsArticle\",\"articleBody\":\"{First}{Second}{Long}\"}}</script><div id='app'></div>" },
        { "a graph in JSON-LD", $"<script type='application/ld+json'>{{\"@graph\":[{{\"@type\":\"WebPage\"}},{{\"@type\":\"NewsArticle\",\"articleBody\":\"{First}{Second}{Long}\"}}]}}</script>" },
        { "broken JSON-LD beside the text", $"<script type='application/ld+json'>{{\"articleBody\": oops</script><main>{Body}</main>" },
        { "comments that are longer", $"<article>{Body}</article><div class='comments'>{string.Concat(Enumerable.Repeat("<div class='comment'><p>Комментарий читателя, который не согласен ни с кем и ни с чем.</p></div>", 40))}</div>" },
        { "a banner about cookies", $"<div class='cookie-consent'>Мы используем файлы cookie, чтобы сайт работал. Принять cookie</div><article>{Body}</article>" },
        { "an address in windows-1251", $"<meta charset='windows-1251'><article>{Body}</article>" },
    };

    [Theory]
    [MemberData(nameof(Dresses))]
    public void The_main_text_is_found_and_nothing_around_it(string dress, string html)
    {
        var reading = Read($"<!doctype html><html><head><title>Суд</title></head><body>{html}</body></html>");
        Assert.True(reading.Text is not null, $"{dress}: {reading.None}");
        Assert.Contains("освободил из-под стражи", reading.Text, StringComparison.Ordinal);
        Assert.Contains("копию решения", reading.Text, StringComparison.Ordinal);
        foreach (var other in (string[])["Главная", "Похожие", "Сайт новостей", "Вторая новость", "Поделиться", "Комментарий", "Все права", "cookie"]) Assert.DoesNotContain(other, reading.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<title>Just a moment...</title><body><script src='/cdn-cgi/challenge-platform/x'></script><p>Checking your browser</p></body>", "human")]
    [InlineData("<title>DDoS-Guard</title><body><p>Проверка браузера</p><div class='g-recaptcha'></div></body>", "human")]
    [InlineData("<body><h1>Before you continue</h1><p>We and our partners store cookies on your device. Accept all cookies to go on.</p><button>OK</button></body>", "consent")]
    [InlineData("<body><article><p>Lead of the story that everybody may read, about two lines long and nothing more than that, we promise you.</p><p>Subscribe to continue reading.</p></article></body>", "paying")]
    [InlineData("<script type='application/ld+json'>{\"isAccessibleForFree\": false}</script><body><article><p>Lead</p></article></body>", "paying")]
    [InlineData("<meta property='article:content_tier' content='locked'><body><article><p>Lead</p></article></body>", "paying")]
    [InlineData("<body><div>404</div></body>", "no text")]
    [InlineData("", "no text")]
    public void A_wall_is_no_text_and_is_named(string html, string reason)
    {
        var reading = Read("<html>" + html + "</html>");
        Assert.Null(reading.Text);
        Assert.Contains(reason, reading.None, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_lead_before_a_paywall_is_still_a_wall() =>
        Assert.Contains("paying", Read($"<body><article>{Body}<div>Эта статья только для подписчиков</div></article></body>").None, StringComparison.Ordinal);

    [Theory]
    [InlineData("<div>")]
    [InlineData("<b><i>")]
    [InlineData("<font color=red>")]
    [InlineData("<table><td>")]
    public void A_page_that_nests_for_ever_is_refused_at_once(string tag) =>
        Assert.Contains("too deep", Read(string.Concat(Enumerable.Repeat(tag, 100_000))).None, StringComparison.Ordinal);

    [Fact]
    public void A_page_of_ten_megabytes_is_refused() => Assert.Contains("too large", Read(new string('x', 10_000_000)).None, StringComparison.Ordinal);

    [Fact]
    public void A_long_list_of_unclosed_items_is_no_deep_page() => Assert.DoesNotContain("deep", Read(string.Concat(Enumerable.Repeat("<li>x<p>y", 20_000))).None ?? "", StringComparison.Ordinal);

    private static ArticleReading Read(string html) => ArticleText.Read(Encoding.UTF8.GetBytes(html), "text/html; charset=utf-8");
}
