using System.Text;
using System.Xml;
using Monitor.Core.Feeds.Markup;
using Monitor.Core.Watchlist;
using Monitor.Core.Watchlist.Yaml;
using XmlNode = Monitor.Core.Feeds.Markup.XmlNode;

namespace Monitor.Core.Feeds.Lists;

/// <summary>
/// Sources as OPML, in which feed readers exchange them. What OPML has no word for (origin, role, kind, selectors) is written in a namespace of our own and read back; for the list of
/// another reader the origin is the site's host, since two feeds of one site are one voice.
/// </summary>
public static class Opml
{
    private const string Own = "urn:monitor:sources";

    /// <summary>Reads what other programs wrote, broken or not; an outline without an address is a folder.</summary>
    public static SourceListReading Read(string opml, string fileName)
    {
        var sources = new List<Source>();
        var names = new SourceNames();
        var xml = new XmlScanner(opml.AsMemory());
        while (xml.Read() is not XmlNode.EndOfInput)
        {
            if (xml.Node == XmlNode.Start && xml.LowerName is "outline" && ReadOutline(xml, names) is { } source) sources.Add(source);
        }

        if (sources.Count == 0) return new SourceListReading([], [new ListError(fileName, 1, "outline", "there is no outline with an xmlUrl: is this an OPML file?")]);
        // Through the one strict reader, so that nothing gets in by this door that a sources file could not bring.
        return SourceList.Read(SourceListWriter.Write(sources), fileName);
    }

    public static string Write(IEnumerable<Source> sources)
    {
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, OmitXmlDeclaration = true }))
        {
            xml.WriteStartElement("opml");
            xml.WriteAttributeString("version", "2.0");
            xml.WriteAttributeString("xmlns", "m", null, Own);
            xml.WriteStartElement("head");
            xml.WriteElementString("title", "Sources of Monitor");
            xml.WriteEndElement();
            xml.WriteStartElement("body");
            foreach (var source in sources) WriteOutline(xml, source);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + text.Append('\n');
    }

    private static Source? ReadOutline(XmlScanner xml, SourceNames names)
    {
        if (xml.Attribute("xmlUrl") is not { Length: > 0 } address || !Uri.TryCreate(address, UriKind.Absolute, out var url)) return null;
        var name = xml.Attribute("text") is { Length: > 0 } text ? text : xml.Attribute("title") is { Length: > 0 } title ? title : url.Host;
        var select = xml.Attribute("m:item") is { } item ? new PageSelect(item, xml.Attribute("m:title") ?? "", xml.Attribute("m:link") ?? "", xml.Attribute("m:date"), xml.Attribute("m:select-text")) : null;
        return new Source
        {
            Id = names.Unique(xml.Attribute("m:id"), url),
            Name = HtmlText.Folded(name),
            Kind = Word(xml.Attribute("m:kind"), SourceAddress.KindOf(url)),
            Url = SourceAddress.Of(url),
            Language = xml.Attribute("language") is { Length: > 0 } language ? language : null,
            Origin = xml.Attribute("m:origin") is { Length: > 0 } origin ? origin : SourceNames.OriginOf(url),
            Role = Word(xml.Attribute("m:role"), SourceRole.Media),
            Every = TimeSpan.TryParse(xml.Attribute("m:every"), System.Globalization.CultureInfo.InvariantCulture, out var every) ? every : null,
            Select = select,
        };
    }

    private static T Word<T>(string? word, T otherwise)
        where T : struct, Enum => word is not null && Keyword.TryParse<T>(word, out var value) ? value : otherwise;

    private static void WriteOutline(XmlWriter xml, Source source)
    {
        xml.WriteStartElement("outline");
        xml.WriteAttributeString("type", "rss");
        xml.WriteAttributeString("text", source.Name);
        xml.WriteAttributeString("xmlUrl", source.Url.OriginalString);
        if (source.Language is not null) xml.WriteAttributeString("language", source.Language);
        (string Key, string? Value)[] own =
        [
            ("id", source.Id), ("kind", Keyword.Of(source.Kind)), ("origin", source.Origin), ("role", Keyword.Of(source.Role)), ("every", source.Every?.ToString("c")),
            ("item", source.Select?.Item), ("title", source.Select?.Title), ("link", source.Select?.Link), ("date", source.Select?.Date), ("select-text", source.Select?.Text),
        ];
        foreach (var (key, value) in own.Where(pair => pair.Value is not null)) xml.WriteAttributeString("m", key, Own, value);
        xml.WriteEndElement();
    }
}
