using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Monitor.Core.Feeds.Charsets;

/// <summary>
/// Bytes to text. A byte order mark is believed, then the bytes themselves (valid UTF-8 with any letter beyond ASCII is UTF-8, whatever is declared), then HTTP's charset,
/// then the XML declaration; and Cyrillic single-byte text is checked by its letters, since its declarations are often wrong.
/// </summary>
internal sealed class FeedText : IDisposable
{
    /// <summary>Decoded and looked at while the processor still has it at hand.</summary>
    private const int Block = 8 * 1024;

    /// <summary>Characters that no XML may hold; they come from copied text and broken databases.</summary>
    private static readonly SearchValues<char> Forbidden = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Select(i => (char)i).Where(c => c is not ('\t' or '\n' or '\r')), '\uFFFE', '\uFFFF', '\uFEFF']);

    private static readonly byte[] Utf8Mark = [0xEF, 0xBB, 0xBF];

    private readonly char[]? _borrowed;

    private FeedText(string text, string? warning = null)
    {
        var characters = text.ToCharArray();
        (Text, Warning) = (characters.AsMemory(0, WithoutForbidden(characters)), warning);
    }

    private FeedText(char[] borrowed, int length) => (_borrowed, Text) = (borrowed, borrowed.AsMemory(0, length));

    /// <summary>Until it is disposed: megabytes are decoded every few minutes, into a buffer that is lent again.</summary>
    public ReadOnlyMemory<char> Text { get; }

    public string? Warning { get; }

    public static FeedText Decode(ReadOnlySpan<byte> bytes, string? contentType)
    {
        if (ByteOrder.Of(bytes) is { } wide) return new FeedText(wide.GetString(bytes));
        if (DeclaredCharset.Decides(bytes, contentType) && (DeclaredCharset.OfHttp(contentType) ?? DeclaredCharset.OfXml(bytes)) is { } decided) return new FeedText(decided.GetString(bytes));
        return WholeUtf8(bytes.StartsWith(Utf8Mark) ? bytes[Utf8Mark.Length..] : bytes) ?? NotUtf8(bytes, contentType);
    }

    public void Dispose()
    {
        if (_borrowed is not null) ArrayPool<char>.Shared.Return(_borrowed);
    }

    /// <summary>Null where some bytes are no UTF-8.</summary>
    private static FeedText? WholeUtf8(ReadOnlySpan<byte> bytes)
    {
        var characters = ArrayPool<char>.Shared.Rent(bytes.Length);
        var (length, isClean) = (0, true);
        while (!bytes.IsEmpty)
        {
            var block = characters.AsSpan(length, Math.Min(Block, characters.Length - length));
            var status = Utf8.ToUtf16(bytes, block, out var read, out var written, replaceInvalidSequences: false);
            if (status is not (OperationStatus.Done or OperationStatus.DestinationTooSmall))
            {
                ArrayPool<char>.Shared.Return(characters);
                return null;
            }

            isClean &= !HasForbidden(block[..written]);
            bytes = bytes[read..];
            length += written;
        }

        return new FeedText(characters, isClean ? length : WithoutForbidden(characters.AsSpan(0, length)));
    }

    private static FeedText NotUtf8(ReadOnlySpan<byte> bytes, string? contentType)
    {
        var declared = DeclaredCharset.OfHttp(contentType) ?? DeclaredCharset.OfXml(bytes);
        var byLetters = CyrillicGuess.Of(bytes, declared);
        if (byLetters is not null && byLetters.CodePage != declared?.CodePage)
        {
            return new FeedText(byLetters.GetString(bytes), $"read as {byLetters.WebName}, by its letters{(declared is null ? "" : $", not as {declared.WebName}")}");
        }

        if (declared is not null && declared is not UTF8Encoding && !declared.Equals(Encoding.ASCII)) return new FeedText(declared.GetString(bytes));
        return IsDamagedUtf8(bytes)
            ? new FeedText(Encoding.UTF8.GetString(bytes), "some bytes are no UTF-8 and were replaced")
            : new FeedText(CharsetNames.Find("windows-1252")!.GetString(bytes), "read as windows-1252, since the bytes are no UTF-8");
    }

    /// <summary>UTF-8 with a few broken bytes (a text cut in the middle of a letter) rather than another encoding.</summary>
    private static bool IsDamagedUtf8(ReadOnlySpan<byte> bytes)
    {
        int whole = 0, broken = 0;
        while (!bytes.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(bytes, out _, out var length);
            if (status != OperationStatus.Done) broken++;
            else if (length > 1) whole++;
            bytes = bytes[Math.Max(length, 1)..];
        }

        return whole >= broken;
    }

    /// <summary>The same set in ranges, which vector instructions test without a table: nearly every feed has none, and Cyrillic is slow to tell by the set.</summary>
    private static bool HasForbidden(ReadOnlySpan<char> text) =>
        text.ContainsAnyInRange('\0', '\b') || text.ContainsAnyInRange('\v', '\f') || text.ContainsAnyInRange('\u000E', '\u001F') || text.ContainsAny('\uFFFE', '\uFFFF', '\uFEFF');

    /// <summary>Closes the gaps in place and says what length is left.</summary>
    private static int WithoutForbidden(Span<char> text)
    {
        var kept = 0;
        foreach (var c in text)
        {
            if (!Forbidden.Contains(c)) text[kept++] = c;
        }

        return kept;
    }
}
