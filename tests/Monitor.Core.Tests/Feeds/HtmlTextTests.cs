using System.Text;
using AngleSharp.Html.Parser;
using Monitor.Core.Feeds;

namespace Monitor.Core.Tests.Feeds;

public sealed class HtmlTextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("без разметкі", "без разметкі")]
    [InlineData("  два   прабелы \n і радок ", "два прабелы і радок")]
    [InlineData("<p>a</p><p>b</p>", "a\nb")]
    [InlineData("a<br>b<br/>c<BR />d", "a\nb\nc\nd")]
    [InlineData("<p> a </p> <p> b </p>", "a\nb")]
    [InlineData("<b>a</b><i>b</i> c", "ab c")]
    [InlineData("a<script>if (1 < 2) document.write('<p>x</p>')</script>b", "ab")]
    [InlineData("a<style>p > b {}</style>b", "ab")]
    [InlineData("a<SCRIPT type='x'>x</SCRIPT >b", "ab")]
    [InlineData("a<!-- b > c -->d", "ad")]
    [InlineData("a<!--->b", "ab")]
    [InlineData("a<img alt='1 > 2'>b", "ab")]
    [InlineData("<a href=\"x?a=1&b=2\">a</a>", "a")]
    [InlineData("<p title=\"it's\">a</p>", "a")]
    [InlineData("1 < 2 и 3 > 2", "1 < 2 и 3 > 2")]
    [InlineData("a&nbsp;b &amp; c &lt;d&gt; &laquo;e&raquo; &#8212; &#x2014;", "a\u00A0b & c <d> «e» — —")]
    [InlineData("AT&T, R&D;", "AT&T, R&D;")]
    [InlineData("<p>не зачынена", "не зачынена")]
    [InlineData("<p", "")]
    [InlineData("a<", "a<")]
    [InlineData("a</", "a")]
    [InlineData("<script>без канца", "")]
    [InlineData("<iframe src=x></iframe>a", "a")]
    [InlineData("<ul><li>a</li><li>b</li></ul>", "a\nb")]
    [InlineData("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc")]
    [InlineData("<o:p>a</o:p>", "a")]
    [InlineData("<?xml version='1.0'?>a", "a")]
    [InlineData("a&#10;b&#32;&#32;c", "a b c")]
    public void Html_becomes_what_a_reader_sees(string html, string text) => Assert.Equal(text, HtmlText.Of(html));

    /// <summary>AngleSharp reads as browsers do: the words must be the same ones in the same order, on whatever fragments chance puts together.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void The_words_are_those_a_browser_s_parser_finds(int seed)
    {
        string[] pieces = ["<p>", "</p>", "<b>", "</b>", "<br>", "<a href='x>y'>", "</a>", "<div class=\"z\">", "</div>", "<li>", "<!-- c -->", "слова", " word ", "&amp;", "&laquo;", "&nbsp;", "\n", " 1 < 2 ", "<img src=x alt=\"a>b\">", "<script>x<y</script>", "<style>p{}</style>", "&#8212;", "<span title=it's>", "</span>", "<h2>", "</h2>"];
        var random = new Random(seed);
        var browser = new HtmlParser();
        for (var i = 0; i < 500; i++)
        {
            var html = string.Concat(Enumerable.Range(0, random.Next(1, 25)).Select(_ => pieces[random.Next(pieces.Length)]));
            var document = browser.ParseDocument("<body>" + html);
            foreach (var hidden in document.QuerySelectorAll("script,style")) hidden.Remove();
            Assert.Equal(Letters(document.Body!.TextContent), Letters(HtmlText.Of(html)));
        }
    }

    private static string Letters(string text)
    {
        var letters = new StringBuilder();
        foreach (var c in text.Where(c => !char.IsWhiteSpace(c))) letters.Append(c);
        return letters.ToString();
    }
}
