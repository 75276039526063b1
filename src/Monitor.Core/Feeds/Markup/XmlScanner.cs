using System.Runtime.InteropServices;

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
internal sealed class XmlScanner(string text)
{
    /// <summary>No feed nests deeper; deeper input is an attack on the reader's stack or memory.</summary>
    private const int DeepestElement = 256;

    private const int MostWarnings = 20;

    private readonly List<OpenElement> _open = [];
    private readonly Namespaces _namespaces = new();
    private int _at;
    private int _nodeStart;
    private int _textStart;
    private int _textEnd;
    private int _attributesStart;
    private int _attributesEnd;
    private int _closing;
    private bool _closeIsImplied;

    public List<string> Warnings { get; } = [];

    public int Depth => _open.Count;

    public int Position => _at;

    /// <summary>True once the text ended inside an element: what is open now was cut off.</summary>
    public bool AtEnd { get; private set; }

    public XmlNode Node { get; private set; }

    public Vocabulary Vocabulary { get; private set; }

    /// <summary>What elements without a namespace belong to: in an Atom feed that forgot to say so, to Atom.</summary>
    public Vocabulary CoreMeans { get; set; }

    /// <summary>True for the text node of a CDATA section, which holds no character references.</summary>
    public bool IsCData { get; private set; }

    /// <summary>True when the element just ended had no end tag of its own.</summary>
    public bool WasLeftOpen { get; private set; }

    public int NodeStart => _nodeStart;

    public string? Base => _namespaces.Base;

    public string Source => text;

    public ReadOnlySpan<char> Name => Local(_open[^1]);

    public ReadOnlySpan<char> TextSpan => text.AsSpan(_textStart, _textEnd - _textStart);

    public XmlAttributes Attributes => new(text.AsSpan(_attributesStart, _attributesEnd - _attributesStart));

    public string? Attribute(ReadOnlySpan<char> name) => Attributes.Find(name);

