using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Monitor.Core.Watchlist.Yaml;

/// <summary>
/// Lets only the plain part of YAML through: no anchors and aliases (ten lines of them can stand for billions of nodes), no tags,
/// one document, and no nesting deeper than a list file needs. Everything is refused before a tree is built.
/// </summary>
internal sealed class YamlGuard(IParser inner) : IParser
{
    // A subject's deepest value is list > subject > facts > fact > cites > citation.
    private const int Deepest = 8;

    private int _depth;
    private int _documents;

    public ParsingEvent? Current => inner.Current;

    /// <summary>Up to here the text could be read.</summary>
    public Mark Reached { get; private set; } = Mark.Empty;

    public bool MoveNext()
    {
        if (!inner.MoveNext()) return false;
        if (inner.Current is not { } now) return true;
        Reached = now.End;
        if (Refusal(now) is { } reason) throw new YamlException(now.Start, now.End, reason);
        return true;
    }

    private string? Refusal(ParsingEvent now)
    {
        _depth += now.NestingIncrease;
        if (now is DocumentStart && ++_documents > 1) return "a second document begins here; a list is one document, without ---";
        if (now is AnchorAlias) return "aliases (*name) are not allowed; write the value out";
        if (now is NodeEvent { Anchor.IsEmpty: false }) return "anchors (&name) are not allowed; write the value out where it is needed";
        if (now is NodeEvent { Tag.IsEmpty: false }) return "tags (!name) are not allowed; leave the tag out";
        // The stream and the document count as one level each.
        return _depth > Deepest + 2 ? "nested too deeply; a list holds nothing deeper than a fact's citations" : null;
    }
}
