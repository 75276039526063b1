using System.Globalization;
using System.Net;
using FsCheck;
using FsCheck.Fluent;
using Monitor.Core.Wording;

namespace Monitor.Core.Tests.Wording;

public sealed class TelegramHtmlTests
{
    [Theory]
    [InlineData("Znak & Kalesnikava", "Znak &amp; Kalesnikava")]
    [InlineData("<b>not bold</b>", "&lt;b&gt;not bold&lt;/b&gt;")]
    [InlineData("&lt; is already text", "&amp;lt; is already text")]
    [InlineData("a \"quoted\" word", "a &quot;quoted&quot; word")]
    [InlineData("П'ёрка — «так»", "П'ёрка — «так»")]
    [InlineData("two\r\nlines\tand\u2028more", "two  lines and more")]
    [InlineData("bell\a and null\0", "bell and null")]
    [InlineData("freed \u202Enot\u202C \u2066he\u2069 is\u200E\u200F\u061C", "freed not he is")]
    [InlineData("family \U0001F468\u200D\U0001F469\u200D\U0001F467", "family \U0001F468\u200D\U0001F469\u200D\U0001F467")]
    public void Text_is_shown_as_it_is_and_nothing_else(string text, string html) => Assert.Equal(html, TelegramHtml.Escape(text));

    [Fact]
    public void Half_a_surrogate_pair_becomes_a_sign_that_can_be_sent() =>
        Assert.Equal("a\uFFFDb", TelegramHtml.Escape("a" + '\uD83D' + "b"));

    [Theory]
    [InlineData("short", 5, "short")]
    [InlineData("a longer title", 9, "a longer…")]
    [InlineData("a longer title", 8, "a longe…")]
    [InlineData("ends in a space", 8, "ends in…")]
    [InlineData("ab\U0001F3DB\U0001F3DB", 5, "ab\U0001F3DB…")]
    [InlineData("ab\U0001F3DB\U0001F3DB", 4, "ab…")]
    [InlineData("Калесніка\u0301ва", 9, "Калеснік…")]
    [InlineData("xy", 1, "…")]
    public void A_cut_keeps_signs_whole_and_is_marked(string text, int most, string shown) => Assert.Equal(shown, TelegramHtml.Shorten(text, most));

    [Fact]
    public void Whatever_a_source_writes_the_markup_stays_ours() => Check.QuickThrowOnFailure(Prop.ForAll<NonNull<string>>(text =>
    {
        var html = TelegramHtml.Escape(text.Get);
        Assert.DoesNotContain('<', html);
        Assert.DoesNotContain('>', html);
        Assert.DoesNotContain('"', html);
        Assert.DoesNotContain(html, char.IsControl);
        Assert.Equal(html, TelegramHtml.Escape(WebUtility.HtmlDecode(html)));
    }));

    [Fact]
    public void No_cut_is_longer_than_asked_for_or_in_the_middle_of_a_sign() => Check.QuickThrowOnFailure(Prop.ForAll<NonNull<string>, PositiveInt>((text, most) =>
    {
        var cut = TelegramHtml.Shorten(text.Get, most.Get);
        Assert.True(cut.Length <= most.Get);
        if (cut == text.Get) return;
        Assert.EndsWith("…", cut, StringComparison.Ordinal);
        var kept = cut[..^1];
        Assert.StartsWith(kept, text.Get, StringComparison.Ordinal);
        Assert.Contains(kept.Length, StringInfo.ParseCombiningCharacters(text.Get));
    }));
}
