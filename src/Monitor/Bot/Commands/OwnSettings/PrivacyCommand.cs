using Monitor.Core.Wording;

namespace Monitor.Bot.Commands.OwnSettings;

/// <summary><c>/privacy</c>: what is stored about this chat, how to undo it, and what cannot be protected.</summary>
public sealed class PrivacyCommand(BotOptions options) : IBotCommand
{
    public string Name => "privacy";

    public bool ChangesSettings(CommandCall call) => false;

    public Task<Said> AnswerAsync(CommandCall call, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(call);
        var text = new RichText();
        if (call.Subscriber is null) text.Add(new Piece(call.Book["privacy.not-here"], Bold: true));
        AddStored(text, call.Book, options);
        return Task.FromResult<Said>(text.Paragraph(call.Book["privacy.asking"]).Add(call.Book["privacy.limits"]));
    }

    /// <summary>Said to every chat about which something is stored from now on: what, how to undo it, and that RSS needs none of it.</summary>
    internal static RichText AddStored(RichText text, Phrasebook book, BotOptions options) => text
        .Paragraph(new Piece(book["privacy.title"], Bold: true))
        .Add(book["privacy.stored"])
        .Add(book["privacy.undo"])
        .Add(options.Page("/feed.rss") is { } feed ? book["privacy.rss", ("address", feed)] : book["privacy.rss-unknown"]);
}
