using Monitor.Bot.Answers;
using Monitor.Core.Watchlist;
using Monitor.Core.Wording;

namespace Monitor.Bot;

/// <summary>A button under an answer: a command as one would type it, without the slash, or an address.</summary>
/// <param name="Command">At most 64 bytes, so subjects stand in it by their code: "follow #AbC".</param>
public sealed record Button(string Text, string? Command = null, Uri? Link = null)
{
    public static Button For(string verb, Subject subject, string text) => new(text, $"{verb} {Lookup.CodeMark}{SubjectCode.Of(subject.Id)}");
}

/// <summary>What is said, with the buttons under it. A class without a printed form: it must not get into a log.</summary>
public sealed class Said(RichText text, params IReadOnlyList<IReadOnlyList<Button>> buttons)
{
    public RichText Text { get; } = text;

    public IReadOnlyList<IReadOnlyList<Button>> Buttons { get; } = buttons;

    /// <summary>Asked for by a button, it takes the place of the message the button stands under.</summary>
    public bool TakesThePlace { get; init; }

    public static implicit operator Said(RichText text) => FromRichText(text);

    public static Said FromRichText(RichText text) => new(text);
}
