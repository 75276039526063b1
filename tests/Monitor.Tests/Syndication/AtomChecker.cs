using System.Xml;
using System.Xml.Linq;

namespace Monitor.Tests.Syndication;

/// <summary>Atom 1.0 by RFC 4287 §4.1–4.2: what is wrong with a document; nothing for a valid one.</summary>
internal static class AtomChecker
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly string[] OfFeed = ["author", "category", "contributor", "generator", "icon", "id", "link", "logo", "rights", "subtitle", "title", "updated", "entry"];
    private static readonly string[] OfEntry = ["author", "category", "content", "contributor", "id", "link", "published", "rights", "source", "summary", "title", "updated"];
    private static readonly string[] Repeatable = ["author", "category", "contributor", "link", "entry"];

    public static IReadOnlyList<string> Check(string document, Uri askedAt)
    {
        try
        {
            var feed = XDocument.Parse(document).Root!;
            return feed.Name == Atom + "feed" ? [.. Feed(feed, askedAt), .. feed.Elements(Atom + "entry").SelectMany(e => Entry(e, feed))] : ["the root is not atom:feed"];
        }
        catch (XmlException e)
        {
            return [$"not well-formed: {e.Message}"];
        }
    }

    private static IEnumerable<string> Feed(XElement feed, Uri askedAt)
    {
        foreach (var problem in Common(feed, OfFeed, "feed")) yield return problem;
        if ((string?)feed.Attribute(XNamespace.Xml + "lang") is { } language && !FeedRules.IsLanguage(language)) yield return $"feed: \"{language}\" is no language";
        var self = Links(feed, "self");
        if (self.Count != 1 || self[0] != askedAt.AbsoluteUri) yield return "feed: not one link rel=self with the address it was asked at";
        if (Links(feed, "alternate").Count != 1) yield return "feed: not one link rel=alternate";
        if (feed.Elements(Atom + "generator").Any(g => string.IsNullOrWhiteSpace(g.Value))) yield return "feed: an empty generator";
        foreach (var problem in FeedRules.Repeated(feed.Elements(Atom + "entry").Elements(Atom + "id").Select(i => i.Value))) yield return problem;
        var newest = feed.Elements(Atom + "entry").Select(e => (string?)e.Element(Atom + "updated")).Max(StringComparer.Ordinal);
        if (newest is not null && string.CompareOrdinal((string?)feed.Element(Atom + "updated"), newest) < 0) yield return "feed: updated is older than its newest entry";
    }

    private static IEnumerable<string> Entry(XElement entry, XElement feed)
    {
        var where = "entry " + ((string?)entry.Element(Atom + "id") ?? "without id");
        foreach (var problem in Common(entry, OfEntry, where)) yield return problem;
        if (entry.Element(Atom + "author") is null && feed.Element(Atom + "author") is null) yield return $"{where}: no author, here or of the feed";
        if (entry.Element(Atom + "content") is null && Links(entry, "alternate").Count == 0) yield return $"{where}: neither content nor link rel=alternate";
        if (entry.Elements(Atom + "published").Any(p => !FeedRules.IsRfc3339(p.Value))) yield return $"{where}: published is no RFC 3339 date";
        foreach (var content in entry.Elements(Atom + "content"))
        {
            var type = (string?)content.Attribute("type") ?? "text";
            if (type is not ("text" or "html" or "xhtml")) yield return $"{where}: content of type {type}";
            if (type != "xhtml" && content.HasElements) yield return $"{where}: content of type {type} holds elements";
            if (type == "html") foreach (var problem in FeedRules.ProblemsOfHtml(content.Value, where)) yield return problem;
        }
    }

    private static IEnumerable<string> Common(XElement parent, string[] allowed, string where)
    {
        var own = parent.Elements().Where(e => e.Name.Namespace == Atom).Select(e => e.Name.LocalName).ToList();
        foreach (var unknown in own.Except(allowed, StringComparer.Ordinal)) yield return $"{where}: {unknown} is no element of {parent.Name.LocalName}";
        foreach (var twice in own.Except(Repeatable, StringComparer.Ordinal).Where(n => own.Count(o => o == n) > 1)) yield return $"{where}: {twice} stands more than once";
        foreach (var required in new[] { "id", "title", "updated" }.Where(r => string.IsNullOrWhiteSpace((string?)parent.Element(Atom + r)))) yield return $"{where}: no {required}";
        if ((string?)parent.Element(Atom + "id") is { } id && !FeedRules.IsIri(id)) yield return $"{where}: the id is no IRI";
        if ((string?)parent.Element(Atom + "updated") is { } updated && !FeedRules.IsRfc3339(updated)) yield return $"{where}: \"{updated}\" is no RFC 3339 date";
        if (parent.Elements(Atom + "link").Any(l => !FeedRules.IsWebAddress((string?)l.Attribute("href") ?? ""))) yield return $"{where}: a link without a web address";
        if (parent.Elements(Atom + "category").Any(c => string.IsNullOrEmpty((string?)c.Attribute("term")))) yield return $"{where}: a category without a term";
        if (parent.Elements(Atom + "author").Any(a => string.IsNullOrWhiteSpace((string?)a.Element(Atom + "name")))) yield return $"{where}: an author without a name";
        var alternates = parent.Elements(Atom + "link").Where(l => ((string?)l.Attribute("rel") ?? "alternate") == "alternate").Select(l => $"{l.Attribute("type")?.Value} {l.Attribute("hreflang")?.Value}");
        if (FeedRules.Repeated(alternates).Any()) yield return $"{where}: two alternates of one type and language";
    }

    private static List<string> Links(XElement parent, string relation) =>
        [.. parent.Elements(Atom + "link").Where(l => ((string?)l.Attribute("rel") ?? "alternate") == relation).Select(l => (string?)l.Attribute("href") ?? "")];
}
