using System.Runtime.InteropServices;
using Monitor.Core.Watchlist;

namespace Monitor.Core.Claims.Languages;

/// <summary>One phrase of a table with its sense: "walk* free" = a verb that says released.</summary>
public sealed record LexiconEntry(Cue Cue, ClaimKind Kind, Form Form, int Number, string Code, string Phrase)
{
    /// <summary>The words of <see cref="Phrase"/> as they are compared; a word ending in * stands for any ending, ".." for up to four words between.</summary>
    public required IReadOnlyList<string> Words { get; init; }
}

/// <summary>A phrase found in a sentence: its words from First to Last.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Hit(LexiconEntry Entry, int First, int Last)
{
    public Cue Cue => Entry.Cue;

    public int Length => Last - First + 1;
}
