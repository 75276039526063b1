using System.Buffers;
using System.Runtime.InteropServices;
using Monitor.Core.Feeds.Markup;

namespace Monitor.Core.Feeds.Parts;

internal enum PassageKind
{
    /// <summary>Exactly these characters: Atom's type="text".</summary>
    Plain,

    /// <summary>Text that may be HTML, nobody says which: RSS titles. It is HTML when it holds a common tag or a character reference.</summary>
    Unsaid,

    /// <summary>HTML that was escaped or in CDATA.</summary>
    Html,

    /// <summary>Markup that stood in the document as elements.</summary>
    Inline,
}

/// <summary>A stretch of the feed's own text, and how to read it. Nothing is copied or decoded until it is the one chosen: of description and content only one is read.</summary>
/// <param name="IsEncoded">True where its character references are XML's, still to be decoded.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Passage(ReadOnlyMemory<char> Value, PassageKind Kind, bool IsEncoded = false)
{
    private const string WrapStart = "<![CDATA[";
    private const string WrapEnd = "]]>";

    private static readonly SearchValues<char> AsciiLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    /// <summary>True where no reader would see a character; a reference to white space is white space.</summary>
    public bool IsBlank
    {
        get
        {
            var words = Value.Span.TrimStart();
            return words.IsEmpty || (IsEncoded && words[0] == '&' && string.IsNullOrWhiteSpace(Decoded()));
        }
    }

    /// <summary>The characters as they were meant, markup and white space included.</summary>
    public string Decoded() => IsEncoded ? CharacterReferences.Decode(Value.Span) : Value.ToString();

    public string ToPlain()
    {
        if (!IsEncoded) return ToPlain(Value.Span);
        var borrowed = ArrayPool<char>.Shared.Rent(Value.Length);
        var plain = ToPlain(borrowed.AsSpan(0, CharacterReferences.Decode(Value.Span, borrowed)));
        ArrayPool<char>.Shared.Return(borrowed);
        return plain;
    }

    private string ToPlain(ReadOnlySpan<char> text) => Kind switch
    {
        PassageKind.Html or PassageKind.Unsaid when IsWrapped(text) => ToPlain(text[WrapStart.Length..^WrapEnd.Length]),
        PassageKind.Html => Once(HtmlText.Of(text)),
        PassageKind.Inline => HtmlText.Of(text, isXml: true),
        PassageKind.Unsaid when HtmlTags.LooksLikeHtml(text) => Once(HtmlText.Of(text)),
        PassageKind.Unsaid when text.Contains('&') => HtmlText.Folded(CharacterReferences.Decode(text)),
        _ => HtmlText.Folded(text),
    };

    /// <summary>Text that still begins with an element and holds its end was escaped once too often; text that only speaks of a tag does neither.</summary>
    private static string Once(string text)
    {
        if (!text.StartsWith('<')) return text;
        var length = text.AsSpan(1).IndexOfAnyExcept(AsciiLetters);
        return length > 0 && text.Contains(string.Concat("</", text.AsSpan(1, length), ">"), StringComparison.OrdinalIgnoreCase) && HtmlTags.LooksLikeHtml(text) ? HtmlText.Of(text) : text;
    }

    /// <summary>A CDATA section that was escaped like text.</summary>
    private static bool IsWrapped(ReadOnlySpan<char> text) => text.StartsWith(WrapStart) && text.EndsWith(WrapEnd);
}
