using System.Text;

namespace Monitor.Core.Feeds.Charsets;

/// <summary>UTF-16 and UTF-32 by their byte order mark, or by where the zero bytes stand: markup is mostly ASCII, even around Cyrillic text.</summary>
internal static class ByteOrder
{
    private const int Sample = 512;

    private static readonly Encoding Utf32BigEndian = new UTF32Encoding(bigEndian: true, byteOrderMark: true);

    public static Encoding? Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0, 0, 0xFE, 0xFF])) return Utf32BigEndian;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0])) return Encoding.UTF32;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return Encoding.Unicode;
        return bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? Encoding.BigEndianUnicode : ByZeros(bytes[..Math.Min(bytes.Length, Sample)]);
    }

    private static Encoding? ByZeros(ReadOnlySpan<byte> bytes)
    {
        Span<int> zeros = stackalloc int[4];
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] == 0) zeros[i % 4]++;
        }

        var quarter = bytes.Length / 4;
        if (quarter < 4) return null;
        if (zeros[0] > quarter * 0.9 && zeros[1] > quarter * 0.9) return Utf32BigEndian;
        if (zeros[2] > quarter * 0.9 && zeros[3] > quarter * 0.9) return Encoding.UTF32;
        // Cyrillic letters have no zero byte: a third of the places is enough, if the other half has next to none.
        var (even, odd) = (zeros[0] + zeros[2], zeros[1] + zeros[3]);
        if (odd > quarter * 2 / 3 && even < quarter / 8) return Encoding.Unicode;
        return even > quarter * 2 / 3 && odd < quarter / 8 ? Encoding.BigEndianUnicode : null;
    }
}
