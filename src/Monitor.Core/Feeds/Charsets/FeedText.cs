using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Monitor.Core.Feeds.Charsets;

/// <summary>
/// Bytes to text. A byte order mark is believed, then the bytes themselves (valid UTF-8 with any letter beyond ASCII is UTF-8, whatever is declared), then HTTP's charset,
/// then the XML declaration; and Cyrillic single-byte text is checked by its letters, since its declarations are often wrong.
/// </summary>
internal static class FeedText
{
    /// <summary>Characters that no XML may hold; they come from copied text and broken databases.</summary>
    private static readonly SearchValues<char> Forbidden = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Select(i => (char)i).Where(c => c is not ('\t' or '\n' or '\r')), '\uFFFE', '\uFFFF', '\uFEFF']);

    public static (string Text, string? Warning) Decode(ReadOnlySpan<byte> bytes, string? contentType)
    {
        var (text, warning) = Choose(bytes, contentType);
        return (WithoutForbidden(text), warning);
    }

    private static (string Text, string? Warning) Choose(ReadOnlySpan<byte> bytes, string? contentType)
    {
        if (ByteOrder.Of(bytes) is { } wide) return (wide.GetString(bytes), null);
        if (DeclaredCharset.Decides(bytes, contentType) && (DeclaredCharset.OfHttp(contentType) ?? DeclaredCharset.OfXml(bytes)) is { } decided) return (decided.GetString(bytes), null);
        return WholeUtf8(bytes) is { } text ? (text, null) : NotUtf8(bytes, contentType);
    }

    /// <summary>Null where some bytes are no UTF-8. Told while decoding: a pass of its own over megabytes would cost a tenth of the parser's time.</summary>
    private static string? WholeUtf8(ReadOnlySpan<byte> bytes)
    {
        var characters = ArrayPool<char>.Shared.Rent(bytes.Length);
        try
        {
            var status = Utf8.ToUtf16(bytes, characters, out _, out var written, replaceInvalidSequences: false);
            return status == OperationStatus.Done ? new string(characters, 0, written) : null;
        }
        finally
        {
            ArrayPool<char>.Shared.Return(characters);
        }
    }

    private static (string Text, string? Warning) NotUtf8(ReadOnlySpan<byte> bytes, string? contentType)
    {
        var declared = DeclaredCharset.OfHttp(contentType) ?? DeclaredCharset.OfXml(bytes);
        var byLetters = CyrillicGuess.Of(bytes, declared);
        if (byLetters is not null && byLetters.CodePage != declared?.CodePage)
        {
            return (byLetters.GetString(bytes), $"read as {byLetters.WebName}, by its letters{(declared is null ? "" : $", not as {declared.WebName}")}");
        }

        if (declared is not null && declared is not UTF8Encoding && !declared.Equals(Encoding.ASCII)) return (declared.GetString(bytes), null);
        return IsDamagedUtf8(bytes)
            ? (Encoding.UTF8.GetString(bytes), "some bytes are no UTF-8 and were replaced")
            : (CharsetNames.Find("windows-1252")!.GetString(bytes), "read as windows-1252, since the bytes are no UTF-8");
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

    private static string WithoutForbidden(string text)
    {
        if (!HasForbidden(text)) return text;
        var clean = new StringBuilder(text.Length);
        var rest = text.AsSpan();
        while (true)
        {
            var at = rest.IndexOfAny(Forbidden);
            clean.Append(at < 0 ? rest : rest[..at]);
            if (at < 0) return clean.ToString();
            rest = rest[(at + 1)..];
        }
    }
}
