using System.Globalization;
using System.Text;

namespace Monitor.Core.Tests.Feeds;

/// <summary>Well-formed feeds made by rule, as large as wanted: words of the region, HTML in the usual dress.</summary>
internal static class SampleFeeds
{
    private static readonly string[] Words = ["суд", "вырак", "справа", "журналістка", "палітзняволены", "адвакат", "прыгавор", "release", "court", "sanctions", "свабода", "калонія", "Мінск", "Вільня", "заявил", "сообщили"];

    public static string Rss(int items, int seed)
    {
        var random = new Random(seed);
        var text = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:atom=\"http://www.w3.org/2005/Atom\">\n<channel>\n<title>Навіны &amp; падзеі</title>\n<link>https://site.test/</link>\n<atom:link rel=\"self\" href=\"https://site.test/rss\"/>\n<language>be</language>\n");
        for (var i = 0; i < items; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"<item>\n<title>{Sentence(random, 7)} #{i}</title>\n<link>https://site.test/a/{i}?utm_source=rss&amp;x=1</link>\n<guid isPermaLink=\"false\">{i}@site.test</guid>\n");
            text.Append(CultureInfo.InvariantCulture, $"<pubDate>Sat, 13 Dec 2025 {i / 60 % 24:00}:{i % 60:00}:00 +0300</pubDate>\n<dc:creator>Алена Кот</dc:creator>\n<category>Суды</category>\n<description>{Sentence(random, 30)} &lt;a href=\"https://site.test/{i}\"&gt;далей&lt;/a&gt;</description>\n");
            text.Append(CultureInfo.InvariantCulture, $"<content:encoded><![CDATA[<p>{Sentence(random, 60)}</p>\n<p><img src=\"https://site.test/{i}.jpg\" alt=\"\"/> <b>{Sentence(random, 10)}</b>&nbsp;&mdash; {Sentence(random, 60)}</p><script>var x = \"</b>\";</script>]]></content:encoded>\n</item>\n");
        }

        return text.Append("</channel>\n</rss>").ToString();
    }

    public static string Atom(int items, int seed)
    {
        var random = new Random(seed);
        var text = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?><feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"ru\"><title type=\"text\">Лента</title><id>urn:feed</id><link href=\"https://site.test/\"/>");
        for (var i = 0; i < items; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"<entry><id>urn:site:{i}</id><title type=\"html\">{Sentence(random, 6)} &amp;laquo;#{i}&amp;raquo;</title><link rel=\"alternate\" href=\"/a/{i}\"/><updated>2025-12-13T{i % 24:00}:30:00+03:00</updated><content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\"><p>{Sentence(random, 40)}</p><ul><li>{Sentence(random, 5)}</li></ul></div></content></entry>");
        }

        return text.Append("</feed>").ToString();
    }

    public static string Rdf(int items, int seed)
    {
        var random = new Random(seed);
        var text = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns=\"http://purl.org/rss/1.0/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel rdf:about=\"https://site.test/rss\"><title>Лента</title><link>https://site.test/</link></channel>");
        for (var i = 0; i < items; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"<item rdf:about=\"https://site.test/a/{i}\"><title>{Sentence(random, 6)} #{i}</title><link>https://site.test/a/{i}</link><description>{Sentence(random, 40)}</description><dc:date>2025-12-13T{i % 24:00}:30:00+03:00</dc:date></item>");
        }

        return text.Append("</rdf:RDF>").ToString();
    }

    public static string Json(int items, int seed)
    {
        var random = new Random(seed);
        var rows = Enumerable.Range(0, items).Select(i => string.Create(CultureInfo.InvariantCulture, $"{{\"id\":\"{i}\",\"url\":\"https://site.test/a/{i}\",\"title\":\"{Sentence(random, 6)} #{i}\",\"content_html\":\"<p>{Sentence(random, 40)}</p>\",\"date_published\":\"2025-12-13T{i % 24:00}:30:00+03:00\"}}"));
        return $"{{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"Лента\",\"items\":[{string.Join(',', rows)}]}}";
    }

    private static string Sentence(Random random, int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Words[random.Next(Words.Length)]));
}
