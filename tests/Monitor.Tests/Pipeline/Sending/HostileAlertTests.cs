using System.Globalization;

namespace Monitor.Tests.Pipeline.Sending;

/// <summary>Names and titles put together from everything that ever broke a message: each arrives as text, none is refused.</summary>
public sealed class HostileAlertTests
{
    private const int Seed = 20251213;
    private const int Titles = 500;
    private const int MostParts = 12;
    private const long Reader = 5_000_000_701;

    private static readonly string[] Parts =
    [
        "<b>", "</b>", "</a>", "<a href=\"https://evil.example\">", "<blockquote expandable>", "</blockquote>", "<script>", "<!--", "]]>", "<", ">", "&", "&amp;", "&lt;", "&nbsp;", "&#x202e;", "&#55357;", "\"", "'", "\\",
        "\u202e", "\u2066", "\u200f", "\u0000", "\u001b[31m", "\n\n", "\r\n", "\u2028", "\ud83d", "\ude00", "\ud83d\ude00", "e\u0301\u0301\u0301", "/forget", "@somebody", "@monitor_test_bot", "#tag", "https://evil.example/?<>&", "{name}", "{0}", "%s", "|", "*bold*", "_", "`", "~~", "Ales Bialiatski", "released",
    ];

    [Fact]
    public async Task Five_hundred_hostile_names_and_titles_arrive_as_text_and_none_is_refused()
    {
        var random = new Random(Seed);
        await using var outbox = await Outbox.OpenAsync();
        await outbox.SubscribeAsync(Reader);
        for (var n = 1; n <= Titles; n++)
        {
            var hostile = string.Concat(Enumerable.Range(0, random.Next(1, MostParts)).Select(_ => Parts[random.Next(Parts.Length)]));
            if (n % 50 == 0) hostile = string.Concat(Enumerable.Repeat(hostile + " ", 10_000 / (hostile.Length + 1)));
            await outbox.AlertAsync(string.Create(CultureInfo.InvariantCulture, $"{n} {hostile}"), item: (n + 2) / 3, title: hostile);
        }

        await outbox.RunToEndAsync();
        Assert.All(outbox.Telegram.CallsOf("sendMessage"), call => Assert.Equal(200, call.Code));
        var texts = string.Join('\n', outbox.In(Reader).Select(m => m.Text));
        Assert.All(Enumerable.Range(1, Titles), n => Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"{n} "), texts, StringComparison.Ordinal));
        Assert.DoesNotContain('\u202e', texts);
        Assert.DoesNotContain('\u001b', texts);
        Assert.All(outbox.In(Reader), m => Assert.DoesNotContain("<a href=\"https://evil.example\">", m.Sent, StringComparison.Ordinal));
    }
}
