using System.Globalization;
using System.Text;

namespace Monitor.Core.Feeds.Lists;

/// <summary>Ids for sources that come without one, from their address: <c>https://www.example.by/rss/all</c> is example-by-rss-all. Each is given once.</summary>
public sealed class SourceNames(IEnumerable<string>? taken = null)
{
    private const int Longest = 60;

    private readonly HashSet<string> _taken = new(taken ?? [], StringComparer.Ordinal);

    /// <param name="wish">The id it had; null where it had none.</param>
    /// <param name="url">Its address.</param>
    public string Unique(string? wish, Uri url)
    {
        var id = string.IsNullOrWhiteSpace(wish) ? Slug(OriginOf(url) + url.AbsolutePath) : wish;
        for (var number = 2; !_taken.Add(id); number++) id = $"{Slug(id)}-{number.ToString(CultureInfo.InvariantCulture)}";
        return id;
    }

    /// <summary>The host without www, for a channel t.me and its name: what stands behind one host is one voice until somebody says otherwise.</summary>
    public static string OriginOf(Uri url)
    {
        var host = url.Host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? url.Host[4..] : url.Host;
        return SourceAddress.KindOf(url) == SourceKind.Telegram ? "t.me/" + SourceAddress.Of(url).AbsolutePath.Split('/')[^1] : host;
    }

    private static string Slug(string text)
    {
        var slug = new StringBuilder();
        foreach (var c in text.ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(c)) slug.Append(c);
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }

        return slug.ToString()[..Math.Min(slug.Length, Longest)].Trim('-');
    }
}
