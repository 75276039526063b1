namespace Monitor.Core.Feeds.Markup;

internal enum XmlNode
{
    Start,
    EndOfElement,
    Text,
    EndOfInput,
}

/// <summary>
/// Reads XML as browsers read HTML: what is well-formed is read exactly, the rest is mended and named in <see cref="Warnings"/>. An end tag closes what
/// was left open inside it, a stray one is passed over, a new item ends the open one, a bare <c>&lt;</c> or <c>&amp;</c> is text. A DTD is skipped unread, so
/// nothing external or recursive can be asked for. One pass over the text: fifty thousand unclosed tags cost no more than closed ones.
/// </summary>
internal sealed class XmlScanner(ReadOnlyMemory<char> source)
{
    /// <summary>No feed nests deeper; deeper input is an attack on the reader's stack or memory.</summary>
    private const int DeepestElement = 256;

    private const int MostWarnings = 20;

    /// <summary>The root and the channel.</summary>
    private const int DeepestOwnDeclaration = 2;

    private const int LongestKnownName = 20;

    private readonly OpenElements _open = new(source);
    private readonly char[] _lower = new char[LongestKnownName];
    private readonly Namespaces _namespaces = new();
    private int _at;
    private int _nodeStart;
    private int _textStart;
    private int _textEnd;
    private int _attributesStart;
    private int _attributesEnd;
    private int _closing;
    private bool _closeIsImplied;
    private (int From, int End) _section = (int.MaxValue, 0);

    public List<string> Warnings { get; } = [];

    public int Depth => _open.Count;

    public int Position => _at;

    /// <summary>True once the text ended inside an element: what is open now was cut off.</summary>
    public bool AtEnd { get; private set; }

    public XmlNode Node { get; private set; }

    public Vocabulary Vocabulary { get; private set; }

    /// <summary>What elements without a namespace belong to: in an Atom feed that forgot to say so, to Atom.</summary>
    public Vocabulary CoreMeans { get; set; }

    /// <summary>
    /// True once the root is known for a feed's: what it (or the channel) declares for names without a prefix is the feed's own language then, even where the
    /// address is unknown, misspelt or Atom's in an RSS feed.
    /// </summary>
    public bool RootSpeaksForUnprefixed { get; set; }

    /// <summary>True for the text node of a CDATA section, which holds no character references.</summary>
    public bool IsCData { get; private set; }

    /// <summary>True when the element just ended had no end tag of its own.</summary>
    public bool WasLeftOpen { get; private set; }

    public int NodeStart => _nodeStart;

    public string? Base => _namespaces.Base;

    public ReadOnlyMemory<char> Source => source;

    public ReadOnlySpan<char> Name => _open.InnermostName;

    public bool IsUnprefixed => _open.InnermostQualified.Length == Name.Length;

    /// <summary>The name as if its writer had kept to small letters: some write <c>&lt;Title&gt;</c>, some <c>&lt;TITLE&gt;</c>.</summary>
    public ReadOnlySpan<char> LowerName
    {
        get
        {
            var name = Name;
            if (name.Length > _lower.Length || name.IndexOfAnyInRange('A', 'Z') < 0) return name;
            name.ToLowerInvariant(_lower);
            return _lower.AsSpan(0, name.Length);
        }
    }

    public ReadOnlyMemory<char> Text => source[_textStart.._textEnd];

    public XmlAttributes Attributes => new(source.Span[_attributesStart.._attributesEnd]);

    public string? Attribute(ReadOnlySpan<char> name) => Attributes.Find(name);

    public XmlNode Read()
    {
        if (_closing > 0) return Node = Close();
        var text = source.Span;
        while (_at < text.Length)
        {
            _nodeStart = _at;
            if (text[_at] != '<')
            {
                ReadText(text);
                return Node = XmlNode.Text;
            }

            if (ReadMarkup(text) is { } node) return Node = node;
        }

        _nodeStart = _at;
        AtEnd = _open.Count > 0;
        return Node = XmlNode.EndOfInput;
    }

    /// <summary>Moves to the next child of the element that stood at <paramref name="depth"/>; false at that element's end. Children not read are passed over.</summary>
    public bool NextChild(int depth)
    {
        while (true)
        {
            switch (Read())
            {
                case XmlNode.Start when _open.Count == depth + 1: return true;
                case XmlNode.EndOfElement when _open.Count < depth: return false;
                case XmlNode.EndOfInput: return false;
            }
        }
    }

    /// <summary>Goes back to <paramref name="position"/> as if the elements below <paramref name="depth"/> had ended there.</summary>
    public void ReturnTo(int position, int depth)
    {
        _at = position;
        _closing = 0;
        AtEnd = false;
        while (_open.Count > depth) Pop();
    }

    /// <summary>Starts at the root element found at <paramref name="position"/>, so that junk before it is never read.</summary>
    public void StartAt(int position) => _at = position;

    public void Warn(string warning)
    {
        if (Warnings.Count < MostWarnings && !Warnings.Contains(warning)) Warnings.Add(warning);
    }

    private void ReadText(ReadOnlySpan<char> text)
    {
        var length = text[_at..].IndexOf('<');
        SetText(_at, length < 0 ? text.Length : _at + length, isCData: false);
        _at = _textEnd;
    }

    private void SetText(int start, int end, bool isCData) => (_textStart, _textEnd, IsCData) = (start, end, isCData);

