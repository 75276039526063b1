using Monitor.Core.Text;

namespace Monitor.Core.Watchlist.NameForms;

/// <summary>A word of a text as it is compared with names: its letters, its sounds, their key, and the language of the item it stands in.</summary>
public readonly ref struct PrintedWord(ReadOnlySpan<char> letters, ReadOnlySpan<SoundUnit> units, string? language)
{
    public ReadOnlySpan<char> Letters { get; } = letters;

    public ReadOnlySpan<SoundUnit> Units { get; } = units;

    public string? Language { get; } = language;

    public ulong Key { get; } = SoundReader.KeyOf(units);

    /// <summary>Reads a word into a buffer of <see cref="SoundReader.MaxUnits"/>.</summary>
    public static PrintedWord Read(ReadOnlySpan<char> letters, string? language, Span<SoundUnit> buffer) =>
        new(letters, buffer[..SoundReader.Read(letters, 0, buffer, out _)], language);

    /// <summary>The same letters with other sounds in their place.</summary>
    public PrintedWord With(ReadOnlySpan<SoundUnit> units) => new(Letters, units, Language);
}