    public XmlNode Read()
    {
        if (_closing > 0) return Node = Close();
        while (_at < text.Length)
        {
            _nodeStart = _at;
            if (text[_at] != '<')
            {
                ReadText();
                return Node = XmlNode.Text;
            }

            if (ReadMarkup() is { } node) return Node = node;
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

    private void ReadText()
    {
        var length = text.AsSpan(_at).IndexOf('<');
        SetText(_at, length < 0 ? text.Length : _at + length, isCData: false);
        _at = _textEnd;
    }

    private void SetText(int start, int end, bool isCData) => (_textStart, _textEnd, IsCData) = (start, end, isCData);

    private XmlNode? ReadMarkup()
    {
        var next = _at + 1 < text.Length ? text[_at + 1] : '\0';
        if (IsNameStart(next)) return ReadStartTag();
        if (next == '/') return ReadEndTag();
        if (next == '!') return ReadDeclaration();
        if (next == '?')
        {
            SkipTo("?>");
            return null;
        }

        return ReadBareBracket();
    }

    private XmlNode? ReadDeclaration()
    {
        var rest = text.AsSpan(_at);
        if (rest.StartsWith("<![CDATA["))
        {
            var start = _at + "<![CDATA[".Length;
            var length = text.AsSpan(start).IndexOf("]]>");
            if (length < 0) Warn("a CDATA section has no end");
            SetText(start, length < 0 ? text.Length : start + length, isCData: true);
            _at = length < 0 ? text.Length : _textEnd + 3;
            return XmlNode.Text;
        }

        if (rest.StartsWith("<!--")) SkipTo("-->");
        else SkipDoctype();
        return null;
    }

    private void SkipTo(string end)
    {
        var length = text.AsSpan(_at + 2).IndexOf(end);
        _at = length < 0 ? text.Length : _at + 2 + length + end.Length;
    }

    /// <summary>To the closing bracket of the declaration, past an internal subset in square brackets.</summary>
    private void SkipDoctype()
    {
        var inner = false;
        for (_at += 2; _at < text.Length; _at++)
        {
            var step = text.AsSpan(_at).IndexOfAny('[', ']', '>');
            _at = step < 0 ? text.Length : _at + step;
            if (_at == text.Length) return;
            if (text[_at] == '[') inner = true;
            else if (text[_at] == ']') inner = false;
            else if (!inner) break;
        }

        _at++;
    }

    private XmlNode? ReadEndTag()
    {
        var start = _at + 2;
        var length = text.AsSpan(start).IndexOfAny('>', '<');
        if (length < 0 || text[start + length] == '<') Warn("an end tag has no end");
        var end = length < 0 ? text.Length : start + length;
        _at = end < text.Length && text[end] == '>' ? end + 1 : end;
        var name = text.AsSpan(start, end - start).Trim();
        var found = FindOpen(name);
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

    private int FindOpen(ReadOnlySpan<char> name)
    {
        for (var i = _open.Count - 1; i >= 0; i--)
        {
            if (Qualified(_open[i]).SequenceEqual(name)) return i;
        }

        for (var i = _open.Count - 1; i >= 0; i--)
        {
            if (Qualified(_open[i]).Equals(name, StringComparison.OrdinalIgnoreCase)) return i;
        }

        return -1;
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
        _open.RemoveAt(_open.Count - 1);
        _namespaces.Leave(_open.Count);
    }

    private XmlNode? ReadStartTag()
    {
        var nameStart = _at + 1;
        var nameEnd = nameStart;
        while (nameEnd < text.Length && IsNamePart(text[nameEnd])) nameEnd++;
        if (nameEnd < text.Length && text[nameEnd] is not ('>' or '/') && !char.IsWhiteSpace(text[nameEnd])) return ReadBareBracket();

        var colon = text.AsSpan(nameStart, nameEnd - nameStart).IndexOf(':');
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
        _open.Add(element);
        if (_attributesEnd > _attributesStart) _namespaces.Enter(_open.Count, Attributes);
        Vocabulary = _namespaces.Of(text.AsSpan(nameStart, Math.Max(colon, 0)));
        if (Vocabulary == Vocabulary.Core) Vocabulary = CoreMeans;
        (_closing, _closeIsImplied) = (isEmpty ? 1 : 0, false);
        return XmlNode.Start;
    }

    private XmlNode ReadBareBracket()
    {
        Warn("a bare < was read as text");
        var length = text.AsSpan(_at + 1).IndexOf('<');
        SetText(_at, length < 0 ? text.Length : _at + 1 + length, isCData: false);
        _at = _textEnd;
        return XmlNode.Text;
    }

    /// <summary>Items never hold items: a second <c>&lt;item&gt;</c> says that the first one's end tag is missing.</summary>
    private bool EndsOpenItem(OpenElement element)
    {
        var name = Qualified(element);
        if (!IsItem(name)) return false;
        for (var i = _open.Count - 1; i > 0; i--)
        {
            if (!Qualified(_open[i]).SequenceEqual(name)) continue;
            Warn("an item without an end tag was closed by the next one");
            (_closing, _closeIsImplied) = (_open.Count - i, true);
            return true;
        }

        return false;
    }

    private static bool IsItem(ReadOnlySpan<char> name) => name.Length is 4 or 5 && (name.SequenceEqual("item") || name.SequenceEqual("entry"));

    private ReadOnlySpan<char> Qualified(OpenElement element) => text.AsSpan(element.Start, element.Length);

    private ReadOnlySpan<char> Local(OpenElement element) => text.AsSpan(element.Start + element.Prefix, element.Length - element.Prefix);

    private static bool IsNameStart(char c) => char.IsAsciiLetter(c) || c is '_' or ':' || (c > '\x7F' && char.IsLetter(c));

    private static bool IsNamePart(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or ':' or '-' or '.' || (c > '\x7F' && char.IsLetterOrDigit(c));

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct OpenElement(int Start, int Length, int Prefix);
}
