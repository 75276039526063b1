using System.Globalization;
using Monitor.Core.Wording;
using Monitor.Store;

namespace Monitor.Bot.Commands.OwnSettings;

/// <summary><c>/export</c>: everything that is stored about this chat, line by line; what it follows as commands that bring it back elsewhere.</summary>
public sealed class ExportCommand(Subscribers subscribers, FollowWords words, WatchlistInUse watchlist) : IBotCommand
{
    public string Name => "export";

    /// <summary>In a group it shows what only administrators may change; they may see it all.</summary>
    public bool ChangesSettings(CommandCall call) => true;

    public async Task<Said> AnswerAsync(CommandCall call, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(call);
        if (call.Subscriber is not { } row) return new RichText().Add(call.Book["privacy.not-here"]);
        var book = call.Book;
        var text = new RichText().Add(new Piece(book["export.title"], Bold: true));
        text.Add(book["export.chat", ("value", call.Chat.ToString(CultureInfo.InvariantCulture))]);
        text.Add(book["export.language", ("value", row.Language)]);
        if (row.ThreadId is { } topic) text.Add(book["export.topic", ("value", topic)]);
        SettingsCommand.AddChoices(text, row, book).Add(book["export.day", ("value", row.LastContactDay)]);
        text.Add(book["export.sent", ("count", await subscribers.AlertsSentAsync(row.Id, cancellation))]);
        text.Paragraph(book["export.follows"]);
        foreach (var follow in await subscribers.FollowsAsync(row.Id, cancellation)) text.Add($"/follow {Word(follow, book)}");
        return text;
    }

    /// <summary>What is typed after /follow to follow it.</summary>
    private string Word(string follow, Phrasebook book) => watchlist.Find(follow) is null && FollowWords.WordOf(follow) is { } word ? word : words.Say(follow, book);
}