    private XmlNode? ReadMarkup(ReadOnlySpan<char> text)
    {
        var next = _at + 1 < text.Length ? text[_at + 1] : '\0';
        if (XmlNames.IsStart(next)) return ReadStartTag(text);
        if (next == '/') return ReadEndTag(text);
        if (next == '!') return ReadDeclaration(text);
        if (next == '?')
        {
            _at = XmlSkipping.Past(text, _at, "?>");
            return null;
        }

        return ReadBareBracket(text);
    }

    private XmlNode? ReadDeclaration(ReadOnlySpan<char> text)
    {
        var rest = text[_at..];
        if (rest.StartsWith("<![CDATA["))
        {
            ReadCData(text, _at + "<![CDATA[".Length);
            return XmlNode.Text;
        }

        _at = rest.StartsWith("<!--") ? XmlSkipping.Past(text, _at, "-->") : XmlSkipping.PastDoctype(text, _at);
        return null;
    }

    /// <summary>Without an end of its own (none at all, or another section begins first) it ends where its element does.</summary>
    private void ReadCData(ReadOnlySpan<char> text, int start)
    {
        var rest = text[start..];
        var length = EndOfSection(text, start) - start;
        var whole = length >= 0 && rest[..length].IndexOf("<![CDATA[") < 0;
        var elementEnd = whole || _open.Count == 0 ? -1 : rest.IndexOf($"</{_open.InnermostQualified}>", StringComparison.Ordinal);
        if (!whole && elementEnd >= 0 && (length < 0 || elementEnd < length))
        {
            Warn("a CDATA section has no end");
            SetText(start, start + elementEnd, isCData: true);
            _at = _textEnd;
            return;
        }

        if (length < 0) Warn("a CDATA section has no end");
        SetText(start, length < 0 ? text.Length : start + length, isCData: true);
        _at = length < 0 ? text.Length : _textEnd + 3;
    }

    /// <summary>Looked for once, however many sections begin before it; negative where none comes.</summary>
    private int EndOfSection(ReadOnlySpan<char> text, int start)
    {
        if (start >= _section.From && (start <= _section.End || _section.End < 0)) return _section.End;
        var length = text[start..].IndexOf("]]>");
        _section = (start, length < 0 ? -1 : start + length);
        return _section.End;
    }

    private XmlNode? ReadEndTag(ReadOnlySpan<char> text)
    {
        var start = _at + 2;
        var length = text[start..].IndexOfAny('>', '<');
        if (length < 0 || text[start + length] == '<') Warn("an end tag has no end");
        var end = length < 0 ? text.Length : start + length;
        _at = end < text.Length && text[end] == '>' ? end + 1 : end;
        var name = text[start..end].Trim();
        var found = _open.Find(name);
        if (found < 0)
        {
            Warn("an end tag without a start was passed over");
            return null;
        }

        _closing = _open.Count - found;
        if (_closing > 1) Warn("an element without an end tag was closed by the element around it");
        _closeIsImplied = false;
        return Close();
    }

    private XmlNode Close()
    {
        _closing--;
        WasLeftOpen = _closing > 0 || _closeIsImplied;
        Pop();
        return XmlNode.EndOfElement;
    }

    private void Pop()
    {
        _open.Pop();
        _namespaces.Leave(_open.Count);
    }

    private XmlNode? ReadStartTag(ReadOnlySpan<char> text)
    {
        var nameStart = _at + 1;
        var nameEnd = nameStart;
        while (nameEnd < text.Length && XmlNames.IsPart(text[nameEnd])) nameEnd++;
        if (nameEnd < text.Length && text[nameEnd] is not ('>' or '/') && !char.IsWhiteSpace(text[nameEnd])) return ReadBareBracket(text);

        var colon = text[nameStart..nameEnd].IndexOf(':');
        var element = new OpenElement(nameStart, nameEnd - nameStart, colon < 0 ? 0 : colon + 1);
        if (_open.Count > 0 && EndsOpenItem(element)) return Close();
        if (_open.Count == DeepestElement)
        {
            Warn($"elements deeper than {DeepestElement} were not read");
            _at = text.Length;
            return null;
        }

        var end = XmlAttributes.EndOfTag(text, nameEnd);
        var isEmpty = end > nameEnd && text[end - 1] == '/';
        (_attributesStart, _attributesEnd) = (nameEnd, isEmpty ? end - 1 : end);
        _at = Math.Min(end + 1, text.Length);
        _open.Push(element);
        if (_attributesEnd > _attributesStart) _namespaces.Enter(_open.Count, Attributes);
        Vocabulary = _namespaces.Of(text.Slice(nameStart, Math.Max(colon, 0)));
        if (colon < 0 && RootSpeaksForUnprefixed && _namespaces.DefaultDepth <= DeepestOwnDeclaration) Vocabulary = Vocabulary.Core;
        if (Vocabulary == Vocabulary.Core) Vocabulary = CoreMeans;
        (_closing, _closeIsImplied) = (isEmpty ? 1 : 0, false);
        return XmlNode.Start;
    }

    private XmlNode ReadBareBracket(ReadOnlySpan<char> text)
    {
        Warn("a bare < was read as text");
        var length = text[(_at + 1)..].IndexOf('<');
        SetText(_at, length < 0 ? text.Length : _at + 1 + length, isCData: false);
        _at = _textEnd;
        return XmlNode.Text;
    }

    /// <summary>Items never hold items: a second <c>&lt;item&gt;</c> says that the first one's end tag is missing.</summary>
    private bool EndsOpenItem(OpenElement element)
    {
        var same = _open.FindSameItem(element);
        if (same < 0) return false;
        Warn("an item without an end tag was closed by the next one");
        (_closing, _closeIsImplied) = (_open.Count - same, true);
        return true;
    }
}
