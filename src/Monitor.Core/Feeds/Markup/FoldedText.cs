using System.Text;

namespace Monitor.Core.Feeds.Markup;

/// <summary>Collects text so that white space never doubles, no line begins or ends with it, and no line is empty.</summary>
internal sealed class FoldedText(int capacity)
{
    private readonly StringBuilder _text = new(capacity);
    private char _pending;

    public void Append(ReadOnlySpan<char> words)
    {
        Settle();
        _text.Append(words);
    }

    public void AppendFolding(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (c is ' ' or '\t' or '\r' or '\n' or '\f') Space(0);
            else
            {
                Settle();
                _text.Append(c);
            }
        }
    }

    /// <summary>A reference that stands for white space folds like white space typed.</summary>
    public int AppendReference(ReadOnlySpan<char> text)
    {
        Settle();
        var length = CharacterReferences.Reference(text, _text);
        if (_text[^1] is ' ' or '\t' or '\r' or '\n')
        {
            _text.Length--;
            Space(0);
        }

        return length;
    }

    public int Space(int at)
    {
        if (_pending == '\0') _pending = ' ';
        return at + 1;
    }

    public void Break(HtmlTag tag)
    {
        if (tag == HtmlTag.Block) _pending = '\n';
        else if (tag == HtmlTag.Cell) Space(0);
    }

    public override string ToString() => _text.ToString();

    private void Settle()
    {
        if (_pending != '\0' && _text.Length > 0) _text.Append(_pending);
        _pending = '\0';
    }
}
