using System.Buffers;

namespace Monitor.Core.Feeds.Markup;

/// <summary>
/// Collects text in a borrowed buffer so that white space never doubles, no line begins or ends with it, and no line is empty. What is collected is never longer than what it
/// was made of, so the buffer need not grow.
/// </summary>
internal ref struct FoldedText(Span<char> into)
{
    /// <summary>White space that stands between words only in the source's layout.</summary>
    private static readonly SearchValues<char> Layout = SearchValues.Create("\t\r\n\f");

    private static readonly SearchValues<char> AnySpace = SearchValues.Create(" \t\r\n\f");

    private readonly Span<char> _text = into;
    private int _length;
    private char _pending;

    /// <summary>Nearly all text is: two looks at all of it at once cost less than one at each word.</summary>
    public static bool IsFolded(ReadOnlySpan<char> text) => text.IndexOfAny(Layout) < 0 && text.IndexOf("  ") < 0;

    /// <summary>Text without markup; its white space is folded.</summary>
    public void Append(scoped ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) return;
        if (!IsFolded(text))
        {
            AppendFolding(text);
            return;
        }

        if (text[0] == ' ') Space();
        AppendWords(text.Trim(' '));
        if (text[^1] == ' ') Space();
    }

    /// <summary>A reference that stands for white space folds like white space typed.</summary>
    /// <returns>How many characters it took.</returns>
    public int AppendReference(scoped ReadOnlySpan<char> text)
    {
        Span<char> symbol = stackalloc char[CharacterReferences.LongestSymbol];
        var (read, written) = CharacterReferences.Reference(text, symbol);
        if (written > 0 && symbol[0] is ' ' or '\t' or '\r' or '\n') Space();
        else AppendWords(symbol[..written]);
        return read;
    }

    public void Break(HtmlTag tag)
    {
        if (tag == HtmlTag.Block) _pending = '\n';
        else if (tag == HtmlTag.Cell) Space();
    }

    public override readonly string ToString() => _text[.._length].ToString();

    private void AppendFolding(scoped ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            var end = text.IndexOfAny(AnySpace);
            if (end == 0) Space();
            else AppendWords(end < 0 ? text : text[..end]);
            text = text[(end < 0 ? text.Length : Math.Max(end, 1))..];
        }
    }

    private void AppendWords(scoped ReadOnlySpan<char> words)
    {
        if (words.IsEmpty) return;
        if (_pending != '\0' && _length > 0) _text[_length++] = _pending;
        _pending = '\0';
        words.CopyTo(_text[_length..]);
        _length += words.Length;
    }

    private void Space()
    {
        if (_pending == '\0') _pending = ' ';
    }
}
