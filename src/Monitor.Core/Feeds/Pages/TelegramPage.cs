using AngleSharp.Dom;
using Monitor.Core.Feeds.Parts;

namespace Monitor.Core.Feeds.Pages;

/// <summary>
/// The public preview of a channel (t.me/s/…) as a feed: one item per post. What was forwarded names its author, because a channel that passes a
/// text on does not vouch for it. A page without posts is no feed: Telegram shows such a one for channels that are private, closed or misspelt.
/// </summary>
public static class TelegramPage
{
    private const int LongestTitle = 120;

    public static FeedReading Read(ReadOnlyMemory<byte> body, string? contentType)
    {
        var (page, refused) = PageDocument.Read(body, contentType);
        if (page is null) return FeedReading.No(refused!);
        var posts = page.QuerySelectorAll(".tgme_widget_message[data-post]").Take(FeedParser.MostItems).Select(Post).OfType<ParsedItem>().ToList();
        if (posts.Count == 0) return FeedReading.No("it shows no posts of a public channel");
        var title = page.QuerySelector(".tgme_channel_info_header_title")?.TextContent ?? page.QuerySelector("meta[property='og:title']")?.GetAttribute("content");
        var name = posts[0].Id!.Split('/')[0];
        return FeedReading.Of(new ParsedFeed(FeedFormat.Telegram, title is null ? name : HtmlText.Folded(title), "https://t.me/" + name, null, null, posts, []));
    }

    /// <summary>Null for a post without words (a picture, a poll, "channel created").</summary>
    private static ParsedItem? Post(IElement post)
    {
        // A quoted post stands inside the answer to it; its words are not the answer's.
        var words = post.QuerySelectorAll(".tgme_widget_message_text").FirstOrDefault(e => e.Closest(".tgme_widget_message_reply") is null);
        var text = words is null ? "" : HtmlText.Of(words.InnerHtml);
        var address = post.GetAttribute("data-post")!.Trim();
        if (text.Length == 0 || !address.Contains('/', StringComparison.Ordinal)) return null;
        var author = ForwardedFrom(post);
        var time = post.QuerySelector(".tgme_widget_message_date time[datetime]") ?? post.QuerySelector("time[datetime]");
        return new ParsedItem
        {
            Id = address,
            Link = "https://t.me/" + address,
            Title = FirstLine(text),
            Text = text,
            Published = FeedDate.Read(time?.GetAttribute("datetime")),
            Author = author?.Name,
            ForwardedFrom = author,
            Links = [.. words!.QuerySelectorAll("a[href]").Select(link => link.GetAttribute("href")!).Where(LinkBase.IsWeb).Distinct(StringComparer.Ordinal)],
        };
    }

    private static Forward? ForwardedFrom(IElement post)
    {
        if (post.QuerySelector(".tgme_widget_message_forwarded_from_name") is not { } author || HtmlText.Folded(author.TextContent) is not { Length: > 0 } name) return null;
        return new Forward(name, author.GetAttribute("href") is { } link && LinkBase.IsWeb(link) ? link : null);
    }

    /// <summary>Posts have no title; their first line does for one.</summary>
    private static string FirstLine(string text)
    {
        var line = text.Split('\n')[0];
        if (line.Length <= LongestTitle) return line;
        var space = line.LastIndexOf(' ', LongestTitle);
        return line[..(space > 0 ? space : LongestTitle)] + "…";
    }
}
