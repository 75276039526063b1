using System.Runtime.InteropServices;
using Monitor.Core.Feeds.Markup;

namespace Monitor.Core.Feeds.Formats;

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

/// <summary>A stretch of text as the feed gave it, and how to read it. Turned to plain text only if it is the one chosen.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Passage(string Value, PassageKind Kind)
{
    public string ToPlain() => Kind switch
    {
        PassageKind.Html => HtmlText.Of(Value),
        PassageKind.Inline => HtmlText.Of(Value, isXml: true),
        PassageKind.Unsaid when HtmlTags.LooksLikeHtml(Value) => HtmlText.Of(Value),
        PassageKind.Unsaid => HtmlText.Folded(CharacterReferences.Decode(Value)),
        _ => HtmlText.Folded(Value),
    };
}
