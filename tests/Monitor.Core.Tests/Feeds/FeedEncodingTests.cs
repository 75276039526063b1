using System.Text;

namespace Monitor.Core.Tests.Feeds;

/// <summary>The bytes are right, the labels are wrong; the words are ours.</summary>
public sealed class FeedEncodingTests
{
    private const string Russian = "Сегодня суд рассмотрит дело журналистки; о приговоре сообщили правозащитники";
    private const string Belarusian = "Сёння суд разгледзіць справу журналісткі; пра прысуд паведамілі праваабаронцы ў Мінску";
    private const string Ukrainian = "Сьогодні її справу розгляне суд; про вирок повідомили правозахисники";

    [Theory]
    // encoding of the bytes, XML declaration, HTTP charset
    [InlineData(Russian, "utf-8", "utf-8", "utf-8")]
    [InlineData(Russian, "utf-8", null, null)]
    [InlineData(Russian, "utf-8", "windows-1251", null)]
    [InlineData(Russian, "utf-8", null, "windows-1251")]
    [InlineData(Russian, "utf-8", "koi8-r", "iso-8859-1")]
    [InlineData(Russian, "windows-1251", "windows-1251", null)]
    [InlineData(Russian, "windows-1251", null, "windows-1251")]
    [InlineData(Russian, "windows-1251", "cp1251", null)]
    [InlineData(Russian, "windows-1251", "WINDOWS-1251", "text")]
    [InlineData(Russian, "windows-1251", "utf-8", null)]
    [InlineData(Russian, "windows-1251", "utf-8", "utf-8")]
    [InlineData(Russian, "windows-1251", null, null)]
    [InlineData(Russian, "windows-1251", "koi8-r", null)]
    [InlineData(Russian, "windows-1251", "iso-8859-1", null)]
    [InlineData(Russian, "windows-1251", "iso-8859-5", null)]
    [InlineData(Russian, "windows-1251", "windows-cyrillic", null)]
    [InlineData(Russian, "windows-1251", null, "iso-8859-1")]
    [InlineData(Russian, "windows-1251", "utf-16", null)]
    [InlineData(Belarusian, "windows-1251", "utf-8", null)]
    [InlineData(Belarusian, "windows-1251", null, null)]
    [InlineData(Belarusian, "windows-1251", "windows-1251", "utf-8")]
    [InlineData(Ukrainian, "windows-1251", null, null)]
    [InlineData(Ukrainian, "windows-1251", "utf-8", null)]
    [InlineData(Russian, "koi8-r", "koi8-r", null)]
    [InlineData(Russian, "koi8-r", null, null)]
    [InlineData(Russian, "koi8-r", "utf-8", null)]
    [InlineData(Russian, "koi8-r", "windows-1251", null)]
    [InlineData(Ukrainian, "koi8-u", "koi8-u", null)]
    [InlineData(Russian, "ibm866", "cp866", null)]
    [InlineData(Russian, "ibm866", null, null)]
    [InlineData(Russian, "iso-8859-5", "iso-8859-5", null)]
    [InlineData(Russian, "iso-8859-5", null, null)]
    [InlineData(Belarusian, "utf-16", "utf-16", null)]
    [InlineData(Belarusian, "utf-16", null, null)]
    [InlineData(Belarusian, "utf-16", "utf-8", "utf-8")]
    [InlineData(Belarusian, "utf-16BE", "utf-16", null)]
    [InlineData(Belarusian, "utf-16BE", null, null)]
    [InlineData(Belarusian, "utf-32", null, null)]
    [InlineData("Sąd Najwyższy rozpatrzy sprawę więźniów", "windows-1250", "windows-1250", null)]
    [InlineData("Sąd Najwyższy rozpatrzy sprawę więźniów", "iso-8859-2", "iso-8859-2", null)]
    [InlineData("Le président a été libéré à Genève", "windows-1252", "iso-8859-1", null)]
    [InlineData("Le président a été libéré à Genève", "windows-1252", null, null)]
    [InlineData("Le président a été libéré à Genève", "windows-1252", "utf-8", null)]
    [InlineData("日本の記者が解放された", "shift_jis", "shift_jis", null)]
    [InlineData("日本の記者が解放された", "euc-jp", "EUC-JP", null)]
    [InlineData("日本の記者が解放された", "iso-2022-jp", "iso-2022-jp", null)]
    [InlineData("记者获释", "gb2312", null, "gb2312")]
    public void The_bytes_are_believed_before_their_labels(string words, string bytes, string? declared, string? http)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(bytes) ?? Encoding.GetEncoding(bytes);
        var text = (declared is null ? "" : $"<?xml version=\"1.0\" encoding=\"{declared}\"?>") + Rss(words);
        Assert.Equal(words, Feed.Of(encoding.GetBytes(text), contentType: http is null ? null : $"text/xml; charset={http}").Title);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public void A_byte_order_mark_is_believed(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        Assert.Equal(Russian, Feed.Of([.. encoding.GetPreamble(), .. encoding.GetBytes(Rss(Russian))], contentType: "text/xml; charset=windows-1251").Title);
    }

    [Fact]
    public void Utf8_with_a_letter_cut_in_two_stays_utf8()
    {
        var bytes = Encoding.UTF8.GetBytes(Rss(Russian)).ToList();
        bytes.RemoveAt(bytes.IndexOf(0xD0));
        Assert.Contains("суд рассмотрит", Feed.Of(bytes.ToArray()).Title, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_guessed_is_said() =>
        Assert.Contains("windows-1251", Assert.Single(Feed.Of(CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetBytes(Rss(Russian)), contentType: "text/xml; charset=utf-8").Warnings), StringComparison.Ordinal);

    private static string Rss(string words) => $"<rss version=\"2.0\"><channel><title>{words}</title><link>https://site.test/</link><item><title>{words}</title></item></channel></rss>";
}
