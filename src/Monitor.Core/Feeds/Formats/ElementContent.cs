using System.Text;
using Monitor.Core.Feeds.Markup;
using Monitor.Core.Feeds.Parts;

namespace Monitor.Core.Feeds.Formats;

/// <summary>
/// Reads all that stands inside the element just begun. Where its end tag is missing, it ends before the first element that can only be its
/// neighbour: in <c>&lt;title&gt;News&lt;link&gt;…&lt;/item&gt;</c> the title is "News" and the link is read next.
/// </summary>
internal sealed class ElementContent(XmlScanner xml)
{
    /// <summary>Text may be read again this many times its length in all, so that a file of unclosed tags stays cheap.</summary>
    private const int RereadFactor = 4;

    private long _rereadLeft = (long)RereadFactor * xml.Source.Length;

    /// <param name="escaped">How the text is meant when the element holds no child elements.</param>
    public Passage Read(PassageKind escaped)
    {
        var depth = xml.Depth;
        var start = xml.Position;
        var neighbour = -1;
        var isInline = false;
        Passage? only = null;
        StringBuilder? several = null;
        while (true)
        {
            switch (xml.Read())
            {
                case XmlNode.Text when isInline: // stands in the markup, which is read as a whole
                    break;
                case XmlNode.Text when only is null:
                    only = Stretch(escaped);
                    break;
                case XmlNode.Text:
                    several ??= new StringBuilder(only.Value.Decoded());
                    several.Append(Stretch(escaped).Decoded());
                    break;
                case XmlNode.Start:
                    isInline = true;
                    if (neighbour < 0 && ItemElements.IsNeighbour(xml)) neighbour = xml.NodeStart;
                    break;
                case XmlNode.EndOfElement when xml.Depth < depth:
                    if (xml.WasLeftOpen && neighbour >= 0 && MayReturn(neighbour)) return EndBefore(start, neighbour, depth, escaped);
                    return Whole();
                case XmlNode.EndOfInput:
                    if (neighbour >= 0 && MayReturn(neighbour)) return EndBefore(start, neighbour, depth, escaped);
                    return Whole();
            }
        }

        Passage Whole() => isInline ? new Passage(xml.Source[start..xml.NodeStart], PassageKind.Inline)
            : several is null ? only ?? new Passage(default, escaped) : new Passage(several.ToString().AsMemory(), escaped);
    }

    /// <summary>The same, folded, for what is a word and never markup: ids, links, dates.</summary>
    public string ReadWord()
    {
        var word = Read(PassageKind.Plain);
        return word.Kind == PassageKind.Inline ? word.ToPlain() : word.IsEncoded ? word.Decoded().Trim() : word.Value.Span.Trim().ToString();
    }

    public DateTimeOffset? ReadDate()
    {
        var date = Read(PassageKind.Plain);
        return date.Kind == PassageKind.Inline || date.IsEncoded ? FeedDate.Read(date.ToPlain()) : FeedDate.Read(date.Value.Span);
    }

    private Passage Stretch(PassageKind kind) => new(xml.Text, kind, !xml.IsCData && xml.Text.Span.Contains('&'));

    private bool MayReturn(int position)
    {
        _rereadLeft -= xml.Position - position;
        return _rereadLeft >= 0;
    }

    private Passage EndBefore(int start, int neighbour, int depth, PassageKind escaped)
    {
        xml.Warn("an element without an end tag was closed before its neighbour");
        xml.ReturnTo(neighbour, depth - 1);
        var inner = xml.Source[start..neighbour];
        return inner.Span.Contains('<') ? new Passage(inner, PassageKind.Inline) : new Passage(inner, escaped, IsEncoded: true);
    }
}
