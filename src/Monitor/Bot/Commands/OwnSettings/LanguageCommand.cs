using Monitor.Core.Wording;

namespace Monitor.Bot.Commands.OwnSettings;

/// <summary><c>/language en | be | ru</c>: from now on in this language, whatever the app's own is.</summary>
public sealed class LanguageCommand(Subscribers subscribers, BotOptions options) : IBotCommand
{
    public string Name => "language";

    public bool ChangesSettings(CommandCall call) => true;

    public async Task<Said> AnswerAsync(CommandCall call, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(call);
        var language = Phrasebook.Languages.FirstOrDefault(l => l.Equals(call.Argument, StringComparison.OrdinalIgnoreCase));
        if (language is null) return new Said(new RichText().Add(call.Book["language.choose"]), Buttons());
        var kept = await subscribers.KeepAsync(call.Chat, language, call.Subscriber is { } known ? known.ThreadId : call.Thread, cancellation);
        await subscribers.ChooseLanguageAsync(kept.Row.Id, language, cancellation);
        var book = Phrasebook.For(language);
        var text = new RichText().Add(book["language.done"]);
        return kept.IsNew ? PrivacyCommand.AddStored(text, book, options) : text;
    }

    internal static IReadOnlyList<Button> Buttons() => [new("English", "language en"), new("Беларуская", "language be"), new("Русский", "language ru")];
}
