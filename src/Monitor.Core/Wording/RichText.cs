namespace Monitor.Core.Wording;

/// <summary>A piece of a line: text, perhaps bold or a link. Text is never markup; each medium escapes it in its own way.</summary>
public sealed record Piece(string Text, bool Bold = false, Uri? Link = null);

/// <summary>A line of a message.</summary>
/// <param name="Starts">A new paragraph begins here, a place where a long message may be cut.</param>
/// <param name="Folded">One of many: where the medium can, shown only to whoever asks for more.</param>
public sealed record Line(IReadOnlyList<Piece> Pieces, bool Starts = false, bool Folded = false);

/// <summary>What a person reads, before any medium's markup: Telegram, feeds, pages and terminal all render this one form.</summary>
public sealed class RichText
{
    private readonly List<Line> _lines = [];

    public IReadOnlyList<Line> Lines => _lines;

    public RichText Add(params Piece[] pieces)
    {
        if (pieces.Length > 0) _lines.Add(new Line(pieces));
        return this;
    }

    public RichText Paragraph(params Piece[] pieces)
    {
        if (pieces.Length > 0) _lines.Add(new Line(pieces, Starts: _lines.Count > 0));
        return this;
    }

    public RichText Add(string text) => Add(new Piece(text));

    public RichText Paragraph(string text) => Paragraph(new Piece(text));

    public RichText Folded(params Piece[] pieces)
    {
        if (pieces.Length > 0) _lines.Add(new Line(pieces, Folded: true));
        return this;
    }

    /// <summary>The same words without a single address.</summary>
    public RichText WithoutLinks()
    {
        var plain = new RichText();
        plain._lines.AddRange(_lines.Select(l => l with { Pieces = [.. l.Pieces.Select(p => p with { Link = null })] }));
        return plain;
    }

    public string ToPlain() => string.Join('\n', _lines.Select(l => (l.Starts ? "\n" : "") + string.Concat(l.Pieces.Select(PlainPiece))));

    private static string PlainPiece(Piece piece) => piece.Link is null ? piece.Text : $"{piece.Text} <{piece.Link}>";
}
