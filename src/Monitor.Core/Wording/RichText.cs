namespace Monitor.Core.Wording;

/// <summary>A piece of a line: text, perhaps bold or a link. Text is never markup; each medium escapes it in its own way.</summary>
public sealed record Piece(string Text, bool Bold = false, Uri? Link = null);

/// <summary>A line of a message. <paramref name="Starts"/>: a new paragraph begins here, a place where a long message may be cut.</summary>
public sealed record Line(IReadOnlyList<Piece> Pieces, bool Starts = false);

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

    public string ToPlain() => string.Join('\n', _lines.Select(l => (l.Starts ? "\n" : "") + string.Concat(l.Pieces.Select(PlainPiece))));

    private static string PlainPiece(Piece piece) => piece.Link is null ? piece.Text : $"{piece.Text} <{piece.Link}>";
}
