using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;

namespace Monitor.Tests.Syndication;

/// <summary>What the checkers of all feed formats share: dates, addresses, languages and HTML, by the texts of their specifications.</summary>
internal static class FeedRules
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>RFC 3339 §5.6, as RFC 4287 §3.3 narrows it: upper-case T, Z or an offset.</summary>
    private static readonly Regex Rfc3339 = new(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$", RegexOptions.ExplicitCapture, Patience);

    private static readonly Regex LanguageTag = new("^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$", RegexOptions.ExplicitCapture, Patience);

    private static readonly string[] AddressAttributes = ["href", "src"];
    private static readonly string[] Dangerous = ["script", "style", "iframe", "object", "embed", "form", "link", "meta"];

    public static bool IsRfc3339(string text) => Rfc3339.IsMatch(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    /// <summary>RFC 822 with the four-digit year that the RSS specification asks for; the parser also refuses a wrong day of the week.</summary>
    public static bool IsRfc822(string text) =>
        DateTimeOffset.TryParseExact(text, ["ddd, dd MMM yyyy HH:mm:ss 'GMT'", "ddd, dd MMM yyyy HH:mm:ss zzz"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _);

    public static bool IsLanguage(string text) => LanguageTag.IsMatch(text);

    public static bool IsWebAddress(string text) => Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && !text.Contains(' ', StringComparison.Ordinal);

    public static bool IsIri(string text) => Uri.TryCreate(text, UriKind.Absolute, out _) && text.Contains(':', StringComparison.Ordinal) && !text.StartsWith('/');

    /// <summary>What feed validators warn of in content: scripts and frames, handlers, addresses that are not absolute.</summary>
    public static IEnumerable<string> ProblemsOfHtml(string html, string where)
    {
        var body = new HtmlParser().ParseDocument(html).Body!;
        foreach (var element in body.QuerySelectorAll("*"))
        {
            if (Dangerous.Contains(element.LocalName)) yield return $"{where}: <{element.LocalName}> in the content";
            foreach (var attribute in element.Attributes.Where(a => a.Name.StartsWith("on", StringComparison.Ordinal))) yield return $"{where}: the handler {attribute.Name} in the content";
            foreach (var attribute in element.Attributes.Where(a => AddressAttributes.Contains(a.Name) && !IsWebAddress(a.Value))) yield return $"{where}: \"{attribute.Value}\" is not an absolute web address";
        }
    }

    public static IEnumerable<string> Repeated(IEnumerable<string> ids) => ids.GroupBy(i => i, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => $"the id {g.Key} stands {g.Count()} times");
}
