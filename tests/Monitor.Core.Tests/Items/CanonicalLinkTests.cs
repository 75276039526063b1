using Monitor.Core.Items;

namespace Monitor.Core.Tests.Items;

public sealed class CanonicalLinkTests
{
    [Theory]
    [InlineData("https://site.test/a/1", "http://site.test/a/1")]
    [InlineData("https://site.test/a/1", "HTTPS://SITE.test/a/1")]
    [InlineData("https://site.test/a/1", "https://www.site.test/a/1/")]
    [InlineData("https://site.test/a/1", "https://m.site.test/a/1")]
    [InlineData("https://site.test/a/1", "https://amp.site.test/a/1")]
    [InlineData("https://site.test/a/1", "https://site.test/a/1/amp/")]
    [InlineData("https://site.test/a/1", "https://site.test/amp/a/1")]
    [InlineData("https://site.test/a/1", "https://site.test:443/a/1")]
    [InlineData("https://site.test/a/1", "http://site.test:80/a/1")]
    [InlineData("https://site.test/a/1", "https://site.test//a//1")]
    [InlineData("https://site.test/a/1", "https://site.test/a/1#comments")]
    [InlineData("https://site.test/a/1", "https://site.test/a/1?utm_source=telegram&utm_medium=social")]
    [InlineData("https://site.test/a/1", "https://site.test/a/1?fbclid=IwAR0&from=rss&_openstat=x")]
    [InlineData("https://site.test/a/1", " https://site.test/a/1 ")]
    [InlineData("https://site.test/a/1", "https://site.test./a/1")]
    [InlineData("https://site.test/?id=1&x=2", "https://site.test/?x=2&utm_campaign=y&id=1")]
    [InlineData("https://site.test/", "https://www.site.test")]
    [InlineData("https://site.test/a", "https://site.test/a/index.html")]
    [InlineData("https://site.test/%D1%81%D1%83%D0%B4", "https://site.test/суд")]
    [InlineData("https://суд.test/a", "https://xn--d1azg.test/a")]
    [InlineData("https://t.me/channel/12", "https://t.me/s/channel/12")]
    [InlineData("https://t.me/channel/12", "https://telegram.me/Channel/12?single")]
    [InlineData("https://t.me/channel/12", "https://t.me/channel/12?embed=1&mode=tme")]
    public void Spellings_of_one_address_are_one(string a, string b) => Assert.Equal(CanonicalLink.Of(a), CanonicalLink.Of(b));

    [Theory]
    [InlineData("https://site.test/a/1", "https://site.test/a/2")]
    [InlineData("https://site.test/a/1", "https://other.test/a/1")]
    [InlineData("https://site.test/a/1", "https://site.test/A/1")]
    [InlineData("https://site.test/?id=1", "https://site.test/?id=2")]
    [InlineData("https://site.test/a?page=2", "https://site.test/a")]
    [InlineData("https://ru.site.test/a/1", "https://site.test/a/1")]
    [InlineData("https://site.test/ru/1", "https://site.test/be/1")]
    [InlineData("https://site.test:8080/a", "https://site.test/a")]
    [InlineData("https://m.test/a", "https://site.test/a")]
    [InlineData("https://t.me/channel/12", "https://t.me/channel/13")]
    [InlineData("https://site.test/amphora/1", "https://site.test/ora/1")]
    [InlineData("https://site.test/a?fromage=1", "https://site.test/a")]
    public void Different_addresses_stay_different(string a, string b) => Assert.NotEqual(CanonicalLink.Of(a), CanonicalLink.Of(b));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("17")]
    [InlineData("/a/1")]
    [InlineData("tag:site.test,2025:1")]
    [InlineData("urn:uuid:2b4f2f7e-0000-0000-0000-000000000000")]
    [InlineData("mailto:a@site.test")]
    [InlineData("javascript:alert(1)")]
    [InlineData("http://")]
    [InlineData("https://[/a")]
    public void What_is_no_web_address_has_none(string? link) => Assert.Null(CanonicalLink.Of(link));

    [Fact]
    public void A_canonical_link_is_its_own()
    {
        foreach (var link in new[] { "http://www.site.test/a/1/?utm_source=x&b=1&a=2#c", "https://t.me/s/Channel/12", "https://m.site.test/суд/" })
        {
            Assert.Equal(CanonicalLink.Of(link), CanonicalLink.Of(CanonicalLink.Of(link)));
        }
    }
}
